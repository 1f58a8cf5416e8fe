import { type Box, holdsMiddle } from '../../page/place.ts';
import { withDrawn } from './drawn-cells.ts';
import { drawnLines, edgesOf, type Frame, framesOf } from './frames.ts';
import type { InkPage, InkToken, Rule } from './ink.ts';
import { type PrintedLine, printedLines, sidewaysLines } from './lines.ts';
import { isList, stretchesIn } from './open.ts';
import { proseTokens } from './prose.ts';
import { innerUprights } from './region.ts';
import { SETTINGS } from './settings.ts';
import { withoutLoneStrokes, withoutStrokes } from './strokes.ts';
import { type DraftTable, tableIn } from './table.ts';
import { taggedDrafts } from './tagged.ts';
import { trimmed } from './trimming.ts';
import { withUnshaded } from './unshaded.ts';
import { isWrittenRule } from './values.ts';

/** A table, or a line outside of tables. */
export type DraftBlock = DraftTable | { readonly kind: 'line'; readonly line: PrintedLine };

/** A page with the blocks that were found on it, before their text is written. */
export interface DraftPage {
  readonly ink: InkPage;
  readonly blocks: readonly DraftBlock[];
  /** Lines that stand on the page because it is a page. */
  readonly furniture: readonly PrintedLine[];
}

/** The blocks of a page in reading order, before their text has its places in the text layer. */
export function layoutOf(page: InkPage): DraftBlock[] {
  const tables: DraftTable[] = [];
  let free = [...page.tokens, ...page.sideways];
  const take = (table: DraftTable | undefined): boolean => {
    if (table === undefined) return false;
    const own = tokensIn(table);
    free = free.filter((token) => !own.has(token));
    tables.push(table);
    return true;
  };
  const written = free.filter(({ text }) => isWrittenRule(text));
  free = free.filter(({ text }) => !isWrittenRule(text));
  const all = [...withoutStrokes(page.rules, printedLines(free)), ...written.map(ruleOf)];
  const ruled = drawnLines(all);
  const used: Frame[] = [];
  for (const frame of framesOf(ruled, printedLines(free)).filter(isGrid)) {
    if (take(framedTable(frame, free))) used.push(frame);
  }
  for (const table of taggedDrafts(page.tagged, free)) take(table);
  const isFree = (box: Box): boolean => !used.some((frame) => holdsMiddle(frame.box, box));
  const rules = all.filter((rule) => isFree(boxOf(rule)));
  const drawn = drawnLines([...rules, ...edgesOf(page.fills.filter(isFree), rules)]);
  const frames = framesOf(drawn, printedLines(free));
  const open = frames.filter((frame) => innerUprights(frame).length === 0);
  for (const frame of frames.filter((each) => !open.includes(each))) {
    const whole = withUnshaded(frame, printedLines(free), ruled.levels);
    if (take(framedTable(whole, free))) used.push(whole);
  }
  const levels = drawn.levels.filter((rule) => !used.some(({ box }) => holdsMiddle(box, boxOf(rule))));
  const prose = proseTokens(printedLines(free));
  const rest = free.filter((token) => token.print.turns === 0 && !prose.has(token));
  for (const { lines } of stretchesIn(printedLines(rest), levels)) {
    take(openTable(lines, levels));
  }
  for (const frame of open) take(framedTable(frame, free));
  const level = [...free, ...written].filter(({ print }) => print.turns === 0);
  const lines = [...printedLines(level), ...sidewaysLines(free)].map(
    (line): DraftBlock => ({ kind: 'line', line }),
  );
  const told = tables.map((table) => withDrawn(table, page));
  return [...told, ...lines].sort((one, other) => topOf(one) - topOf(other));
}

/** A rule that is written with characters. */
function ruleOf({ box }: InkToken): Rule {
  return { axis: 'level', at: (box.top + box.bottom) / 2, from: box.left, to: box.right };
}

/** Whether rules alone part rows and columns. */
function isGrid(frame: Frame): boolean {
  return innerUprights(frame).length > 0 && frame.levels.length > 2;
}

function boxOf({ axis, at, from, to }: Rule): { left: number; right: number; top: number; bottom: number } {
  return axis === 'level'
    ? { left: from, right: to, top: at, bottom: at }
    : { left: at, right: at, top: from, bottom: to };
}

function framedTable({ box, uprights, levels }: Frame, free: readonly InkToken[]): DraftTable | undefined {
  const reach = { left: box.left - 4, right: box.right + 4, top: box.top - 1, bottom: box.bottom + 1 };
  const lines = printedLines(free.filter((token) => holdsMiddle(reach, token.box)));
  const apart = lines.filter(({ segments }) => segments.length > 1);
  if (lines.length < 2 || (innerUprights({ box, uprights }).length === 0 && isList(apart))) return undefined;
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
