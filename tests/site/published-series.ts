import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import '../needs-report.ts';
import type { Language } from '../../site/catalogue/language.ts';

type Row = Readonly<Record<string, string>>;

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly title: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string; readonly unit?: string }[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: string };
    }[];
  };
}

/** A series of a published table as its CSV has it, with everything that a title may call it. */
export interface PublishedSeries {
  readonly codes: Readonly<Record<string, string>>;
  readonly column: string;
  readonly unit: string;
  readonly byYear: ReadonlyMap<number, string>;
}

/** A table of observations read from the published files alone, with none of the site's own code. */
export interface PublishedTable {
  readonly name: string;
  readonly years: readonly [number, number];
  readonly series: readonly PublishedSeries[];
  /** The name of the table without its years, or of a column. */
  readonly title: (language: Language, column?: string) => string;
  readonly label: (key: string, code: string, language: Language) => string;
  readonly isTotal: (key: string, code: string) => boolean;
  readonly unitName: (unit: string, language: Language) => string;
}

const { resources }: { readonly resources: readonly Resource[] } = JSON.parse(
  readFileSync('output/datapackage.json', 'utf8'),
);
const tables = new Map(resources.filter(({ format }) => format === 'csv').map((each) => [each.name, each]));
const known = new Map<string, readonly Row[]>();

function rowsOf(name: string): readonly Row[] {
  const path = tables.get(name)?.path;
  const rows: readonly Row[] =
    known.get(name) ?? (path === undefined ? [] : parse(readFileSync(`output/${path}`), { columns: true }));
  known.set(name, rows);
  return rows;
}

function text(thing: object | undefined, stem: string, language: Language): string {
  const said: Readonly<Record<string, unknown>> = { ...thing };
  const found = [said[`${stem}_${language}`], said[`${stem}_en`], said[stem]].find(
    (each) => typeof each === 'string' && each !== '',
  );
  return String(found ?? '');
}

/** Every table of values by year. */
export function publishedTables(): readonly PublishedTable[] {
  return [...tables.values()]
    .filter(({ schema }) => {
      const names = schema.fields.map(({ name }) => name);
      return schema.primaryKey.includes('year') && names.includes('obs_status');
    })
    .map(published);
}

/** A function of texts that works each answer out once. */
function remembered<Told extends readonly string[], Answer>(
  work: (...told: Told) => Answer,
): (...told: Told) => Answer {
  const answers = new Map<string, Answer>();
  return (...told) => {
    const key = told.join('\n');
    const answer = answers.get(key) ?? work(...told);
    answers.set(key, answer);
    return answer;
  };
}

function published(resource: Resource): PublishedTable {
  const { name, schema } = resource;
  const keys = schema.primaryKey.filter((key) => key !== 'year');
  const lists = new Map(
    (schema.foreignKeys ?? []).flatMap(({ fields, reference }) =>
      fields.map((field) => [field, reference.resource ?? '']),
    ),
  );
  const codeRow = (key: string, code: string): Row | undefined => {
    const list = lists.get(key) ?? '';
    const listKey = tables.get(list)?.schema.primaryKey[0] ?? '';
    return rowsOf(list).find((row) => row[listKey] === code);
  };
  const columns = schema.fields.filter(
    (field) => ['number', 'integer'].includes(field.type) && !schema.primaryKey.includes(field.name),
  );
  const series = new Map<string, PublishedSeries & { readonly byYear: Map<number, string> }>();
  for (const row of rowsOf(name))
    for (const column of columns) {
      const codes = Object.fromEntries(keys.map((key) => [key, row[key] ?? '']));
      const id = JSON.stringify([codes, column.name]);
      const found = series.get(id) ?? {
        codes,
        column: column.name,
        unit: column.unit ?? row.unit ?? '',
        byYear: new Map<number, string>(),
      };
      found.byYear.set(Number(row.year), row[column.name] ?? '');
      series.set(id, found);
    }
  const years = rowsOf(name).map(({ year }) => Number(year));
  return {
    name,
    years: [Math.min(...years), Math.max(...years)],
    series: [...series.values()],
    title: (language, column) => {
      const thing = column === undefined ? resource : schema.fields.find((field) => field.name === column);
      return text(thing, 'title', language).replace(/,? \d{4}[-–]\d{4}$/, '');
    },
    label: remembered((key, code, language) => {
      const row = codeRow(key, code);
      const group = row?.[`group_${language}`] ?? '';
      return [group, text(row, 'name', language)].filter((part) => part !== '').join(', ');
    }),
    isTotal: remembered((key, code) => code === '_T' || codeRow(key, code)?.kind === 'country'),
    unitName: (unit, language) =>
      text(
        rowsOf('unit').find((row) => row.unit === unit),
        'name',
        language,
      ),
  };
}

/**
 * The series that a title names, part by part: each part is the name of the table, of the column, or of one of the
 * series' codes, and a code that no part names is that of all together.
 */
export function namedBy(
  table: PublishedTable,
  parts: readonly string[],
  language: Language,
): readonly PublishedSeries[] {
  const columns = new Set(table.series.map(({ column }) => column)).size;
  return table.series.filter((series) => {
    const { all, names, column } = namesOf(table, series, language);
    return (
      parts.every((part) => all.has(part)) &&
      names.every(({ label, isTotal }) => isTotal || parts.includes(label)) &&
      (columns === 1 || parts.includes(column))
    );
  });
}

/** Whether a text is the name of a table, of a column of it, or of a code of one of its series. */
export function isName(table: PublishedTable, text: string, language: Language): boolean {
  return table.series.some((series) => namesOf(table, series, language).all.has(text));
}

/** What a title may call a series. */
interface SeriesNames {
  readonly names: readonly { readonly label: string; readonly isTotal: boolean }[];
  readonly column: string;
  readonly all: ReadonlySet<string>;
}

const namesBySeries = new WeakMap<PublishedSeries, Map<Language, SeriesNames>>();

/** The names of a series in a language, put together once: a test asks for them at every line of every chart. */
function namesOf(table: PublishedTable, series: PublishedSeries, language: Language): SeriesNames {
  const known = namesBySeries.get(series) ?? new Map<Language, SeriesNames>();
  namesBySeries.set(series, known);
  const found = known.get(language);
  if (found !== undefined) return found;
  const names = Object.entries(series.codes).map(([key, code]) => ({
    label: table.label(key, code, language),
    isTotal: table.isTotal(key, code),
  }));
  const column = table.title(language, series.column);
  const all = new Set([table.title(language), column, ...names.map(({ label }) => label)]);
  known.set(language, { names, column, all });
  return { names, column, all };
}
