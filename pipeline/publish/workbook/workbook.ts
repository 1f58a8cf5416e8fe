import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { WriteSheet } from 'hucre/xlsx';
import type { Description } from '../publication.ts';
import type { Table } from '../table.ts';
import { aboutSheet, codesSheet, columnsSheet, RANKS } from './explaining-sheets.ts';
import { sheetOf } from './sheets.ts';

/** Names of the sheets that belong to no table. */
const EXPLAINING = { about: 'About', columns: 'Columns', codes: 'Codes' };

/** Time of every entry of the file, which no reader looks at: the first that the format knows. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

/** As hard as the sheets are packed: harder takes three times as long for a file that is 4 per cent smaller. */
const LEVEL = 4;

/**
 * The whole publication as one spreadsheet file (Office Open XML): a first sheet that explains, the columns of all
 * tables, the codes of all lists with their labels, and a sheet a table, observations first.
 *
 * Nothing in it is a formula or a date. The same tables give the same bytes: the time in it is that of the release, and
 * the sheets are packed again by a program of its own, because Node's packs otherwise from version to version.
 */
export async function workbook(description: Description, tables: readonly Table[]): Promise<Uint8Array> {
  const sorted = [...tables].sort((a, b) => RANKS[a.schema.kind] - RANKS[b.schema.kind]);
  const names = sheetNames(
    sorted.map(({ schema }) => schema.name),
    Object.values(EXPLAINING),
  );
  const nameOf = (table: string): string => names.get(table) ?? table;
  const sheets: WriteSheet[] = [
    aboutSheet(EXPLAINING.about, description, sorted, nameOf),
    columnsSheet(EXPLAINING.columns, sorted),
    codesSheet(EXPLAINING.codes, sorted),
    ...sorted.map((table) => sheetOf(nameOf(table.schema.name), table)),
  ];
  // What only this needs is loaded here, not with every command.
  const { writeXlsx } = await import('hucre/xlsx');
  const time = description.created === undefined ? NO_TIME : new Date(description.created);
  const packed = await writeXlsx({
    sheets,
    properties: {
      title: description.title.en,
      creator: description.publisher,
      description: description.description.en,
      created: time,
      modified: time,
    },
  });
  return packedAgain(packed);
}

/** The same for the archive, which reads it by the local clock. */
const FIRST_TIME = new Date(1980, 0, 1);

function packedAgain(packed: Uint8Array): Uint8Array {
  const files: Zippable = Object.fromEntries(
    Object.entries(unzipSync(packed)).map(([path, bytes]) => [path, bytes]),
  );
  return zipSync(files, { level: LEVEL, mtime: FIRST_TIME });
}

/** Spreadsheets take no longer name for a sheet, and tell no small letters from large ones in it. */
const MOST_CHARACTERS = 31;

/**
 * A name for the sheet of each table, in their order: the table's own, cut where it is too long, and numbered where
 * that would name two. `poverty_headcount_by_household_size` becomes `poverty_headcount_by_household_`.
 */
export function sheetNames(tables: readonly string[], taken: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return new Map(
    tables.map((table) => {
      const name = [table, ...numbered(table)].find(
        (each) => each.length <= MOST_CHARACTERS && !used.has(each.toLowerCase()),
      );
      if (name === undefined) throw new Error(`no name is left for the sheet of ${table}`);
      used.add(name.toLowerCase());
      return [table, name];
    }),
  );
}

function numbered(table: string): readonly string[] {
  const cut = table.slice(0, MOST_CHARACTERS);
  return [cut, ...Array.from({ length: 999 }, (_, at) => `${table.slice(0, MOST_CHARACTERS - 4)}_${at + 2}`)];
}
