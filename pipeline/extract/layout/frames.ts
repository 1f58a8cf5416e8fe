import type { Box } from '../../page/place.ts';
import type { Rule } from './ink.ts';
import { type PrintedLine, runsAcross } from './lines.ts';
import { SETTINGS } from './settings.ts';

/** Rules that hang together, as those of one table do. */
export interface Frame {
  readonly box: Box;
  readonly uprights: readonly Rule[];
  readonly levels: readonly Rule[];
}

/** Rules of a page, joined where they continue each other: a browser draws a border cell by cell. */
export interface Drawn {
  readonly uprights: readonly Rule[];
  readonly levels: readonly Rule[];
}

export function drawnLines(rules: readonly Rule[]): Drawn {
  return {
    uprights: joinedRules(rules.filter(({ axis }) => axis === 'upright')),
    levels: joinedRules(rules.filter(({ axis }) => axis === 'level')),
  };
}

/** The edges of shaded areas, as rules, but for those beside which one is drawn: a table may have no others. */
export function edgesOf(fills: readonly Box[], rules: readonly Rule[]): Rule[] {
  return fills
    .flatMap(({ left, top, right, bottom }): Rule[] => [
      { axis: 'level', at: top, from: left, to: right },
      { axis: 'level', at: bottom, from: left, to: right },
      { axis: 'upright', at: left, from: top, to: bottom },
      { axis: 'upright', at: right, from: top, to: bottom },
    ])
    .filter((edge) => !rules.some((rule) => isBeside(rule, edge)));
}

function isBeside(rule: Rule, edge: Rule): boolean {
  return (
    rule.axis === edge.axis &&
    Math.abs(rule.at - edge.at) < SETTINGS.padding.value &&
    Math.min(rule.to, edge.to) - Math.max(rule.from, edge.from) > (edge.to - edge.from) / 2
  );
}

function joinedRules(rules: readonly Rule[]): Rule[] {
  const near: Rule[][] = [];
  let at = -Infinity;
  for (const rule of [...rules].sort((one, other) => one.at - other.at)) {
    if (rule.at - at > SETTINGS.sameRule.value) {
      near.push([]);
      at = rule.at;
    }
    near.at(-1)?.push(rule);
  }
  return near.flatMap(union).filter(({ from, to }) => to - from > SETTINGS.shortestRule.value);
}

/** Unites the parts of a line; it stands where most of it is drawn. */
function union(parts: readonly Rule[]): Rule[] {
  const lines: { axis: Rule['axis']; at: number; from: number; to: number; longest: number }[] = [];
  for (const { axis, at, from, to } of [...parts].sort((one, other) => one.from - other.from)) {
    const last = lines.at(-1);
    if (last === undefined || from - last.to > SETTINGS.sameRule.value) {
      lines.push({ axis, at, from, to, longest: to - from });
      continue;
    }
    last.to = Math.max(last.to, to);
    if (to - from > last.longest) {
      last.at = at;
      last.longest = to - from;
    }
  }
  return lines.map(({ axis, at, from, to }) => ({ axis, at, from, to }));
}

/**
 * Sets of rules that hang together, from the smallest to the largest: rules that touch, and level rules that reach
 * equally far and have no running text between them.
 */
export function framesOf({ uprights, levels }: Drawn, lines: readonly PrintedLine[]): Frame[] {
  const sets = new Sets(uprights.length + levels.length);
  const stacked = [...levels.keys()].sort((one, other) => (levels[one]?.at ?? 0) - (levels[other]?.at ?? 0));
  for (const [place, upper] of stacked.entries()) {
    const above = levels[upper];
    if (above === undefined) continue;
    for (const [index, upright] of uprights.entries()) {
      if (touch(upright, above)) sets.unite(upper, levels.length + index);
    }
    for (const lower of stacked.slice(place + 1)) {
      const below = levels[lower];
      if (below === undefined || below.at - above.at < SETTINGS.sameRule.value) continue;
      if (sticksOut(below, above)) break;
      if (!belong(above, below)) continue;
      if (!hasProse(lines, above, below) && !partGrids(above, below, uprights, lines))
        sets.unite(upper, lower);
      break;
    }
  }
  const frames = sets.all().flatMap((members) => {
    const own = {
      levels: members.flatMap((index) => levels[index] ?? []),
      uprights: members.flatMap((index) => uprights[index - levels.length] ?? []),
    };
    const near = withoutFar(own, lines);
    return near.levels.length + near.uprights.length < 2 ? [] : [{ ...near, box: boxOf(near) }];
  });
  return frames
    .map((frame) => withInner(frame, uprights, levels))
    .sort((one, other) => area(one) - area(other));
}

/**
 * Rules without those that stand off, above or below: no upright touches them, and nothing stands between them and the
 * others. The rule below the head of a page, or above its foot, is as wide as a table that fills the page.
 */
