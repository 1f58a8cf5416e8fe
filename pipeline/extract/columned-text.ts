import type { Box } from '../page/place.ts';
import type { Block, Page, Source } from '../page/source.ts';
import { type Line, plainPrint } from '../page/token.ts';
import type { InkPage, InkToken, Rule, WrittenTable } from './layout/ink.ts';
import { sourceOf } from './layout/source.ts';
import { areValues, isName, isValue, isWrittenRule } from './layout/values.ts';
import { linesOf } from './pages.ts';
import type { PageRange } from './pdf/source.ts';
import { SETTINGS } from './settings.ts';
import { tabbedText, withoutTabs } from './text-file.ts';
import { narrowed, WIDE_SPACE, widened } from './wide-characters.ts';
import { type Word, wordsIn } from './words.ts';
import { gridsOfBars, rulesOf as strokesOf, withoutStrokes } from './written/bars.ts';
import type { WrittenGrid } from './written/grid.ts';
import { gridsOfSeparators } from './written/separated.ts';
import { gridsOfTabs } from './written/tabs.ts';

/** How much larger than a character a text is laid out: the layout knows strokes and borders by their points. */
const SCALE = SETTINGS.unitsOfCharacter.value;
const DASHES = /^([-_=\u2010-\u2015\u2500\u2501\u2550])\1{2,}$/u;
const LETTER = /\p{L}/u;
const BEFORE_LEADER = /^.*[^.](?=\.{4,}$)/u;

/**
 * A text that keeps its columns, as pages whose unit is a character: a line is one high, a letter one wide, and one of East
 * Asia two. Tables that
 * are drawn with characters have the cells that these part; bars and dashes are no text then.
 */
export function columnedText(bytes: Uint8Array, file: string, range?: PageRange): Source {
  return columnedSource(tabbedText(bytes, file, WIDE_SPACE), file, range);
}

/** The same for text whose characters are known. */
export function columnedSource(text: string, file: string, range?: PageRange): Source {
  const pages = new Map<number, string[]>();
  for (const { start, end, page } of linesOf(text)) {
    const lines = pages.get(page) ?? [];
    pages.set(page, lines);
    lines.push(widened(text.slice(start, end)));
  }
  const inked = [...pages].map(([number, lines]) => pageOf(number, lines));
  const isAsked = ({ number }: InkPage): boolean =>
    range === undefined || (number >= range.first && number <= range.last);
  const source = sourceOf(inked.filter(isAsked), file, 'character');
  return { ...source, pages: source.pages.map(inCharacters) };
}

/** A page whose places count characters and lines. */
function inCharacters(page: Page): Page {
  const of = (size: number): number => size / SCALE;
  const boxOf = (box: Box | undefined): Box | undefined =>
    box && { left: of(box.left), top: of(box.top), right: of(box.right), bottom: of(box.bottom) };
  const lineOf = (line: Line): Line => ({
    ...line,
    box: boxOf(line.box),
    baseline: line.baseline === undefined ? undefined : of(line.baseline),
    tokens: line.tokens.map((token) => ({
      ...token,
      box: boxOf(token.box),
      print: { ...token.print, size: of(token.print.size) },
    })),
  });
  const blockOf = (block: Block): Block =>
    block.kind === 'table'
      ? {
          ...block,
          box: boxOf(block.box),
          cells: block.cells.map((cell) => ({
            ...cell,
            box: boxOf(cell.box),
            lines: cell.lines.map(lineOf),
          })),
        }
      : { ...block, box: boxOf(block.box), lines: block.lines.map(lineOf) };
  return { ...page, width: of(page.width), height: of(page.height), blocks: page.blocks.map(blockOf) };
}

