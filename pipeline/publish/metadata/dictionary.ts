import type { TableSchema } from '../../template/schema/table-schema.ts';
import { tableMarkdown } from '../formats/report.ts';
import { looksOtherwise } from '../formats/spreadsheet.ts';
import { LICENCE_FILE } from './citation.ts';
import { link, plain, ranges, section, span } from './dictionary-tables.ts';
import type { Facts, TableFacts } from './facts.ts';
import { toldMappings } from './mappings.ts';
import { SKOS_FILE } from './skos.ts';
import { whichTable } from './which-table.ts';

/** Headings over the kinds of tables, in the order of the dictionary. */
const KINDS: readonly (readonly [TableSchema['kind'], string])[] = [
  ['together', 'All values together'],
  ['observations', 'Observations'],
  ['codelist', 'Code lists'],
  ['document', 'The document'],
  ['evidence', 'Evidence'],
];

/**
 * `README.md` of the output: the data dictionary. Each table with its place in the document, its columns, units,
 * codes and known errata, all taken from the schemas and the rows.
 */
export function dictionary(facts: Facts): string {
  const groups = KINDS.map(([kind, heading]) => ({ heading, tables: inPrintedOrder(facts, kind) })).filter(
    ({ tables }) => tables.length > 0,
  );
  const labels = new Map(facts.tables.map(({ schema, codes }) => [schema.name, new Map(codes)]));
  const unitOf = (code: string): string => labels.get('unit')?.get(code)?.en ?? code;
  const elsewhere = (list: string): ReadonlyMap<string, string> => toldMappings(facts.mappings, list);
  const parts = [
    `# ${plain(facts.description.title.en)}`,
    plain(facts.description.description.en),
    about(facts),
    ...whichTable(facts),
    files(facts),
    spreadsheets(facts),
    ...groups.flatMap(({ heading, tables }) => [`## ${heading}`, overview(tables)]),
    ...groups.flatMap(({ tables }) => tables.flatMap((table) => section(table, unitOf, elsewhere))),
    ...viewsOf(facts),
  ];
  return `${parts.join('\n\n')}\n`;
}

const MOST_EXAMPLES = 4;

function spreadsheets({ tables }: Facts): string {
  const codes = tables.flatMap((table) => table.codes.map(([code]) => code)).filter(looksOtherwise);
  const examples = [...new Set(codes)].slice(0, MOST_EXAMPLES).map((code) => `\`${code}\``);
  return `${SPREADSHEETS}

A spreadsheet that opens such a file by a double click guesses what is in it: it may take codes for dates or for
other numbers${examples.length === 0 ? '' : ` (here ${examples.join(', ')})`}, numbers with a decimal point for dates, and letters beyond ASCII for other signs.
What works is to import the file into an empty sheet. In Excel: Data, From Text/CSV, file origin 65001 Unicode (UTF-8),
delimiter comma, do not detect data types. In LibreOffice Calc: Unicode (UTF-8), separator comma, language English
(USA), and the column type Text for columns of codes.`;
}

const SPREADSHEETS = `## CSV in spreadsheets

The CSV files are UTF-8, with commas, LF line ends and a decimal point; an empty cell is a missing value. A
spreadsheet would run a text that begins with \`=\`, \`+\`, \`-\` or \`@\` as a formula; such a text has one apostrophe
before it in the CSV file, and in no other format. To read it back: where a text begins with apostrophes and what
follows them would be a formula, remove the first. Numbers are never touched: \`-14.7\` is a number, not a formula.`;

function about({ description, day, years }: Facts): string {
  const { version, licence, sources, identifiers, spatial, publisher, contact } = description;
  const lines = [
    `Version ${plain(version)}${day === undefined ? '' : ` of ${day}`}, published by ${plain(publisher)} under [${plain(licence.title)}](${licence.path}); see [${LICENCE_FILE}](${LICENCE_FILE}).`,
    ...(spatial === undefined ? [] : [`Place: ${plain(spatial.title.en)} (${plain(spatial.code)}).`]),
    ...(years === undefined ? [] : [`Years of the observations: ${span(years)}.`]),
    ...sources.map(
      ({ title, path, sha256, note }) =>
        `Source: ${plain(title)}, ${plain(path)}${sha256 === undefined ? '' : ` (SHA-256 \`${sha256}\`)`}.${note === undefined ? '' : ` ${plain(note)}`}`,
    ),
    ...identifiers.map(({ code, title, path }) => `${plain(title)}: [${plain(code)}](${path}).`),
    ...(contact === undefined ? [] : [`Questions: <${contact}>.`]),
    'To cite: [CITATION.cff](CITATION.cff). To check a copy: `sha256sum -c SHA256SUMS`.',
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function files({ database, workbook, texts }: Facts): string {
  const rows: readonly (readonly [string, string])[] = [
    [link(workbook.path), 'who works in Excel, LibreOffice or another spreadsheet: every table is a sheet'],
    [link(database.path), 'who asks with SQL: every table with its keys, and views, in one DuckDB file'],
    ['`csv/TABLE.csv`', 'who uses R, Stata, SPSS or a program of their own; see below for spreadsheets'],
    [
      '`parquet/TABLE.parquet`',
      'who uses Python (pandas, polars), DuckDB or Spark: types and exact decimals',
    ],
    ['`arrow/TABLE.arrow`', 'who wants the same without unpacking, as in a browser or in Arrow itself'],
    [
      '`json/TABLE.json`',
      'who writes a web page or a script: numbers with the decimals that are printed; a program that reads them as numbers drops final zeros',
    ],
    ...texts.map(({ path }): readonly [string, string] => [
      link(path),
      path.endsWith('.md')
        ? 'who reads: the document itself'
        : 'who checks: the text that the values were read from',
    ]),
    ['`datapackage.json`', 'programs that know Data Package, and whoever wants every column described'],
    [
      '`dataset.jsonld`, `dcat.ttl`, `croissant.json`, `csv-metadata.json`, `ro-crate-metadata.json`',
      'catalogues and readers of schema.org, DCAT-AP, Croissant, CSV on the Web and RO-Crate',
    ],
    [`\`${SKOS_FILE}\``, 'who joins these codes with those of others, in the words of SKOS'],
  ];
  return `## Which file for whom\n\n${tableMarkdown(['file', 'for'], rows)}`;
}

/** As the document prints them: by annex, then by page; what it does not print stands by name at the end. */
function inPrintedOrder({ tables }: Facts, kind: TableSchema['kind']): readonly TableFacts[] {
  const rank = ({ annexes, pages }: TableFacts): number =>
    Number(annexes[0] ?? Number.MAX_SAFE_INTEGER) * 100_000 + (pages[0] ?? 0);
  return tables
    .filter(({ schema }) => schema.kind === kind)
    .sort((a, b) => rank(a) - rank(b) || (a.schema.name < b.schema.name ? -1 : 1));
}

function overview(tables: readonly TableFacts[]): string {
  return tableMarkdown(
    ['table', 'what', 'rows', 'annex', 'pages', 'known errata'],
    tables.map(({ schema, rowCount, annexes, pages, errata }) => [
      `[\`${schema.name}\`](#${schema.name})`,
      plain(schema.title),
      String(rowCount),
      annexes.map(plain).join(', '),
      ranges(pages),
      errata.length === 0 ? '' : String(errata.length),
    ]),
  );
}

function viewsOf({ views }: Facts): readonly string[] {
  if (views.length === 0) return [];
  const rows = views.map(({ name, comment }) => [`\`${name}\``, plain(comment)]);
  return ['## Views of the DuckDB file', tableMarkdown(['view', 'what'], rows)];
}
