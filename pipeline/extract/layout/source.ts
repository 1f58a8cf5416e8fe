import type { Block, Page, Source, Unit } from '../../page/source.ts';
import { SourceText } from '../source-text.ts';
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
  const writer = new SourceText();
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

function written(block: DraftBlock, furniture: ReadonlySet<InkLine>, writer: SourceText): Block {
  if (block.kind === 'paragraph') {
    const kind = block.lines.some((line) => furniture.has(line)) ? 'furniture' : 'paragraph';
    return { kind, lines: block.lines.map((line) => writer.line(line)), box: block.lines[0]?.box };
  }
  const cells = writer.cells(block.cells);
  const { kind, rows, columns, headRows, rowsToldBy, columnsToldBy, box } = block;
  return { kind, rows, columns, cells, headRows, rowsToldBy, columnsToldBy, box };
}
