import { type Box, boxAround, sharedHeight, sharedWidth } from '../../../page/place.ts';
import { UNKNOWN } from '../../../page/token.ts';
import type { Rule } from '../../layout/ink.ts';
import { SETTINGS } from '../settings.ts';
import type { Glyph, Speck } from './ink.ts';
import type { Baselines } from './letters.ts';
import { liesIn } from './struck.ts';

/** What stands in a line of text and is no letter: a bar as long as a minus, a dot, or any other sign. */
type Kind = 'bar' | 'dot' | 'sign';

const LONGEST = SETTINGS.longestMinus.value;
/** A stroke ends at a line that is this near, in points. */
const AT_END = SETTINGS.strokeAtRule.value;
const INTO = SETTINGS.minusIntoDigit.value;
const DIGIT = /^\p{Nd}/u;
const LETTER = /^\p{L}/u;

/**
 * What is drawn beside a number without a letter, each as a glyph of unknown character: a level stroke may be a minus,
 * a dot between two digits a decimal point, two curves around it brackets, and a number that loses them says another
 * thing. So is a bar that stands by itself in the line of numbers, as a dash does in an empty cell. What lies over
 * letters, under or above them, or is a part of something larger (a border, a chart, a row of dots) is none of them.
 */
export function drawnSigns(
  baselines: Baselines<Glyph>,
  specks: readonly Speck[],
  rules: readonly Rule[],
): Glyph[] {
  if (specks.length === 0) return [];
  const boxes = specks
    .map(({ box }) => box)
    .filter((box) => !isGround(box, baselines))
    .sort((one, other) => one.top - other.top);
  const signs = new Map<string, Glyph>();
  const digits = numberLines(baselines);
  let first = 0;
  for (const box of boxes) {
    while ((digits[first]?.y ?? Infinity) < box.top - baselines.largest) first += 1;
    if (!isInLine(box, digits, first, baselines.largest)) continue;
    const sign = signOf(box, boxes, baselines, rules);
    if (sign !== undefined) signs.set(`${sign.x} ${sign.y}`, sign);
  }
  return [...signs.values()];
}

/** Whether letters stand on something, as those of a cell on its shading or in its frame: it is a part of no sign. */
function isGround(box: Box, baselines: Baselines<Glyph>): boolean {
  const height = box.bottom - box.top;
  return baselines
    .within(box.top, box.bottom + baselines.largest)
    .some((glyph) => height > SETTINGS.thickestMinus.value * glyph.size && liesIn(glyph, box));
}

/** Whether something can be a sign in the line of a digit, one of those from a place on. */
function isInLine(box: Box, digits: readonly Glyph[], first: number, largest: number): boolean {
  for (let at = first; at < digits.length; at += 1) {
    const digit = digits[at];
    if (digit === undefined || digit.y > box.bottom + largest) return false;
    if (kindOf(box, digit) !== undefined) return true;
  }
  return false;
}

function signOf(
  speck: Box,
  specks: readonly Box[],
  baselines: Baselines<Glyph>,
  rules: readonly Rule[],
): Glyph | undefined {
  const near = baselines.within(speck.top - baselines.largest, speck.bottom + baselines.largest);
  const level = near.filter((glyph) => kindOf(speck, glyph) !== undefined);
  const size = Math.max(...level.map((glyph) => glyph.size));
  const box = wholeOf(speck, specks, size);
  if (box === undefined || rules.some((rule) => touches(box, rule))) return undefined;
  const own = level.filter((glyph) => kindOf(box, glyph) !== undefined);
  if (own.some((glyph) => crosses(box, glyph))) return undefined;
  const host = nearest(box, own, rules);
  if (host === undefined) return undefined;
  const kind = kindOf(box, host);
  return kind !== undefined && isSign(box, kind, host, own) ? unknownSign(box, kind, host) : undefined;
}

/** A digit of each line of numbers of a page, from top to bottom: most parts of borders stand in none of them. */
function numberLines(baselines: Baselines<Glyph>): readonly Glyph[] {
  const digits: Glyph[] = [];
  for (const glyph of baselines.within(-Infinity, Infinity)) {
    const { y, size, text } = glyph;
    const last = digits.at(-1);
    if ((y !== last?.y || size !== last.size) && DIGIT.test(text)) digits.push(glyph);
  }
  return digits.sort((one, other) => one.y - other.y);
}

