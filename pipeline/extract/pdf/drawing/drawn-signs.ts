import { SETTINGS } from '../settings.ts';
import { UNKNOWN } from './characters.ts';
import type { Glyph, Rule } from './ink.ts';
import type { Baselines } from './letters.ts';

/** How long a stroke is, in em of the digit beside it, that may be a minus. */
const SHORTEST = SETTINGS.shortestMinus.value;
const LONGEST = SETTINGS.longestMinus.value;
/** The same in points, for digits as large as a page has any. */
const LONGEST_IN_POINTS = SETTINGS.longestMinusInPoints.value;
/** How high it lies above the baseline: in the middle of the digits. */
const LOWEST = SETTINGS.lowestMinus.value;
const HIGHEST = SETTINGS.highestMinus.value;
/** How far it ends from the digit. */
const INTO = SETTINGS.minusIntoDigit.value;
const APART = SETTINGS.minusApart.value;
/** A stroke ends at a line that is this near, in points. */
const AT_END = SETTINGS.strokeAtRule.value;
const DIGIT = /^\p{Nd}/u;

/**
 * Level strokes right before or behind a number, as long as a minus: each as a glyph of unknown character, since it may
 * be a minus that was drawn without a letter, and a number that loses it says the opposite. A stroke through letters is
 * none of them, nor is one below or above, or a tick at the axis of a chart.
 */
export function drawnSigns(baselines: Baselines<Glyph>, rules: readonly Rule[]): Glyph[] {
  const short = rules.filter(({ axis, from, to }) => axis === 'level' && to - from < LONGEST_IN_POINTS);
  if (short.length === 0) return [];
  const uprights = rules.filter(({ axis }) => axis === 'upright');
  return short.flatMap((rule) => {
    const own = baselines.below(rule.at, HIGHEST).filter((glyph) => liesInMiddle(rule, glyph));
    if (own.some((glyph) => crosses(rule, glyph)) || uprights.some((upright) => touches(rule, upright)))
      return [];
    const host = own.find((glyph) => DIGIT.test(glyph.text) && standsBeside(rule, glyph));
    if (host === undefined) return [];
    const says = `a level stroke beside a number ("${host.text}"), as long as a minus`;
    const sign: Glyph = {
      ...host,
      text: UNKNOWN,
      x: rule.from,
      width: rule.to - rule.from,
      remark: { says, stops: true },
    };
    return [sign];
  });
}

function liesInMiddle({ at, from, to }: Rule, { y, size }: Glyph): boolean {
  const up = (y - at) / size;
  const length = (to - from) / size;
  return up > LOWEST && up < HIGHEST && length > SHORTEST && length < LONGEST;
}

/** Whether a stroke ends at an upright line: a tick at an axis, or a part of a border. */
function touches({ at, from, to }: Rule, upright: Rule): boolean {
  const isAtEnd = Math.abs(upright.at - from) < AT_END || Math.abs(upright.at - to) < AT_END;
  return isAtEnd && upright.from < at + AT_END && upright.to > at - AT_END;
}

function standsBeside({ from, to }: Rule, { x, width, size }: Glyph): boolean {
  const before = (x - to) / size;
  const behind = (from - x - width) / size;
  return (before > -INTO && before < APART) || (behind > -INTO && behind < APART);
}

function crosses({ from, to }: Rule, { x, width, size }: Glyph): boolean {
  return Math.min(to, x + width) - Math.max(from, x) > INTO * size;
}
