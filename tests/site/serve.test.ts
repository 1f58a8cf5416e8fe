import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressedBeside } from '../../site/compressed.ts';
import { inTurn, MOST_WAITING } from '../../site/in-turn.ts';
import { CONTENT_SECURITY_POLICY } from '../../site/security-policy.ts';
import { type Served, serve, servingOf } from '../../site/serve.ts';
import { localServer } from '../local-server.ts';
import { axeFindings } from './axe.ts';
import { describeInBrowser, NO_FAULTS } from './browser.ts';

const outside = mkdtempSync(join(tmpdir(), 'site-'));
const folder = join(outside, 'dist');
const BASE = '/some/where/';
let served: Served;

beforeAll(async () => {
  mkdirSync(join(folder, 'en'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>home</title><link rel="icon" href="a.svg"><script src="x.js"></script>',
  );
  writeFileSync(join(folder, 'x.js'), 'document.title = "ran";');
  writeFileSync(
    join(folder, 'bad.html'),
    '<!doctype html><script>document.title = "inline";</script><img src="gone.png"><img src="http://other.invalid/x.png">',
  );
  writeFileSync(join(folder, 'en', 'index.html'), '<p>english</p>');
  writeFileSync(join(folder, '404.html'), '<p>no such page</p>');
  writeFileSync(join(folder, 'long.csv'), 'a,b\n'.repeat(1000));
  for (const name of ['a.wasm', 'a.parquet', 'a.arrow', 'a.duckdb', 'a.svg', 'a.odd'])
    writeFileSync(join(folder, name), 'x');
  mkdirSync(join(folder, 'embed'));
  writeFileSync(join(folder, 'embed', 'chart.html'), '<p>chart</p>');
  const large = { path: join(folder, 'large.wasm'), content: 'large'.repeat(99) };
  for (const { path, content } of [large, ...compressedBeside(large).files]) writeFileSync(path, content);
  writeFileSync(join(folder, 'linked.wasm'), 'x');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'linked.wasm.br'));
  served = await serve({ folder, base: BASE, port: 0 });
});

afterAll(async () => {
  await served.close();
  rmSync(outside, { recursive: true });
});

