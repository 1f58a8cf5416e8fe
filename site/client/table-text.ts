/** The rows that are shown, as text: numbers with a point and without gaps, as machines read them. */
function shownRows(table: HTMLTableElement): readonly (readonly string[])[] {
  return [...table.rows].filter((row) => !row.hidden).map(cellsOf);
}

function cellsOf(row: HTMLTableRowElement): readonly string[] {
  return [...row.cells].map((cell) => (cell.dataset.v ?? cell.textContent ?? '').trim());
}

/** The rows that are shown with a tab between cells, as spreadsheets paste it. */
export function textTable(table: HTMLTableElement, between: '\t'): string {
  return shownRows(table)
    .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join(between))
    .join('\n');
}

/** The rows that are shown as CSV. */
export function csvText(table: HTMLTableElement): string {
  return csvLines(shownRows(table));
}

/** The head of the table and some of its rows as CSV: what a chart shows. */
export function csvOf(
  table: HTMLTableElement,
  rows: readonly { readonly element: HTMLTableRowElement }[],
): string {
  const shown = [...(table.tHead?.rows ?? []), ...rows.map(({ element }) => element)];
  return csvLines(shown.map(cellsOf));
}

function csvLines(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`;
}
