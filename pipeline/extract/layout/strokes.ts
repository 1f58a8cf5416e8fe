import { type Drawn, drawnLines } from './frames.ts';
import type { Rule } from './ink.ts';
import { isValueSegment, type PrintedLine } from './lines.ts';
import { SETTINGS } from './settings.ts';
import { isValue } from './values.ts';

/**
 * The rules of a page without the strokes of its text: what underlines a word, strikes it out or frames it is no longer
 * than the word, and parts no rows. Parts of a border go on beside it, or touch the upright rules of a table.
 */
export function withoutStrokes(rules: readonly Rule[], lines: readonly PrintedLine[]): readonly Rule[] {
  const { levels, uprights } = drawnLines(rules);
  const tall = uprights.filter(({ at, from, to }) => !lines.some((line) => isBeside(at, from, to, line)));
  const strokes = levels.filter(
    (rule) => !tall.some((upright) => touches(rule, upright)) && lines.some((line) => isStrokeOf(rule, line)),
  );
  if (strokes.length === 0) return rules;
  const slack = SETTINGS.sameRule.value;
  const isStroke = ({ axis, at, from, to }: Rule): boolean =>
    axis === 'level' &&
    strokes.some(
      (stroke) => Math.abs(stroke.at - at) <= slack && from >= stroke.from - 1 && to <= stroke.to + 1,
    );
  return rules.filter((rule) => !isStroke(rule));
}

/** Whether an upright is no higher than a line, as one that frames a word. */
function isBeside(at: number, from: number, to: number, { baseline, size, segments }: PrintedLine): boolean {
  const slack = SETTINGS.strokeSlack.value * size;
  return (
    from > baseline - SETTINGS.strokeAbove.value * size &&
    to < baseline + SETTINGS.strokeBelow.value * size &&
    segments.some(({ left, right }) => Math.abs(at - left) < slack || Math.abs(at - right) < slack)
  );
}

/**
 * The level rules of a frame without those that stand alone inside of one cell, and end before its borders: a dash in
 * an empty cell, a line to write on. They part no rows.
 */
export function withoutLoneStrokes({ levels, uprights }: Drawn): readonly Rule[] {
  const slack = SETTINGS.sameRule.value;
  return levels.filter((level) => {
    const { at, from, to } = level;
    const beside = uprights.filter((upright) => upright.from < at - slack && upright.to > at + slack);
    const left = Math.max(...beside.filter((upright) => upright.at < (from + to) / 2).map((each) => each.at));
    const right = Math.min(
      ...beside.filter((upright) => upright.at > (from + to) / 2).map((each) => each.at),
    );
    const isInside = Number.isFinite(right - left) && from > left + slack && to < right - slack;
    return !isInside || levels.some((other) => other !== level && Math.abs(other.at - at) < slack);
  });
}

function touches({ at, from, to }: Rule, upright: Rule): boolean {
  const slack = SETTINGS.sameRule.value;
  return (
    upright.at >= from - slack &&
    upright.at <= to + slack &&
    at >= upright.from - slack &&
    at <= upright.to + slack
  );
}

function isStrokeOf({ at, from, to }: Rule, { baseline, size, segments, tokens }: PrintedLine): boolean {
  const up = (baseline - at) / size;
  if (up < -SETTINGS.strokeBelow.value || up > SETTINGS.strokeAbove.value) return false;
  const slack = SETTINGS.strokeSlack.value * size;
  const isOf = (left: number, right: number): boolean => from > left - slack && to < right + slack;
  // Rules below words tell which columns a head spans.
  const isUnder = up <= 0;
  return (
    segments.some((segment) => isOf(segment.left, segment.right) && (!isUnder || isValueSegment(segment))) ||
    tokens.some(({ box, text }) => isOf(box.left, box.right) && (!isUnder || isValue(text)))
  );
}
