import { lineOf } from '../../../pipeline/extract/text-layer.ts';
import { wholeReport } from './whole-report.ts';

export const { layer, prose } = wholeReport;
/** The number of the line that a place of the text stands in. */
export const lineAt = (origin: number | undefined): number => lineOf(layer, origin ?? 0).number;
