import type { Box, Span } from './place.ts';
import type { Table } from './table.ts';
import type { Line, Token } from './token.ts';

/** Lines of running text, a heading or an item of a list, read on from each to the next. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /**
   * Whether a paragraph of text begins here, and no heading: false for the rest of one from the page before; undefined
   * where the source says neither.
   */
  readonly begins?: boolean;
  readonly lines: readonly Line[];
  readonly box: Box | undefined;
}

/** What stands on a page because it is a page: a running head or foot, a page number, a stamp in the margin. */
export interface Furniture {
  readonly kind: 'furniture';
  readonly lines: readonly Line[];
  readonly box: Box | undefined;
}

/** Text that is drawn and not said: nobody can see it, or it is struck out. Each token says why. */
export interface UnseenInk {
  readonly kind: 'unseen';
  readonly lines: readonly Line[];
  readonly box: Box | undefined;
}

/** A part of a page. Every token of the page is in exactly one. */
export type Block = Paragraph | Table | Furniture | UnseenInk;

/** One page, with its blocks in the order in which a person reads them. */
export interface Page {
  /** 1-based. */
  readonly number: number;
  /** Width and height as the page is read, in the unit of the source. */
  readonly width: number;
  readonly height: number;
  /** The stretch of the text that its lines stand in. */
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** What places count in: PDF points, characters and lines of a text, or nothing where the source has no places. */
export type Unit = 'point' | 'character' | 'none';

/** The value of the extract stage: everything that is printed, with its place and how it is printed. */
export interface Source {
  /** The file it was read from, as the user named it; used in messages only. */
  readonly file: string;
  readonly unit: Unit;
  /** The text in which all spans count. For a PDF or a page of HTML it is a rendering of the pages. */
  readonly text: string;
  readonly pages: readonly Page[];
  /** What is to be said of all of it, or of whole pages: `2 linked style sheets are not read`, `page 2 is a picture; the text that was recognised in it is read`. */
  readonly notes?: readonly string[];
}

/** The lines of a block, those of a table cell by cell. */
export function linesOf(block: Block): readonly Line[] {
  return block.kind === 'table' ? block.cells.flatMap(({ lines }) => lines) : block.lines;
}

/** Every token of a page, block by block. */
export function tokensOf({ blocks }: Page): readonly Token[] {
  return blocks.flatMap(linesOf).flatMap(({ tokens }) => tokens);
}
