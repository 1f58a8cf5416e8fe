import { grouped } from '../../pipeline/page/grouped.ts';
import type { Language, Told } from './language.ts';
import { told } from './language.ts';
import type { Row, Table } from './package.ts';

/** One code of a dimension, with its row in the code list where there is one. */
export interface Code {
  readonly code: string;
  readonly row: Row | undefined;
}

/** A key of a dataset other than the year: regions, sexes, indicators. */
export interface Dimension {
  readonly name: string;
  readonly title: (language: Language) => string;
  readonly codes: readonly Code[];
  /** The code that stands for all the others together, if there is one. */
  readonly total: string | undefined;
  /** True when the codes are places that ISO 3166-2 names. */
  readonly isPlaces: boolean;
  /** True when the codes are the two sexes, with or without their total. */
  readonly isSexes: boolean;
  readonly label: (code: string, language: Language) => Told;
}

/** The code of "all together" in every code list that has one. */
export const ALL = '_T';

/** Codes of the two sexes, as SDMX writes them. */
const SEXES = ['F', 'M'] as const;

/** Reads a dimension: the codes that the rows use, in the order of the code list, the total first where no position is given. */
export function dimensionOf(
  table: Table,
  name: string,
  lists: ReadonlyMap<string, Table>,
  tables: ReadonlyMap<string, Table>,
): Dimension {
  const field = table.fields.find((each) => each.name === name);
  const used = [...new Set(table.rows.map((row) => row[name] ?? ''))];
  const known = rowsOfCodes(used, lists.get(table.references.get(name) ?? ''), lists, tables);
  const inOrder = known.size === 0 ? asPrinted(used, table, name, tables) : used;
  const codes = inOrder.map((code): Code => ({ code, row: known.get(code) })).sort(byPosition);
  const printed = printedLabels(tables, table.name, name);
  const total = codes.find(({ code, row }) => code === ALL || row?.kind === 'country')?.code;
  return {
    name,
    title: (language) => (field === undefined ? name : told({ ...field }, 'title', language).text),
    codes,
    total,
    isPlaces: codes.some(({ row }) => row?.iso_3166_2 !== undefined),
    isSexes: SEXES.every((sex) => used.includes(sex)),
    label: (code, language) => {
      const row = known.get(code) ?? elsewhere(code, lists);
      const text = row === undefined ? printed.get(code) : undefined;
      return text === undefined ? codeLabel(code, row, language) : { text, language };
    },
  };
}

/**
 * What is known of each code: the rows of the code list that the column points at; where it points at none, of the one
 * list that has all its codes; and where the codes are names of tables, what these say of themselves.
 */
function rowsOfCodes(
  used: readonly string[],
  pointedAt: Table | undefined,
  lists: ReadonlyMap<string, Table>,
  tables: ReadonlyMap<string, Table>,
): ReadonlyMap<string, Row> {
  const byCode = (list: Table): ReadonlyMap<string, Row> =>
    new Map(list.rows.map((row) => [row[list.primaryKey[0] ?? ''] ?? '', row]));
  if (pointedAt !== undefined) return byCode(pointedAt);
  const codes = used.filter((code) => code !== ALL);
  if (codes.length > 0 && codes.every((code) => tables.has(code)))
    return new Map(codes.map((code) => [code, titlesOf(tables.get(code))]));
  const named = [...lists.values()].filter(({ fields }) => fields.some(({ name }) => name === 'name_en'));
  const all = named.map(byCode).find((rows) => codes.every((code) => rows.has(code)));
  return codes.length < 2 || all === undefined ? new Map() : all;
}

/** What the document prints for the codes of a column, where no list has names for them: `July`, `Барлығы / Всего`. */
function printedLabels(
  tables: ReadonlyMap<string, Table>,
  dataset: string,
  column: string,
): ReadonlyMap<string, string> {
  const own = (tables.get('printed_label')?.rows ?? []).filter(
    (row) => row.dataset === dataset && row.key === column,
  );
  return new Map(
    [...grouped(own, ({ code = '' }) => code)].map(([code, rows]) => [
      code,
      rows.map(({ label = '' }) => label).join(' / '),
    ]),
  );
}

/** Codes in the order in which the document prints their values. */
function asPrinted(
  codes: readonly string[],
  { rows }: Table,
  column: string,
  tables: ReadonlyMap<string, Table>,
): readonly string[] {
  const starts = new Map(
    (tables.get('cell')?.rows ?? []).map((cell) => [cell.cell_id ?? '', Number(cell.char_start)]),
  );
  const first = new Map<string, number>();
  for (const row of rows) {
    const [code, start] = [row[column] ?? '', starts.get(row.cell_id ?? '')];
    if (start !== undefined) first.set(code, Math.min(start, first.get(code) ?? start));
  }
  return [...codes].sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0));
}

function titlesOf(table: Table | undefined): Row {
  const texts = Object.entries(table ?? {}).filter(
    ([key, value]) => key.startsWith('title') && typeof value === 'string',
  );
  return Object.fromEntries(texts.map(([key, value]) => [key === 'title' ? 'title_en' : key, String(value)]));
}

/** The name of a code: that of its code list with the group it belongs to, else the code as words. */
export function codeLabel(code: string, row: Row | undefined, language: Language): Told {
  if (row === undefined)
    return { text: code === ALL ? '' : code.toLowerCase().replaceAll('_', ' '), language: 'en' };
  const name = ['name', 'title', 'text']
    .map((stem) => told(row, stem, language))
    .find(({ text }) => text !== '');
  if (name === undefined) return { text: code, language: 'en' };
  const group = row[`group_${name.language}`] ?? '';
  return group === '' ? name : { ...name, text: `${group}, ${name.text}` };
}

/** Prose uses codes of several lists in one column; a code that one list knows has that list's name. */
function elsewhere(code: string, lists: ReadonlyMap<string, Table>): Row | undefined {
  if (code === ALL || !/^[A-Z]/.test(code)) return undefined;
  for (const list of lists.values()) {
    const row = list.rows.find((each) => each[list.primaryKey[0] ?? ''] === code);
    if (row !== undefined) return row;
  }
  return undefined;
}

function byPosition(a: Code, b: Code): number {
  const position = ({ code, row }: Code): number =>
    row?.position !== undefined ? Number(row.position) : code === ALL ? -1 : 0;
  return position(a) - position(b);
}
