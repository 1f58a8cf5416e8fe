import type { SeriesLanguage } from '../../../locale/series-language.ts';
import type { FigurePlan } from '../../../template/plan.ts';
import type { PassageInk } from './figure-label.ts';
import { type Numeral, startsAny } from './numerals.ts';

/**
 * Whether a figure is printed in the scale of its unit: `91,6 млрд. теңге` in billions and in no other. The
 * first number of a span may leave the scale to the second: `1-ден 12 млрд. теңгеге`.
 */
export function isInScale(
  passage: PassageInk,
  figure: Numeral,
  { unitName }: FigurePlan,
  language: SeriesLanguage,
): boolean {
  return printedScale(passage, figure, language) === scaleOf(unitName, language);
}

function printedScale(
  passage: PassageInk,
  { to, opensSpan }: Numeral,
  language: SeriesLanguage,
): number | undefined {
  const { lower, numerals } = passage;
  const at = lower.folded.charAt(to) === '-' ? to + 1 : to;
  const own = language.scales.findIndex((words) => startsAny(lower, at, words));
  if (own >= 0) return own;
  const next = opensSpan ? numerals.find(({ from }) => from >= to) : undefined;
  return next && printedScale(passage, next, language);
}

/** The scale that a unit's name speaks of: `алдыңғы жылға қарағанда пайызбен` is in per cent. */
function scaleOf(name: string, { scales }: SeriesLanguage): number | undefined {
  const words = name.split(' ');
  const scale = scales.findIndex((each) =>
    words.some((word) => each.some((beginning) => word.startsWith(beginning))),
  );
  return scale < 0 ? undefined : scale;
}
