import { describe, expect, it } from 'vitest';
import type { Change, Fate } from '../bench/fates.ts';
import { brokenNumbers, brokenRow, changedDigits } from '../bench/mutations.ts';
import { changesOfAnnexes } from '../bench/power-annexes.ts';
import { changesOfTables } from '../bench/power-tables.ts';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { takeInk } from '../pipeline/normalise/reading/ink.ts';
import { plainLayer } from './layers.ts';
import { documentOf, fixtureFile } from './made-up-document.ts';

type Tally = Readonly<Record<Fate, number>>;

async function tallyOf(
  changes: Iterable<Change> | AsyncIterable<Change>,
  kind: string,
  most: number,
): Promise<Tally> {
  const tally = { stopped: 0, broken: 0, warned: 0, misled: 0, slipped: 0 };
  let count = 0;
  for await (const change of changes) {
    if (change.kind !== kind) continue;
    tally[change.fate()] += 1;
    count += 1;
    if (count === most) break;
  }
  return tally;
}

describe('the power of the checks', () => {
  it('is measured on the numbers that are read: a changed digit of a sum breaks it, in the annexes of a text', async () => {
    const fixture = 'totals-of-another-table';
    const bytes = new TextEncoder().encode(fixtureFile(fixture, 'input.txt'));
    const changes = (): Iterable<Change> =>
      changesOfAnnexes(documentOf(fixture), { file: 'input.txt', bytes });
    const { broken, slipped } = await tallyOf(changes(), 'digit', 250);
    // Most are found out; what slips through is a last digit, or a number that is in no sum.
    expect(broken).toBeGreaterThan(2 * slipped);
  });

  it('and in tables that are read by the places of their cells, which are as they were behind each change', async () => {
    const document = openDocument('examples/markets');
    const source = openSource(undefined, document);
    // A first digit 0 is no number; the last digit by one is what rounding could do to a sum.
    const first = await tallyOf(changesOfTables(document, source), 'digit', 45);
    expect(first).toEqual({ stopped: 1, broken: 42, warned: 0, misled: 0, slipped: 2 });
  });

  it('changes what is printed wherever it changes what is compared', () => {
    const ink = takeInk(plainLayer('North 12,5 7 3', 'made-up.txt'));
    const place = { table: 'harvest', number: 0, from: 5, to: ink.folded.length };
    const cells = [
      { start: 5, end: 9 },
      { start: 9, end: 10 },
    ];
    const mutations = [
      ...changedDigits(ink, place),
      ...brokenNumbers(ink, place),
      ...brokenRow(ink, { ...place, cells }),
    ];
    expect(new Set(mutations.map(({ kind }) => kind)).size).toBe(6);
    for (const { kind, ink: changed } of mutations)
      expect(changed.printed.slice(5), kind).toBe(changed.folded.slice(5));
  });
});
