import type { Box } from '../../../page/place.ts';
import type { PageInk, Rule } from '../drawing/ink.ts';

/** A table drawn with rules: its lines from left to right and from top to bottom, and which edges are drawn. */
export interface Grid {
  readonly box: Box;
  /** x of every upright line, outer edges included. */
  readonly uprights: readonly number[];
  /** y of every level line, outer edges included. */
  readonly levels: readonly number[];
  /** Is the left edge of the box in this row and column drawn? Outer edges always count as drawn. */
  readonly leftDrawn: readonly (readonly boolean[])[];
  readonly topDrawn: readonly (readonly boolean[])[];
  /** Is at least a part of the left edge drawn? A heading may interrupt it in a row that holds several rows of text. */
  readonly leftBegun: readonly (readonly boolean[])[];
  /** Whether the outer edge itself was drawn: a row that a page break splits stays open there. */
  readonly opensAbove: boolean;
  readonly opensBelow: boolean;
}

/** Borders nearer than this are one line: the two rules of a double border, the borders of two neighbours. */
const SAME_LINE = 3;
/** No column and no row is narrower. */
const NARROWEST = 5;
/** Shorter lines are ornaments. */
const SHORTEST_LINE = 6;
/** So much of a cell's edge must be drawn. */
const ENOUGH = 0.6;
const BEGUN = 0.2;

/** The ruled tables of a page, from top to bottom. A lone frame and a lone underline are no tables. */
export function gridsOf({ rules, dots }: Pick<PageInk, 'rules' | 'dots'>): Grid[] {
  const uprights = linesAt([...rules.filter(({ axis }) => axis === 'upright'), ...dots.map(uprightDot)]);
  const levels = linesAt([...rules.filter(({ axis }) => axis === 'level'), ...dots.map(levelDot)]);
  return touchingSets(uprights, levels)
    .flatMap((set) => gridOf(uprightsWithin(set, uprights), set.levels) ?? [])
    .sort((one, other) => one.box.top - other.box.top);
}

/** A dot may be part of a border in either direction; those that line up are one. */
function uprightDot({ left, right, top, bottom }: Box): Rule {
  return { axis: 'upright', at: (left + right) / 2, from: top, to: bottom };
}

function levelDot({ left, right, top, bottom }: Box): Rule {
  return { axis: 'level', at: (top + bottom) / 2, from: left, to: right };
}

/** Joins rules that continue each other: a browser draws a border cell by cell, or dot by dot. */
function linesAt(rules: Rule[]): Rule[] {
  const lines: Rule[][] = [];
  let line: Rule[] = [];
  let at = -Infinity;
  for (const rule of rules.sort((one, other) => one.at - other.at)) {
    if (rule.at - at > SAME_LINE) {
      line = [];
      lines.push(line);
      at = rule.at;
    }
    line.push(rule);
  }
  return lines.flatMap(unionOf).filter(({ from, to }) => to - from > SHORTEST_LINE);
}

/** Unites the parts of a line; it stands where most of it is drawn. */
function unionOf(parts: Rule[]): Rule[] {
  const union: { axis: Rule['axis']; at: number; from: number; to: number; longest: number }[] = [];
  for (const { axis, at, from, to } of parts.sort((one, other) => one.from - other.from)) {
    const last = union.at(-1);
    const length = to - from;
    if (last === undefined || from - last.to > SAME_LINE) {
      union.push({ axis, at, from, to, longest: length });
      continue;
    }
    last.to = Math.max(last.to, to);
    if (length > last.longest) {
      last.at = at;
      last.longest = length;
    }
  }
  return union;
}

interface RuleSet {
  readonly uprights: Rule[];
  readonly levels: Rule[];
}

/** Sets of rules that hang together. */
function touchingSets(uprights: readonly Rule[], levels: readonly Rule[]): RuleSet[] {
  let sets: RuleSet[] = levels.map((level) => ({ uprights: [], levels: [level] }));
  for (const upright of uprights) {
    const touched = sets.filter((set) => set.levels.some((level) => touch(upright, level)));
    if (touched.length === 0) continue;
    const merged: RuleSet = {
      uprights: [upright, ...touched.flatMap((set) => set.uprights)],
      levels: touched.flatMap((set) => set.levels),
    };
    sets = [...sets.filter((set) => !touched.includes(set)), merged];
  }
  return sets;
}

