import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Contents, contentsOf } from '../../bench/synthesis/contents.ts';
import { runningTexts, textDifferences } from '../../bench/synthesis/running-text.ts';
import { KINDS, type Kind, printedAnew } from '../../bench/synthesis/synthetic.ts';
import { differences } from '../../bench/synthesis/truth.ts';
import { markupOf, openDocument, openSource } from '../../pipeline/command-line/folders.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import { writeText } from '../corpus/made-up-corpus.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';

const LONG =
  'Бақтар "Ағаштар туралы" 2007 жылғы 27 шілдедегі № 319 Заңға сәйкес 2014 жылы 1 250 гектарда, 2015 жылы 1 300 ' +
  'гектарда өсті, олардың 12,5 пайызы тауда, қалғаны өзендердің бойында.';
const PARAGRAPHS = [
  LONG,
  'Бақтарда мыналар өседі:\n      1) алма мен алмұрт;\n      2) өрік, шие және қара өрік;\n      3) жүзім.',
  `${LONG} Олар 2014 жылғы 26 желтоқсандағы № 986 Жарлықпен қорғалады.`,
];
let folder = '';
beforeAll(() => {
  folder = makeFolder();
  writeText(folder, { name: 'orchards', year: 2015, paragraphs: PARAGRAPHS });
});
afterAll(() => removeFolder(folder));

async function known(name: string): Promise<{ document: DocumentDescription; contents: Contents }> {
  const document = openDocument(name);
  return { document, contents: await contentsOf(openSource(undefined, document), document) };
}

/** How what is read of a report that is printed anew differs from what it says, in its tables and its text. */
async function differencesOf(
  document: DocumentDescription,
  contents: Contents,
  kind: Kind,
  seed: number,
): Promise<readonly string[]> {
  const made = printedAnew(document, contents, kind, seed);
  const source = { file: made.name, bytes: made.bytes, markup: markupOf(document) };
  const read = await contentsOf(source, document);
  return [...differences(document, made.contents, read), ...textDifferences(contents.text, read.text)];
}

describe('a whole report that is printed anew', () => {
  it('says what it said: headings, numbered paragraphs, lists and tables, in any lines', async () => {
    const { document, contents } = await known(join(folder, 'orchards'));
    expect(runningTexts(contents.text ?? expect.fail('expected a running text'))).toEqual([
      'Қаулы.',
      'Бақтар туралы',
      `1. ${LONG}`,
      '2. Бақтарда мыналар өседі:',
      '1) алма мен алмұрт;',
      '2) өрік, шие және қара өрік;',
      '3) жүзім.',
      `3. ${PARAGRAPHS[2]}`,
    ]);
    for (const kind of KINDS)
      for (const seed of [1, 2, 3, 4])
        expect([kind, seed, await differencesOf(document, contents, kind, seed)]).toEqual([kind, seed, []]);
  });

  it('is told where a paragraph is another, or is not there', async () => {
    const { contents } = await known(join(folder, 'orchards'));
    const text = contents.text ?? expect.fail('expected a running text');
    const [first = expect.fail('expected a paragraph'), ...others] = text.paragraphs;
    const other = { ...first, text: first.text.replace('12,5', '12,6') };
    expect(textDifferences(text, text)).toEqual([]);
    expect(textDifferences(text, { ...text, paragraphs: [other, ...others] })).toHaveLength(1);
    expect(textDifferences(text, undefined)).not.toEqual([]);
  });

  it('says what it said: the report of Kazakhstan, its 559 paragraphs and seven annexes', async () => {
    const { document, contents } = await known('kz-icescr-2');
    expect(contents.text?.paragraphs).toHaveLength(559);
    expect(await differencesOf(document, contents, 'text', 3)).toEqual([]);
  }, 120_000);
});
