import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../pipeline/normalise/reading/provenance.ts';
import { annexes, outcomeOf, read } from '../project.ts';

/** The cells of tables; a number in running text has no neighbour that it could be confused with. */
const cells = read(annexes).cells.filter(({ reading }) => reading !== 'sentence');

function cellNamed(cellId: string): Cell {
  const cell = cells.find((each) => each.cellId === cellId);
  if (cell === undefined) throw new Error(`no cell ${cellId}`);
  return cell;
}

/** The annexes with another text in the place of a cell. */
function withCell({ start, end }: Cell, text: string): string {
  return annexes.slice(0, start) + text + annexes.slice(end);
}

const anyCell = fc
  .integer({ min: 0, max: cells.length - 1 })
  .map((index) => cells[index] ?? cellNamed('none'));

describe('a row with one value too few is refused', () => {
  // Each leaves digits that can be grouped into the right number of values: `404 304 2 419 53 382`.
  it.each([
    'poverty_headcount_by_household_size:KZ-MAN.1.2011',
    'poverty_headcount_by_household_size:KZ-MAN.2.2011',
    'poverty_headcount_by_household_size:KZ-KZY.4.2011',
    'poverty_headcount_by_household_size:KZ-AKT.2.2010',
    'poverty_headcount:KZ-AKM._T.2010',
    'socioeconomic_indicators:local_budget_balance.2012',
  ])('without %s', (cellId) => {
    expect(outcomeOf(withCell(cellNamed(cellId), ''))).toMatchObject({ kind: 'refused' });
  });

  it('whichever it is', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        expect(outcomeOf(withCell(cell, ''))).toMatchObject({ kind: 'refused' });
      }),
      { numRuns: 20 },
    );
  });
});

describe('a row with one value too many is refused', () => {
  // Each adds digits that can be grouped with those beside them: `298 227 183 177 138 136 136`.
  it.each([
    'drug_crimes:KZ-PAV.2015',
    'drug_register:KZ-KZY.2015',
    'trafficking_cases:A135.2008',
    'ombudsman_complaints:social_security.2010',
  ])('with %s twice', (cellId) => {
    const cell = cellNamed(cellId);
    expect(outcomeOf(withCell(cell, `${cell.raw} ${cell.raw}`))).toMatchObject({ kind: 'refused' });
  });

  it('whichever it is', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        expect(outcomeOf(withCell(cell, `${cell.raw} ${cell.raw}`))).toMatchObject({ kind: 'refused' });
      }),
      { numRuns: 20 },
    );
  });
});
