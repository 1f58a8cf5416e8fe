import { placeIn } from '../../../extract/text-layer.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { Cell as TableCell } from '../../../page/table.ts';
import { type TablePlan, valueIndexes } from '../../../template/tables/table-plan.ts';
import { besideFinding, valueOfAnother } from './beside-findings.ts';
import { type MatchedBody, matchBody } from './body.ts';
import { findTables } from './find.ts';
import { markTexts } from './letters.ts';
import { type Ownership, tokensIn, unreadIn } from './ownership.ts';
import { type BodyRow, bodiesOf, type FoundTable, type PrintedBody, type PrintedRow } from './pieces.ts';
import { isBeside } from './placed-tables.ts';
import { firstLine, type Reading } from './reading.ts';
import { headRowsIn } from './repeated-head.ts';
import { type RowContext, readRow, rowText, type TableRow } from './rows.ts';
import { isReadWhole } from './whole.ts';

/** Rows that were read, and what is not as it is declared. */
interface ReadRows {
  readonly rows: readonly TableRow[];
  readonly findings: readonly Finding[];
}

/** Reads one declared table: its rows, or what is not as it is declared. */
export function readTable(reading: Reading, plan: TablePlan, valuesOf: Map<TableCell, string>): ReadRows {
  const { source, tables, ownership, layer } = reading;
  const found = findTables(plan, tables);
  if (!('title' in found)) return { rows: [], findings: [notFound(reading, plan, found)] };
  const placeOf = (row: PrintedRow | undefined): Place => {
    const token = row && [...row.keys.values(), ...row.values.map(({ cell }) => cell)].flatMap(tokensIn)[0];
    return token === undefined ? { file: source.file } : placeIn(layer, token.span.start);
  };
  ownership.claim(
    found.title.map(({ token }) => token),
    'table_title',
  );
  const { parts, bodies } = matchedBodies(plan, found.found);
  const beside = besideFinding(plan, parts, bodies);
  if (beside !== undefined) {
    const place = { ...placeOf(bodies[0]?.body.rows[0]), table: plan.name };
    return { rows: [], findings: [{ ...beside, place }] };
  }
  const context = { ...reading, plan, placeOf };
  const read = bodies.map((each) => readBody(context, each, valuesOf));
  const seen = new Set(bodies.flatMap(({ body }) => body.indexes));
  const findings = [...read.flatMap((each) => each.findings), ...missingColumns(plan, seen, source.file)];
  return {
    rows: read.flatMap(({ rows }) => rows),
    findings: findings.length > 0 ? findings : leftOver(reading, plan, parts),
  };
}

/** Why no table of the source is the declared one. */
function notFound(
  reading: Reading,
  { name }: TablePlan,
  { page, expected, found, action }: Exclude<ReturnType<typeof findTables>, { readonly title: unknown }>,
): Finding {
  const where = page !== undefined && { line: firstLine(reading, page), page };
  const place = { file: reading.source.file, ...where, table: name };
  return { kind: 'header', place, expected, found, ...(action !== undefined && { action }) };
}

/** Reads the rows of one body; none of one that is not as it is declared. */
function readBody(
  context: RowContext & Pick<Reading, 'ownership'>,
  { body, matched }: ReturnType<typeof matchedBodies>['bodies'][number],
  valuesOf: Map<TableCell, string>,
): ReadRows {
  const { plan, placeOf, ownership } = context;
  const findings = matched.faults.map(({ at, row, ...fault }): Finding => {
    const place = { ...placeOf(at), table: plan.name, ...(row !== undefined && { row }) };
    return { kind: 'label', place, ...fault };
  });
  if (findings.length > 0) return { rows: [], findings };
  const rows: TableRow[] = [];
  const owners = ownersOf(matched.rows);
  ownership.claim(
    matched.headings.map(({ token }) => token),
    'heading',
  );
  for (const own of matched.rows) {
    const read = readRow(context, own, owners);
    const taken = valueOfAnother(plan, own, valuesOf);
    const place = { ...placeOf(own.printed[0]), table: plan.name, row: rowText(own) };
    if ('findings' in read) findings.push(...read.findings);
    else if (taken !== undefined) findings.push({ ...taken, place });
    else rows.push(read);
    claimRow(ownership, own);
  }
  for (const { ignored } of body.rows) ownership.claimCells(ignored, 'ignored');
  for (const { keys, values } of matched.ignored)
    ownership.claimCells([...keys.values(), ...values.map(({ cell }) => cell)], 'ignored');
  return { rows, findings };
}

