import type { Finding } from '../../../page/finding.ts';
import type { Cell } from '../../../page/table.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import type { MatchedBody } from './body.ts';
import { lettersOf, shown } from './letters.ts';
import { wholeOf } from './parts.ts';
import { type BodyRow, type FoundTable, isBesideItself } from './pieces.ts';
import { textsBeside } from './side-by-side.ts';

type Fault = Omit<Finding, 'place'>;

const ACTION =
  'declare the table beside it too, each with its title; or its columns by their places: columns: [key, value, ignore]';

/** What is wrong with a declared table where another one stands in the columns beside it; undefined where none does. */
export function besideFinding(
  plan: TablePlan,
  parts: readonly FoundTable[],
  bodies: readonly { readonly matched: MatchedBody }[],
): Fault | undefined {
  if (bodies.some(({ matched }) => matched.faults.length > 0)) {
    const others = parts.map(({ table }) => textsBeside(plan, table)).find((each) => each !== undefined);
    return others === undefined
      ? undefined
      : {
          kind: 'header',
          expected: 'a declared table in all columns that stand beside each other',
          found: `others beside its own: ${others}`,
          action: ACTION,
        };
  }
  const title = parts.find((part) => isBesideItself(part) && part.besideTitle.length > 0);
  return title === undefined
    ? undefined
    : {
        kind: 'header',
        expected: `nothing beside the title "${plan.title[0] ?? ''}" of a table that is printed beside itself`,
        found: shown(title.besideTitle),
        action:
          'if it is the title of another table, declare that too; if it is none, leave it out with ignore',
      };
}

/** What is wrong with a row of which a value is that of another declared table; its values are marked as its own else. */
export function valueOfAnother(
  { name }: TablePlan,
  { printed }: BodyRow,
  valuesOf: Map<Cell, string>,
): Fault | undefined {
  for (const { cell } of printed.flatMap(({ values }) => values)) {
    if (cell.lines.length === 0) continue;
    const whole = wholeOf(cell);
    const owner = valuesOf.get(whole) ?? name;
    valuesOf.set(whole, owner);
    if (owner !== name)
      return {
        kind: 'cells',
        expected: 'a value of one declared table',
        found: `${shown(lettersOf(cell.lines))}, which is a value of ${owner} too`,
        action: 'tell the tables apart by their titles, their pages, or table: 1',
      };
  }
  return undefined;
}
