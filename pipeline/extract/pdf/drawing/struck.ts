import type { Box } from '../../../page/place.ts';
import type { Rule } from '../../layout/ink.ts';
import { SETTINGS } from '../settings.ts';
import type { Glyph, Point, Slant } from './ink.ts';
import type { Baselines } from './letters.ts';

/** How high above the baseline, in em, a line lies that strikes out: in the middle of the letters. */
const LOWEST = SETTINGS.lowestStrike.value;
const HIGHEST = SETTINGS.highestStrike.value;
/** It crosses at least this share of a letter's width. */
const CROSSED = SETTINGS.struckShare.value;
const EDGE = SETTINGS.slantAtEdge.value;
/** An upright line crosses a digit that stands so far over both of its sides, from its feet to its heads. */
const UPRIGHT_EDGE = SETTINGS.uprightAtEdge.value;
const CROSSED_FROM = SETTINGS.slantHighest.value;
const CROSSED_TO = SETTINGS.slantLowest.value;
const DIGIT = /^\p{Nd}$/u;

/** What is struck out, and the rules that strike it. */
export interface Struck<G> {
  readonly struck: ReadonlySet<G>;
  readonly strikes: ReadonlySet<Rule>;
  /** Digits that a line crosses otherwise: slanting, or near their feet or heads. Whether it strikes them, nobody knows. */
  readonly crossed: ReadonlySet<G>;
}

/** The glyphs that a level line strikes through, or one of `quads`, the boxes of annotations that do. */
export function struckOut<G extends Glyph>(
  glyphs: readonly G[],
  baselines: Baselines<G>,
  rules: readonly Rule[],
  slants: readonly Slant[],
  quads: readonly Box[],
): Struck<G> {
  const struck = new Set<G>();
  const crossed = new Set<G>();
  const strikes = new Set<Rule>();
  for (const rule of joinedLevels(rules)) {
    const { at, from, to } = rule;
    for (const glyph of baselines.within(at, at + SETTINGS.crossedHighest.value * baselines.largest)) {
      const up = (glyph.y - at) / glyph.size;
      if (up < SETTINGS.crossedLowest.value || up > SETTINGS.crossedHighest.value) continue;
      const shared = Math.min(to, glyph.x + glyph.width) - Math.max(from, glyph.x);
      if (shared < CROSSED * glyph.width) continue;
      if (up < LOWEST || up > HIGHEST) {
        if (DIGIT.test(glyph.text)) crossed.add(glyph);
        continue;
      }
      struck.add(glyph);
      for (const part of rule.parts) strikes.add(part);
    }
  }
  for (const { axis, at, from, to } of rules) {
    if (axis !== 'upright') continue;
    for (const glyph of baselines.within(from, to + baselines.largest)) {
      const across = (at - glyph.x) / glyph.width;
      if (!(across > UPRIGHT_EDGE && across < 1 - UPRIGHT_EDGE) || !DIGIT.test(glyph.text)) continue;
      if (from <= glyph.y - CROSSED_FROM * glyph.size && to >= glyph.y - CROSSED_TO * glyph.size)
        crossed.add(glyph);
    }
  }
  for (const { from, to } of slants) {
    const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
    for (const glyph of baselines.within(top, bottom + baselines.largest))
      if (DIGIT.test(glyph.text) && passesThrough(from, to, glyph)) crossed.add(glyph);
  }
  for (const glyph of quads.length === 0 ? [] : glyphs)
    if (!glyph.blank && quads.some((quad) => liesIn(glyph, quad))) struck.add(glyph);
  return { struck, strikes, crossed };
}

interface JoinedRule {
  readonly at: number;
  readonly from: number;
  to: number;
  readonly parts: Rule[];
}

/** The level rules, the dashes of one line as one. */
function joinedLevels(rules: readonly Rule[]): readonly JoinedRule[] {
  const levels = rules
    .filter(({ axis }) => axis === 'level')
    .sort((one, other) => one.at - other.at || one.from - other.from);
  const joined: JoinedRule[] = [];
  for (const rule of levels) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      Math.abs(rule.at - last.at) < SETTINGS.strokeAtRule.value &&
      rule.from - last.to < SETTINGS.dashesOfStrike.value;
    if (goesOn) {
      last.to = Math.max(last.to, rule.to);
      last.parts.push(rule);
    } else joined.push({ at: rule.at, from: rule.from, to: rule.to, parts: [rule] });
  }
  return joined;
}

/** Whether a line passes through the body of a digit. */
function passesThrough([x1, y1]: Point, [x2, y2]: Point, { x, y, width, size }: Glyph): boolean {
  // The part of the line, from 0 to 1, that lies within the box on both axes.
  let [begin, end] = [0, 1];
  for (const [from, to, least, most] of [
    [x1, x2, x + EDGE * width, x + (1 - EDGE) * width],
    [y1, y2, y - SETTINGS.slantHighest.value * size, y - SETTINGS.slantLowest.value * size],
  ] as const) {
    if (from === to && (from < least || from > most)) return false;
    if (from === to) continue;
    const [one, other] = [(least - from) / (to - from), (most - from) / (to - from)];
    begin = Math.max(begin, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return begin < end;
}

/** Whether the middle of a glyph's letter lies in a box. */
export function liesIn({ x, y, width, size }: Glyph, { left, top, right, bottom }: Box): boolean {
  const [middle, height] = [x + width / 2, y - size * 0.3];
  return middle > left && middle < right && height > top && height < bottom;
}
