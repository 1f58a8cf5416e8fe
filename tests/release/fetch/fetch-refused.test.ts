import { describe, expect, it } from 'vitest';
import { exhausting, type TaskReader } from '../../../pipeline/command-line/limited-reading.ts';
import type { DocumentDescription } from '../../../pipeline/template/document.ts';
import { fetchDocument } from '../../../release/fetch/fetch.ts';
import { newestSnapshot } from '../../../release/fetch/snapshots.ts';
import { at, NEWER, NEWEST } from './newer-texts.ts';
import { documentAt, refusalOf, storedIn, testWorld } from './orchard.ts';
import { answers, registerThat, says } from './register-server.ts';

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
