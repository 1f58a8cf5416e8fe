import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../pipeline/page/sha256.ts';
import { fetchDocument } from '../../../release/fetch/fetch.ts';
import { newestSnapshot, storeSnapshot } from '../../../release/fetch/snapshots.ts';
import { at, NEWER, NEWEST } from './newer-texts.ts';
import { documentAt, refusalOf, storedIn, TEXT, testWorld } from './orchard.ts';
import { answers, registerThat } from './register-server.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

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
