import type { Point } from '../charts/number-line.ts';
import { type ValueRow, valueCells } from './table.ts';

/** The values of a row of the table as the points of a line. */
export function pointsOf({ printed, element }: ValueRow, years: readonly number[]): readonly Point[] {
  const cells = valueCells(element);
  return years.map((year, at) => {
    const text = printed[at] ?? null;
    return {
      year,
      value: text === null ? null : Number(text),
      printed: text,
      isSlight: cells[at]?.querySelector('a.slight') != null,
      isContradicted: cells[at]?.querySelector('a.contradicted') != null,
    };
  });
}
