import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exhausting, type TaskReader } from '../../../pipeline/command-line/limited-reading.ts';
import { sha256 } from '../../../pipeline/page/sha256.ts';
import type { DocumentDescription } from '../../../pipeline/template/document.ts';
import { fetchDocument } from '../../../release/fetch/fetch.ts';
import { newestSnapshot, storeSnapshot } from '../../../release/fetch/snapshots.ts';
import { documentAt, refusalOf, storedIn, TEXT, testWorld } from './orchard.ts';
import { answers, registerThat, says } from './register-server.ts';

const NEWER = TEXT.replace('7,0', '7,5');
const NEWEST = TEXT.replace('7,0', '8,0');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = (time: string) => testWorld({ now: () => new Date(time) });

describe('a document whose text is new', () => {
  it('is stored with its provenance beside it', async () => {
    const { origin } = await registerThat(
      answers(NEWER, { etag: '"2"', 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT', 'set-cookie': 'a=b' }),
    );
    const document = documentAt(origin);
    const fetched = await fetchDocument(document, testWorld());
    const digest = sha256(bytes(NEWER));
    const folder = `snapshots/20260101T000000Z-${digest.slice(0, 12)}`;
    expect(fetched).toMatchObject({ kind: 'new', snapshot: { folder: join(document.folder, folder) } });
    const stored = storedIn(document);
    expect([...stored.keys()]).toEqual([`${folder}/document.txt`, `${folder}/provenance.json`]);
    expect(stored.get(`${folder}/document.txt`)?.toString()).toBe(NEWER);
    expect(JSON.parse(String(stored.get(`${folder}/provenance.json`)))).toEqual({
      url: `${origin}/report`,
      final_url: `${origin}/report`,
      fetched: '2026-01-01T00:00:00Z',
      status: 200,
      headers: {
        'content-length': String(NEWER.length),
        'content-type': 'text/plain; charset=utf-8',
        date: expect.stringMatching(/GMT$/),
        etag: '"2"',
        'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
      },
      file: 'document.txt',
      bytes: NEWER.length,
      sha256: digest,
      text_sha256: digest,
    });
  });

  it('is stored beside the older ones, which stay as they were', async () => {
    const { origin } = await registerThat(answers(NEWER), answers(NEWEST));
    const document = documentAt(origin);
    await fetchDocument(document, at('2026-01-01T00:00:00Z'));
    const before = storedIn(document);
    await fetchDocument(document, at('2026-01-08T00:00:00Z'));
    const after = storedIn(document);
    expect(after.size).toBe(4);
    for (const [path, content] of before) expect(after.get(path)).toEqual(content);
    expect((await newestSnapshot(document.folder))?.bytes).toEqual(Buffer.from(NEWEST));
  });

  it('is news again when the register goes back to an older text', async () => {
    const { origin } = await registerThat(answers(NEWER), answers(NEWEST), answers(NEWER));
    const document = documentAt(origin);
    const kinds: string[] = [];
    for (const day of ['01', '02', '03'])
      kinds.push((await fetchDocument(document, at(`2026-01-${day}T00:00:00Z`))).kind);
    expect(kinds).toEqual(['new', 'new', 'new']);
    expect(storedIn(document).size).toBe(6);
  });

  it('is read as the PDF that its media type says it is', async () => {
    const pdf = readFileSync('tests/fixtures/bad-input/another-document.pdf');
    const { origin } = await registerThat(answers(pdf, { 'content-type': 'Application/PDF' }));
    const document = documentAt(origin);
    const fetched = await fetchDocument(document, testWorld());
    expect(fetched).toMatchObject({ kind: 'new', snapshot: { provenance: { file: 'document.pdf' } } });
  });
});

describe('a register that answers with a page of HTML', () => {
  const page = (text: string, menu: string): Buffer =>
    Buffer.from(`<meta charset=utf-8><nav>${menu}</nav><div id=text><p>${text.replace('\n', '<p>')}</div>`);
  const type = { 'content-type': 'text/html; charset=utf-8' };
  const asked = (origin: string, part?: string): DocumentDescription => {
    const document = documentAt(origin, { media_types: ['text/html'] });
    const { head } = document;
    return part === undefined
      ? document
      : { ...document, head: { ...head, text_layer: { ...head.text_layer, part } } };
  };

  it('gives the declared part of it: what is around is no news', async () => {
    const { origin } = await registerThat(
      answers(page(NEWER, 'Visitors: 5'), type),
      answers(page(NEWER, 'Visitors: 6'), type),
      answers(page(NEWEST, 'Visitors: 7'), type),
    );
    const document = asked(origin, '#text');
    const kinds: string[] = [];
    for (const day of ['01', '02', '03'])
      kinds.push((await fetchDocument(document, at(`2026-01-${day}T00:00:00Z`))).kind);
    expect(kinds).toEqual(['new', 'same text', 'new']);
    expect((await newestSnapshot(document.folder))?.file).toMatch(/document\.html$/);
  });

  it('is read by the charset that its header says', async () => {
    const koi8 = Buffer.concat([
      Buffer.from('<div id=text>'),
      Buffer.from([0xf4, 0xc1, 0xcb]),
      Buffer.from('</div>'),
    ]);
    const { origin } = await registerThat(
      answers(koi8, { 'content-type': 'text/html; charset=koi8-r' }),
      answers('<div id=text>\u0422\u0430\u043a</div>', type),
    );
    const document = asked(origin, '#text');
    expect((await fetchDocument(document, at('2026-01-01T00:00:00Z'))).kind).toBe('new');
    expect((await fetchDocument(document, at('2026-01-02T00:00:00Z'))).kind).toBe('same text');
  });

  it.each([
    [undefined, 'declare text_layer: { part: "..." }'],
    ['#report', 'found no such element'],
  ])('is refused where nothing says which part is the document: %s', async (part, says) => {
    const { origin } = await registerThat(answers(page(NEWER, 'Menu'), type));
    const document = asked(origin, part);
    expect(await refusalOf(fetchDocument(document, testWorld()))).toContain(says);
    expect(storedIn(document).size).toBe(0);
  });
});

describe('no news is', () => {
  it('a register that answers "not modified" to the conditions of the newest snapshot', async () => {
    const validators = { etag: 'W/"7"', 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' };
    const { origin, questions } = await registerThat(answers(NEWER, validators), (request, response) => {
      const isSame =
        request.headers['if-none-match'] === validators.etag &&
        request.headers['if-modified-since'] === validators['last-modified'];
      response.writeHead(isSame ? 304 : 500).end();
    });
    const document = documentAt(origin);
    await fetchDocument(document, at('2026-01-01T00:00:00Z'));
    const before = storedIn(document);
    expect(await fetchDocument(document, at('2026-01-08T00:00:00Z'))).toEqual({ kind: 'not modified' });
    expect(storedIn(document)).toEqual(before);
    expect(questions[0]?.headers).not.toHaveProperty('if-none-match');
    expect(questions[0]?.headers).not.toHaveProperty('if-modified-since');
  });

  it('the same bytes', async () => {
    const { origin } = await registerThat(answers(TEXT));
    const document = documentAt(origin);
    expect(await fetchDocument(document, testWorld())).toEqual({ kind: 'same bytes' });
    expect(storedIn(document).size).toBe(0);
  });

  it('a text exported again with other line ends, spaces and a mark of its encoding', async () => {
    const again = `\ufeff${TEXT.replaceAll('\n', '\r\n').replaceAll(' ', '\u00a0')}`;
    const { origin } = await registerThat(answers(again));
    const document = documentAt(origin);
    expect(await fetchDocument(document, testWorld())).toEqual({ kind: 'same text' });
    expect(storedIn(document).size).toBe(0);
  });

  it('a PDF exported again, whose bytes differ and whose text does not', async () => {
    const pdf = readFileSync('tests/fixtures/bad-input/another-document.pdf');
    const again = Buffer.concat([pdf, Buffer.from('\n% exported again\n%%EOF\n')]);
    const type = { 'content-type': 'application/pdf' };
    const { origin } = await registerThat(answers(pdf, type), answers(again, type));
    const document = documentAt(origin);
    await fetchDocument(document, at('2026-01-01T00:00:00Z'));
    const before = storedIn(document);
    expect(await fetchDocument(document, at('2026-01-08T00:00:00Z'))).toEqual({ kind: 'same text' });
    expect(storedIn(document)).toEqual(before);
  });
});

describe('what is no document is refused, and nothing is stored:', () => {
  it.each([
    ['a page of HTML that is not asked for', { 'content-type': 'text/html; charset=utf-8' }, 'text/html'],
    ['an answer without a media type', { 'content-type': '' }, 'an answer without a media type'],
  ])('%s', async (_, headers, found) => {
    const { origin, questions } = await registerThat(answers('<p>Back soon</p>', headers));
    const document = documentAt(origin);
    expect(await refusalOf(fetchDocument(document, testWorld()))).toBe(
      `${origin}/report: register\n  expected application/pdf or text/plain, found ${found}; ` +
        'look at the address with a browser, and set register.url to that of the document itself',
    );
    expect(questions).toHaveLength(1);
    expect(storedIn(document).size).toBe(0);
  });

  it.each([
    ['a page that says it is a PDF', '<p>Back soon</p>', 'application/pdf', /: pdf\n/],
    ['a text in another encoding', Buffer.from([0xc0, 0xe1, 0xe2]), 'text/plain', /not UTF-8/],
    ['an empty text', '', 'text/plain', /an empty file/],
  ])('%s', async (_, body, type, says) => {
    const { origin } = await registerThat(answers(body, { 'content-type': type }));
    const document = documentAt(origin);
    const refusal = await refusalOf(fetchDocument(document, testWorld()));
    expect(refusal).toMatch(says);
    expect(refusal).toContain(`${origin}/report`);
    expect(storedIn(document).size).toBe(0);
  });

  it('a page that is not there', async () => {
    const { origin, questions } = await registerThat(says(404));
    const document = documentAt(origin);
    expect(await refusalOf(fetchDocument(document, testWorld()))).toContain('found the status 404');
    expect(questions).toHaveLength(1);
    expect(storedIn(document).size).toBe(0);
  });

  it('a document without a register to ask', async () => {
    const { head, ...document } = documentAt('http://127.0.0.1:1');
    const { register: _, ...others } = head;
    expect(await refusalOf(fetchDocument({ ...document, head: others }, testWorld()))).toContain(
      'expected a register to ask',
    );
  });
});

describe('snapshots', () => {
  async function withSnapshot() {
    const server = await registerThat(answers(NEWER));
    const document = documentAt(server.origin);
    await fetchDocument(document, at('2026-01-01T00:00:00Z'));
    const snapshot = await newestSnapshot(document.folder);
    if (snapshot === undefined) throw new Error('nothing stored');
    return { document, snapshot, server };
  }

  it('that were edited are refused before anything is asked', async () => {
    const { document, snapshot, server } = await withSnapshot();
    writeFileSync(snapshot.file, NEWEST);
    expect(await refusalOf(fetchDocument(document, at('2026-01-08T00:00:00Z')))).toContain(
      'a snapshot is never edited',
    );
    expect(server.questions).toHaveLength(1);
  });

  it('with a provenance that is damaged are refused with its line', async () => {
    const { document, snapshot } = await withSnapshot();
    const path = join(snapshot.folder, 'provenance.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"bytes": ', '"bites": '));
    expect(await refusalOf(newestSnapshot(document.folder))).toMatch(
      /provenance\.json:\d+: layout\n.*"bites"/,
    );
  });

  it('are not mixed with other files', async () => {
    const { document } = await withSnapshot();
    mkdirSync(join(document.folder, 'snapshots/my notes'));
    expect(await refusalOf(newestSnapshot(document.folder))).toContain('found my notes');
  });

  it('are in the order of a clock: one that runs backwards is refused', async () => {
    const { document } = await withSnapshot();
    expect(await refusalOf(fetchDocument(document, at('2025-12-31T23:59:59Z')))).toContain(
      'expected a clock that is past 2026-01-01T00:00:00Z',
    );
  });

  it('are a second apart: who asks again in the same second waits for the next', async () => {
    const { document } = await withSnapshot();
    const seconds = ['2026-01-01T00:00:00.950Z', '2026-01-01T00:00:01.950Z'];
    const pauses: number[] = [];
    const world = testWorld({
      now: () => new Date(seconds[pauses.length] ?? ''),
      sleep: async (milliseconds) => void pauses.push(milliseconds),
    });
    expect((await fetchDocument(document, world)).kind).not.toBe('new');
    expect(pauses).toEqual([1000]);
  });

  it('are whole or not there: what a killed run left behind is no snapshot, and the next run succeeds', async () => {
    const { origin } = await registerThat(answers(NEWER));
    const document = documentAt(origin);
    // What SIGKILL leaves between the two writes: a scratch folder of a process that is no more.
    const scratch = join(document.folder, '.snapshots.scratch-elsewhere-999999999-1-abcdef/next');
    mkdirSync(scratch, { recursive: true });
    writeFileSync(join(scratch, 'document.txt'), 'half of it');
    expect(await newestSnapshot(document.folder)).toBeUndefined();
    expect((await fetchDocument(document, testWorld())).kind).toBe('new');
    expect((await newestSnapshot(document.folder))?.bytes).toEqual(Buffer.from(NEWER));
  });

  it('that the disk refuses are a finding', async () => {
    const { document, snapshot } = await withSnapshot();
    const elsewhere = '/proc/self';
    expect(await refusalOf(storeSnapshot(elsewhere, snapshot.bytes, snapshot.provenance))).toMatch(
      /^\/proc\/self\/snapshots\/20260101T000000Z-\w+: output\n {2}expected a folder/,
    );
    rmSync(join(document.folder, 'snapshots'), { recursive: true });
    writeFileSync(join(document.folder, 'snapshots'), 'a file');
    expect(await refusalOf(newestSnapshot(document.folder))).toContain('found a file in its place');
  });

  it('are never overwritten: one of the same second and checksum is refused', async () => {
    const { document, snapshot } = await withSnapshot();
    const before = storedIn(document);
    expect(await refusalOf(storeSnapshot(document.folder, snapshot.bytes, snapshot.provenance))).toContain(
      ': output\n',
    );
    expect(storedIn(document)).toEqual(before);
  });
});

describe('a document that is made to take all memory', () => {
  it('is refused once it has taken what a build may, and nothing is stored', async () => {
    const { origin } = await registerThat(answers('%PDF-1.4', { 'content-type': 'application/pdf' }));
    const document = documentAt(origin);
    // That reading ends so is held where it is kept within limits.
    const read: TaskReader = async (task) => {
      throw exhausting(task, { stage: 'extract' }, 'with 256 MiB of memory', 'one that takes more');
    };
    expect(await refusalOf(fetchDocument(document, testWorld({ read })))).toBe(
      `${origin}/report: pdf\n  expected a PDF that can be read with 256 MiB of memory, found one that takes more; print it to a new PDF, or export its text`,
    );
    expect(storedIn(document).size).toBe(0);
  });
});
