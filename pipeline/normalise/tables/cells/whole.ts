import { type TablePlan, valueIndexes } from '../../../template/tables/table-plan.ts';
import { matchBody } from './body.ts';
import { markTexts } from './letters.ts';
import type { PrintedBody } from './pieces.ts';

/** Whether bodies are all of a declared table: every column of values, and every row without a fault. */
export function isReadWhole(plan: TablePlan, bodies: readonly PrintedBody[]): boolean {
  const seen = new Set(bodies.flatMap(({ indexes }) => indexes));
  const isWhole = plan.columns.every(({ columns }) =>
    columns.every((column) => valueIndexes(column).every((index) => seen.has(index))),
  );
  return isWhole && bodies.every((body) => matchBody(plan, body, markTexts(plan)).faults.length === 0);
}
