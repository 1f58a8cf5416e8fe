import { type Box, boxAround, sharedHeight, sharedWidth } from '../../page/place.ts';
import type { DrawnThing, InkPage, Rule } from './ink.ts';
import { boxOf, type RulesAt, rulesAt } from './rules-at.ts';
import { SETTINGS } from './settings.ts';

/** Something that is drawn, with what it is drawn of. */
export interface Whole extends DrawnThing {
  readonly parts: readonly Box[];
}

/** What is drawn on a page and is neither a letter nor a part of a border. */
export function drawingsOf({
  drawn,
  rules,
  tokens,
}: Pick<InkPage, 'drawn' | 'rules' | 'tokens'>): readonly Whole[] {
  if (drawn.length === 0) return [];
  const lines = { level: rulesAt(rules, 'level'), upright: rulesAt(rules, 'upright') };
  return drawnWholes(drawn, usualSize(tokens)).filter((whole) => !isBorder(whole, lines));
}

/**
 * Puts together what touches, as far as that is no higher than the letters around it: a digit may be drawn line by line
 * or dot by dot, and each of them alone looks like a part of a border, or like dust. What is higher stays in parts, as the
 * borders of cells do.
 *
 *     drawnWholes(strokesOfAnEight, 10) // one whole of five parts
 */
function drawnWholes(things: readonly DrawnThing[], size: number): readonly Whole[] {
  const reach = SETTINGS.oneDrawing.value * size;
  const done: Whole[] = [];
  let open: Whole[] = [];
  for (const { box, isPicture } of [...things].sort((one, other) => one.box.left - other.box.left)) {
    const alone: Whole = { box, isPicture, parts: [box] };
    if (isPicture) {
      done.push(alone);
      continue;
    }
    const near: Whole[] = [];
    const away: Whole[] = [];
    for (const whole of open) {
      const isPast = whole.box.right < box.left - reach;
      (isPast ? done : touches(whole.box, box, reach) ? near : away).push(whole);
    }
    open = away;
    const whole = near.length === 0 ? alone : joined([...near, alone]);
    if (!isHigher(whole, size)) open.push(whole);
    else {
      // Its parts need not be held: what touches it is one of them.
      done.push(...inParts(whole));
      open.push({ ...whole, parts: [] });
    }
  }
  return [...done, ...open].filter(({ parts }) => parts.length > 0);
}

function isHigher({ box }: Whole, size: number): boolean {
  return box.bottom - box.top > size;
}

function inParts({ isPicture, parts }: Whole): readonly Whole[] {
  return parts.map((box) => ({ box, isPicture, parts: [box] }));
}

function touches(one: Box, other: Box, reach: number): boolean {
  return sharedWidth(one, other) >= -reach && sharedHeight(one, other) >= -reach;
}

function joined(wholes: readonly Whole[]): Whole {
  const parts = wholes.flatMap((whole) => whole.parts);
  return {
    box: boxAround(wholes.map(({ box }) => box)) ?? { left: 0, top: 0, right: 0, bottom: 0 },
    isPicture: false,
    parts,
  };
}

/** The middle one of how large letters are. */
function usualSize(tokens: InkPage['tokens']): number {
  const sizes = tokens.map(({ print }) => print.size).sort((one, other) => one - other);
  return sizes[sizes.length >> 1] ?? 0;
}

/**
 * Whether something is dust, or a part of a border: one of its lines goes along another or ends at one, and that one
 * goes on beyond it. The lines of a digit end at each other.
 */
function isBorder({ box, parts }: Whole, rules: Readonly<Record<Rule['axis'], RulesAt>>): boolean {
  if (Math.max(...sizesOf(box)) < SETTINGS.smallestDrawn.value) return true;
  const end = SETTINGS.atRule.value;
  const beside = parts.length === 1 ? SETTINGS.sameRule.value : end;
  const goesBeyond = (rule: Rule): boolean => reachesOut(boxOf(rule), box);
  return parts.some((part) => {
    const line = lineAlong(part);
    if (line === undefined) return false;
    const { axis, at, from, to } = line;
    const [along, across] = axis === 'level' ? [rules.level, rules.upright] : [rules.upright, rules.level];
    const goesOn = (rule: Rule): boolean =>
      rule.from < to + beside && rule.to > from - beside && rule.to - rule.from > to - from + 1;
    const isThere = (rule: Rule): boolean => rule.from < at + beside && rule.to > at - beside;
    return (
      along(at - beside, at + beside, (rule) => goesOn(rule) && goesBeyond(rule)) ||
      across(from - end, from + end, (rule) => isThere(rule) && goesBeyond(rule)) ||
      across(to - end, to + end, (rule) => isThere(rule) && goesBeyond(rule))
    );
  });
}

function reachesOut(inner: Box, outer: Box): boolean {
  const slack = SETTINGS.atRule.value;
  return (
    inner.left < outer.left - slack ||
    inner.top < outer.top - slack ||
    inner.right > outer.right + slack ||
    inner.bottom > outer.bottom + slack
  );
}

/** Something as a line, if it is as thin as one. */
export function lineAlong(box: Box): Rule | undefined {
  const { left, top, right, bottom } = box;
  const [width, height] = sizesOf(box);
  if (Math.min(width, height) > SETTINGS.sameRule.value) return undefined;
  return width > height
    ? { axis: 'level', at: (top + bottom) / 2, from: left, to: right }
    : { axis: 'upright', at: (left + right) / 2, from: top, to: bottom };
}

export function sizesOf({ left, top, right, bottom }: Box): readonly [width: number, height: number] {
  return [right - left, bottom - top];
}
