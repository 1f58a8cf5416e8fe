import type { Block, Page, Paragraph, Source, Unit } from '../../page/source.ts';
import type { Line } from '../../page/token.ts';
import { furnitureOf } from './furniture.ts';
import type { InkPage } from './ink.ts';
import { type PrintedLine, printedLines } from './lines.ts';
import { withListNumbersApart } from './list-numbers.ts';
import { type DraftPage, type GriddedPage, layoutOf, withGrids } from './page.ts';
import { paragraphStarts } from './paragraphs.ts';
import { withSplitRowsJoined } from './split-rows.ts';
import type { DraftCell, DraftTable } from './table.ts';
import { withTextColumns } from './text-columns.ts';
import { drawsSoftHyphens, unwritten, Writer } from './writing.ts';

/** What tells a paragraph's first line, and a page from the next. */
const INDENT = '      ';
const BETWEEN_PAGES = '\n\n\n\n';

/**
 * Lays out the pages of a source and writes their text: a line a line, six spaces before a paragraph, a tab between the
 * cells of a row, three empty lines between pages. Furniture and what nobody sees are no part of the text. A text that
 * keeps its columns is laid out like a page of ink: its unit is a character.
 */
export function sourceOf(inked: readonly InkPage[], file: string, unit: Unit): Source {
  return sourceOfGrids(inked.map(withGrids), file, unit, []);
}

/** The same for pages whose grids are read: whether more must be known of a page is seen by what stands beside them. */
export function sourceOfGrids(
  gridded: readonly GriddedPage[],
  file: string,
  unit: Unit,
  notes: readonly string[],
): Source {
  const laidOut = gridded.map(
    (page): DraftPage => ({ ink: page.ink, blocks: layoutOf(page), furniture: [] }),
  );
  const whole = withSplitRowsJoined(furnitureOf(laidOut));
  const drafts = withListNumbersApart(unit === 'point' ? whole.map(withTextColumns) : whole);
  const starts = paragraphStarts(drafts);
  const writer = new Writer(gridded.some(({ ink }) => drawsSoftHyphens(ink.tokens)));
  const pages = drafts.map((draft, index): Page => {
    if (index > 0) writer.put(BETWEEN_PAGES);
    return writtenPage(draft, starts, writer);
  });
  return { file, unit, text: writer.text, pages, notes };
}

function writtenPage(
  { ink, blocks, furniture }: DraftPage,
  starts: ReadonlySet<PrintedLine>,
  writer: Writer,
): Page {
  const start = writer.text.length;
  const newLine = (): void => {
    if (writer.text.length > start) writer.put('\n');
  };
  const written: Block[] = [];
  let lines: Line[] = [];
  let begins = false;
  const close = (): void => {
    const paragraph: Paragraph = { kind: 'paragraph', begins, lines, box: lines[0]?.box };
    if (lines.length > 0) written.push(paragraph);
    lines = [];
    begins = false;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      close();
      written.push(writtenTable(block, writer, newLine));
      continue;
    }
    newLine();
    if (starts.has(block.line)) {
      close();
      begins = true;
      writer.put(INDENT);
    }
    lines.push(writer.line(block.line));
  }
  close();
  const end = writer.text.length;
  const aside = (kind: 'furniture' | 'unseen', line: PrintedLine): Block => ({
    kind,
    lines: [unwritten(line, end)],
    box: line.box,
  });
  const { number, width, height } = ink;
  const unsaid = [
    ...furniture.map((line) => aside('furniture', line)),
    ...printedLines(ink.unseen).map((line) => aside('unseen', line)),
  ];
  return { number, width, height, span: { start, end }, blocks: [...written, ...unsaid] };
}

/** The cells that stand in each row: one that spans rows stands in several. */
function cellsByRow({ rows, cells }: DraftTable): DraftCell[][] {
  const own = Array.from({ length: rows }, (): DraftCell[] => []);
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) own[row]?.push(cell);
  }
  return own;
}

/** A cell that spans columns is one cell; one that spans rows stands in its first row, and its other places are empty. */
function writtenTable(table: DraftTable, writer: Writer, newLine: () => void): Block {
  const lines = new Map<DraftCell, Line[]>();
  for (const [row, own] of cellsByRow(table).entries()) {
    if (own.every((cell) => cell.row < row || cell.lines.length === 0)) continue;
    newLine();
    const places = own.sort((one, other) => one.column - other.column);
    // Without rules, a label by itself is a heading.
    const isAlone = table.ruledRows[row] !== true && places.slice(1).every(({ lines }) => lines.length === 0);
    for (const [index, cell] of (isAlone ? places.slice(0, 1) : places).entries()) {
      if (index > 0) writer.put('\t');
      if (cell.row === row) lines.set(cell, writer.cell(cell.lines));
    }
  }
  const { kind, rows, columns, headRows, rowsToldBy, columnsToldBy, box } = table;
  const cells = table.cells.map((cell) => {
    const { row, column, rowSpan, columnSpan } = cell;
    return { row, column, rowSpan, columnSpan, lines: lines.get(cell) ?? [], box: cell.box };
  });
  return { kind, rows, columns, cells, headRows, rowsToldBy, columnsToldBy, box };
}