/** The first row that has each cell. */
function ownersOf(rows: readonly BodyRow[]): ReadonlyMap<TableCell, BodyRow> {
  const owners = new Map<TableCell, BodyRow>();
  for (const own of rows) {
    for (const { cell } of own.printed.flatMap(({ values }) => values))
      if (!owners.has(cell)) owners.set(cell, own);
  }
  return owners;
}

/**
 * The bodies of a table. One that follows without a title goes on with it if rows are missing without it, or if nobody
 * says which rows are printed; else it is another table. Neither goes on with one beside it that has other rows.
 */
function matchedBodies(
  plan: TablePlan,
  found: readonly FoundTable[],
): {
  readonly parts: readonly FoundTable[];
  readonly bodies: readonly { readonly body: PrintedBody; readonly matched: MatchedBody }[];
} {
  const match = (parts: readonly FoundTable[]): ReturnType<typeof matchedBodies> => ({
    parts,
    bodies: bodiesOf(parts).map((body) => ({ body, matched: matchBody(plan, body, markTexts(plan)) })),
  });
  const named = found.filter(({ isNamed }) => isNamed);
  const isOpen = plan.steps.some((step) => step.kind === 'row' && step.isOptional);
  if (named.length < found.length && !isOpen) {
    const alone = match(named);
    if (alone.bodies.every(({ matched }) => matched.faults.length === 0)) return alone;
  }
  const all = match(found);
  if (all.bodies.every(({ matched }) => matched.faults.length === 0)) return all;
  // Of tables beside each other with equal headers that is meant which has the declared rows.
  const [own, other] = found.filter((each) => isReadWhole(plan, bodiesOf([each])));
  const areBeside = found.every(
    (each) => each === own || (own?.page === each.page && isBeside(own.table, each.table)),
  );
  return own !== undefined && other === undefined && areBeside ? match([own]) : all;
}

function claimRow(ownership: Ownership, { printed }: BodyRow): void {
  for (const { keys, values } of printed) {
    ownership.claimCells(keys.values(), 'row_label');
    ownership.claimCells(
      values.map(({ cell }) => cell),
      'cell',
    );
  }
}

function missingColumns(
  { columns, name }: TablePlan,
  seen: ReadonlySet<number>,
  file: string,
): readonly Finding[] {
  const missing = columns.flatMap((each) =>
    each.columns.filter((column) => valueIndexes(column).some((index) => !seen.has(index))),
  );
  if (missing.length === 0) return [];
  const expected = `the headers ${missing.map(({ header }) => `"${header.map(([text = '']) => text).join(' / ')}"`).join(', ')}`;
  return [
    {
      kind: 'header',
      place: { file, table: name },
      expected,
      found: 'none of them in any part of the table',
      action: 'compare with the printed header, or name all pages of the table',
    },
  ];
}

/** Inside of a declared table nothing is left over. */
function leftOver(
  { ownership, layer }: Reading,
  plan: TablePlan,
  found: readonly FoundTable[],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { table, columns } of found) {
    const heads = headRowsIn(table, columns.headRows);
    ownership.claimCells(
      table.cells.filter(({ row }) => heads.has(row)),
      'table_header',
    );
    const [first] = unreadIn(table, columns.headRows, ownership);
    if (first === undefined) continue;
    findings.push({
      kind: 'unaccounted',
      place: { ...placeIn(layer, first.span.start), table: plan.name },
      expected: 'a declared row or column for everything that is printed in the table',
      found: `"${first.text}"`,
      action: 'declare it, or leave it out with ignore',
    });
  }
  return findings;
}
