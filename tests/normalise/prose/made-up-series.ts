import { expect } from 'vitest';
import { kkSeries } from '../../../pipeline/locale/kk-series.ts';
import { readSeries, type SeriesValue } from '../../../pipeline/normalise/prose/series.ts';
import { renderFinding } from '../../../pipeline/page/finding.ts';
import { paragraph } from './report.ts';
import { plansOf } from './series-plans.ts';

/** A series of two years. */
export const ADMITTED = `
  - series: centres
    measure: admitted
    unit: persons
    passages:
      - paragraph: 1
        figures: [{ years: [2010, 2011] }]
`;

/** A series of one passage with the given figures. */
export function one(figures: string): string {
  return `
  - series: made_up
    measure: number
    unit: persons
    year: 2015
    passages:
      - paragraph: 1
        figures: ${figures}
`;
}

/** What a series reads in a paragraph, which it must read without a fault: `measure.category.year value`. */
export function valuesOf(series: string, text: string): readonly string[] {
  const { values, findings } = readSeries([paragraph(text)], plansOf(`series:${series}`), kkSeries);
  expect(findings.map(renderFinding)).toEqual([]);
  return values.map(said);
}

/** Why a series cannot be read in a paragraph. */
export function findingsOf(series: string, text: string): readonly string[] {
  return readSeries([paragraph(text)], plansOf(`series:${series}`), kkSeries).findings.map(renderFinding);
}

/** A value as `measure.category.year value`. */
export function said({ slot: { codes }, value }: SeriesValue): string {
  return `${codes.measure}.${codes.category}.${codes.year} ${value}`;
}
