import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { ManyCommand } from '../../pipeline/command-line/corpus/arguments.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';

/** A yearly report on a harvest: what it prints of each orchard, in tonnes. */
export interface Report {
  readonly name: string;
  readonly years: readonly [number, number];
  /** By orchard, a value as it is printed for each year. */
  readonly tonnes: Readonly<Record<string, readonly string[]>>;
  /** A footnote at every value of the last year, which says that it is provisional. */
  readonly isProvisional?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
}

const LABELS: Readonly<Record<string, string>> = { north: 'North slope', south: 'South slope', all: 'All' };

/** Writes the folder of a report, a page of HTML and its declarations, below `folder`. */
export function writeReport(folder: string, { name, years, tonnes, isProvisional, labels }: Report): void {
  const own = join(folder, name);
  const said = { ...LABELS, ...labels };
  mkdirSync(join(own, 'tables'), { recursive: true });
  const [first, last] = years;
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const mark = isProvisional ? '<sup>p</sup>' : '';
  const rows = Object.entries(tonnes).map(
    ([orchard, values]) =>
      `<tr><td>${said[orchard]}${values
        .map((value, at) => `<td>${value}${at === values.length - 1 ? mark : ''}`)
        .join('')}`,
  );
  writeFileSync(
    join(own, 'report.html'),
    `<h1>Harvest</h1>\n<table border="1">\n<caption>Harvest by orchard</caption>\n` +
      `<tr><th>Orchard${all.map((year) => `<th>${year}`).join('')}\n${rows.join('\n')}\n</table>\n` +
      (isProvisional ? '<p><sup>p</sup> Provisional.\n' : ''),
  );
  writeFileSync(
    join(own, 'document.yaml'),
    `id: ${name}\ntitle: Harvest of the orchards, ${last}\nsource: { file: report.html }\n` +
      `numbers: { decimal: ".", symbols: { "*": missing } }\nversion: 1.0.0\ncreated: ${last + 1}-03-01T00:00:00Z\n` +
      `tables: [harvest]\nignore: ["Harvest"]\n`,
  );
  mkdirSync(join(own, 'codelists'), { recursive: true });
  const codes = Object.keys(tonnes).map((orchard) => `${orchard},${said[orchard]}`);
  writeFileSync(join(own, 'codelists/orchard.csv'), `orchard,name\n${codes.join('\n')}\n`);
  writeFileSync(join(own, 'codelists/note.csv'), 'note,text,obs_status\np,Provisional.,P\n');
  writeFileSync(
    join(own, 'tables/harvest.yaml'),
    `title: Harvest by orchard\nvalue: tonnes\ncolumns: { year: { range: [${first}, ${last}] } }\n` +
      `rows: { orchard: { codelist: orchard, label: name } }\ndecimals: [0, 1]\n` +
      (isProvisional ? 'notes: note\n' : '') +
      `identities:\n  - id: harvest_of_all\n    kind: sum\n    says: harvest[orchard=all] = sum(harvest[orchard≠all])\n` +
      `    because: The last row is the sum of the orchards.\n`,
  );
}

/** A report in running text: what stands in each of its paragraphs. */
export interface Text {
  readonly name: string;
  readonly year: number;
  readonly paragraphs: readonly string[];
}

/** The fields of a made-up schema, `name` or `name: type`, the key first. */
function schemaText(name: string, kind: string, key: readonly string[], fields: readonly string[]): string {
  const declared = [...key, ...fields].map((each) => {
    const [field = '', type = 'string'] = each.split(': ');
    return { name: field, type, title: field, description: field, ...(type === 'number' && { scale: 1 }) };
  });
  const primaryKey = declared.slice(0, key.length).map((field) => field.name);
  return JSON.stringify({ name, title: name, description: name, kind, fields: declared, primaryKey });
}

