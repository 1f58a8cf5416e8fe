import type { Block, Page, Source, Unit } from '../../page/source.ts';
import type { Line } from '../../page/token.ts';
import { furnitureOf } from './furniture.ts';
import type { InkLine, InkPage } from './ink.ts';
import { printedLines } from './lines.ts';
import { type DraftBlock, layoutOf } from './page.ts';

/**
 * Lays out the pages of a source and writes their text: a line a line, a tab between the cells of a row. A text that
 * keeps its columns is laid out like a page of ink: its unit is a character.
 */
export function sourceOf(inked: readonly InkPage[], file: string, unit: Unit): Source {
  const drafts = inked.map((ink) => ({ ink, blocks: layoutOf(ink) }));
  const furniture = furnitureOf(
    drafts.map(({ ink, blocks }) => ({
      height: ink.height,
      lines: blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : [])),
    })),
  );
  const writer = new Writer();
  const pages = drafts.map(({ ink, blocks }): Page => {
    const seen = blocks.map((block) => written(block, furniture, writer));
    const unseen = printedLines(ink.unseen).map(
      (line): Block => ({ kind: 'unseen', lines: [writer.line(line)], box: line.box }),
    );
    const { number, width, height, turns } = ink;
    return { number, width, height, turns, blocks: [...seen, ...unseen] };
  });
  return { file, unit, text: writer.text, pages };
}

function written(block: DraftBlock, furniture: ReadonlySet<InkLine>, writer: Writer): Block {
  if (block.kind === 'paragraph') {
    const kind = block.lines.some((line) => furniture.has(line)) ? 'furniture' : 'paragraph';
    return { kind, lines: block.lines.map((line) => writer.line(line)), box: block.lines[0]?.box };
  }
  let [row, column] = [0, 0];
  const cells = block.cells.map((cell) => {
    for (; row < cell.row; row += 1) {
      writer.put('\n');
      column = 0;
    }
    for (; column < cell.column; column += 1) writer.put('\t');
    const lines = cell.lines.map((line, index) => writer.part(line, index > 0));
    const { box, rowSpan, columnSpan } = cell;
    return { row: cell.row, column: cell.column, rowSpan, columnSpan, lines, box };
  });
  writer.put('\n');
  const { kind, rows, columns, headRows, rowsToldBy, columnsToldBy, box } = block;
  return { kind, rows, columns, cells, headRows, rowsToldBy, columnsToldBy, box };
}

/** Writes a text and knows where each token of it stands. */
class Writer {
  text = '';

  put(text: string): void {
    this.text += text;
  }

  line(line: InkLine): Line {
    const own = this.part(line, false);
    this.text += '\n';
    return own;
  }

  part({ tokens, box, baseline }: InkLine, isNext: boolean): Line {
    if (isNext) this.text += ' ';
    const placed = tokens.map(({ text, box: own, print, joined }, index) => {
      if (index > 0 && !joined) this.text += ' ';
      const start = this.text.length;
      this.text += text;
      return { text, span: { start, end: this.text.length }, box: own, print, joined: joined && index > 0 };
    });
    return { tokens: placed, box, baseline };
  }
}
