import { type PrintRemark, UNKNOWN } from '../../../page/token.ts';
import type { Rule } from '../../layout/ink.ts';
import { SETTINGS } from '../settings.ts';
import { drawnSigns } from './drawn-signs.ts';
import { type Glyph, type Overlay, type PageInk, PLAIN_FONT } from './ink.ts';
import { baselinesOf, withMarksOnLetters } from './letters.ts';
import { overdrawn } from './overdrawn.ts';
import { liesIn, struckOut } from './struck.ts';
import { withoutTwins } from './twins.ts';
import { unlikeBefore } from './unlike.ts';
import { wordsBeside } from './unseen.ts';

/** Hidden text stands beside text that is seen within this, in em, if no rule parts them. */
const BESIDE = 4;
const DIGIT = /^\p{Nd}$/u;
const CROSSED: PrintRemark = { says: 'a digit that a line crosses, which may strike it out', stops: true };
const OVERDRAWN: PrintRemark = {
  says: 'letters in the colour of the paper that are drawn over it',
  stops: true,
};
/** Struck-out text stands beside its correction within this. */
const BESIDE_STRUCK = 1.2;

/**
 * A page as it is read: without what nobody can see, without what is struck out, and with each letter once however
 * often it was drawn. What is left out is told by a remark at what stands beside it. What is drawn and cannot be read
 * stands as a glyph of unknown character: a stroke that may be a minus, text that is struck out with nothing in its
 * place, a form that is filled in.
 */
export function readableInk(ink: PageInk): ReadableInk {
  const remarks = new Map<Glyph, PrintRemark>();
  const hidden = ink.glyphs.filter((glyph) => glyph.hidden !== undefined);
  const drawn = hidden.length === 0 ? ink.glyphs : ink.glyphs.filter((glyph) => glyph.hidden === undefined);
  const once = withoutTwins(drawn, ink);
  const baselines = baselinesOf(once);
  const quads = boxesOf(ink.overlays, 'strikes');
  const lines = [...ink.rules, ...ink.dots.map(dash), ...ink.overlays.flatMap(lineOf)];
  const { struck, strikes, crossed } = struckOut(once, baselines, lines, ink.slants, quads);
  const seen = struck.size === 0 ? once : once.filter((glyph) => !struck.has(glyph));
  const unknown: Glyph[] = drawnSigns(baselines, ink.specks, ink.rules);
  for (const [glyph, remark] of unlikeBefore(seen, baselines)) remarks.set(glyph, remark);
  for (const glyph of crossed) remarks.set(glyph, CROSSED);
  for (const glyph of hidden.length === 0 ? [] : overdrawn(ink.glyphs, baselines))
    remarks.set(glyph, OVERDRAWN);
  const besideHidden = wordsBeside(hidden, seen, ink.rules, BESIDE);
  for (const [glyph, words] of besideHidden.near) {
    const texts = words.map((word) => `"${textOf(word)}" (${word[0]?.hidden})`).join(', ');
    const isPart = words.some(
      (word) =>
        isCutInPart(word) ||
        (isGone(word, seen) && (isCutAway(word) || isAlike(word, glyph)) && isOfOneNumber(word, glyph)),
    );
    const says = isPart
      ? `a number of which a part is hidden: ${texts}`
      : `hidden text beside it, which is not read: ${texts}`;
    addRemark(remarks, glyph, { says, stops: isPart });
  }
  const far = [...besideHidden.near].flatMap(([glyph, words]) =>
    words.filter((word) => gapBetween(word, glyph) > SETTINGS.minusApart.value * glyph.size),
  );
  for (const word of [...besideHidden.alone, ...far]) {
    const doubtful = word.find(({ remark }) => remark?.stops === true);
    if (doubtful !== undefined && isGone(word, seen))
      unknown.push({ ...doubtful, text: UNKNOWN, hidden: undefined });
  }
  const besideStruck = wordsBeside([...struck], seen, ink.rules, BESIDE_STRUCK);
  for (const [glyph, words] of besideStruck.near) {
    const texts = words.map((word) => `"${textOf(word)}"`).join(', ');
    const isPart = words.some((word) => isOfOneNumber(word, glyph));
    const says = isPart
      ? `a number of which a part is struck out: ${texts}`
      : `struck-out text beside it, which is not read: ${texts}`;
    addRemark(remarks, glyph, { says, stops: isPart });
  }
  for (const word of besideStruck.alone) {
    const [first] = word;
    const says = `"${textOf(word)}" struck out by a line or an annotation, and nothing in its place`;
    if (first !== undefined) unknown.push({ ...first, text: UNKNOWN, remark: { says, stops: true } });
  }
  for (const overlay of ink.overlays) {
    if (overlay.kind === 'strikes' || overlay.kind === 'underlines') continue;
    const remark = { says: overlay.says, stops: true, isCovered: true };
    const under = seen.filter((glyph) => !glyph.blank && liesIn(glyph, overlay.box));
    for (const glyph of under) remarks.set(glyph, remark);
    if (under.length === 0) unknown.push(...filledIn(overlay, seen, remark));
  }
  const own = remarks.size === 0 ? seen : seen.map((glyph) => withRemark(glyph, remarks.get(glyph)));
  return {
    ...ink,
    rules: strikes.size === 0 ? ink.rules : ink.rules.filter((rule) => !strikes.has(rule)),
    struck: [...struck],
    glyphs: withMarksOnLetters(unknown.length === 0 ? own : [...own, ...unknown]),
    turned: withMarksOnLetters(ink.turned.filter((glyph) => glyph.hidden === undefined)),
  };
}

