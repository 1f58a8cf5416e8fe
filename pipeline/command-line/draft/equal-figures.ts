import type { KeyedRow, KeyedTable } from './keyed-table.ts';
import type { Proposal } from './proposals.ts';
import { DRAFT_SETTINGS } from './settings.ts';

/**
 * Rows of a table that print the same figures as a row of an earlier table, column by column, as a total that is printed
 * in both does. Columns are the same where their codes are. A row of zeros and few other figures tells nothing.
 */
export function equalFigures(table: KeyedTable, earlier: readonly KeyedTable[]): readonly Proposal[] {
  return earlier.flatMap((other) => {
    const shared = [...table.columnKey.labels.keys()].filter((code) => other.columnKey.labels.has(code));
    if (shared.length < DRAFT_SETTINGS.fewestRows.value) return [];
    const rows = new Map<string, KeyedRow>();
    for (const row of other.rows) {
      const figures = figuresOf(row, other, shared);
      if (figures !== undefined && !rows.has(figures)) rows.set(figures, row);
    }
    return table.rows.flatMap((row): Proposal[] => {
      const figures = figuresOf(row, table, shared);
      const same = figures === undefined ? undefined : rows.get(figures);
      if (same === undefined) return [];
      const [own, others] = [selectorOf(row), selectorOf(same)];
      return [
        {
          id: `${table.name}_${Object.values(row.codes).join('_')}_as_in_${other.name}`,
          kind: 'equality',
          says: `${table.name}[${own}] = ${other.name}[${others}]`,
          held: shared.length,
          tried: shared.length,
          isRounded: false,
        },
      ];
    });
  });
}

function selectorOf({ codes }: KeyedRow): string {
  return Object.entries(codes)
    .map(([key, code]) => `${key}=${code}`)
    .join(', ');
}

/** What a row says in some columns, if all of them are numbers and several differ. */
function figuresOf(row: KeyedRow, { columnKey }: KeyedTable, shared: readonly string[]): string | undefined {
  const codes = [...columnKey.labels.keys()];
  const readings = shared.map((code) => row.readings[codes.indexOf(code)]);
  const values = readings.flatMap((reading) => (typeof reading === 'object' ? [reading.value] : []));
  const isTelling = new Set(values.filter((value) => value !== 0)).size >= DRAFT_SETTINGS.fewestRows.value;
  return values.length < shared.length || !isTelling ? undefined : values.join(' ');
}
