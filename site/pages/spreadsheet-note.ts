import { looksOtherwise } from '../../pipeline/publish/formats/spreadsheet.ts';
import type { Table } from '../catalogue/package.ts';
import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import type { Place } from './page.ts';

/** Most codes that are named as examples. */
const MOST_EXAMPLES = 4;

/** What goes wrong when a spreadsheet opens a CSV file by itself, with codes of these tables, and the way that works. */
export function spreadsheetNote({ words }: Place, tables: Iterable<Table>): Markup {
  const texts = [...tables].flatMap(({ fields, primaryKey, rows }) =>
    fields
      .filter(({ name, type }) => type === 'string' && primaryKey.includes(name))
      .flatMap(({ name }) => rows.map((row) => row[name] ?? '')),
  );
  const codes = [...new Set(texts.filter(looksOtherwise))].slice(0, MOST_EXAMPLES);
  const examples = codes.length === 0 ? '' : fill(words.spreadsheetCodes, { codes: codes.join(', ') });
  return html`<p class="hint spreadsheets" id="spreadsheets"><b>${words.spreadsheetTitle}.</b> ${fill(words.spreadsheetHarm, { codes: examples })} ${words.spreadsheetWay}</p>`;
}