/** A page of which everything that stands in a line is read. */
export interface ReadableInk extends PageInk {
  /** What is struck out, and not among the glyphs. */
  readonly struck: readonly Glyph[];
}

/** Whether text is hidden by what lies around or over it, and not by how it is drawn itself. */
function isCutAway([first]: readonly Glyph[]): boolean {
  return first?.hidden === 'clipped' || first?.hidden === 'covered';
}

/** Whether text that has the colour of its ground has that of a letter which is seen: of a number, each on another ground. */
function isAlike([first]: readonly Glyph[], { colour }: Glyph): boolean {
  return first?.hidden === 'colour of the ground' && colour !== undefined && first.colour === colour;
}

/** Whether a clip leaves a part of what belongs to numbers: of a dash it may leave a minus. */
function isCutInPart(word: readonly Glyph[]): boolean {
  return word.some(({ hidden, remark }) => hidden === 'clipped' && remark?.stops === true);
}

/** Whether nothing that is seen stands in the place of what is hidden. */
function isGone(word: readonly Glyph[], seen: readonly Glyph[]): boolean {
  return word.every(({ x, y, width, size }) => {
    const stands = (other: Glyph): boolean =>
      !other.blank &&
      Math.abs(other.y - y) < SETTINGS.hiddenSameLine.value * size &&
      other.x < x + width / 2 &&
      other.x + other.width > x + width / 2;
    return !seen.some(stands);
  });
}

/** Whether a digit stands as near to struck-out ones as those of one number do. */
function isOfOneNumber(word: readonly Glyph[], glyph: Glyph): boolean {
  const ends = [word[0], word.at(-1)];
  return (
    gapBetween(word, glyph) < SETTINGS.struckBeside.value * glyph.size &&
    DIGIT.test(glyph.text) &&
    ends.some((end) => end !== undefined && DIGIT.test(end.text))
  );
}

/** How far a letter stands before or behind a word. */
function gapBetween(word: readonly Glyph[], { x, width }: Glyph): number {
  const [first] = word;
  const last = word.at(-1);
  return first === undefined || last === undefined
    ? Infinity
    : Math.max(first.x - x - width, x - last.x - last.width);
}

/** Notes what is said of a glyph; what stops a build is not said over. */
function addRemark(remarks: Map<Glyph, PrintRemark>, glyph: Glyph, remark: PrintRemark): void {
  if (remarks.get(glyph)?.stops !== true) remarks.set(glyph, remark);
}

/** What is said of a glyph; what stops a build is not said over. */
function withRemark(glyph: Glyph, remark: PrintRemark | undefined): Glyph {
  return remark === undefined || glyph.remark?.stops === true ? glyph : { ...glyph, remark };
}

function boxesOf(overlays: readonly Overlay[], kind: Overlay['kind']): readonly Overlay['box'][] {
  return overlays.filter((overlay) => overlay.kind === kind).map(({ box }) => box);
}

/** A dot of a dotted line, as a dash of it. */
function dash({ left, right, top, bottom }: Overlay['box']): Rule {
  return { axis: 'level', at: (top + bottom) / 2, from: left, to: right };
}

/** The line that an annotation draws along text. */
function lineOf({ kind, box: { left, right, top, bottom } }: Overlay): Rule[] {
  if (kind !== 'strikes' && kind !== 'underlines') return [];
  return [{ axis: 'level', at: kind === 'strikes' ? (top + bottom) / 2 : bottom, from: left, to: right }];
}

function textOf(word: readonly Glyph[]): string {
  return word.map(({ text }) => text).join('');
}

/** A place that holds text of an annotation and no other, in the line of what is printed beside it. */
function filledIn({ box }: Overlay, seen: readonly Glyph[], remark: PrintRemark): Glyph[] {
  const level = seen.find(
    ({ y, size, blank }) => !blank && y - 0.3 * size > box.top && y - 0.3 * size < box.bottom,
  );
  if (level === undefined) return [];
  const { y, size, object, mark } = level;
  const middle = (box.left + box.right) / 2;
  const width = size / 2;
  return [
    {
      text: UNKNOWN,
      x: middle - width / 2,
      y,
      width,
      size,
      font: PLAIN_FONT,
      blank: false,
      object,
      mark,
      hidden: undefined,
      remark,
    },
  ];
}
