import { type Box, holdsMiddle } from '../../page/place.ts';
import { partedAtHeads } from './another-table.ts';
import { closedFrames } from './closed.ts';
import { drawingsOf } from './drawings.ts';
import { withDrawn } from './drawn-cells.ts';
import { type Drawn, drawnLines, edgesOf, type Frame, framesOf } from './frames.ts';
import { withHeadAbove } from './head-above.ts';
import type { InkPage, InkToken, Rule } from './ink.ts';
import { lineNumbers } from './line-numbers.ts';
import { type PrintedLine, printedLines, sidewaysLines } from './lines.ts';
import { isContents, isList } from './lists.ts';
import { columnedLines } from './open.ts';
import { proseTokens } from './prose.ts';
import { innerUprights } from './region.ts';
import { boxOf } from './rules-at.ts';
import { SETTINGS } from './settings.ts';
import { withoutLoneStrokes, withoutStrokes } from './strokes.ts';
import { type DraftTable, tableIn } from './table.ts';
import { taggedDrafts } from './tagged.ts';
import { trimmed } from './trimming.ts';
import { withUnshaded } from './unshaded.ts';
import { isWrittenRule } from './values.ts';
import { writtenDraft } from './written-tables.ts';

/** A table, or a line outside of tables. */
export type DraftBlock = DraftTable | { readonly kind: 'line'; readonly line: PrintedLine };

/** A page with the blocks that were found on it, before their text is written. */
export interface DraftPage {
  readonly ink: InkPage;
  readonly blocks: readonly DraftBlock[];
  /** Lines that stand on the page because it is a page. */
  readonly furniture: readonly PrintedLine[];
}

/** A page of which the tables are read that rules alone part into rows and columns. */
export interface GriddedPage extends Pick<DraftPage, 'ink'> {
  readonly tables: readonly DraftTable[];
  /** The frames of these tables. */
  readonly frames: readonly Frame[];
  /** What stands in none of them. */
  readonly free: readonly InkToken[];
  /** Rules that are written with characters. */
  readonly written: readonly InkToken[];
  /** All rules but the strokes of text, and these joined. */
  readonly rules: readonly Rule[];
  readonly ruled: Drawn;
}

/** Reads the grids of a page: whatever else is known of it tells nothing about what stands in them. */
export function withGrids(ink: InkPage): GriddedPage {
  const tokens = [...ink.tokens, ...ink.sideways];
  const written = tokens.filter(({ text }) => isWrittenRule(text));
  let free: readonly InkToken[] =
    written.length === 0 ? tokens : tokens.filter(({ text }) => !isWrittenRule(text));
  const lines = printedLines(free);
  const rules = [...withoutStrokes(ink.rules, lines), ...written.map(ruleOf)];
  const ruled = drawnLines(rules);
  const frames: Frame[] = [];
  const tables = (ink.written ?? []).flatMap((table) => writtenDraft(table) ?? []);
  for (const frame of framesOf(ruled, lines).filter(isGrid)) {
    const table = framedTable(frame, free);
    if (table === undefined) continue;
    free = without(free, table);
    tables.push(table);
    frames.push(frame);
  }
  return { ink, tables, frames, free, written, rules, ruled };
}

