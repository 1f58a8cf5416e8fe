import { type Box, holdsMiddle, sharedHeight, sharedWidth } from '../../page/place.ts';
import { type PrintRemark, plainPrint, UNKNOWN } from '../../page/token.ts';
import { lineAlong, sizesOf } from './drawings.ts';
import type { DrawnThing, InkLine, InkPage, InkToken } from './ink.ts';
import { inkLineOf } from './lines.ts';
import { SETTINGS } from './settings.ts';
import type { DraftCell, DraftTable } from './table.ts';
import { areValues } from './values.ts';

const ALONE: PrintRemark = { says: 'something drawn in a cell, and no letter in it', stops: true };
const BESIDE: PrintRemark = { says: 'a picture beside a number, in its cell', stops: true };

/** Something that is no letter of a line, with what is to be said of a cell that holds nothing else. */
interface Thing extends DrawnThing {
  readonly alone?: PrintRemark;
}

/**
 * A table with what is drawn in its cells and is no letter, each as a token of unknown character: a cell with a picture
 * or a drawing in it is not empty, and a picture beside a number may be a part of it. The shading and the borders of a
 * cell say nothing, nor does a picture that letters stand on. Text that is set `sideways` and stands in no cell as
 * lines do (a number that is turned, among columns that nothing but white space parts) is such a drawing too.
 */
export function withDrawn(
  table: DraftTable,
  drawings: readonly DrawnThing[],
  { tokens }: InkPage,
  sideways: readonly InkToken[],
): DraftTable {
  const isIn = ({ box }: Thing): boolean =>
    sharedWidth(box, table.box) >= 0 && sharedHeight(box, table.box) >= 0;
  const turned = sideways.map(({ box, text }): Thing => ({ box, isPicture: false, alone: turnedText(text) }));
  const things = [...drawings, ...turned].filter((thing) => isIn(thing) && !isGround(thing, tokens));
  if (things.length === 0) return table;
  const rooms = new Map(table.cells.map((cell) => [cell, roomOf(cell, table)]));
  const held = new Set(
    things.filter(({ box }) => [...rooms.values()].some((room) => room && holdsMiddle(room, box))),
  );
  const cells = table.cells.map((cell) => {
    const room = rooms.get(cell);
    if (room === undefined || cell.row < table.headRows) return cell;
    // The stem of a digit may be taken for the end of its cell: then it stands in none.
    const isHere = (thing: Thing): boolean =>
      holdsMiddle(room, thing.box) || isOver(thing, room) || (!held.has(thing) && isBeside(thing, room));
    return withThings(cell, room, things.filter(isHere));
  });
  return { ...table, cells };
}

function withThings(cell: DraftCell, room: Box, things: readonly Thing[]): DraftCell {
  if (cell.lines.length > 0) return withPictures(cell, room, things);
  const thing = things.find((each) => !isShading(each, room) && !isAtEdge(each, room));
  const line = thing === undefined ? undefined : inkLineOf([unknown(thing.box, thing.alone ?? ALONE)]);
  return line === undefined ? cell : { ...cell, lines: [line] };
}

function turnedText(text: string): PrintRemark {
  return { says: `text that is set sideways in a cell: "${text}"`, stops: true };
}

/** Whether something that is no picture stands at a cell, between its top and its foot. */
function isBeside({ box, isPicture }: DrawnThing, room: Box): boolean {
  const middle = (box.top + box.bottom) / 2;
  const isLevel = middle > room.top && middle < room.bottom;
  return !isPicture && isLevel && sharedWidth(box, room) > -SETTINGS.atRule.value;
}

/** Whether a picture lies over all of a cell and its neighbours. */
function isOver({ box, isPicture }: DrawnThing, room: Box): boolean {
  return isPicture && holdsMiddle(box, room);
}

/** A cell that prints values, with the pictures right beside them. */
function withPictures(cell: DraftCell, room: Box, things: readonly DrawnThing[]): DraftCell {
  const pictures = things.filter(({ box, isPicture }) => isPicture && holdsMiddle(room, box));
  if (pictures.length === 0) return cell;
  const lines = cell.lines.map((line): InkLine => {
    if (!areValues(line.tokens.map(({ text }) => text))) return line;
    const beside = pictures.find(({ box }) => isBesideLine(box, line));
    return beside === undefined ? line : (inkLineOf([...line.tokens, unknown(beside.box, BESIDE)]) ?? line);
  });
  return { ...cell, lines };
}

function isBesideLine(box: Box, { box: text, tokens }: InkLine): boolean {
  const size = tokens[0]?.print.size ?? 0;
  const apart = -sharedWidth(box, text);
  return (
    sharedHeight(box, text) > 0 &&
    apart > -SETTINGS.wordBegins.value * size &&
    apart < SETTINGS.clearGap.value * size
  );
}

function unknown(box: Box, remark: PrintRemark): InkToken {
  const print = plainPrint(box.bottom - box.top);
  return {
    text: UNKNOWN,
    box,
    baseline: box.bottom,
    print,
    joined: false,
    spaced: false,
    spacing: 0,
    mark: -1,
    remark,
  };
}

/** Whether something fills a cell and is one colour. */
function isShading({ box, isPicture }: DrawnThing, room: Box): boolean {
  const [width, height] = sizesOf(room);
  return (
    !isPicture &&
    sharedWidth(box, room) > SETTINGS.shadedShare.value * width &&
    sharedHeight(box, room) > SETTINGS.shadedShare.value * height
  );
}

/** Whether something is a line along the edge of a cell. */
function isAtEdge({ box }: DrawnThing, { left, top, right, bottom }: Box): boolean {
  const line = lineAlong(box);
  if (line === undefined) return false;
  const edges = line.axis === 'level' ? [top, bottom] : [left, right];
  return edges.some((edge) => Math.abs(edge - line.at) < SETTINGS.sameRule.value);
}

/** Whether letters stand on a picture. */
function isGround({ box, isPicture }: DrawnThing, tokens: readonly InkToken[]): boolean {
  return isPicture && tokens.some((token) => holdsMiddle(box, token.box));
}

/** The room of a cell; of an empty one that tags tell, between those that print something. */
function roomOf(cell: DraftCell, { cells }: DraftTable): Box | undefined {
  if (cell.box !== undefined) return cell.box;
  const boxes = (isOwn: (other: DraftCell) => boolean): readonly Box[] =>
    cells.filter(isOwn).flatMap(({ box }) => box ?? []);
  const level = boxes(({ row, rowSpan }) => row <= cell.row && cell.row < row + rowSpan);
  const upright = boxes(({ column, columnSpan }) => column === cell.column && columnSpan === cell.columnSpan);
  if (level.length === 0 || upright.length === 0) return undefined;
  return {
    left: Math.min(...upright.map(({ left }) => left)),
    right: Math.max(...upright.map(({ right }) => right)),
    top: Math.min(...level.map(({ top }) => top)),
    bottom: Math.max(...level.map(({ bottom }) => bottom)),
  };
}
