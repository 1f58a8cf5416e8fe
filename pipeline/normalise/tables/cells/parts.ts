import type { Box } from '../../../page/place.ts';
import type { Cell } from '../../../page/table.ts';
import type { Line, Token } from '../../../page/token.ts';
import { type CellForm, ROOM } from '../../../template/tables/cell-form.ts';
import type { PlannedColumn } from '../../../template/tables/table-plan.ts';

/** A column whose cells hold several values. */
type PartedColumn = Extract<PlannedColumn, { role: 'parts' }>;

const wholes = new WeakMap<Cell, Cell>();
const cut = new WeakMap<Cell, Map<CellForm, readonly Cell[]>>();

/** The printed cell that a part was cut out of; the cell itself where it is none. */
export function wholeOf(cell: Cell): Cell {
  return wholes.get(cell) ?? cell;
}

/**
 * The values of one cell as cells of their own: `1269 (19.9%)` by `{persons} ({share}%)` is `1269` and `19.9`. A symbol
 * that stands in it alone, such as a dash, says the same of each of them. A cell of another form, or one that could be cut
 * in two ways, is the first value as a whole, and the others are empty: what is not understood is refused where it is read.
 */
export function partsOf(cell: Cell, column: PartedColumn): readonly Cell[] {
  const { form } = column;
  // A cell that spans rows is asked for in each of them, and is the same in all.
  const known = cut.get(cell) ?? new Map<CellForm, readonly Cell[]>();
  cut.set(cell, known);
  const parts = known.get(form) ?? cutCell(cell, column);
  known.set(form, parts);
  return parts;
}

function cutCell(cell: Cell, { form, symbols, isPartedBySpaces }: PartedColumn): readonly Cell[] {
  const isRoomSaid = form.signs.includes(ROOM);
  const letters = cell.lines.flatMap((line, index) => [
    ...(isRoomSaid && index > 0 ? [SPACE] : []),
    ...lettersIn(line, isRoomSaid && isPartedBySpaces && cell.lines.length === 1),
  ]);
  const text = letters.map(({ character }) => character).join('');
  const cuts = symbols.includes(text.replaceAll(ROOM, ''))
    ? form.codes.map(() => [0, letters.length] as const)
    : cutsIn(text, form.signs);
  const parts = form.codes.map((_, index): Cell => {
    const [from, to] = cuts?.[index] ?? (index === 0 ? [0, letters.length] : [0, 0]);
    const lines = cuts === undefined && index === 0 ? cell.lines : linesOf(cell, letters.slice(from, to));
    return { ...cell, lines };
  });
  for (const part of parts) wholes.set(part, cell);
  return parts;
}

/** A character with its token and its place in that; of white space that may part two values there is neither. */
interface Place {
  readonly character: string;
  readonly token?: Token;
  readonly at: number;
}

const SPACE: Place = { character: ROOM, at: 0 };

function lettersIn({ tokens }: Line, withSpaces: boolean): readonly Place[] {
  return tokens.flatMap((token, index) => [
    ...(withSpaces && index > 0 && !token.joined ? [SPACE] : []),
    ...Array.from({ length: token.text.length }, (_, at) => ({
      character: token.text.charAt(at),
      token,
      at,
    })),
  ]);
}

/** From where to where each value goes; undefined where the signs do not stand there, or in two ways. */
function cutsIn(
  text: string,
  signs: readonly string[],
): readonly (readonly [from: number, to: number])[] | undefined {
  const inner = signs.map((sign) => (sign === ROOM ? ROOM : escaped(sign.replace(/\s+/g, ''))));
  const match = (part: string): readonly (readonly [number, number])[] | undefined => {
    const found = new RegExp(`^${inner.join(part)}$`, 'du').exec(text);
    return found?.indices?.slice(1).flatMap((index) => (index === undefined ? [] : [index]));
  };
  const value = signs.includes(ROOM) ? '[^ ]+' : '.+';
  const [first, last] = [match(`(${value}?)`), match(`(${value})`)];
  return JSON.stringify(first) === JSON.stringify(last) ? first : undefined;
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The lines of a cell with some of its characters alone. */
function linesOf({ lines }: Cell, letters: readonly Place[]): readonly Line[] {
  return lines.flatMap((line) => {
    const tokens = line.tokens.flatMap((token): Token[] => {
      const own = letters.filter((letter) => letter.token === token);
      const [first, last] = [own[0], own.at(-1)];
      return first === undefined || last === undefined ? [] : [cutToken(token, first.at, last.at + 1)];
    });
    return tokens.length === 0 ? [] : [{ ...line, tokens }];
  });
}

function cutToken(token: Token, from: number, to: number): Token {
  const { text, span, box } = token;
  if ((from === 0 && to === text.length) || span.end - span.start !== text.length) return token;
  return {
    ...token,
    text: text.slice(from, to),
    span: { start: span.start + from, end: span.start + to },
    box: box && cutBox(box, from / text.length, to / text.length),
    joined: from > 0 ? false : token.joined,
  };
}

/** The characters of a token are taken to be of one width. */
function cutBox(box: Box, from: number, to: number): Box {
  const width = box.right - box.left;
  return { ...box, left: box.left + from * width, right: box.left + to * width };
}
