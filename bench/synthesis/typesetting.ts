import type { Printed, PrintedItem, Writing } from './printed-annexes.ts';

/** A way to print the annexes: how a number is written, how a row, a header and a page are laid out. */
export interface Typesetting extends Writing {
  /** What stands between a label and its footnote mark. */
  readonly labelMark: string;
  readonly row: (label: string, cells: readonly string[]) => readonly string[];
  readonly header: (title: string, texts: readonly string[], columns: readonly string[]) => readonly string[];
  readonly prose: (text: string) => readonly string[];
  /** Prints everything as pages. */
  readonly pages: (blocks: readonly Block[]) => string;
}

/** What is printed without a page break in it: a header, or a row with the header of its table. */
export interface Block {
  readonly lines: readonly string[];
  /** The header that a new page may repeat above this row. */
  readonly header: readonly string[];
}

/** Prints all annexes as a text in some way. */
export function typeset(annexes: readonly Printed[], way: Typesetting): string {
  return way.pages(annexes.flatMap((printed) => blocksOf(printed, way)));
}

function blocksOf(printed: Printed, way: Typesetting): readonly Block[] {
  if (printed.kind !== 'table') return [{ lines: way.prose(printed.text), header: [] }];
  const lines = way.header(printed.title, printed.header, printed.columns);
  return [
    { lines, header: [] },
    ...printed.body.map((item) => ({ lines: itemLines(item, way), header: lines })),
  ];
}

function itemLines(item: PrintedItem, way: Typesetting): readonly string[] {
  if (item.kind === 'heading') return way.prose(item.text);
  const label = [item.label, ...item.marks.map((mark) => `${mark})`)].join(way.labelMark);
  return way.row(
    label,
    item.cells.map(({ text }) => text),
  );
}
