import type { Source } from '../page/source.ts';
import { plainPrint } from '../page/token.ts';
import type { InkPage, InkToken, WrittenTable } from './layout/ink.ts';
import { sourceOf } from './layout/source.ts';
import { linesOf } from './pages.ts';
import type { PageRange } from './pdf/source.ts';
import { tabbedText, withoutTabs } from './text-file.ts';
import { type Word, wordsIn } from './words.ts';
import { gridsOfBars } from './written/bars.ts';
import type { WrittenGrid } from './written/grid.ts';
import { gridsOfTabs } from './written/tabs.ts';

const BEFORE_LEADER = /^.*[^.](?=\.{4,}$)/u;

/**
 * A text that keeps its columns, as pages whose unit is a character: a line is one high, a letter one wide. Tables that
 * are drawn with characters have the cells that these part; bars and dashes are no text then.
 */
export function columnedText(bytes: Uint8Array, file: string, range?: PageRange): Source {
  const text = tabbedText(bytes, file);
  const pages = new Map<number, string[]>();
  for (const { start, end, page } of linesOf(text)) {
    const lines = pages.get(page) ?? [];
    pages.set(page, lines);
    lines.push(text.slice(start, end));
  }
  const inked = [...pages].map(([number, lines]) => pageOf(number, lines));
  const isAsked = ({ number }: InkPage): boolean =>
    range === undefined || (number >= range.first && number <= range.last);
  return sourceOf(inked.filter(isAsked), file, 'character');
}

/** The tables of a page that are drawn with characters; no line is in two of them. */
function gridsIn(lines: readonly string[]): readonly WrittenGrid[] {
  const drawn = gridsOfBars(lines);
  const isDrawn = (at: number): boolean => drawn.some(({ from, to }) => from <= at && at < to);
  return [...drawn, ...gridsOfTabs(lines.map((line, at) => (isDrawn(at) ? '' : line)))];
}

function writtenTable(
  { rows, columns, headRows, toldBy, cells }: WrittenGrid,
  lines: readonly string[],
): WrittenTable {
  const filled = cells.map(({ stretches, ...place }) => ({
    ...place,
    tokens: stretches.flatMap(({ line, left, right }) =>
      tokensIn((lines[line] ?? '').slice(left, right), line, left),
    ),
  }));
  return { rows, columns, headRows, toldBy, cells: filled };
}

function tokensIn(line: string, top: number, from = 0): InkToken[] {
  const tokens: InkToken[] = [];
  let end = 0;
  for (const { text, left, right } of wordsIn(line).flatMap(withLeaderApart)) {
    tokens.push({
      text,
      box: { left: from + left, right: from + right, top, bottom: top + 1 },
      baseline: top + 1,
      print: plainPrint(1),
      joined: tokens.length > 0 && left === end,
      spaced: tokens.length > 0 && left - end === 1,
      spacing: 0,
      mark: -1,
    });
    end = right;
  }
  return tokens;
}

/** Dots that lead from a label to its numbers are no part of it. Right before a number the last may be its own sign. */
function withLeaderApart(word: Word): readonly Word[] {
  const label = BEFORE_LEADER.exec(word.text)?.[0];
  if (label === undefined) return [word];
  const at = word.left + label.length;
  return [
    { text: label, left: word.left, right: at },
    { text: word.text.slice(label.length), left: at, right: word.right },
  ];
}

function pageOf(number: number, lines: readonly string[]): InkPage {
  const grids = gridsIn(lines);
  const isFree = (at: number): boolean => !grids.some(({ from, to }) => from <= at && at < to);
  const tokens = lines.flatMap((line, at) => (isFree(at) ? tokensIn(withoutTabs(line), at) : []));
  const written = grids.map((grid) => writtenTable(grid, lines));
  const all = [...tokens, ...written.flatMap(({ cells }) => cells.flatMap((cell) => cell.tokens))];
  return {
    number,
    width: Math.max(0, ...all.map(({ box }) => box.right)),
    height: Math.max(0, ...all.map(({ box }) => box.bottom)),
    tokens,
    sideways: [],
    unseen: [],
    rules: [],
    fills: [],
    drawn: [],
    tagged: [],
    written,
  };
}