/** The tables of a page that are drawn with characters; no line is in two of them. */
function gridsIn(lines: readonly string[]): readonly WrittenGrid[] {
  const drawn = gridsOfBars(lines);
  const isDrawn = (at: number): boolean => drawn.some(({ from, to }) => from <= at && at < to);
  const left = lines.map((line, at) => (isDrawn(at) ? '' : line));
  const tabbed = gridsOfTabs(left);
  const isTabbed = (at: number): boolean => tabbed.some(({ from, to }) => from <= at && at < to);
  return [...drawn, ...tabbed, ...gridsOfSeparators(left.map((line, at) => (isTabbed(at) ? '' : line)))];
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

/** Whether values stand beside each other between two bars of a table: its bars part groups of columns alone. */
function holdsColumns({ cells, headRows, toldBy }: WrittenGrid, lines: readonly string[]): boolean {
  return (
    toldBy === 'ruled' &&
    cells.some(({ row, stretches }) =>
      stretches.some(({ line, left, right }) => {
        const parts = (lines[line] ?? '').slice(left, right).trim().split(/ {2,}/);
        return row >= headRows && parts.length > 1 && parts.every((part) => areValues(part.split(' ')));
      }),
    )
  );
}

/** The bars and the lines of dashes of a table, as the rules of a page. */
function rulesOf({ from, to }: WrittenGrid, lines: readonly string[]): readonly Rule[] {
  return strokesOf(lines.slice(from, to)).map(({ axis, at, from: begin, to: end }) => {
    const [across, along] = axis === 'level' ? [from, 0] : [0, from];
    return { axis, at: (at + across) * SCALE, from: (begin + along) * SCALE, to: (end + along) * SCALE };
  });
}

function tokensIn(line: string, top: number, from = 0): InkToken[] {
  const tokens: InkToken[] = [];
  let end = 0;
  for (const { text, left, right } of withReach(wordsIn(line)).flatMap(withLeaderApart)) {
    tokens.push({
      text: narrowed(text),
      box: {
        left: (from + left) * SCALE,
        right: (from + right) * SCALE,
        top: top * SCALE,
        bottom: (top + 1) * SCALE,
      },
      baseline: (top + 1) * SCALE,
      print: plainPrint(SCALE),
      joined: tokens.length > 0 && left === end,
      spaced: tokens.length > 0 && left - end === 1,
      spacing: 0,
      mark: -1,
    });
    end = right;
  }
  return tokens;
}

/**
 * Words between dashes that stand right beside them, as `------ Men ------` over two columns, without these: they are no
 * text, and say how far the words reach.
 */
function withReach(words: readonly Word[]): readonly Word[] {
  for (const [from, { text: dashes, left }] of words.entries()) {
    if (!DASHES.test(dashes)) continue;
    const to = words.findIndex(({ text }, at) => at > from && DASHES.test(text));
    const inner = words.slice(from + 1, Math.max(to, 0));
    const isClose = words
      .slice(from + 1, to + 1)
      .every((word, at) => word.left - (words[from + at]?.right ?? 0) === 1);
    const [first, last, end] = [inner[0], inner.at(-1), words[to]];
    if (first === undefined || last === undefined || end === undefined || !isClose) continue;
    if (!inner.some(({ text }) => LETTER.test(text))) continue;
    const reaching = inner.map((word) => ({
      ...word,
      left: word === first ? left : word.left,
      right: word === last ? end.right : word.right,
    }));
    return [...words.slice(0, from), ...reaching, ...withReach(words.slice(to + 1))];
  }
  return words;
}

/**
 * Whether a line is nothing but short strokes, each below a value: what stands below them is a sum, or they close the
 * table. Those below years underline heads; a long one is a rule in any line.
 */
function isOfSums(line: string, above: string): boolean {
  const values = wordsIn(above).filter(({ text }) => isValue(text) && !isName(text));
  const strokes = wordsIn(line).filter(({ text }) => !isWrittenRule(text));
  return (
    strokes.length > 0 &&
    strokes.every(
      ({ text, left, right }) =>
        DASHES.test(text) && values.some((value) => value.left < right && value.right > left),
    )
  );
}

/**
 * Whether a line is a rule that is parted between columns, as a line beside it begins at its first column:
 *
 *     Month    Rain    Days
 *     -----    ----    ----
 */
function isParted(line: string, beside: string): boolean {
  const strokes = wordsIn(line);
  const [first] = wordsIn(beside);
  return (
    strokes.length > 1 &&
    strokes.every(({ text }) => DASHES.test(text)) &&
    strokes[0]?.left === first?.left &&
    !DASHES.test(first?.text ?? '')
  );
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

function pageOf(number: number, printed: readonly string[]): InkPage {
  const drawn = gridsIn(printed);
  const ruled = drawn.filter((grid) => holdsColumns(grid, printed));
  const lines = printed.map((line, at) =>
    ruled.some(({ from, to }) => from <= at && at < to) ? withoutStrokes(line) : line,
  );
  const grids = drawn.filter((grid) => !ruled.includes(grid));
  const isFree = (at: number): boolean => !grids.some(({ from, to }) => from <= at && at < to);
  const tokens = lines.flatMap((printedLine, at) => {
    const line = withoutTabs(printedLine);
    const [above = '', below = ''] = [lines[at - 1], lines[at + 1]].map((each) => withoutTabs(each ?? ''));
    const isRule = isOfSums(line, above) || isParted(line, above) || isParted(line, below);
    return isFree(at) && !isRule ? tokensIn(line, at) : [];
  });
  const written = grids.map((grid) => writtenTable(grid, lines));
  const all = [...tokens, ...written.flatMap(({ cells }) => cells.flatMap((cell) => cell.tokens))];
  return {
    number,
    width: Math.max(0, ...all.map(({ box }) => box.right)),
    height: Math.max(0, ...all.map(({ box }) => box.bottom)),
    tokens,
    sideways: [],
    unseen: [],
    rules: ruled.flatMap((grid) => rulesOf(grid, printed)),
    fills: [],
    drawn: [],
    tagged: [],
    written,
  };
}
