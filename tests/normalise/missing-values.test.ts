import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import type { Cell } from '../../pipeline/normalise/reading/provenance.ts';
import { remembered } from '../../pipeline/page/remembered.ts';
import type { Element, GridPlan } from '../../pipeline/template/plan.ts';
import { annexes, document, type Outcome, read, sourceOf } from '../project.ts';
import { someTables } from '../some-tables.ts';

/** The cells of tables; a number in running text has no neighbour that it could be confused with. */
const cells = read(annexes).cells.filter(({ reading }) => reading !== 'sentence');

/** The table that a cell is printed in. */
function tableOf({ values: [value] }: Cell): GridPlan {
  const isPrinted = (element: Element): element is GridPlan =>
    element.kind === 'grid' &&
    element.body.some((item) => item.kind === 'row' && item.slots.some(({ index }) => index === value?.slot));
  const table = document.plan.annexes.flatMap(({ elements }) => elements).find(isPrinted);
  if (table === undefined) throw new Error(`no table prints slot ${value?.slot}`);
  return table;
}

/** What is read of the tables of the same annex and year: all whose numbers the identities hold against each other. */
const around = remembered((table: GridPlan) => {
  const annex = document.plan.annexes.find(({ elements }) => elements.includes(table));
  const isBeside = (other: GridPlan): boolean =>
    annex?.elements.includes(other) === true &&
    (other.codes.year ?? table.codes.year) === (table.codes.year ?? other.codes.year);
  const tables = someTables(isBeside);
  return { ...tables, cells: normalise(sourceOf(tables.annexes), tables.document).cells };
});

/** What comes of the table of a cell when something else is printed in its place. */
function outcomeWith(cellId: string, printed: (cell: Cell) => string): Outcome {
  const { annexes, outcomeOf, cells } = around(tableOf(cellNamed(cellId)));
  const cell = cells.find((each) => each.cellId === cellId) ?? cellNamed('none');
  return outcomeOf(annexes.slice(0, cell.start) + printed(cell) + annexes.slice(cell.end));
}

function cellNamed(cellId: string): Cell {
  const cell = cells.find((each) => each.cellId === cellId);
  if (cell === undefined) throw new Error(`no cell ${cellId}`);
  return cell;
}

const without = (): string => '';
const twice = ({ raw }: Cell): string => `${raw} ${raw}`;
const anyCell = fc.constantFrom(...cells.map(({ cellId }) => cellId));

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
    expect(outcomeWith(cellId, without)).toMatchObject({ kind: 'refused' });
  });

  it('whichever it is', () => {
    fc.assert(
      fc.property(anyCell, (cellId) => {
        expect(outcomeWith(cellId, without)).toMatchObject({ kind: 'refused' });
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
    expect(outcomeWith(cellId, twice)).toMatchObject({ kind: 'refused' });
  });

  it('whichever it is', () => {
    fc.assert(
      fc.property(anyCell, (cellId) => {
        expect(outcomeWith(cellId, twice)).toMatchObject({ kind: 'refused' });
      }),
      { numRuns: 20 },
    );
  });
});
