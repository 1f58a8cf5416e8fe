import type { Span } from '../page/place.ts';
import { type Block, linesOf, type Page, type Source, tokensOf } from '../page/source.ts';
import { rowsOf, type Table } from '../page/table.ts';
import { type Line, type PrintRemark, type Token, textOf, UNKNOWN } from '../page/token.ts';
import { areValues, isMark, isOneValue } from './layout/values.ts';
import { EMPTY, joined, movedBy, type Phrase } from './phrase.ts';
import { overSeveral } from './spanning-values.ts';
import { withPlainMarks } from './superscripts.ts';
import type { PrintedSpan, Remark, TextLayer, Line as TextLine } from './text-layer.ts';

const INDENT: Phrase = { ...EMPTY, text: '      ' };
/** A token this much smaller than the one that it is joined to is no digit of it: `302,7` with a small `2)`. */
const MARK_SIZE = 0.9;

interface WrittenLine {
  readonly phrase: Phrase;
  readonly cellBreaks: readonly number[];
  readonly page: number;
}

/**
 * The text of a source as who reads text takes it: line by line, with what the places of its tokens prove. A tab stands
 * between two cells of a table only. One without places is written out for it.
 */
export function layerOf(source: Source): TextLayer {
  return source.unit === 'none'
    ? withPlainMarks(layerOfSource(source))
    : withSpanning(layerOfPages(source), source);
}

/** A layer with what is to be said of values that stand over several rows: its text has them in the first. */
function withSpanning(layer: TextLayer, { pages }: Source): TextLayer {
  const spanning = pages
    .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
    .flatMap((table) => table.cells.map((cell) => ({ cell, remark: overSeveral(cell, table) })))
    .flatMap(({ cell: { lines }, remark }): Remark[] =>
      remark === undefined
        ? []
        : lines.flatMap(({ tokens }) => tokens.map(({ span }) => ({ ...span, ...remark }))),
    );
  if (spanning.length === 0) return layer;
  const remarks = [...(layer.evidence.remarks ?? []), ...spanning].sort(
    (one, other) => one.start - other.start,
  );
  return { ...layer, evidence: { ...layer.evidence, remarks } };
}

/** The same for a source whose text is what is read. */
export function layerOfPages({ file, unit, text, pages, notes = [] }: Source): TextLayer {
  const lines: TextLine[] = [];
  let start = 0;
  let page = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    while (page + 1 < pages.length && (pages[page + 1]?.span.start ?? Infinity) <= start) page += 1;
    lines.push({ number: lines.length + 1, start, end, page: pages[page]?.number ?? 1 });
    start = end + 1;
  }
  const tokens = pages.flatMap(tokensOf).filter(({ span }) => span.end > span.start);
  const cellBreaks = [...text.matchAll(/\t/g)].map(({ index }) => index);
  const raised = tokens.flatMap(({ span, print }) => (print.stands === 'level' ? [] : [span]));
  const remarks = tokens.flatMap(({ span, remark }) =>
    remark === undefined ? [] : [{ ...span, ...remark }],
  );
  const inOrder = <S extends Span>(spans: S[]): S[] => spans.sort((one, other) => one.start - other.start);
  return {
    file,
    text,
    lines,
    evidence: { cellBreaks, raised: inOrder(raised), remarks: inOrder(remarks), notes },
    ...(unit === 'point' && { printed: inOrder(pages.flatMap(printedOn)) }),
  };
}

/** Where the tokens of a page stand, those of a row that a page break cut on the next. */
function printedOn({ number, blocks }: Page): PrintedSpan[] {
  return blocks
    .flatMap(linesOf)
    .flatMap(({ tokens, page = number }) =>
      tokens.flatMap(({ span, box }) =>
        box === undefined || span.start === span.end ? [] : [{ ...span, page, box }],
      ),
    );
}

/**
 * Writes a source out as a text layer: six spaces before a paragraph, a row a line with a tab between its cells. What
 * has no places has one page. A cell that spans columns is one cell; one that spans rows stands in its first row and is empty
 * in the others. Furniture and what nobody sees are left out; so is what is struck out, with a remark at what stands
 * beside it: where nothing does, the cell stops what would be read of it.
 */
export function layerOfSource({ file, pages, notes = [] }: Source): TextLayer {
  let text = '';
  const lines: TextLine[] = [];
  const cellBreaks: number[] = [];
  const raised: TextLayer['evidence']['raised'][number][] = [];
  const remarks: Remark[] = [];
  for (const written of pages.flatMap(({ number, blocks }) =>
    blocks.flatMap((block) => writtenBlock(block, number)),
  )) {
    if (lines.length > 0) text += '\n';
    const start = text.length;
    text += written.phrase.text;
    lines.push({ number: lines.length + 1, start, end: text.length, page: written.page });
    for (const offset of written.cellBreaks) cellBreaks.push(start + offset);
    for (const span of written.phrase.raised) raised.push(movedBy(span, start));
    for (const remark of written.phrase.remarks) remarks.push(movedBy(remark, start));
  }
  return { file, text, lines, evidence: { cellBreaks, raised, remarks, notes } };
}

