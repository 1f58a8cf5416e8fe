import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { validate } from '../../pipeline/validate/validate.ts';
import { madeUpDocument } from '../made-up-document.ts';
import { layoutOf, type RandomTable, ROWS, randomTable } from './random-table.ts';
import { typeset, typesetting } from './typeset.ts';

/** A hundred of the same tables at each run of the suite; `npm run random-tables` tries ten thousand others. */
const RUNS = process.env.RANDOM_TABLES;
const KEPT = { numRuns: 100, seed: 16 };

/** Numbers of any sign with up to six decimals. */
const SCHEMA = readFileSync('tests/fixtures/damage/document/schemas/harvest.json', 'utf8')
  .replaceAll('"harvest"', '"balance"')
  .replace('"scale": 2', '"scale": 6')
  .replace('"minimum": 0', '"minimum": -100000000');

/** What is published of a table, by its keys; undefined where the build refuses. */
async function published(
  table: RandomTable,
  { name, bytes }: ReturnType<typeof typeset>,
): Promise<ReadonlyMap<string, readonly unknown[]> | undefined> {
  const document = madeUpDocument(
    ['balance'],
    new Map([['tables/balance.yaml', layoutOf(table)]]),
    new Map([['balance.json', SCHEMA]]),
  );
  try {
    const { datasets } = validate(normalise(await extract(bytes, name), document), document);
    const rows = datasets.find(({ schema }) => schema.name === 'balance')?.rows ?? [];
    return new Map(
      rows.map(({ orchard, year, tonnes, notes }) => [
        `${orchard} ${year}`,
        [tonnes === null || tonnes === undefined ? null : Number(tonnes), notes],
      ]),
    );
  } catch (error) {
    if (error instanceof SourceFault) return undefined;
    throw error;
  }
}

function meant({ years, cells }: RandomTable): ReadonlyMap<string, readonly unknown[]> {
  return new Map(
    cells.flatMap((row, index) =>
      row.map(({ value, mark }, column) => [
        `${ROWS[index]?.[0]} ${years[column]}`,
        [value, value === null ? null : (mark ?? null)],
      ]),
    ),
  );
}

describe('what is published of a table is what is printed, or the build refuses', () => {
  it('for random tables, in any notation, set in any way', async () => {
    let read = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(randomTable, typesetting, async (table, setting) => {
        // A text does not show where a cell is empty: the digits of its neighbour may be two values.
        fc.pre(!table.hasBlanks || setting.kind.endsWith('PDF'));
        const input = typeset(table, setting);
        all += 1;
        const values = await published(table, input);
        if (values === undefined) return;
        read += 1;
        // A mark that is raised without its bracket may be told as a mark or left aside; the number must be right.
        const withMarks = !(setting.areMarksRaised && input.name.endsWith('.pdf'));
        const shown = (rows: ReadonlyMap<string, readonly unknown[]>): unknown =>
          [...rows].map(([key, [value, notes]]) => [key, value, withMarks ? notes : null]).sort();
        expect(shown(values)).toEqual(shown(meant(table)));
      }),
      RUNS === undefined ? KEPT : { numRuns: Number(RUNS) },
    );
    expect(read / all).toBeGreaterThan(0.2);
    if (RUNS !== undefined) console.log(`${read} of ${all} tables were published, the others refused`);
  }, 3_600_000);
});
