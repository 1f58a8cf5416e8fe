import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Register } from '../../../pipeline/template/register.ts';
import { type Download, download } from '../../../release/fetch/download.ts';
import { refusalOf, TEXT, type TestWorld, testWorld } from './orchard.ts';
import { answers, registerThat, says, sends } from './register-server.ts';

const MEBIBYTE = 1024 * 1024;

function registerAt(origin: string, changes: Partial<Register> = {}): Register {
  const own = { origins: [origin], media_types: ['text/plain'] as const, most_megabytes: 1 };
  return { url: `${origin}/report`, ...own, ...changes };
}

/** Asks a register that gives these answers in turn. */
async function asked(world: TestWorld, ...listeners: readonly RequestListener[]) {
  const server = await registerThat(...listeners);
  return { server, answer: download(registerAt(server.origin), {}, world) };
}

async function textOf(answer: Promise<Download>): Promise<string> {
  const came = await answer;
  return came.kind === 'document' ? Buffer.from(came.body).toString() : came.kind;
}

describe('what passes is asked again after a pause, and then it is there:', () => {
  const gzip = gzipSync(TEXT);
  it.each<[string, RequestListener]>([
    ['a server that breaks', says(500)],
    ['a server that is down', says(503)],
    ['a server that is busy', says(429)],
    ['a connection that is closed before any answer', (request) => request.socket.destroy()],
    ['a body shorter than its announced length', sends([TEXT.slice(4)], 'break', { 'content-length': '22' })],
    ['a body without length that is cut off', sends([TEXT.slice(4)], 'break')],
    ['a packed body that ends too early', answers(gzip.subarray(0, 20), { 'content-encoding': 'gzip' })],
    ['a packed body that is damaged', answers('no gzip', { 'content-encoding': 'gzip' })],
    ['an answer that is no HTTP', (request) => request.socket.end('220 mail.example.org\r\n\r\n')],
  ])('%s', async (_, listener) => {
    const world = testWorld();
    const { server, answer } = await asked(world, listener, answers(TEXT));
    expect(await textOf(answer)).toBe(TEXT);
    expect(world.pauses).toEqual([500]);
    expect(world.told).toHaveLength(1);
    expect(server.questions).toHaveLength(2);
  });

  it('a server that never sends headers', async () => {
    const world = testWorld({
      limits: { headers: 100, idle: 30_000, total: 30_000 },
      patience: { ...testWorld().patience, attempts: 2 },
    });
    const { answer } = await asked(world, () => undefined);
    expect(await refusalOf(answer)).toContain('found no headers within 0.1 s, 2 times; try again later');
    expect(world.pauses).toEqual([500]);
  });

  it('a body that stalls', async () => {
    const world = testWorld({
      limits: { headers: 30_000, idle: 100, total: 30_000 },
      patience: { ...testWorld().patience, attempts: 2 },
    });
    const { answer } = await asked(world, sends([TEXT], 'silence'));
    expect(await refusalOf(answer)).toContain('found no further piece of the document within 0.1 s, 2 times');
  });

  it('a body that trickles and never ends', async () => {
    const world = testWorld({
      limits: { headers: 30_000, idle: 30_000, total: 300 },
      patience: { ...testWorld().patience, attempts: 1 },
    });
    const { answer } = await asked(world, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    expect(await refusalOf(answer)).toContain('found no whole answer within 0.3 s, 1 times');
  });
});

describe('a register that stays broken', () => {
  it('is asked a limited number of times, with pauses whose bound doubles', async () => {
    const world = testWorld();
    const { server, answer } = await asked(world, says(503));
    expect(await refusalOf(answer)).toContain('found the status 503, 4 times; try again later');
    expect(server.questions).toHaveLength(4);
    expect(world.pauses).toEqual([500, 1000, 2000]);
  });

  it('that says how long to wait is not asked earlier', async () => {
    const world = testWorld();
    const inNinetySeconds = 'Thu, 01 Jan 2026 00:01:30 GMT';
    const { answer } = await asked(
      world,
      says(429, { 'retry-after': '30' }),
      says(503, { 'retry-after': inNinetySeconds }),
      says(503, { 'retry-after': 'soon' }),
      answers(TEXT),
    );
    expect(await textOf(answer)).toBe(TEXT);
    expect(world.pauses).toEqual([30_000, 89_100, 2000]);
  });

  it('that asks for more patience than there is is left alone', async () => {
    const world = testWorld();
    const { server, answer } = await asked(world, says(429, { 'retry-after': '3600' }));
    expect(await refusalOf(answer)).toContain(
      'found the status 429, to be asked again in 3600 s; run it again then',
    );
    expect(server.questions).toHaveLength(1);
    expect(world.pauses).toEqual([]);
  });
});

describe('what will not pass is asked once:', () => {
  it.each<[string, RequestListener, string]>([
    ['a page that is not there', says(404), 'the status 404'],
    ['a page that is forbidden', says(403), 'the status 403'],
    ['half a document', says(206), 'the status 206'],
    ['"not modified" to a question without a condition', says(304), 'the status 304'],
    ['another packing', answers(TEXT, { 'content-encoding': 'br' }), 'the content encoding "br"'],
    [
      'a body over the limit that says so',
      answers(Buffer.alloc(MEBIBYTE + 1)),
      `a document of ${MEBIBYTE + 1} bytes`,
    ],
    [
      'a body over the limit that does not say so',
      sends(
        Array.from({ length: 2000 }, () => Buffer.alloc(1024)),
        'silence',
      ),
      `a document of more than ${MEBIBYTE} bytes`,
    ],
    [
      'a small packed body that unpacks to more than the limit',
      answers(gzipSync(Buffer.alloc(64 * MEBIBYTE)), { 'content-encoding': 'gzip' }),
      `a document of more than ${MEBIBYTE} bytes`,
    ],
  ])('%s', async (_, listener, found) => {
    const world = testWorld();
    const { server, answer } = await asked(world, listener);
    expect(await refusalOf(answer)).toContain(`expected the document, found ${found}`);
    expect(server.questions).toHaveLength(1);
    expect(world.pauses).toEqual([]);
  });

  it('an address where nobody answers is asked again: it may come back', async () => {
    const { origin } = await registerThat();
    const gone = origin.replace(/\d+$/, '1');
    const world = testWorld();
    expect(await refusalOf(download(registerAt(gone), {}, world))).toContain(
      'found no answer (ECONNREFUSED), 4 times',
    );
    expect(world.pauses).toEqual([500, 1000, 2000]);
  });
});

describe('a document', () => {
  it('of exactly the largest size is taken', async () => {
    const { answer } = await asked(testWorld(), answers(Buffer.alloc(MEBIBYTE, 'a')));
    expect((await textOf(answer)).length).toBe(MEBIBYTE);
  });

  it('is unpacked', async () => {
    const { server, answer } = await asked(
      testWorld(),
      answers(gzipSync(TEXT), { 'content-encoding': 'gzip' }),
    );
    expect(await textOf(answer)).toBe(TEXT);
    expect(server.questions[0]?.headers).toMatchObject({ 'accept-encoding': 'gzip', accept: 'text/plain' });
  });

  it('is found behind redirects, and its last address is told', async () => {
    const server = await registerThat(
      says(302, { location: '/files/1' }),
      says(308, { location: 'report.txt#top' }),
      answers(TEXT),
    );
    const conditions = { 'if-none-match': '"1"' };
    expect(await download(registerAt(server.origin), conditions, testWorld())).toMatchObject({
      kind: 'document',
      url: `${server.origin}/files/report.txt`,
    });
    expect(server.questions.map(({ path }) => path)).toEqual(['/report', '/files/1', '/files/report.txt']);
    expect(server.questions.map(({ headers }) => headers['if-none-match'])).toEqual(['"1"', '"1"', '"1"']);
  });

  it('is not taken from a host that is not listed: that one is not even asked', async () => {
    const foreign = await registerThat(answers(TEXT));
    const server = await registerThat(says(301, { location: `${foreign.origin}/report` }));
    expect(await refusalOf(download(registerAt(server.origin), {}, testWorld()))).toBe(
      `${server.origin}/report: register\n  expected a redirect to ${server.origin}, found one to ${foreign.origin}; ` +
        'if that is right, list its scheme and host under register.origins in document.yaml',
    );
    expect(foreign.questions).toEqual([]);
  });

  it('is taken from another host that is listed', async () => {
    const listed = await registerThat(answers(TEXT));
    const server = await registerThat(says(301, { location: `${listed.origin}/copy` }));
    const register = registerAt(server.origin, { origins: [server.origin, listed.origin] });
    expect(await download(register, {}, testWorld())).toMatchObject({ url: `${listed.origin}/copy` });
  });

  it('is not sought in a circle', async () => {
    const world = testWorld();
    const { server, answer } = await asked(
      world,
      says(302, { location: '/a' }),
      says(302, { location: '/report' }),
    );
    expect(await refusalOf(answer)).toContain(`found a circle back to ${server.origin}/report`);
    expect(server.questions).toHaveLength(2);
    expect(world.pauses).toEqual([]);
  });
});
