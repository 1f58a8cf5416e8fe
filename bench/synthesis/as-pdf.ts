import {
  FIRST_OBJECT,
  madeUpPdf,
  stroke,
  toUnicode,
  WIDTHS,
  words,
} from '../../tests/extract/pdf/made-up-pdf.ts';
import type { Block, MatrixCell } from './matrix.ts';
import { wrap } from './typesettings.ts';

/** How tables are set on the pages of a PDF. All lengths in points. */
export interface PageSetting {
  readonly isRuled: boolean;
  /** Letters of a line of a label, which is wrapped behind them. */
  readonly labelWidth: number;
  /** Between the text of a cell and its edge. */
  readonly padding: number;
  readonly isLevelAtEnds: boolean;
  /** Rows of a table on a page, where tables may go on; all of them without. */
  readonly rowsOfPage?: number;
}

const SIZE = 8;
const LEADING = 10;
const MARGIN = 30;
const TITLE_GAP = 14;
const ASCII_END = 127;
/** Codes beyond ASCII to which the encoding of the font gives a letter: what has none is not drawn. */
const FREE_CODES = Array.from({ length: 95 }, (_, index) => 161 + index).filter((code) => code !== 173);

type Line = (text: string) => string;

/** Blocks as a PDF, a table a page unless it is declared which page it stands on. Pages are as large as they need. */
export function pdfPages(blocks: readonly Block[], setting: PageSetting): Uint8Array {
  const encoding = encodingOf(blocks);
  const pages = pagesOf(blocks, setting);
  const drawn = pages.map((page) => drawPage(page, setting, encoding.encode, encoding.width));
  const size: [number, number] = [
    Math.max(...drawn.map(({ width }) => width)),
    Math.max(...drawn.map(({ height }) => height)),
  ];
  return madeUpPdf(
    drawn.map(({ content }) => content(size[1])),
    { fonts: { G: encoding.font }, objects: [encoding.unicode], size },
  );
}

/** Which blocks stand on which page. */
function pagesOf(blocks: readonly Block[], { rowsOfPage }: PageSetting): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  let open: Block[] = [];
  let declared: number | undefined;
  const close = (): void => {
    if (open.length > 0) pages.push(open);
    open = [];
  };
  for (const block of blocks) {
    if (block.kind === 'text' || (block.page !== undefined && block.page === declared)) {
      open.push(block);
      continue;
    }
    if (open.some(({ kind }) => kind === 'table')) close();
    if (block.page !== undefined) while (pages.length < block.page - 1) pages.push([]);
    declared = block.page;
    const rows = block.page === undefined ? (rowsOfPage ?? block.body.length) : block.body.length;
    for (let at = 0; at === 0 || at < block.body.length; at += rows) {
      if (at > 0) close();
      open.push({
        ...block,
        title: at === 0 ? block.title : undefined,
        body: block.body.slice(at, at + rows),
      });
    }
  }
  close();
  return pages;
}

/** A page drawn from its top down, its height being told last. */
function drawPage(
  blocks: readonly Block[],
  setting: PageSetting,
  encode: Line,
  width: (text: string) => number,
): { readonly width: number; readonly height: number; readonly content: (height: number) => string } {
  const parts: ((top: number) => string)[] = [];
  let down = MARGIN;
  let right = MARGIN;
  const say = (text: string): void => {
    for (const line of wrap(text, 100)) {
      const at = down;
      parts.push((top) => words(MARGIN, top - at, encode(line), SIZE, 'G'));
      right = Math.max(right, MARGIN + width(line));
      down += LEADING;
    }
    down += TITLE_GAP;
  };
  for (const block of blocks) {
    if (block.kind === 'text') {
      say(block.text);
      continue;
    }
    if (block.title !== undefined) say(block.title);
    const grid = gridOf([...block.head, ...block.body], setting, width);
    for (const row of grid.rows) {
      const at = down;
      parts.push((top) => row.draw(top - at, encode));
      down += row.height;
    }
    right = Math.max(right, grid.right);
    down += 2 * TITLE_GAP;
  }
  return {
    width: Math.ceil(right + MARGIN),
    height: Math.ceil(down + MARGIN),
    content: (top) => parts.map((part) => part(top)).join(''),
  };
}

interface GridRow {
  readonly height: number;
  readonly draw: (top: number, encode: Line) => string;
}

