import type { View } from '../../identities/sql.ts';
import type { Field, TableSchema } from '../../template/schema/table-schema.ts';
import { isValue } from '../../template/together.ts';
import type { WrittenFile } from '../folder/written-file.ts';
import type { DataSource, Description, Publication } from '../publication.ts';
import type { Table } from '../table.ts';
import { FORMATS, type Format, workbookFile } from './formats.ts';
import { type CodeMapping, mappingsOf } from './mappings.ts';

/** A text of a code, in the languages that the code list has. */
type CodeLabel = Readonly<Record<string, string>>;

/** A known contradiction of the document. */
export interface KnownErratum {
  readonly id: string;
  readonly printed: string | null;
  readonly implied: string | null;
  readonly certainty: string;
}

/** What a table publishes in one column of values: what a statistician calls a variable. */
export interface Variable {
  readonly table: TableSchema;
  readonly field: Field;
  /** Label of its unit, where the column has one unit. */
  readonly unit?: string;
}

/** A published table as metadata tell of it: declared in its schema, counted in its rows. */
export interface TableFacts {
  readonly schema: TableSchema;
  readonly rowCount: number;
  readonly files: Readonly<Record<Format, WrittenFile>>;
  /** The annexes that print its values. */
  readonly annexes: readonly string[];
  /** The pages of the document that its values were read from, ascending. */
  readonly pages: readonly number[];
  /** First and last year of its observations. */
  readonly years?: readonly [number, number];
  readonly variables: readonly Variable[];
  readonly errata: readonly KnownErratum[];
  /** For a code list: its codes with their labels, in its own order. */
  readonly codes: readonly (readonly [string, CodeLabel])[];
}

/** The DuckDB file. Its bytes may differ where another system wrote it, but not what it says: `content` is the checksum of that. */
interface DatabaseFacts extends WrittenFile {
  readonly content: string;
}

/** What the data were made from, and where it is to be found, if anywhere: at a URL or among the files. */
export interface Origin extends DataSource {
  readonly address?: string;
}

/** All that the metadata files are made from; each of them is a pure function of it. */
export interface Facts {
  readonly description: Description;
  /** The day of the release, `2020-01-31`; undefined where none is declared, and then no file names one. */
  readonly day?: string;
  /** In load order: what a foreign key points at stands before it. */
  readonly tables: readonly TableFacts[];
  /** Codes of others for codes of the lists. */
  readonly mappings: readonly CodeMapping[];
  readonly views: readonly View[];
  readonly database: DatabaseFacts;
  /** All tables as one spreadsheet file. */
  readonly workbook: WrittenFile;
  /** Files beside the tables, such as the readable report. */
  readonly texts: readonly WrittenFile[];
  readonly origins: readonly Origin[];
  /** First and last year of all observations. */
  readonly years?: readonly [number, number];
}

/** Gathers the facts; what is not declared anywhere (years, pages, errata) is taken from the rows themselves. */
export function factsOf(
  { description, annexes = new Map(), texts = [] }: Publication,
  tables: readonly Table[],
  views: readonly View[],
  database: Pick<DatabaseFacts, 'path' | 'content'>,
  files: ReadonlyMap<string, WrittenFile>,
): Facts {
  const fileOf = (path: string): WrittenFile => {
    const file = files.get(path);
    if (file === undefined) throw new Error(`metadata: ${path} was not written`);
    return file;
  };
  const pages = pagesOf(tables);
  const errata = errataOf(tables);
  const units = new Map(codesOf(tables.find(({ schema }) => schema.name === 'unit')));
  const all = tables.map((table): TableFacts => {
    const { schema, rowCount } = table;
    const years = schema.kind === 'observations' ? range(integers(table, 'year')) : undefined;
    return {
      schema,
      rowCount,
      files: filesOf(schema.name, fileOf),
      annexes: annexes.get(schema.name) ?? [],
      pages: sorted([...(pages.get(schema.name) ?? []), ...integers(table, 'page')]),
      ...(years !== undefined && { years }),
      variables: variablesOf(schema, units),
      errata: errata.get(schema.name) ?? [],
      codes: isList(schema) ? codesOf(table) : [],
    };
  });
  const years = range(all.flatMap((table) => table.years ?? []));
  const beside = texts.map(({ path }) => fileOf(path));
  const day = description.created?.slice(0, 10);
  return {
    description,
    ...(day !== undefined && { day }),
    tables: all,
    mappings: mappingsOf(tables),
    views,
    database: { ...fileOf(database.path), ...database },
    workbook: fileOf(workbookFile(description)),
    texts: beside,
    origins: description.sources.map((source) => originOf(source, beside)),
    ...(years !== undefined && { years }),
  };
}

function originOf(source: DataSource, texts: readonly WrittenFile[]): Origin {
  const isUrl = /^https?:/.test(source.path);
  const isAtHand = texts.some(({ path, sha256 }) => path === source.path && sha256 === source.sha256);
  return isUrl || isAtHand ? { ...source, address: source.path } : source;
}