/** Sends requests in one piece, and gives all that comes back until nothing more does. */
async function pipelined(requests: string): Promise<string> {
  const { hostname, port } = new URL(served.url);
  const socket = connect(Number(port), hostname);
  socket.write(`${requests}GET ${BASE} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  let text = '';
  for await (const piece of socket) text += piece;
  return text;
}

/** Asks for a path exactly as written; `fetch` would tidy the dots away. */
function ask(path: string): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const { hostname, port } = new URL(served.url);
  return new Promise((done, failed) => {
    get({ hostname, port, path }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, body: Buffer.concat(parts).toString() }));
    }).on('error', failed);
  });
}

describe('the server of the site', () => {
  it('serves a folder under its base path with the media type of each file', async () => {
    const types = await Promise.all(
      ['', 'en/', 'a.wasm', 'a.parquet', 'a.arrow', 'a.duckdb', 'a.svg', 'a.odd'].map(async (path) =>
        (await fetch(served.url + path)).headers.get('content-type'),
      ),
    );
    expect(types).toEqual([
      'text/html; charset=utf-8',
      'text/html; charset=utf-8',
      'application/wasm',
      'application/vnd.apache.parquet',
      'application/vnd.apache.arrow.file',
      'application/vnd.duckdb',
      'image/svg+xml; charset=utf-8',
      'application/octet-stream',
    ]);
  });

  it('sends the security policy with every answer', async () => {
    for (const path of ['', 'a.wasm', 'gone', 'en']) {
      const { headers } = await fetch(served.url + path, { redirect: 'manual' });
      expect(headers.get('content-security-policy')).toContain(CONTENT_SECURITY_POLICY);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('lets others show a chart that is made for it in a frame, and no other page', async () => {
    const policy = async (path: string) =>
      (await fetch(served.url + path)).headers.get('content-security-policy');
    expect(await policy('embed/chart.html')).toContain('frame-ancestors *');
    expect(await policy('en/')).toContain("frame-ancestors 'none'");
  });

  it('compresses text and leaves the rest as it is', async () => {
    const text = await fetch(`${served.url}long.csv`);
    expect(text.headers.get('content-encoding')).toBe('gzip');
    expect(Number(text.headers.get('content-length'))).toBeLessThan(1000);
    expect(await text.text()).toBe('a,b\n'.repeat(1000));
    expect((await fetch(`${served.url}a.wasm`)).headers.get('content-encoding')).toBeNull();
  });

  it('sends the compressed form that stands beside a file to those who take it', async () => {
    const sent = async (path: string, accepted: string) => {
      const answer = await fetch(served.url + path, { headers: { 'accept-encoding': accepted } });
      const { headers } = answer;
      return [headers.get('content-type'), headers.get('content-encoding'), await answer.text()];
    };
    const wasm = 'application/wasm';
    expect(await sent('large.wasm', 'gzip, br')).toEqual([wasm, 'br', 'large'.repeat(99)]);
    expect(await sent('large.wasm', 'gzip')).toEqual([wasm, 'gzip', 'large'.repeat(99)]);
    expect(await sent('large.wasm', 'identity')).toEqual([wasm, null, 'large'.repeat(99)]);
    expect(await sent('linked.wasm', 'br')).toEqual([wasm, null, 'x']);
  });

  it('sends a folder without its slash to the folder', async () => {
    expect(await (await fetch(`${served.url}en`)).text()).toBe('<p>english</p>');
    expect(await (await fetch(served.url.slice(0, -1))).text()).toContain('home');
  });

  it('answers with the page for what is not there', async () => {
    const answer = await fetch(`${served.url}gone.html`);
    expect([answer.status, await answer.text()]).toEqual([404, '<p>no such page</p>']);
    expect((await ask('/')).status).toBe(404);
  });

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'en/../../secret.txt',
    '..%5csecret.txt',
    'link.txt',
    '%',
    'x%00.html',
  ])('does not leave its folder for %s', async (path) => {
    const { status, body } = await ask(BASE + path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it('answers requests that come at once in their order', async () => {
    const paths = ['', 'en/', 'x.js', 'gone', 'long.csv'].map((path) => `${BASE}${path}`);
    const answered = await pipelined(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`).join(''));
    const found = ['home', 'english', 'document.title', 'no such page', 'a,b'];
    const places = found.map((text) => answered.indexOf(text));
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
  });

  it('begins no answer for a client that takes none, however many it asks for, and cuts off one that asks for too many', async () => {
    const begun: string[] = [];
    let full: () => void = () => undefined;
    const isFull = new Promise<void>((done) => {
      full = done;
    });
    const server = createServer(
      inTurn(async ({ url = '' }, response) => {
        begun.push(url);
        response.end(Buffer.alloc(16 * 1024 * 1024));
        full();
      }),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const ask = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n';
    // It asks, and reads nothing.
    const patient = connect(port, '127.0.0.1').pause();
    patient.write(ask.repeat(MOST_WAITING));
    await isFull;
    const greedy = connect(port, '127.0.0.1').pause();
    greedy.on('error', () => undefined);
    greedy.write(ask.repeat(20 * MOST_WAITING));
    await once(greedy.resume(), 'close');
    expect(begun.length).toBeLessThanOrEqual(2);
    patient.destroy();
    await new Promise((closed) => server.close(closed));
  });

  it('refuses other methods', async () => {
    expect((await fetch(served.url, { method: 'POST', body: 'x' })).status).toBe(405);
    const head = await fetch(served.url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('says when its port is taken', async () => {
    await expect(serve({ folder, base: '/', port: Number(new URL(served.url).port) })).rejects.toThrow(
      'EADDRINUSE',
    );
  });

  it('reads its options and refuses wrong ones', () => {
    expect(servingOf([])).toEqual({ folder: 'site/dist', base: '/', port: 8000 });
    expect(servingOf(['--folder', 'x', '--base', '/a/', '--port', '0'])).toEqual({
      folder: 'x',
      base: '/a/',
      port: 0,
    });
    expect(servingOf(['--base', 'a'])).toContain('found "a"');
    expect(servingOf(['--port', '70000'])).toContain('found "70000"');
    expect(servingOf(['--prot', '1'])).toContain('usage');
  });
});

describeInBrowser('the browser of the tests', (open) => {
  it('runs the scripts of a good page without a fault', async () => {
    const { page, faults } = await open(served.url);
    expect(await page.title()).toBe('ran');
    expect(faults).toEqual(NO_FAULTS);
  });

  it('notices an inline script, a missing file and another host', async () => {
    const { page, faults } = await open(`${served.url}bad.html`);
    expect(await page.title()).toBe('');
    expect(faults.console.join('\n')).toContain('Content Security Policy');
    expect(faults.failed.join('\n')).toContain('gone.png 404');
    expect(faults.foreign).toEqual(['http://other.invalid/x.png']);
  });

  it('finds with axe what is wrong in one of many rows that are alike', async () => {
    const { page } = await open('about:blank');
    const row = '<tr><td><a href="#top">more</a></td></tr>';
    const wrong = [row.replace('more', ''), row.replace('<a', '<a style="color: #ddd"')];
    const rows = [...Array<string>(40).fill(row), ...wrong, ...Array<string>(40).fill(row)].join('');
    await page.setContent(
      `<html lang="en"><title>x</title><main><h1>x</h1><table><thead><tr><th>x</th></tr></thead><tbody>${rows}</tbody></table></main></html>`,
    );
    const found = (await axeFindings(page, 'light')).map((each) => each.split(':')[0]);
    expect(found.sort()).toEqual(['color-contrast', 'link-name']);
    expect(await page.locator('tbody tr').count()).toBe(3);
  });

  it('takes no offence at a file that had not come when the page was left, but at one that is not there', async () => {
    const { origin, asked } = await serveSlowFile();
    const { page, faults } = await open(`${origin}/slow.html`);
    await asked;
    await page.goto(`${origin}/slower.html`);
    expect(faults).toEqual(NO_FAULTS);
    await page.goto(`${origin}/gone.html`);
    await expect.poll(() => faults.failed).toEqual([`${origin}/gone.json 404`]);
  });
});

/** Pages by their names, each fetching the file of its name; one that is called slow was asked for and never comes. */
async function serveSlowFile(): Promise<{ readonly origin: string; readonly asked: Promise<void> }> {
  let tell: () => void = () => {};
  const asked = new Promise<void>((done) => {
    tell = done;
  });
  const origin = await localServer(({ url = '' }, response) => {
    if (url.endsWith('.html'))
      response
        .setHeader('content-type', 'text/html')
        .end(`<link rel="icon" href="data:,"><script>fetch('${url.replace('html', 'json')}')</script>`);
    else if (url === '/slow.json') tell();
    else if (!url.startsWith('/slow')) response.writeHead(404).end();
  });
  return { origin, asked };
}