function withoutFar({ levels, uprights }: Drawn, lines: readonly PrintedLine[]): Drawn {
  const ends = uprights.flatMap(({ from, to }) => [from, to]);
  const isFar = (level: Rule, sign: 1 | -1): boolean => {
    const others = levels.filter((other) => other !== level).map(({ at }) => at);
    const next = sign * Math.min(...[...others, ...ends].map((y) => sign * y));
    const isBetween = (y: number): boolean => sign * y > sign * level.at && sign * y < sign * next;
    return (
      sign * (next - level.at) > SETTINGS.sameRule.value && !lines.some(({ baseline }) => isBetween(baseline))
    );
  };
  const far = uprights.length === 0 ? undefined : levels.find((level) => isFar(level, 1) || isFar(level, -1));
  return far === undefined
    ? { levels, uprights }
    : withoutFar({ levels: levels.filter((level) => level !== far), uprights }, lines);
}

/** Where headings interrupt them, some rules of a table touch none of the others. */
function withInner(frame: Frame, uprights: readonly Rule[], levels: readonly Rule[]): Frame {
  const { left, right, top, bottom } = frame.box;
  const slack = SETTINGS.sameRule.value;
  return {
    ...frame,
    uprights: uprights.filter(
      ({ at, from, to }) =>
        at >= left - slack && at <= right + slack && from >= top - slack && to <= bottom + slack,
    ),
    levels: levels.filter(
      ({ at, from, to }) =>
        at >= top - slack && at <= bottom + slack && from >= left - slack && to <= right + slack,
    ),
  };
}

function boxOf({ uprights, levels }: Drawn): Box {
  return {
    left: Math.min(...uprights.map(({ at }) => at), ...levels.map(({ from }) => from)),
    right: Math.max(...uprights.map(({ at }) => at), ...levels.map(({ to }) => to)),
    top: Math.min(...levels.map(({ at }) => at), ...uprights.map(({ from }) => from)),
    bottom: Math.max(...levels.map(({ at }) => at), ...uprights.map(({ to }) => to)),
  };
}

function area({ box }: Frame): number {
  return (box.right - box.left) * (box.bottom - box.top);
}

function touch(upright: Rule, level: Rule): boolean {
  const slack = SETTINGS.sameRule.value;
  return (
    upright.at >= level.from - slack &&
    upright.at <= level.to + slack &&
    level.at >= upright.from - slack &&
    level.at <= upright.to + slack
  );
}

/** Whether two level rules may be of one table: they reach equally far to both sides. */
function belong(above: Rule, below: Rule): boolean {
  const most = SETTINGS.sameExtent.value;
  return Math.abs(above.from - below.from) < most && Math.abs(above.to - below.to) < most;
}

/** Whether a rule reaches further to both sides than another: below it, it is of another table. */
function sticksOut(below: Rule, above: Rule): boolean {
  const most = SETTINGS.sameExtent.value;
  return below.from < above.from - most && below.to > above.to + most;
}

/** Whether running text stands between two level rules. */
function hasProse(lines: readonly PrintedLine[], above: Rule, below: Rule): boolean {
  const room = { left: Math.min(above.from, below.from), right: Math.max(above.to, below.to) };
  const between = lines.filter(({ baseline }) => baseline > above.at && baseline < below.at);
  return between.some((line) => runsAcross(line, room, between));
}

/**
 * Whether two level rules close a grid and open another: uprights end at the one and begin at the other, none stands between
 * them, and these part other columns, or what stands between is no heading of one line. Tables below each other are often as
 * wide.
 */
function partGrids(
  above: Rule,
  below: Rule,
  uprights: readonly Rule[],
  lines: readonly PrintedLine[],
): boolean {
  const slack = SETTINGS.sameRule.value;
  const own = uprights.filter(({ at }) => at > above.from + slack && at < above.to - slack);
  const ending = own.filter(({ from, to }) => from < above.at && Math.abs(to - above.at) <= slack);
  const beginning = own.filter(({ from, to }) => to > below.at && Math.abs(from - below.at) <= slack);
  const isCrossed = own.some(({ from, to }) => from < below.at - slack && to > above.at + slack);
  if (ending.length === 0 || beginning.length === 0 || isCrossed) return false;
  const goOn = ending.filter(({ at }) => beginning.some((other) => Math.abs(other.at - at) <= slack));
  if (goOn.length < Math.max(ending.length, beginning.length) / 2) return true;
  const between = lines.filter(({ baseline }) => baseline > above.at && baseline < below.at);
  return between.some(
    ({ baseline, size }, at) =>
      at > 0 && baseline - (between[at - 1]?.baseline ?? baseline) > SETTINGS.nextRow.value * size,
  );
}

/** Sets of numbers that are united step by step. */
class Sets {
  private readonly heads: number[];

  constructor(count: number) {
    this.heads = Array.from({ length: count }, (_, index) => index);
  }

  private headOf(index: number): number {
    let head = index;
    while (this.heads[head] !== head) head = this.heads[head] ?? head;
    return head;
  }

  unite(one: number, other: number): void {
    this.heads[this.headOf(other)] = this.headOf(one);
  }

  all(): readonly (readonly number[])[] {
    const sets = new Map<number, number[]>();
    for (const index of this.heads.keys()) {
      const head = this.headOf(index);
      const own = sets.get(head);
      if (own === undefined) sets.set(head, [index]);
      else own.push(index);
    }
    return [...sets.values()];
  }
}
