/** The rows that are shown, as text: numbers with a point and without gaps, as machines read them. */
function shownRows(table: HTMLTableElement): readonly (readonly string[])[] {
  return [...table.rows]
    .filter((row) => !row.hidden)
    .map((row) => [...row.cells].map((cell) => (cell.dataset.v ?? cell.textContent ?? '').trim()));
}

/** The rows that are shown with a tab between cells, as spreadsheets paste it. */
export function textTable(table: HTMLTableElement, between: '\t'): string {
  return shownRows(table)
    .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join(between))
    .join('\n');
}

/** The rows that are shown as CSV. */
export function csvText(table: HTMLTableElement): string {
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${shownRows(table)
    .map((row) => row.map(quoted).join(','))
    .join('\n')}\n`;
}