const TEXT_SCHEMAS = [
  ['harvest', 'observations', ['year: integer'], ['tonnes: number', 'obs_status', 'notes', 'cell_id']],
  ['recommendation', 'document', ['recommendation: integer'], ['section']],
  [
    'figure',
    'document',
    ['paragraph: integer', 'position: integer'],
    [
      ...['value: number', 'unit', 'year: integer', 'qualifier', 'quote', 'cell_id'],
      ...['period_start', 'period_end', 'as_of', 'time_quote'],
    ],
  ],
] as const;

/** Writes the folder of a report in running text with one small table in its annex, below `folder`. */
export function writeText(folder: string, { name, year, paragraphs }: Text): void {
  const own = join(folder, name);
  const write = (file: string, text: string): void => writeFileSync(join(own, file), text);
  for (const each of ['tables', 'schemas']) mkdirSync(join(own, each), { recursive: true });
  const numbered = paragraphs.map((text, at) => `      ${at + 1}. ${text}\n\n`).join('');
  const report = `Қаулы.\n\nБақтар туралы\n\n${numbered}1-қосымша\n\nБақтардың өнімі\n\n${year}\n\nБарлығы 30,5\n`;
  write('report.txt', report);
  write(
    'document.yaml',
    `id: ${name}\nlanguage: kk\ntitle: { en: Orchards in ${year} }\ndescription: { en: Made up. }\n` +
      `text_layer: { file: report.txt, sha256: ${sha256(Buffer.from(report))} }\nversion: 1.0.0\n` +
      `created: ${year}-03-01T00:00:00Z\nnumbers: { decimal: "," }\nkeywords: { en: [orchards] }\n` +
      `licence: { name: CC0-1.0, title: CC0, path: "https://example.org/cc0" }\ncreators: [The orchards]\n` +
      `publisher: The orchards\ncontributors: [{ title: The orchards, roles: [author] }]\n` +
      `sources: [{ title: The report, path: "https://example.org/report" }]\n` +
      `annex_stamp: "{annex}-қосымша"\nannexes: { 1: [harvest] }\n`,
  );
  write(
    'outline.yaml',
    `paragraphs: ${paragraphs.length}\nparts: [{ id: part, title: Бақтар туралы, en: On orchards }]\n` +
      `annexes: { count: 1, title: "{number}-қосымша", en: "Annex {number}" }\n`,
  );
  write(
    'tables/harvest.yaml',
    `dataset: harvest\nvalue: tonnes\ntitle: Бақтардың өнімі\ndecimals: [1]\n` +
      `columns: { year: { range: [${year}, ${year}] } }\nrows: [{ label: Барлығы }]\n`,
  );
  for (const [table, kind, key, fields] of TEXT_SCHEMAS)
    write(`schemas/${table}.json`, schemaText(table, kind, key, fields));
}

/** Reports like each other, of as many years from 1901 on. */
export function writeReports(folder: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `harvest-${1901 + at}`;
    const [north, south] = [100 + at, 50 + 2 * at];
    writeReport(folder, {
      name,
      years: [1901 + at, 1902 + at],
      tonnes: {
        north: [`${north}.5`, `${north + 1}.5`],
        south: [`${south}.5`, `${south + 2}.5`],
        all: [`${north + south + 1}.0`, `${north + south + 4}.0`],
      },
    });
    return name;
  });
}

/** Replaces a text in a file; it must stand there. */
export function editFile(file: string, find: string, replace: string): void {
  const before = readFileSync(file, 'utf8');
  if (!before.includes(find)) throw new Error(`${file} does not hold "${find}"`);
  writeFileSync(file, before.replace(find, replace));
}

/** What builds all documents under sources/, or a share of them, into a folder. */
export function many(out: string, shard = { index: 1, of: 1 }, workers = 1): ManyCommand {
  return {
    pattern: 'sources/*/document.yaml',
    shard,
    out,
    workers,
    seconds: undefined,
    mebibytes: undefined,
    quiet: true,
    json: false,
  };
}

/** The rows of a query, as plain values; `folder` is where its files are looked for. */
export async function queried(folder: string, query: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`set file_search_path = '${folder}'`);
    return (await connection.runAndReadAll(query)).getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
