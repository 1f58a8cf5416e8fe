import type { Box } from '../../../page/place.ts';
import type { Rule } from '../../layout/ink.ts';
import { SETTINGS } from '../settings.ts';
import type { Glyph, PageInk } from './ink.ts';
import type { Drawing } from './operators.ts';

/** What is drawn on a page, before it is known which way it reads. */
type DrawnInk = Pick<Drawing, 'glyphs' | 'rules' | 'fills' | 'dots' | 'specks' | 'pictures' | 'slants'> &
  Pick<PageInk, 'overlays'>;
type Turns = 0 | 1 | 2 | 3;
type Point = readonly [x: number, y: number];

/** A page is turned when more than this share of its letters is. */
const TURNED_PAGE = SETTINGS.turnedPage.value;

/**
 * Turns a page so that most of its text reads from left to right, whatever the page's own rotation says: a wide
 * table may have been set sideways on an upright page.
 */
export function uprightInk(
  { glyphs, rules, fills, dots, specks, pictures, slants, overlays }: DrawnInk,
  width: number,
  height: number,
): PageInk {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  let blanks = 0;
  for (const { blank, hidden, turns } of glyphs) {
    if (blank || hidden !== undefined) blanks += 1;
    else counts[turns] += 1;
  }
  const turns = readingDirection(counts);
  if (glyphs.length === counts[0] + blanks)
    return { width, height, glyphs, turned: [], rules, fills, dots, specks, pictures, slants, overlays };
  const sideways = turns % 2 === 1;
  const page = { width: sideways ? height : width, height: sideways ? width : height };
  const place = (x: number, y: number): Point => turned(x, y, turns, width, height);
  const straight: Glyph[] = [];
  const askew: PageInk['turned'][number][] = [];
  for (const glyph of glyphs) {
    if (glyph.turns === 0 && turns === 0) {
      straight.push(glyph);
      continue;
    }
    const [x, y] = place(glyph.x, glyph.y);
    const relative = turnsOf(glyph.turns - turns);
    if (relative === 0) {
      straight.push({ ...glyph, x, y });
      continue;
    }
    const [ownX, ownY] = turned(x, y, relative, page.width, page.height);
    askew.push({ ...glyph, x: ownX, y: ownY, turns: relative, pageX: x, pageY: y });
  }
  return {
    ...page,
    glyphs: straight,
    turned: askew,
    rules: turns === 0 ? rules : rules.map((rule) => turnedRule(rule, place)),
    fills: turns === 0 ? fills : fills.map((fill) => turnedBox(fill, place)),
    dots: turns === 0 ? dots : dots.map((dot) => turnedBox(dot, place)),
    specks: turns === 0 ? specks : specks.map(({ box }) => ({ box: turnedBox(box, place) })),
    pictures: turns === 0 ? pictures : pictures.map((picture) => turnedBox(picture, place)),
    slants: turns === 0 ? slants : slants.map(({ from, to }) => ({ from: place(...from), to: place(...to) })),
    overlays: turns === 0 ? overlays : overlays.map((each) => ({ ...each, box: turnedBox(each.box, place) })),
  };
}

/** A page is read as it stands, even if the heads of its columns are longer than their numbers. */
function readingDirection(counts: readonly number[]): Turns {
  const most = Math.max(...counts);
  return most > TURNED_PAGE * counts.reduce((sum, count) => sum + count, 0)
    ? turnsOf(counts.indexOf(most))
    : 0;
}

function turnsOf(count: number): Turns {
  const turns = ((count % 4) + 4) % 4;
  return turns === 1 || turns === 2 || turns === 3 ? turns : 0;
}

/** The point in the frame in which text that was turned clockwise runs to the right. */
function turned(x: number, y: number, turns: Turns, width: number, height: number): Point {
  if (turns === 1) return [y, width - x];
  if (turns === 2) return [width - x, height - y];
  return turns === 3 ? [height - y, x] : [x, y];
}

function turnedBox({ left, top, right, bottom }: Box, place: (x: number, y: number) => Point): Box {
  const [x1, y1] = place(left, top);
  const [x2, y2] = place(right, bottom);
  return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
}

function turnedRule({ axis, at, from, to }: Rule, place: (x: number, y: number) => Point): Rule {
  const level = axis === 'level';
  const box = turnedBox(
    { left: level ? from : at, right: level ? to : at, top: level ? at : from, bottom: level ? at : to },
    place,
  );
  return box.right - box.left >= box.bottom - box.top
    ? { axis: 'level', at: box.top, from: box.left, to: box.right }
    : { axis: 'upright', at: box.left, from: box.top, to: box.bottom };
}
