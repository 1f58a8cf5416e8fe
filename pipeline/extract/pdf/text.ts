import type { Span } from '../../page/place.ts';
import type { Line, Remark, TextLayer } from '../text-layer.ts';
import { EMPTY, joined, movedBy, type Phrase } from './lines/phrase.ts';
import type { PageLayout } from './page.ts';
import { paragraphStarts } from './paragraphs.ts';
import { phraseOf, type TableRow } from './tables/cell-text.ts';

const EMPTY_LINES_OF_A_PAGE_BREAK = 3;
const INDENT: Phrase = { ...EMPTY, text: '      ' };

interface WrittenLine {
  readonly phrase: Phrase;
  readonly cellBreaks: readonly number[];
  readonly page: number;
}

/** Writes pages out as text: six spaces before a paragraph, a tab between cells, empty lines between pages. */
export function textLayerOf(pages: readonly PageLayout[], file: string): TextLayer {
  let text = '';
  const lines: Line[] = [];
  const cellBreaks: number[] = [];
  const raised: Span[] = [];
  const remarks: Remark[] = [];
  for (const { phrase, cellBreaks: breaks, page } of writtenLines(pages)) {
    if (lines.length > 0) text += '\n';
    const start = text.length;
    text += phrase.text;
    lines.push({ number: lines.length + 1, start, end: text.length, page });
    for (const offset of breaks) cellBreaks.push(start + offset);
    for (const span of phrase.raised) raised.push(movedBy(span, start));
    for (const remark of phrase.remarks) remarks.push(movedBy(remark, start));
  }
  return { file, text, lines, evidence: { cellBreaks, raised, remarks } };
}

function writtenLines(pages: readonly PageLayout[]): WrittenLine[] {
  const starts = paragraphStarts(pages);
  const written: WrittenLine[] = [];
  for (const [index, { blocks }] of pages.entries()) {
    const page = index + 1;
    for (let empty = 0; index > 0 && empty < EMPTY_LINES_OF_A_PAGE_BREAK; empty += 1) {
      written.push({ phrase: EMPTY, cellBreaks: [], page: index });
    }
    for (const block of blocks) {
      if (block.kind === 'table') written.push(...block.rows.flatMap((row) => writtenRow(row, page)));
      else {
        const phrase = phraseOf(block.line);
        written.push({
          phrase: starts.has(block.line) ? joined([INDENT, phrase], '') : phrase,
          cellBreaks: [],
          page,
        });
      }
    }
  }
  return written;
}

function writtenRow({ cells }: TableRow, page: number): WrittenLine[] {
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
