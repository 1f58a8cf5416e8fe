import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractByPlaces } from '../../../pipeline/extract/extract.ts';
import type { NormalisedDocument } from '../../../pipeline/normalise/document.ts';
import { normaliseTables } from '../../../pipeline/normalise/tables/cells/read-tables.ts';
import { type Finding, SourceFault } from '../../../pipeline/page/finding.ts';
import { type DocumentDescription, readDocument } from '../../../pipeline/template/document.ts';
import { readSchemas } from '../../../pipeline/template/schema/schemas.ts';
import { validate } from '../../../pipeline/validate/validate.ts';
import { madeUpPdf, stroke, words } from '../../extract/pdf/made-up-pdf.ts';

/** A cell as it is drawn: its text, lines parted by `|`, a mark raised behind `^`; `text>2` spans columns. */
export type Drawn = string;

/** A ruled table: its rows from the top, the left and the top of its frame, how wide its columns are. */
export interface Ruled {
  readonly rows: readonly (readonly Drawn[])[];
  readonly left?: number;
  readonly top?: number;
  readonly widths?: readonly number[];
  readonly height?: number;
  /** Without rules the places of the text tell the columns alone. */
  readonly isRuled?: boolean;
}

const SIZE = 8;

/** Draws a table; y counts from the foot of the page. */
export function ruled({
  rows,
  left = 20,
  top = 260,
  widths = [],
  height = 16,
  isRuled = true,
}: Ruled): string {
  const most = Math.max(...rows.map((row) => row.reduce((sum, text) => sum + spanOf(text), 0)));
  const columns = Array.from({ length: most }, (_, column) => widths[column] ?? 60);
  const xs = [left];
  for (const width of columns) xs.push((xs.at(-1) ?? left) + width);
  let content = '';
  for (const [at, row] of rows.entries()) {
    const y = top - at * height;
    if (isRuled)
      content +=
        stroke(left, y, xs.at(-1) ?? left, y) + stroke(left, y - height, xs.at(-1) ?? left, y - height);
    let column = 0;
    for (const text of row) {
      const [from, to] = [xs[column] ?? left, xs[column + spanOf(text)] ?? left];
      if (isRuled) content += stroke(from, y, from, y - height) + stroke(to, y, to, y - height);
      content += cell(text.replace(/>\d+$/, ''), from + 3, y - 3, height);
      column += spanOf(text);
    }
  }
  return content;
}

function cell(text: string, x: number, y: number, height: number): string {
  const lines = text.split('|');
  const step = lines.length === 1 ? height / 2 + 2 : SIZE + 1;
  return lines
    .map((line, at) => {
      const [body = '', mark] = line.split('^');
      const baseline = y - step - at * (SIZE + 1) + 3;
      const raised = mark === undefined ? '' : words(x + body.length * 4.45, baseline + 3, mark, 5);
      return (body === '' ? '' : words(x, baseline, body, SIZE)) + raised;
    })
    .join('');
}

function spanOf(text: string): number {
  return Number(/>(\d+)$/.exec(text)?.[1] ?? 1);
}

/** A line of text, 8 points high. */
export function line(text: string, y = 275, x = 20): string {
  return words(x, y, text, SIZE);
}

/** What a user declares: the lines of document.yaml behind its id and title, and the files of tables/. */
export interface Declared {
  readonly document?: string;
  readonly tables: Readonly<Record<string, string>>;
  readonly codelists?: Readonly<Record<string, string>>;
}

const evidence = new Map(
  readdirSync('schemas')
    .filter((name) => /\.json$/.test(name))
    .map((name) => [name, readFileSync(join('schemas', name), 'utf8')] as const)
    .filter(([, text]) => /"kind":\s*"evidence"/.test(text)),
);

/** Reads declarations as they would stand in a folder. */
export function declare({ document = '', tables, codelists = {} }: Declared): DocumentDescription {
  const head = `id: survey\ntitle: A made-up survey\ntables: [${Object.keys(tables).join(', ')}]\n${document}`;
  const files = new Map([
    ['document.yaml', head],
    ...Object.entries(tables).map(([name, text]) => [`tables/${name}.yaml`, text] as const),
    ...Object.entries(codelists).map(([name, text]) => [`codelists/${name}.csv`, text] as const),
  ]);
  return readDocument('sources/survey', files, readSchemas('schemas', evidence));
}

/** Reads pages by declarations, from the bytes to the published rows. */
export async function readPages(
  declared: Declared,
  pages: readonly string[],
): Promise<NormalisedDocument & { readonly values: Readonly<Record<string, string>> }> {
  return readSource(declared, madeUpPdf(pages), 'survey.pdf');
}

/** Reads a source by declarations; `values` are what is published by the codes of each cell: `north.2010`. */
export async function readSource(
  declared: Declared,
  bytes: Uint8Array,
  file: string,
): Promise<NormalisedDocument & { readonly values: Readonly<Record<string, string>> }> {
  const document = declare(declared);
  const source = await extractByPlaces(bytes, file);
  const normalised = normaliseTables(source, document);
  validate(normalised, document);
  const values = Object.fromEntries(
    normalised.cells.map(({ cellId, values: [value] }) => {
      const content = value?.content;
      const said =
        content?.kind === 'number'
          ? [content.value, ...content.marks.map((mark) => `^${mark}`)].join('')
          : (content?.kind ?? '');
      return [cellId.replace(/^\w+:/, ''), said];
    }),
  );
  return { ...normalised, values };
}

/** What a reading refuses. */
export async function refused(declared: Declared, pages: readonly string[]): Promise<readonly Finding[]> {
  try {
    await readPages(declared, pages);
  } catch (error) {
    if (error instanceof SourceFault) return error.findings;
    throw error;
  }
  return [];
}