/** Where headings interrupt them, some uprights of a table touch none of its levels. */
function uprightsWithin(set: RuleSet, uprights: readonly Rule[]): Rule[] {
  const left = Math.min(...set.levels.map(({ from }) => from)) - SAME_LINE;
  const right = Math.max(...set.levels.map(({ to }) => to)) + SAME_LINE;
  const top =
    Math.min(...set.levels.map(({ at }) => at), ...set.uprights.map(({ from }) => from)) - SAME_LINE;
  const bottom = Math.max(...set.levels.map(({ at }) => at), ...set.uprights.map(({ to }) => to)) + SAME_LINE;
  return uprights.filter(({ at, from, to }) => at >= left && at <= right && from >= top && to <= bottom);
}

function touch(upright: Rule, level: Rule): boolean {
  return (
    upright.at >= level.from - SAME_LINE &&
    upright.at <= level.to + SAME_LINE &&
    level.at >= upright.from - SAME_LINE &&
    level.at <= upright.to + SAME_LINE
  );
}

function gridOf(uprights: readonly Rule[], levels: readonly Rule[]): Grid | undefined {
  const box = {
    left: Math.min(...uprights.map(({ at }) => at), ...levels.map(({ from }) => from)),
    right: Math.max(...uprights.map(({ at }) => at), ...levels.map(({ to }) => to)),
    top: Math.min(...levels.map(({ at }) => at), ...uprights.map(({ from }) => from)),
    bottom: Math.max(...levels.map(({ at }) => at), ...uprights.map(({ to }) => to)),
  };
  const xs = distinct([box.left, ...uprights.map(({ at }) => at), box.right]);
  const ys = distinct([box.top, ...levels.map(({ at }) => at), box.bottom]);
  if (xs.length < 3) return undefined;
  const lefts = xs.slice(0, -1).map((x) => sharesOf(uprights, x, ys));
  const tops = ys.slice(0, -1).map((y) => sharesOf(levels, y, xs));
  const rows = tops.map((_, row) => row);
  const leftAtLeast = (share: number): boolean[][] =>
    rows.map((row) => lefts.map((shares, column) => column === 0 || (shares[row] ?? 0) >= share));
  return {
    box,
    uprights: xs,
    levels: ys,
    leftDrawn: leftAtLeast(ENOUGH),
    leftBegun: leftAtLeast(BEGUN),
    topDrawn: tops.map((shares, row) => shares.map((share) => row === 0 || share >= ENOUGH)),
    opensAbove: !isDrawn(levels, box.top, box),
    opensBelow: !isDrawn(levels, box.bottom, box),
  };
}

/** Which share of each stretch between two marks is drawn on the line at `at`. */
function sharesOf(rules: readonly Rule[], at: number, marks: readonly number[]): number[] {
  const near = rules.filter((rule) => Math.abs(rule.at - at) <= SAME_LINE);
  return marks.slice(1).map((to, index) => {
    const from = marks[index] ?? to;
    let length = 0;
    for (const rule of near) length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
    return length / (to - from);
  });
}

function isDrawn(levels: readonly Rule[], at: number, { left, right }: Box): boolean {
  return (sharesOf(levels, at, [left, right])[0] ?? 0) >= ENOUGH;
}

function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = kept.at(-1);
    if (last === undefined || value - last > NARROWEST) kept.push(value);
  }
  return kept;
}

/** The cell that holds a point, as row times columns plus column of the box in which it begins; -1 outside. */
export function cellIndexAt({ uprights, levels, leftDrawn, topDrawn }: Grid, x: number, y: number): number {
  let row = intervalAt(levels, y);
  let column = intervalAt(uprights, x);
  if (row < 0 || column < 0) return -1;
  while (column > 0 && leftDrawn[row]?.[column] === false) column -= 1;
  while (row > 0 && topDrawn[row]?.[column] === false) row -= 1;
  return row * (uprights.length - 1) + column;
}

function intervalAt(edges: readonly number[], value: number): number {
  let after = 0;
  while (after < edges.length && (edges[after] ?? 0) <= value) after += 1;
  return after < edges.length ? after - 1 : -1;
}
