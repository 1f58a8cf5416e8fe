import { kkProse } from './kk-prose.ts';
import { kkQuantities } from './kk-quantities.ts';
import { kkSeries } from './kk-series.ts';
import type { Language } from './language.ts';

/** Kazakh: decimal comma; the cases in which year and month stand after a number (`1 жылдан 7 айға дейін`). */
export const kk: Language = {
  decimalSign: ',',
  months: new Map([
    ['жыл', 12],
    ['жылдан', 12],
    ['жылға', 12],
    ['ай', 1],
    ['айдан', 1],
    ['айға', 1],
  ]),
  prose: kkProse,
  quantities: kkQuantities,
  series: kkSeries,
};