function writtenBlock(block: Block, page: number): readonly WrittenLine[] {
  if (block.kind === 'table') return rowsOfTable(block, page);
  if (block.kind !== 'paragraph') return [];
  return block.lines.flatMap((line, index) => {
    const phrase = phraseOf(line);
    if (phrase.text === '') return [];
    const isFirst = index === 0 && block.begins === true;
    return [{ phrase: isFirst ? joined([INDENT, phrase], '') : phrase, cellBreaks: [], page }];
  });
}

function rowsOfTable(table: Table, page: number): readonly WrittenLine[] {
  const above: { readonly column: number; readonly last: number }[] = [];
  return rowsOf(table).flatMap((cells, row) => {
    const own = cells.map((cell) => {
      const remark = overSeveral(cell, table);
      return { column: cell.column, phrase: withRemark(cellPhrase(cell.lines, table), remark) };
    });
    const reaching = above.filter(({ last }) => last >= row).map(({ column }) => ({ column, phrase: EMPTY }));
    for (const { column, rowSpan } of cells) if (rowSpan > 1) above.push({ column, last: row + rowSpan - 1 });
    return writtenRow(
      [...own, ...reaching].sort((one, other) => one.column - other.column).map(({ phrase }) => phrase),
      page,
    );
  });
}

function writtenRow(cells: readonly Phrase[], page: number): readonly WrittenLine[] {
  if (cells.every(({ text }) => text === '')) return [];
  const cellBreaks: number[] = [];
  let length = 0;
  for (const { text } of cells.slice(0, -1)) {
    length += text.length;
    cellBreaks.push(length);
    length += 1;
  }
  return [{ phrase: joined(cells, '\t'), cellBreaks, page }];
}

/** A cell as one phrase. What it says that is more than one value, one below the other, stops what is read of it. */
function cellPhrase(lines: readonly Line[], { rowsToldBy }: Table): Phrase {
  const phrases = lines.map(phraseOf).filter(({ text }) => text !== '');
  const phrase = joined(phrases, ' ');
  const struck = lines.flatMap(({ tokens }) => tokens);
  if (phrase.text === '' && struck.length > 0) return struckAlone(struck);
  const values = phrases.filter(({ text }) => areValues(text.split(' '))).map(({ text }) => text);
  // Who marks up cells breaks no number over lines.
  const isOne = rowsToldBy === 'marked up' ? values.slice(1).every(isMark) : isOneValue(values);
  if (isOne || values.length !== phrases.length) return phrase;
  const says = `${values.map((value) => `"${value}"`).join(' above ')} in one cell: several values, or one that was broken`;
  return withRemark(phrase, { says, stops: true });
}

/** A phrase with what is to be said of all of it. */
function withRemark(phrase: Phrase, remark: PrintRemark | undefined): Phrase {
  if (remark === undefined) return phrase;
  return { ...phrase, remarks: [...phrase.remarks, { start: 0, end: phrase.text.length, ...remark }] };
}

function struckAlone(tokens: readonly Token[]): Phrase {
  const says = `"${written(tokens)}" struck out, and nothing in its place`;
  return { text: UNKNOWN, raised: [], remarks: [{ start: 0, end: 1, says, stops: true }] };
}

/** The tokens of a line that are not struck out. */
function phraseOf({ tokens }: Line): Phrase {
  let phrase = EMPTY;
  let isParted = false;
  let before: Token | undefined;
  const struck: Token[] = [];
  for (const token of tokens) {
    isParted ||= !token.joined;
    if (token.print.struck) {
      struck.push(token);
      continue;
    }
    const own = tokenPhrase(token, isParted ? undefined : before);
    phrase = phrase.text === '' ? own : joined([phrase, own], isParted ? ' ' : '');
    isParted = false;
    before = token;
  }
  if (struck.length === 0 || phrase.text === '') return phrase;
  const says = `struck-out text beside it, which is not read: "${written(struck)}"`;
  return {
    ...phrase,
    remarks: [...phrase.remarks, { start: 0, end: phrase.text.length, says, stops: false }],
  };
}

/** A token, raised where it stands off the line or is clearly smaller than the one that it is joined to. */
function tokenPhrase({ text, print, remark }: Token, before: Token | undefined): Phrase {
  const isSmall = before !== undefined && print.size < MARK_SIZE * before.print.size;
  const isRaised = print.stands !== 'level' || isSmall;
  const whole = { start: 0, end: text.length };
  return {
    text,
    raised: isRaised ? [whole] : [],
    remarks: remark === undefined ? [] : [{ ...whole, ...remark }],
  };
}

/** Text that is struck out, as it stands there. */
function written(tokens: readonly Token[]): string {
  return textOf(tokens.map((token) => ({ ...token, print: { ...token.print, struck: false } })));
}
