import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choicesOf } from '../../bench/synthesis/choices.ts';
import { contentsOf } from '../../bench/synthesis/contents.ts';
import { type Declaration, ofFile } from '../../bench/synthesis/declared-anew.ts';
import { otherNotation } from '../../bench/synthesis/other-notation.ts';
import { type InNotation, inNotationOf, type Kind, printedAnew } from '../../bench/synthesis/synthetic.ts';
import { differences } from '../../bench/synthesis/truth.ts';
import { markupOf, openDocument, openSource } from '../../pipeline/command-line/folders.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import { documentOf, filesOf, fixtureFile, readMadeUp } from '../made-up-document.ts';
import { makeFolder, removeFolder } from '../publish/folder.ts';

const EXAMPLES = ['lighthouses', 'wells', 'classrooms', 'ferries', 'libraries'] as const;
const SEEDS = [1, 2, 3, 4];
let folder = '';
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => removeFolder(folder));

/** A document in its own notation, with the files that declare it. */
async function example(name: string): Promise<InNotation> {
  const own = join('examples', name);
  const document = openDocument(own);
  const paths = readdirSync(own, { recursive: true, encoding: 'utf8' });
  const declared = paths.filter((path) => /^(document|tables\/.*)\.yaml$/.test(path));
  const files = new Map(declared.map((path) => [path, readFileSync(join(own, path), 'utf8')]));
  return { document, files, known: await contentsOf(openSource(undefined, document), document) };
}

/** The document that is declared in a folder of its own, which is written there. */
function written(
  files: ReadonlyMap<string, string | Uint8Array>,
  name: string,
  id: string,
): DocumentDescription {
  const own = join(folder, name, id);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(own, path)), { recursive: true });
    writeFileSync(join(own, path), content);
  }
  return openDocument(own);
}

describe('a synthetic document in another notation', () => {
  it.each(EXAMPLES)('is read as what it says by what declares it: %s', async (name) => {
    const own = await example(name);
    for (const seed of SEEDS) {
      const read = (files: Declaration): DocumentDescription => written(files, `${seed}`, name);
      const { document, known, files } = inNotationOf(seed, own, read, 'other');
      for (const kind of ['pdf', 'html'] satisfies readonly Kind[]) {
        const made = printedAnew(document, known, kind, seed);
        const declared = written(
          new Map<string, string | Uint8Array>([...ofFile(files, made), [made.name, made.bytes]]),
          `${seed}-${kind}`,
          name,
        );
        const again = await contentsOf(openSource(undefined, declared), declared);
        expect([kind, seed, differences(document, made.contents, again)]).toEqual([kind, seed, []]);
      }
    }
  });

  it.each([
    'nil-and-missing',
    'list-with-terms',
    'signs-symbols-and-affixes-declared',
    'thousands-by-comma-declared',
  ])('is read as what it says: annexes, %s', async (name) => {
    const document = documentOf(name);
    const bytes = new TextEncoder().encode(fixtureFile(name, 'input.txt'));
    const own = {
      document,
      files: filesOf(name),
      known: await contentsOf({ file: 'input.txt', bytes }, document),
    };
    for (const seed of SEEDS) {
      const other = inNotationOf(seed, own, readMadeUp, 'other');
      for (const kind of ['pdf', 'html'] satisfies readonly Kind[]) {
        const made = printedAnew(other.document, other.known, kind, seed);
        const source = { file: made.name, bytes: made.bytes, markup: markupOf(document) };
        const again = await contentsOf(source, other.document);
        expect([kind, seed, differences(document, made.contents, again)]).toEqual([kind, seed, []]);
      }
    }
  });

  it('is that of its seed, and half of all seeds have the document’s own', async () => {
    const own = await example('markets');
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    const read = (): DocumentDescription => own.document;
    const drawn = seeds.map((seed) => inNotationOf(seed, own, read).files.get('document.yaml'));
    expect(seeds.map((seed) => inNotationOf(seed, own, read).files.get('document.yaml'))).toEqual(drawn);
    const same = drawn.filter((head) => head === own.files.get('document.yaml'));
    expect(same.length).toBeGreaterThan(10);
    expect(same.length).toBeLessThan(30);
  });
});

describe('the signs of another notation', () => {
  it('are not the document’s own, and none has two meanings', async () => {
    for (const name of [...EXAMPLES, 'markets']) {
      const { document } = await example(name);
      for (let seed = 0; seed < 30; seed += 1) {
        const { numbers } = otherNotation(document, choicesOf(seed));
        const { decimal = '', group = [], negative = [], symbols = {} } = numbers;
        const parts = [
          decimal,
          ...group,
          ...negative.map((form) => form.replace('{n}', '')),
          ...Object.keys(symbols),
        ];
        const signs = parts.flatMap((part) => [...new Set(part)]);
        expect([name, seed, new Set(signs).size]).toEqual([name, seed, signs.length]);
        expect([decimal, ...group]).not.toEqual([
          document.notation.decimal[0] ?? '',
          ...document.notation.groups,
        ]);
        expect(Object.values(symbols).toSorted()).toEqual(
          [...new Set(document.notation.symbols.map(([, meaning]) => meaning))].toSorted(),
        );
      }
    }
  });
});