function filesOf(table: string, fileOf: (path: string) => WrittenFile): TableFacts['files'] {
  const file = (format: Format): WrittenFile => fileOf(`${format}/${table}.${format}`);
  const [csv, json, parquet, arrow] = FORMATS;
  return { csv: file(csv), json: file(json), parquet: file(parquet), arrow: file(arrow) };
}

/** The pages on which the values of each table are printed. The table of cells itself has pages of its own. */
function pagesOf(tables: readonly Table[]): ReadonlyMap<string, readonly number[]> {
  const cells = tables.find(({ schema }) => schema.name === 'cell');
  const pages = new Map<string, Set<number>>();
  const numbers = columnOf(cells, 'page');
  for (const [row, dataset] of columnOf(cells, 'dataset').entries()) {
    const page = numbers[row];
    if (typeof dataset !== 'string' || typeof page !== 'number') continue;
    pages.set(dataset, (pages.get(dataset) ?? new Set()).add(page));
  }
  return new Map([...pages].map(([table, found]) => [table, [...found]]));
}

function errataOf(tables: readonly Table[]): ReadonlyMap<string, readonly KnownErratum[]> {
  const table = tables.find(({ schema }) => schema.name === 'erratum');
  const column = (name: string): readonly (string | null)[] =>
    columnOf(table, name).map((value) => (value === null ? null : String(value)));
  const [ids, printed, implied, certainty] = ['erratum_id', 'printed', 'implied', 'certainty'].map(column);
  const errata = new Map<string, KnownErratum[]>();
  for (const [row, dataset] of column('dataset').entries()) {
    if (dataset === null) continue;
    const found = {
      id: ids?.[row] ?? '',
      printed: printed?.[row] ?? null,
      implied: implied?.[row] ?? null,
      certainty: certainty?.[row] ?? '',
    };
    errata.set(dataset, [...(errata.get(dataset) ?? []), found]);
  }
  return errata;
}

function variablesOf(schema: TableSchema, units: ReadonlyMap<string, CodeLabel>): readonly Variable[] {
  if (schema.kind !== 'observations') return [];
  return schema.fields
    .filter((field) => isValue(schema, field))
    .map((field) => {
      const unit = field.unit === undefined ? undefined : (units.get(field.unit)?.en ?? field.unit);
      return { table: schema, field, ...(unit !== undefined && { unit }) };
    });
}

/** Whether a table lists codes, each in a row of its own; one that relates codes has a longer key. */
export function isList({ kind, primaryKey }: Pick<TableSchema, 'kind' | 'primaryKey'>): boolean {
  return kind === 'codelist' && primaryKey.length === 1;
}

/** A label column: `name_kk`, `title_ru`, `text_en`. */
const LABEL = /^(name|title|text)_([a-z]{2})$/;

/** Codes and labels in the order of the list's own column `position`, else of its codes. */
export function codesOf(table: Table | undefined): readonly (readonly [string, CodeLabel])[] {
  const key = table?.schema.primaryKey[0];
  if (table === undefined || key === undefined) return [];
  const labels = table.columns.flatMap(({ field, values }) => {
    const language = LABEL.exec(field.name)?.[2];
    return language === undefined ? [] : [{ language, values }];
  });
  const positions = integers(table, 'position');
  return columnOf(table, key)
    .map((code, row) => ({
      code: String(code),
      position: positions[row] ?? 0,
      label: Object.fromEntries(
        labels.flatMap(({ language, values }) => {
          const text = values[row];
          return typeof text === 'string' ? [[language, text]] : [];
        }),
      ),
    }))
    .sort((a, b) => a.position - b.position)
    .map(({ code, label }) => [code, label]);
}

function columnOf(table: Table | undefined, name: string): readonly (string | number | boolean | null)[] {
  return table?.columns.find(({ field }) => field.name === name)?.values ?? [];
}

function integers(table: Table, name: string): readonly number[] {
  return columnOf(table, name).filter((value): value is number => typeof value === 'number');
}

function sorted(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function range(values: readonly number[]): readonly [number, number] | undefined {
  const [first, ...rest] = sorted(values);
  return first === undefined ? undefined : [first, rest.at(-1) ?? first];
}

/** The addresses of the documents that the data were made from, and of the same documents as others issued them. */
export function addressesOf({ description, origins }: Facts): readonly string[] {
  const read = origins.flatMap(({ address }) => address ?? []);
  return [...read, ...description.identifiers.map(({ path }) => path)];
}

/** What a document is called, with what must be known of it: `The report. Its address is a guess.` */
export function toldOf({ title, note }: Pick<Origin, 'title' | 'note'>): string {
  return note === undefined ? title : `${title.replace(/\.$/, '')}. ${note}`;
}
