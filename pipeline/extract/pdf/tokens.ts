import { type Print, type PrintRemark, plainPrint } from '../../page/token.ts';
import type { DrawnCut, InkToken, Rule } from '../layout/ink.ts';
import { rulesAt } from '../layout/rules-at.ts';
import type { Glyph, PageInk, TurnedGlyph } from './drawing/ink.ts';
import { inReadingOrder, sortedBy } from './drawing/letters.ts';
import { commonSize, type Gaps, gapsOf, letterSpacing, separates, tidied } from './gaps.ts';
import { type PlacedGlyph, runsOf } from './runs.ts';

/** Height above and below the baseline, in em, of a token's box: capitals and descenders of most fonts reach so far. */
const ASCENT = 0.75;
const DESCENT = 0.2;
/** Beside a border, in em, no letter is nearer to the next one. */
const LEAST_ROOM = 0.06;
/** A number as a paragraph has it, before its first word. */
const NUMBER = /^\d{1,4}\.(?=[\p{L}\p{Nd}\p{Pi}\p{Ps}"])/u;
/** Fewer dots are an ellipsis. */
const SHORTEST_LEADER = 4;

const DIGIT = /\p{Nd}/u;
/** A 6 is a 9 then. */
const UPSIDE_DOWN: PrintRemark = { says: 'digits that stand upside down', stops: true };

/** Whether an upright rule of a line stands between two places. */
type IsBorder = (left: number, right: number) => boolean;

/** The words of a page as tokens: parted by spaces, by wider gaps and by upright rules, and cut where print changes. */
export function tokensOf({ glyphs, rules }: Pick<PageInk, 'glyphs' | 'rules'>): InkToken[] {
  const uprights = rulesAt(rules, 'upright');
  return runsOf(glyphs).flatMap(({ baseline, glyphs: drawn, blanks }) => {
    const placed = inReadingOrder(drawn);
    const size = commonSize(placed);
    const gaps = gapsOf(placed, sortedBy(blanks, 'x'));
    const spacing = letterSpacing(gaps.widths, size);
    const isBeside = ({ from, to }: Rule): boolean => from < baseline && to > baseline - size / 2;
    const isBorder: IsBorder = (left, right) => uprights(left, right, isBeside);
    return tokensOfLine(placed, gaps, spacing, baseline, isBorder);
  });
}

/** The words of text that is set sideways, at their places on the page. */
export function sidewaysTokens(turned: readonly TurnedGlyph[]): InkToken[] {
  return ([1, 2, 3] as const).flatMap((turns) => {
    const own = turned.filter((glyph) => glyph.turns === turns);
    const frame = frameOf(own[0]);
    return tokensOf({ glyphs: own, rules: [] }).map((token): InkToken => {
      const [left, top] = frame(token.box.left, token.box.top);
      const [right, bottom] = frame(token.box.right, token.box.bottom);
      const box = {
        left: Math.min(left, right),
        right: Math.max(left, right),
        top: Math.min(top, bottom),
        bottom: Math.max(top, bottom),
      };
      const isOver = turns === 2 && DIGIT.test(token.text) && token.remark === undefined;
      const remark = isOver ? { remark: UPSIDE_DOWN } : {};
      return { ...token, box, baseline: box.bottom, print: { ...token.print, turns }, ...remark };
    });
  });
}

/** From a turned glyph's own frame to the page's: known from one glyph, whose places in both are known. */
function frameOf(glyph: TurnedGlyph | undefined): (x: number, y: number) => readonly [number, number] {
  if (glyph === undefined) return (x, y) => [x, y];
  const { x: ownX, y: ownY, pageX, pageY, turns } = glyph;
  if (turns === 1) return (x, y) => [pageX - (y - ownY), pageY + (x - ownX)];
  if (turns === 2) return (x, y) => [pageX - (x - ownX), pageY - (y - ownY)];
  return (x, y) => [pageX + (y - ownY), pageY - (x - ownX)];
}

function tokensOfLine(
  glyphs: readonly PlacedGlyph[],
  { widths, filled }: Gaps,
  spacing: number,
  baseline: number,
  isBorder: IsBorder,
): InkToken[] {
  const tokens: InkToken[] = [];
  let from = 0;
  let joined = false;
  let spaced = false;
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    const next = glyphs[index + 1];
    if (glyph === undefined) break;
    const isApart =
      next === undefined ||
      separates(widths[index] ?? 0, glyph, next, spacing) ||
      isParted(glyph, next, isBorder);
    const isJoint =
      next?.raised === glyph.raised && next?.remark === glyph.remark && !beginsLeader(glyphs, index);
    if (!isApart && isJoint) continue;
    const token = tokenOf(glyphs.slice(from, index + 1), { baseline, joined, spaced, spacing });
    if (token !== undefined) tokens.push(token);
    from = index + 1;
    joined = !isApart && token !== undefined;
    spaced = filled[index] ?? false;
  }
  return tokens;
}

/** Dots that lead from a label to its numbers are no part of its last word. */
function beginsLeader(glyphs: readonly PlacedGlyph[], index: number): boolean {
  if (glyphs[index]?.text === '.') return false;
  for (let after = 1; after <= SHORTEST_LEADER; after += 1) {
    if (glyphs[index + after]?.text !== '.') return false;
  }
  return true;
}

/** Letters that touch across a rule are a word that it strikes through, as the lines of a chart do. */
function isParted(glyph: Glyph, next: Glyph, isBorder: IsBorder): boolean {
  if (next.x - glyph.x - glyph.width < LEAST_ROOM * next.size) return false;
  return isBorder(glyph.x + glyph.width / 2, next.x + next.width / 2);
}

function tokenOf(
  glyphs: readonly PlacedGlyph[],
  line: Pick<InkToken, 'baseline' | 'joined' | 'spaced' | 'spacing'>,
): InkToken | undefined {
  const [first] = glyphs;
  let drawn = '';
  let right = -Infinity;
  for (const { text, x, width } of glyphs) {
    drawn += text;
    right = Math.max(right, x + width);
  }
  const text = tidied(drawn);
  if (first === undefined || text === '') return undefined;
  const { size, x: left, y, raised, mark, hidden, remark } = first;
  const stands = raised === undefined ? 'level' : raised === 'lowered' ? 'lowered' : 'raised';
  const print: Print = { ...plainPrint(size), stands, hidden };
  const box = { left, right, top: y - ASCENT * size, bottom: y + DESCENT * size };
  const cut = isDigit(drawn) ? cutBehindNumber(glyphs, drawn, text) : undefined;
  return {
    text,
    box,
    print,
    mark,
    ...line,
    ...(remark === undefined ? {} : { remark }),
    ...(cut === undefined ? {} : { cut }),
  };
}

function isDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

/** Where a number with a point ends that was drawn by itself, while more than one letter behind it was drawn in one go. */
function cutBehindNumber(glyphs: readonly PlacedGlyph[], drawn: string, text: string): DrawnCut | undefined {
  const number = NUMBER.exec(drawn)?.[0];
  if (number === undefined || !text.startsWith(number)) return undefined;
  const at = number.length;
  const [last, next, after] = [glyphs[at - 1], glyphs[at], glyphs[at + 1]];
  if (last === undefined || next === undefined || last.text !== '.') return undefined;
  if (next.object === last.object || (after !== undefined && after.object !== next.object)) return undefined;
  if (glyphs.slice(0, at).some(({ object }) => object !== last.object)) return undefined;
  return { at, right: last.x + last.width, left: next.x };
}
