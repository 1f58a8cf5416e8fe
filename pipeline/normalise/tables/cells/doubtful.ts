import type { Finding, Place } from '../../../page/finding.ts';
import type { Ink } from '../../reading/ink.ts';
import { DECLARE_NUMBERS } from '../diagnosis/row-findings.ts';
import { doubtfulNumbers, mixedSigns } from '../doubts/doubtful-notation.ts';
import type { SolvedRow } from '../lattice/lattice.ts';

/** One finding a table: its first number that can be read in two ways, or two numbers of different notations. */
export function doubtfulNotation(
  ink: Ink,
  rows: readonly SolvedRow[],
  placeOf: (row: SolvedRow) => Place,
): readonly Finding[] {
  const told = new Set<string>();
  const made = (row: SolvedRow, found: string): readonly Finding[] => {
    const table = row.row.item.slots[0]?.table ?? '';
    if (told.has(table)) return [];
    told.add(table);
    const place = { ...placeOf(row), table, row: row.row.item.label };
    return [
      {
        kind: 'ambiguous',
        place,
        expected: 'numbers that can be read in one way',
        found,
        action: DECLARE_NUMBERS,
      },
    ];
  };
  return [
    ...mixedSigns(ink, rows).flatMap(([row, one, other]) => made(row, `"${one}" and "${other}"`)),
    ...doubtfulNumbers(ink, rows).flatMap(({ row, cell, printed, grouped }) =>
      made(
        row,
        `"${printed}", which is ${cell.content.kind === 'number' ? cell.content.value : ''} or ${grouped}`,
      ),
    ),
  ];
}
