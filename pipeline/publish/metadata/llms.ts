import type { TableSchema } from '../../template/schema/table-schema.ts';
import { oneLine } from '../formats/report.ts';
import type { Facts, TableFacts } from './facts.ts';

/** The page for programs that read for people, under the name that they look for (llmstxt.org). */
export const LLMS_FILE = 'llms.txt';

/** What goes wrong when a program answers from such data without reading on. */
const RULES: readonly string[] = [
  'Quote values as they are published, with their unit and year, and name the document and the version of the data.',
  'An empty value is missing, never 0; `obs_status` says why. A 0 with status `Z` was printed as a dash.',
  'Rows may be totals of other rows (`_T`, or the code of a whole country): never add a total to its parts.',
  'Before a value is used, look for its table and `cell_id` in `erratum`: the document contradicts itself in places, and values are kept as printed.',
  'Do not fill gaps, extend series or compare tables whose definitions differ; the notes of a value say where they do.',
  'Each value has a `cell_id`; the row of `cell` with it has the page, the lines and the characters it was read from.',
];

/** Headings over the kinds of tables, in their order. */
const HEADINGS: Readonly<Record<TableSchema['kind'], string>> = {
  together: 'All values together',
  observations: 'Observations',
  codelist: 'Code lists',
  document: 'The document',
  evidence: 'Evidence',
};

/** `llms.txt`: what the data are, how to answer from them, and every table with its file, key and rows. */
export function llms({ description, tables, database, workbook, years }: Facts): string {
  const { title, version, licence, identifiers, sources } = description;
  const about = [
    `Version ${version}; licence ${licence.title} (${licence.path})`,
    ...(years === undefined ? [] : [`years ${years[0]} to ${years[1]}`]),
    ...identifiers.map(({ code, path }) => `${code} (${path})`),
  ];
  const known = sources.flatMap(({ title: source, note }) =>
    note === undefined ? [] : [`- ${source}: ${note}`],
  );
  return `${[
    `# ${oneLine(title.en)}`,
    `> ${oneLine(description.description.en)}`,
    `${about.join('; ')}.`,
    '## How to answer from these data',
    RULES.map((rule) => `- ${rule}`).join('\n'),
    ...(known.length === 0 ? [] : [known.join('\n')]),
    ...Object.entries(HEADINGS).flatMap(([kind, heading]) =>
      listOf(
        heading,
        tables.filter(({ schema }) => schema.kind === kind),
      ),
    ),
    '## All in one, and more',
    [
      `- [${database.path}](${database.path}): all tables in DuckDB, for SQL`,
      `- [${workbook.path}](${workbook.path}): all tables as sheets of a spreadsheet`,
      '- [README.md](README.md): every table, column, unit and code',
      '- [datapackage.json](datapackage.json): the same for programs; Parquet, Arrow and JSON files have the paths of the CSV files, with their own folder and ending',
    ].join('\n'),
  ].join('\n\n')}\n`;
}

function listOf(heading: string, tables: readonly TableFacts[]): readonly string[] {
  return tables.length === 0 ? [] : [`## ${heading}`, tables.map(lineOf).join('\n')];
}

function lineOf({ schema, files, rowCount }: TableFacts): string {
  const { name, title, description, caution, primaryKey } = schema;
  const told = oneLine([`${title}.`, description, ...(caution === undefined ? [] : [caution])].join(' '));
  return `- [${name}](${files.csv.path}): ${told} Key: ${primaryKey.join(', ')}; ${rowCount} rows.`;
}
