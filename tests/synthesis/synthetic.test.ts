import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../bench/synthesis/choices.ts';
import { type Contents, contentsOf, withOtherValues } from '../../bench/synthesis/contents.ts';
import { KINDS, type Kind, printedAnew, type Synthetic } from '../../bench/synthesis/synthetic.ts';
import { differences, truthFiles } from '../../bench/synthesis/truth.ts';
import { markupOf, openDocument, openSource } from '../../pipeline/command-line/folders.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import { documentOf, fixtureFile } from '../made-up-document.ts';

interface Known {
  readonly document: DocumentDescription;
  readonly contents: Contents;
}

async function example(name: string): Promise<Known> {
  const document = openDocument(`examples/${name}`);
  return { document, contents: await contentsOf(openSource(undefined, document), document) };
}

async function fixture(name: string): Promise<Known> {
  const document = documentOf(name);
  const bytes = new TextEncoder().encode(fixtureFile(name, 'input.txt'));
  return { document, contents: await contentsOf({ file: 'input.txt', bytes }, document) };
}

/** What comes of reading a synthetic document: how it differs from what it says, or undefined where it is refused. */
async function readAgain(
  { document }: Known,
  { name, bytes, contents }: Synthetic,
): Promise<readonly string[] | undefined> {
  try {
    const source = { file: name, bytes, markup: markupOf(document) };
    return differences(document, contents, await contentsOf(source, document));
  } catch (error) {
    if (error instanceof SourceFault) return undefined;
    throw error;
  }
}

const SEEDS = [1, 2, 3];

describe('a synthetic document', () => {
  // Two tables of the same columns without a title between them are one table, unless they are marked up.
  it.each<[string, readonly Kind[]]>([
    ['lighthouses', KINDS],
    ['wells', KINDS],
    ['classrooms', KINDS],
    ['ferries', ['pdf', 'html']],
    ['libraries', KINDS],
    ['markets', ['html']],
  ])('is read as what it says, or refused: the tables of %s', async (name, kinds) => {
    const known = await example(name);
    for (const kind of kinds) {
      const outcomes = await Promise.all(
        SEEDS.map((seed) => readAgain(known, printedAnew(known.document, known.contents, kind, seed))),
      );
      const read = outcomes.filter((each) => each !== undefined);
      expect([kind, read.flat()]).toEqual([kind, []]);
      expect([kind, read.length]).toEqual([kind, SEEDS.length]);
    }
  });

  it.each([
    'totals-of-another-table',
    'text-that-spans-columns',
    'sentence-in-a-cell',
    'family-of-tables',
    'blocks-of-rows',
    'list-with-terms',
    'nil-and-missing',
  ])('is read as what it says, or refused: annexes, %s', async (name) => {
    const known = await fixture(name);
    let read = 0;
    for (const kind of KINDS) {
      for (const seed of SEEDS) {
        const made = printedAnew(known.document, known.contents, kind, seed);
        const outcome = await readAgain(known, made);
        if (outcome === undefined) continue;
        expect([made.setting, outcome]).toEqual([made.setting, []]);
        read += 1;
      }
    }
    expect(read).toBeGreaterThan(KINDS.length);
  });

  it('is the same to the byte for the same seed, and another for another', async () => {
    const { document, contents } = await example('lighthouses');
    for (const kind of KINDS) {
      const [one, again, other] = [7, 7, 8].map((seed) => printedAnew(document, contents, kind, seed).bytes);
      expect(one).toEqual(again);
      expect(one).not.toEqual(other);
    }
  });

  it('comes with the truth as CSV: each value with its codes, status and marks', async () => {
    const { document, contents } = await example('wells');
    const files = truthFiles(document, contents);
    expect([...files.keys()]).toEqual(['depth.csv']);
    expect(files.get('depth.csv')?.split('\n').slice(0, 2)).toEqual([
      'well,month,column,value,status,notes',
      expect.stringMatching(/^mill_lane,may,metres,\d+\.\d,A,$/),
    ]);
  });
});

describe('other values', () => {
  it('are other than before, of the same decimals, and every identity holds that held', async () => {
    const { document, contents } = await example('markets');
    const other = withOtherValues(contents, document, new Set(), choicesOf(1));
    const numberOf = ({ slots }: Contents, slot: number | undefined): string => {
      const content = slots.get(slot ?? -1);
      return content?.kind === 'number' ? content.value : '';
    };
    const slots = document.plan.slots.map(({ index }) => index);
    const changed = slots.filter((slot) => numberOf(other, slot) !== numberOf(contents, slot));
    expect(changed.length).toBeGreaterThan(0.8 * slots.length);
    const decimals = (said: Contents): readonly number[] =>
      slots.map((slot) => numberOf(said, slot).split('.')[1]?.length ?? 0);
    expect(decimals(other)).toEqual(decimals(contents));
    for (const table of ['apples', 'pears']) {
      for (const year of ['2020', '2021']) {
        const [all = 0, ...parts] = ['all', 'old_town', 'harbour', 'new_market'].map((market) => {
          const slot = document.plan.slots.find(
            (each) => each.table === table && each.codes.market === market && each.codes.year === year,
          );
          return Number(numberOf(other, slot?.index));
        });
        expect([table, year, all]).toEqual([
          table,
          year,
          expect.closeTo(
            parts.reduce((sum, each) => sum + each, 0),
            6,
          ),
        ]);
      }
    }
  });

  it('leave those that are to be kept', async () => {
    const { document, contents } = await example('wells');
    const all = new Set(document.plan.slots.map(({ index }) => index));
    expect(withOtherValues(contents, document, all, choicesOf(1))).toEqual(contents);
  });
});