/** What something can be in the line of a glyph, by its size and its height in the line. */
function kindOf({ left, right, top, bottom }: Box, { y, size }: Glyph): Kind | undefined {
  const width = (right - left) / size;
  const height = (bottom - top) / size;
  const up = (y - (top + bottom) / 2) / size;
  const isBar =
    width > height && height < SETTINGS.thickestMinus.value && width > SETTINGS.shortestMinus.value;
  if (isBar && width < LONGEST)
    return up > SETTINGS.lowestMinus.value && up < SETTINGS.highestMinus.value ? 'bar' : undefined;
  const isInLine =
    bottom < y + SETTINGS.deepestSign.value * size && up > -SETTINGS.lowestMinus.value && up < 1 - up / 2;
  if (!isInLine || Math.max(width, height) > SETTINGS.largestSign.value) return undefined;
  return Math.max(width, height) < SETTINGS.smallestSign.value ? 'dot' : 'sign';
}

/** All of what a speck is a part of; undefined if that is larger than any sign. */
function wholeOf(speck: Box, specks: readonly Box[], size: number): Box | undefined {
  const slack = SETTINGS.oneSign.value * size;
  const limit = LONGEST * size;
  let whole = speck;
  for (let hasGrown = true; hasGrown; ) {
    hasGrown = false;
    for (const other of specks) {
      if (other.top > whole.bottom + slack) break;
      if (sharedHeight(whole, other) < -slack || sharedWidth(whole, other) < -slack) continue;
      const both = boxAround([whole, other]) ?? whole;
      hasGrown ||=
        both.left < whole.left ||
        both.right > whole.right ||
        both.top < whole.top ||
        both.bottom > whole.bottom;
      whole = both;
      if (whole.right - whole.left > limit || whole.bottom - whole.top > limit) return undefined;
    }
  }
  return whole;
}

/** Whether something ends at a longer line: a tick at an axis, or a part of a border. */
function touches({ left, right, top, bottom }: Box, { axis, at, from, to }: Rule): boolean {
  const [along, across] =
    axis === 'level'
      ? [
          [left, right],
          [top, bottom],
        ]
      : [
          [top, bottom],
          [left, right],
        ];
  const [start = 0, end = 0] = along ?? [];
  const [near = 0, far = 0] = across ?? [];
  const isItself = from > start - 1 && to < end + 1;
  return !isItself && at > near - AT_END && at < far + AT_END && from < end + AT_END && to > start - AT_END;
}

function crosses(box: Box, { x, y, width, size }: Glyph): boolean {
  const letter = { left: x, right: x + width, top: y - SETTINGS.digitHeight.value * size, bottom: y };
  return sharedWidth(box, letter) > INTO * size && sharedHeight(box, letter) > 0;
}

/** The letter of the line that stands nearest, if no upright line parts the two. */
function nearest(box: Box, glyphs: readonly Glyph[], rules: readonly Rule[]): Glyph | undefined {
  let host: Glyph | undefined;
  for (const glyph of glyphs) {
    if (host !== undefined && apart(box, glyph) >= apart(box, host)) continue;
    const middle = glyph.x + glyph.width / 2;
    const isParted = rules.some(
      ({ axis, at, from, to }) =>
        axis === 'upright' &&
        at > Math.min(box.right, middle) &&
        at < Math.max(box.left, middle) &&
        from < glyph.y &&
        to > glyph.y - glyph.size / 2,
    );
    if (!isParted) host = glyph;
  }
  return host ?? glyphs.find(({ text }) => DIGIT.test(text));
}

/** How far apart something and a letter stand, in em. */
function apart({ left, right }: Box, { x, width, size }: Glyph): number {
  return Math.max(left - x - width, x - right) / size;
}

function isSign(box: Box, kind: Kind, host: Glyph, line: readonly Glyph[]): boolean {
  const near = (glyph: Glyph, reach: number): boolean => apart(box, glyph) < reach;
  if (kind === 'dot') {
    const beside = line.filter((glyph) => DIGIT.test(glyph.text) && near(glyph, SETTINGS.signApart.value));
    return beside.some(({ x }) => x < box.left) && beside.some(({ x }) => x > box.left);
  }
  if (
    DIGIT.test(host.text) &&
    near(host, kind === 'bar' ? SETTINGS.minusApart.value : SETTINGS.signApart.value)
  )
    return true;
  // A dash by itself, in a cell of its own.
  return (
    kind === 'bar' && !line.some((glyph) => LETTER.test(glyph.text) && near(glyph, SETTINGS.minusApart.value))
  );
}

function unknownSign({ left, right }: Box, kind: Kind, host: Glyph): Glyph {
  const what = {
    bar: `a level stroke beside a number ("${host.text}"), as long as a minus`,
    dot: `a dot between two digits that is no letter`,
    sign: `something drawn beside a number ("${host.text}") that is no letter`,
  };
  return { ...host, text: UNKNOWN, x: left, width: right - left, remark: { says: what[kind], stops: true } };
}
