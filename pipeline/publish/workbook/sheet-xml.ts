import type { CellValue } from './cell-value.ts';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Of its columns from the first on, in characters. */
  readonly widths: readonly number[];
  /** What its first row is: a title, or the names of the columns, which stay in sight and have filters. */
  readonly first: keyof typeof STYLES;
  readonly rows: readonly (readonly CellValue[])[];
}

/** Styles of a first row, by their places in parts.ts. */
const STYLES = { title: 1, header: 2 };

/** Each text of the sheets, with its place among them. */
export type SharedTexts = Map<string, number>;

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet as XML. Its texts stand in a list of their own, `texts`, to which they are added. */
export function sheetXml({ name: _, widths, rows, first }: Sheet, texts: SharedTexts): string {
  const columns = Math.max(widths.length, ...rows.map((row) => row.length));
  const names = Array.from({ length: columns }, (_, at) => letters(at + 1));
  const [last, isGrid] = [names.at(-1) ?? 'A', first === 'header'];
  const pane = '<pane ySplit="1" topLeftCell="A2" state="frozen" activePane="bottomLeft"/>';
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="true"/>`,
  );
  return [
    `${DECLARATION}<worksheet xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}">`,
    `<dimension ref="A1:${last}${rows.length}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${isGrid ? `>${pane}</sheetView>` : '/>'}</sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`,
    ...rows.map((row, at) => rowXml(row, at + 1, names, texts, at === 0 ? ` s="${STYLES[first]}"` : '')),
    `</sheetData>${isGrid && rows.length > 1 ? `<autoFilter ref="A1:${last}${rows.length}"/>` : ''}`,
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>',
  ].join('');
}

function rowXml(
  row: readonly CellValue[],
  number: number,
  names: readonly string[],
  texts: SharedTexts,
  style: string,
): string {
  let cells = '';
  for (const [at, value] of row.entries()) {
    if (value === null) continue;
    const cell = `<c r="${names[at]}${number}"`;
    if (typeof value === 'number') cells += `${cell}${style}><v>${value}</v></c>`;
    else if (typeof value === 'boolean') cells += `${cell} t="b"${style}><v>${value ? 1 : 0}</v></c>`;
    else cells += `${cell} t="s"${style}><v>${placeOf(value, texts)}</v></c>`;
  }
  return cells === '' ? '' : `<row r="${number}">${cells}</row>`;
}

function placeOf(text: string, texts: SharedTexts): number {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size);
  return texts.size - 1;
}

/** The list of texts as XML. */
export function textsXml(texts: SharedTexts): string {
  const items = [...texts.keys()].map((text) => {
    const space = /^ |[\n\t]| $/.test(text) ? ' xml:space="preserve"' : '';
    return `<si><t${space}>${escaped(text)}</t></si>`;
  });
  return `${DECLARATION}<sst xmlns="${SPREADSHEET}" count="${texts.size}" uniqueCount="${texts.size}">${items.join('')}</sst>`;
}

/** What XML takes for its own, or cannot hold, and what a spreadsheet would take for such a sign: `_x0041_` is no A. */
const SPECIAL = /[&<>\uFFFE\uFFFF]|(?![\t\n])\p{Cc}|_(?=x[\dA-Fa-f]{4}_)/gu;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text in XML, as spreadsheets write it: `<` is `&lt;`, what XML cannot hold has its number, `_x0001_`. */
export function escaped(text: string): string {
  return text.replace(
    SPECIAL,
    (sign) => NAMED[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** The name of the last of so many columns: 3 gives `C`, 28 gives `AB`. */
export function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((count - 1) % 26))}`;
}