/** The blocks of a page in reading order, before their text has its places in the text layer. */
export function layoutOf({ ink, written, rules: all, ruled, ...begun }: GriddedPage): DraftBlock[] {
  const tables = [...begun.tables];
  const used = [...begun.frames];
  let { free } = begun;
  const take = (table: DraftTable | undefined): boolean => {
    if (table === undefined) return false;
    free = without(free, table);
    tables.push(table);
    return true;
  };
  for (const table of taggedDrafts(ink.tagged, free)) take(table);
  const isFree = (box: Box): boolean => !used.some((frame) => holdsMiddle(frame.box, box));
  const rules = all.filter((rule) => isFree(boxOf(rule)));
  const shading = ink.fills.filter((box) => isFree(box) && !isGround(box, ink));
  const drawn = drawnLines([...rules, ...edgesOf(shading, rules)]);
  const outside = printedLines(free);
  const frames = framesOf(drawn, outside).flatMap((frame) => partedAtHeads(frame, outside));
  const open = frames.filter((frame) => innerUprights(frame).length === 0);
  for (const frame of frames.filter((each) => !open.includes(each))) {
    const whole = withUnshaded(frame, printedLines(free), ruled.levels);
    if (take(framedTable(whole, free))) used.push(whole);
  }
  const levels = drawn.levels.filter((rule) => !used.some(({ box }) => holdsMiddle(box, boxOf(rule))));
  const counts = lineNumbers(printedLines(free));
  const text = free.filter((token) => !counts.has(token));
  const prose = proseTokens(printedLines(text));
  const isLevel = ({ print }: InkToken): boolean => print.turns === 0;
  for (const frame of closedFrames(open, text.filter(isLevel), prose)) take(framedTable(frame, free));
  const left = new Set(free);
  const rest = text.filter((token) => isLevel(token) && left.has(token) && !prose.has(token));
  for (const lines of columnedLines(printedLines(rest), levels)) {
    take(openTable(lines, levels));
  }
  for (const frame of open) {
    const own = free.filter((token) => !counts.has(token));
    take(framedTable(withHeadAbove(frame, printedLines(own.filter(isLevel))), own));
  }
  const level = [...free, ...written].filter(({ print }) => print.turns === 0);
  const lines = [...printedLines(level), ...sidewaysLines(free)].map(
    (line): DraftBlock => ({ kind: 'line', line }),
  );
  const sideways = free.filter(({ print }) => print.turns !== 0);
  const drawings = tables.length === 0 ? [] : drawingsOf(ink);
  const told = tables.map((table) => withDrawn(table, drawings, ink, sideways));
  return [...told, ...lines].sort((one, other) => topOf(one) - topOf(other));
}

/** Whether a filled area is the ground of its whole page. */
function isGround({ left, right, top, bottom }: Box, { width, height }: InkPage): boolean {
  const most = SETTINGS.wholePage.value;
  return right - left > most * width && bottom - top > most * height;
}

/** Tokens but those of a table. */
function without(tokens: readonly InkToken[], table: DraftTable): readonly InkToken[] {
  const own = tokensIn(table);
  return tokens.filter((token) => !own.has(token));
}

/** A rule that is written with characters. */
function ruleOf({ box }: InkToken): Rule {
  return { axis: 'level', at: (box.top + box.bottom) / 2, from: box.left, to: box.right };
}

/** Whether rules alone part rows and columns. */
function isGrid(frame: Frame): boolean {
  return innerUprights(frame).length > 0 && frame.levels.length > 2;
}

function framedTable({ box, uprights, levels }: Frame, free: readonly InkToken[]): DraftTable | undefined {
  const reach = { left: box.left - 4, right: box.right + 4, top: box.top - 1, bottom: box.bottom + 1 };
  const lines = printedLines(free.filter((token) => holdsMiddle(reach, token.box)));
  const apart = lines.filter(({ segments }) => segments.length > 1);
  const isOpen = innerUprights({ box, uprights }).length === 0;
  if (lines.length < 2 || (isOpen && (isList(apart) || isContents(apart, 0)))) return undefined;
  const table = tableIn({ box, lines, uprights, levels: withoutLoneStrokes({ levels, uprights }) });
  return table === undefined ? undefined : trimmed(table, uprights);
}

function openTable(lines: readonly PrintedLine[], levels: readonly Rule[]): DraftTable | undefined {
  const box = {
    left: Math.min(...lines.map((line) => line.box.left)),
    right: Math.max(...lines.map((line) => line.box.right)),
    top: Math.min(...lines.map((line) => line.box.top)),
    bottom: Math.max(...lines.map((line) => line.box.bottom)),
  };
  const reach = (lines.at(-1)?.size ?? 0) * SETTINGS.nextRow.value;
  const own = levels.filter(
    ({ at, from, to }) => at > box.top && at < box.bottom + reach && to > box.left && from < box.right,
  );
  const bottom = Math.max(box.bottom, ...own.map(({ at }) => at));
  const table = tableIn({ box: { ...box, bottom }, lines, uprights: [], levels: own });
  return table === undefined ? undefined : trimmed(table, []);
}

function tokensIn(table: DraftTable): Set<InkToken> {
  return new Set(table.cells.flatMap(({ lines }) => lines.flatMap(({ tokens }) => tokens)));
}

function topOf(block: DraftBlock): number {
  return block.kind === 'table' ? block.box.top : block.line.box.top;
}
