import { zipSync } from 'fflate';
import type { Description } from '../publication.ts';
import type { Table } from '../table.ts';
import { aboutSheet, codesSheet, columnsSheet, RANKS } from './explaining-sheets.ts';
import { frameParts } from './parts.ts';
import { type SharedTexts, sheetXml, textsXml } from './sheet-xml.ts';
import { sheetOf } from './sheets.ts';

/** Names of the sheets that belong to no table. */
const EXPLAINING = { about: 'About', columns: 'Columns', codes: 'Codes' };

/** Its time where the publication has none: the first that the format knows. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

/** The same for the archive, which reads it by the local clock. */
const FIRST_TIME = new Date(1980, 0, 1);

/** How hard the sheets are packed: harder takes three times as long for a file that is 4 per cent smaller. */
const LEVEL = 4;

/**
 * The whole publication as one spreadsheet file (Office Open XML): a first sheet that explains, the columns of all
 * tables, the codes of all lists with their labels, and a sheet a table, observations first.
 *
 * Nothing in it is a formula or a date. The same tables give the same bytes: the time in it is that of the release, and
 * fflate packs it, because Node packs otherwise from version to version.
 */
export function workbook(description: Description, tables: readonly Table[]): Uint8Array {
  const sorted = [...tables].sort((a, b) => RANKS[a.schema.kind] - RANKS[b.schema.kind]);
  const names = sheetNames(
    sorted.map(({ schema }) => schema.name),
    Object.values(EXPLAINING),
  );
  const nameOf = (table: string): string => names.get(table) ?? table;
  const sheets = [
    aboutSheet(EXPLAINING.about, description, sorted, nameOf),
    columnsSheet(EXPLAINING.columns, sorted),
    codesSheet(EXPLAINING.codes, sorted),
    ...sorted.map((table) => sheetOf(nameOf(table.schema.name), table)),
  ];
  const time = description.created === undefined ? NO_TIME : new Date(description.created);
  const texts: SharedTexts = new Map();
  const pages = sheets.map((sheet) => sheetXml(sheet, texts));
  const parts = [
    ...frameParts(
      description,
      sheets.map(({ name }) => name),
      time,
    ),
    ['xl/sharedStrings.xml', textsXml(texts)] as const,
    ...pages.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
  ];
  const files = Object.fromEntries(parts.map(([path, xml]) => [path, Buffer.from(xml)]));
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
