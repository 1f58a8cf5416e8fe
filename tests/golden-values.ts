import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { document } from './project.ts';

const FOLDER = join(import.meta.dirname, 'golden');

/** A row as independent readers transcribed it, its columns named as the published table's. */
export type GoldenRow = Readonly<Record<string, string>>;

/** The opening paragraph of annex 5 names places; its values are published as quoted figures. */
const QUOTES: Readonly<Record<string, string>> = {
  'KZ _T': 'annex_5_country',
  'KZ-YUZ _T': 'annex_5_south',
  'KZ-SEV _T': 'annex_5_north',
  'KZ-AST _T': 'annex_5_astana',
  'KZ-ALA _T': 'annex_5_almaty',
  'KZ-YUZ R': 'annex_5_south_rural',
  'KZ-KAR R': 'annex_5_karaganda_rural',
  'KZ-ATY R': 'annex_5_atyrau_rural',
};

/** The published tables that the annexes fill. */
const tables = document.plan.annexes.flatMap(({ elements }) =>
  elements.flatMap((element) => (element.kind === 'notes' ? [] : [element.table])),
);

/** The transcription of each of them; a table that nobody transcribed stops the tests. */
export const golden: ReadonlyMap<string, readonly GoldenRow[]> = new Map(
  tables.map((table) =>
    table === 'quoted_figure'
      ? [table, rowsOf('annex5_lead').map(quoted)]
      : [table, rowsOf(table).map(coded)],
  ),
);

function rowsOf(file: string): readonly GoldenRow[] {
  return parse(readFileSync(join(FOLDER, `${file}.csv`)), { columns: true });
}

function quoted({ place, area, percent }: GoldenRow): GoldenRow {
  return { quote: QUOTES[`${place} ${area}`] ?? 'unknown', value: percent ?? '' };
}

/** Readers counted positions; the tables have codes. */
function coded({
  name_kk: _,
  position,
  right_category_position,
  key_position,
  ...row
}: GoldenRow): GoldenRow {
  return {
    ...row,
    ...(position !== undefined && { indicator: codeAt('indicator', position) }),
    ...(right_category_position !== undefined && {
      right_category: codeAt('right_category', right_category_position),
    }),
    ...(key_position !== undefined && {
      key: key_position === '_T' ? '_T' : codeAt('right_category', key_position),
    }),
  };
}

function codeAt(list: string, position: string): string {
  const entry = document.codelists.get(list)?.entries.find(({ fields }) => fields.position === position);
  if (entry === undefined) throw new Error(`no position ${position} in code list ${list}`);
  return entry.code;
}
