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