/** The rows of a table with the places of their cells. */
function gridOf(
  rows: readonly (readonly MatrixCell[])[],
  { isRuled, labelWidth, padding, isLevelAtEnds }: PageSetting,
  width: (text: string) => number,
): { readonly rows: readonly GridRow[]; readonly right: number } {
  const linesOf = ({ text }: MatrixCell, column: number): readonly string[] =>
    column === 0 ? wrap(text, labelWidth) : [text];
  const widths: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      const own = Math.max(0, ...linesOf(cell, column).map(width)) + SIZE * (cell.raised?.length ?? 0);
      if (cell.columns === 1) widths[column] = Math.max(widths[column] ?? 0, own + 2 * padding);
      else {
        // What spans columns makes the last of them wider where it needs to.
        const span = Array.from({ length: cell.columns }, (_, at) => widths[column + at] ?? 2 * padding);
        const missing = own + 2 * padding - span.reduce((sum, each) => sum + each, 0);
        if (missing > 0 && column > 0) widths[column + cell.columns - 1] = (span.at(-1) ?? 0) + missing;
      }
      column += cell.columns;
    }
  }
  const lefts = [MARGIN];
  for (const each of widths) lefts.push((lefts.at(-1) ?? MARGIN) + (each ?? 0));
  const right = lefts.at(-1) ?? MARGIN;
  const drawn = rows.map((row): GridRow => {
    const tallest = Math.max(1, ...row.map((cell, column) => linesOf(cell, column).length));
    const height = tallest * LEADING + 6;
    const draw = (top: number, encode: Line): string => {
      let column = 0;
      let content = '';
      for (const cell of row) {
        const [from = MARGIN, to = right] = [lefts[column], lefts[column + cell.columns]];
        for (const [line, text] of linesOf(cell, column).entries()) {
          const isAtEnd = isLevelAtEnds && column > 0 && cell.columns === 1;
          const raised = cell.raised === undefined ? 0 : SIZE * cell.raised.length;
          const x =
            cell.columns > 1 && column > 0
              ? (from + to - width(text)) / 2
              : isAtEnd
                ? to - padding - width(text) - raised
                : from + padding;
          const y = top - (line + 1) * LEADING;
          if (text !== '') content += words(x, y, encode(text), SIZE, 'G');
          if (cell.raised !== undefined)
            content += words(x + width(text), y + 3, encode(cell.raised), SIZE * 0.6, 'G');
        }
        if (isRuled) {
          const bottom = top - height;
          content += stroke(from, top, to, top) + stroke(from, bottom, to, bottom);
          content += stroke(from, top, from, bottom) + stroke(to, top, to, bottom);
        }
        column += cell.columns;
      }
      return content;
    };
    return { height, draw };
  });
  return { rows: drawn, right };
}

/** A font without a file for all letters of a document: ASCII has its own codes, the others those that are free. */
function encodingOf(blocks: readonly Block[]): {
  readonly font: string;
  readonly unicode: string;
  readonly encode: Line;
  readonly width: (text: string) => number;
} {
  const texts = blocks.flatMap((block) =>
    block.kind === 'text'
      ? [block.text]
      : [
          block.title ?? '',
          ...[...block.head, ...block.body].flat().flatMap(({ text, raised }) => [text, raised ?? '']),
        ],
  );
  const letters = [...new Set(texts.join('').normalize('NFC').replace(/\s/g, ' '))].filter(
    (letter) => letter.charCodeAt(0) >= ASCII_END,
  );
  if (letters.length > FREE_CODES.length)
    throw new Error(
      `expected at most ${FREE_CODES.length} letters beyond ASCII in a PDF, found ${letters.length}`,
    );
  const codes = new Map(
    letters.map((letter, index) => [letter, String.fromCharCode(FREE_CODES[index] ?? 0)]),
  );
  const encode: Line = (text) =>
    [...text.normalize('NFC').replace(/\s/g, ' ')].map((letter) => codes.get(letter) ?? letter).join('');
  const widthOf = (code: number): number => WIDTHS[code - 32] ?? 556;
  const width = (text: string): number =>
    ([...encode(text)].reduce((sum, letter) => sum + widthOf(letter.charCodeAt(0)), 0) * SIZE) / 1000;
  const hex = (letter: string): string => letter.charCodeAt(0).toString(16).padStart(4, '0');
  const ascii = Array.from({ length: ASCII_END - 32 }, (_, index) => String.fromCharCode(32 + index));
  const known = [...ascii.map((letter) => [letter.charCodeAt(0), hex(letter)] as const)];
  const others = letters.map((letter, index) => [FREE_CODES[index] ?? 0, hex(letter)] as const);
  const widths = Array.from({ length: 224 }, (_, index) => widthOf(32 + index)).join(' ');
  return {
    font: `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 255/Widths[${widths}]/Encoding/WinAnsiEncoding/ToUnicode ${FIRST_OBJECT} 0 R>>`,
    unicode: toUnicode(Object.fromEntries([...known, ...others])),
    encode,
    width,
  };
}
