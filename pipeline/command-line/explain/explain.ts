import type { ExplainedRow, Explanation } from '../../normalise/tables/deciding/explained.ts';
import { fault, renderFinding, type SourceFault } from '../../page/finding.ts';
import { hint } from '../../page/nearest.ts';
import type { TaskReader } from '../limited-reading.ts';
import type { Style } from '../look/printed.ts';
import type { ExplainCommand } from './arguments.ts';
import { rowText } from './printed.ts';

/**
 * Explains how a table is read, row by row and cell by cell, also where the build refuses it and where other tables fail.
 * Returns what is to be printed; throws where the document has no such table or row.
 */
export async function explain(command: ExplainCommand, read: TaskReader, style: Style): Promise<string> {
  const { document, source } = command;
  const answer = await read({ kind: 'explain', document, source }, { started: () => undefined });
  if (answer.kind !== 'explained') throw new Error('explain has explained nothing');
  const { rows, others } = chosenRows(answer.explanation, command);
  const faults = answer.explanation.findings.filter(
    ({ place }) => place.table === undefined || isNamed(place.table, command.table),
  );
  const beside = faults.filter(
    (finding) => !rows.some((row) => row.finding === finding || row.finding?.found === finding.found),
  );
  return [
    style.title(`table ${rows[0]?.table ?? command.table}`) +
      style.faint(`: ${rows.length} of ${others} rows`),
    ...beside.map(renderFinding),
    ...rows.map((row) => rowText(row, style)),
  ].join('\n');
}

function isNamed(table: string, asked: string): boolean {
  return table === asked || table.startsWith(`${asked} `);
}

/** The rows that are asked for, and how many the table has. */
function chosenRows(
  { rows }: Explanation,
  { document, table, row }: ExplainCommand,
): { readonly rows: readonly ExplainedRow[]; readonly others: number } {
  const own = rows.filter((each) => isNamed(each.table, table));
  if (own.length === 0) throw unknown(document, 'table', table, [...new Set(rows.map((each) => each.table))]);
  if (row === undefined) return { rows: own, others: own.length };
  const wanted = row.toLowerCase();
  const exact = own.filter((each) => namesOf(each).includes(wanted));
  const found = exact.length > 0 ? exact : own.filter((each) => each.row.toLowerCase().includes(wanted));
  if (found.length === 0)
    throw unknown(
      document,
      'row',
      row,
      own.map((each) => each.row),
    );
  return { rows: found, others: own.length };
}

/** A row is named as a whole, by its label, or by its codes: `Hill (HILL)`. */
function namesOf({ row }: ExplainedRow): readonly string[] {
  const [, label = '', codes = ''] = /^(.*) \((.*)\)$/.exec(row) ?? [];
  return [row, label, codes].map((name) => name.toLowerCase());
}

function unknown(
  document: string,
  what: 'table' | 'row',
  asked: string,
  known: readonly string[],
): SourceFault {
  const few = known.slice(0, 8).join(', ');
  return fault({
    kind: 'document',
    place: { file: document },
    expected: `a ${what} of it: ${few}${known.length > 8 ? ` and ${known.length - 8} more` : ''}`,
    found: `"${asked}"${hint(asked, known)}`,
  });
}
