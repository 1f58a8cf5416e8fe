import { extract } from '../../pipeline/extract/extract.ts';
import type { NormalisedDocument } from '../../pipeline/normalise/document.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { type MadeUpParts, madeUpPdf, stroke, widthOf, words } from '../extract/pdf/made-up-pdf.ts';
import { madeUpDocument } from '../made-up-document.ts';

/** What is drawn of a cell that ends at `right`, on a baseline: a number, or operators. */
export type PrintedCell = string | ((right: number, y: number) => string);

/** Three rows of three cells. */
export type PrintedRows = readonly (readonly [PrintedCell, PrintedCell, PrintedCell])[];

const TITLE = 'Trees planted less trees felled';
const STAMP = 'Appendix 1 to the report';
const LABELS = ['All orchards', 'North Hill', 'South Hill'];
const LEFT = 20;
const RIGHTS = [210, 280, 350];
const HEAD = 220;
const LEADING = 22;

export const LAYOUT = `dataset: change
value: trees
title: "${TITLE}"
columns:
  year: { range: [2001, 2003] }
rows:
  orchard: { codelist: orchard, label: name }
decimals: [0]
notes: note
`;

export interface PrintedTable {
  readonly rows: PrintedRows;
  readonly ruled?: boolean;
  /** Operators that are drawn before and after the table, and entries of its page. */
  readonly before?: string;
  readonly after?: string;
  readonly entries?: string;
  readonly parts?: MadeUpParts;
  /** Lines that are added to what the table declares. */
  readonly declared?: string;
}

/** A page with the made-up table on orchards. */
export function printedTable({
  rows,
  ruled = true,
  before = '',
  after = '',
  entries = '',
  parts = {},
}: PrintedTable): Uint8Array {
  let page = `${before}${words(LEFT, 280, STAMP)}${words(LEFT, 255, TITLE)}`;
  const levels = Array.from({ length: 5 }, (_, index) => HEAD + 15 - index * LEADING);
  const uprights = [LEFT - 5, 150, 220, 290, 360];
  const [top = 0, bottom = 0] = [levels[0], levels.at(-1)];
  if (ruled) {
    page += levels.map((y) => stroke(uprights[0] ?? 0, y, uprights.at(-1) ?? 0, y)).join('');
    page += uprights.map((x) => stroke(x, top, x, bottom)).join('');
  }
  for (const [column, right] of RIGHTS.entries()) page += ending(right, HEAD, `${2001 + column}`);
  for (const [index, label] of LABELS.entries()) {
    const y = HEAD - (index + 1) * LEADING;
    page += words(LEFT, y, label);
    for (const [column, cell] of (rows[index] ?? []).entries()) {
      const right = RIGHTS[column] ?? 0;
      page += typeof cell === 'string' ? ending(right, y, cell) : cell(right, y);
    }
  }
  return madeUpPdf([{ content: page + after, entries }], parts);
}

/** Words that end at a place. */
export function ending(right: number, y: number, text: string, size = 10): string {
  return text === '' ? '' : words(right - widthOf(text, size), y, text, size);
}

/** What is read of a printed table. */
export async function readTable(table: PrintedTable): Promise<NormalisedDocument> {
  const layer = await extract(printedTable(table), 'page.pdf');
  const declared = new Map([['tables/change.yaml', LAYOUT + (table.declared ?? '')]]);
  return normalise(layer, madeUpDocument(['change'], declared));
}

/** The numbers that are read of it, row by row, with their marks; or the message that refuses it. */
export async function valuesOf(table: PrintedTable): Promise<string> {
  try {
    const { cells } = await readTable(table);
    return cells
      .map(({ values: [value] }) => {
        if (value?.content.kind !== 'number') return value?.content.kind;
        return [value.content.value, ...value.content.marks.map((mark) => `[${mark}]`)].join('');
      })
      .join(' ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
