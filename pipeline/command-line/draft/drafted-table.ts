import type { Source } from '../../page/source.ts';
import { isLabelled, linesBelow, rowsLayout } from './drafted-rows.ts';
import type { KeyedTable } from './keyed-table.ts';
import { markCodes, noteTexts } from './notes.ts';
import { printedNumber } from './printed-number.ts';
import type { Proposal } from './proposals.ts';
import type { ColumnRole } from './roles.ts';
import { severalNumbers } from './several-numbers.ts';
import { isOfValues } from './stub.ts';
import { continuedTitle, type Title } from './titles.ts';
import { type Remark, yamlText } from './yaml-text.ts';

/** What the file of a table is written from. */
export interface TableToDraft {
  readonly table: KeyedTable;
  readonly title: Title;
  /** Which table of its first page it is, where the page has several. */
  readonly place: number | undefined;
  readonly proposals: readonly Proposal[];
  readonly source: Pick<Source, 'pages'>;
}

/** The file of a table: what is sure as values, what is not as `TODO` lines, identities as comments to be taken in. */
export function draftedTable(draft: TableToDraft): string {
  const { table, title, place, proposals, source } = draft;
  const { seen, columns, rows } = table;
  const codes = markCodes(seen);
  const notes = noteTexts(source, seen.pages, codes);
  const decimals = decimalsOf(table);
  const below = linesBelow(table);
  const again = continuedTitle(title.text, seen.continued);
  const hasBlanks = rows.some(({ printed }) =>
    columns.some(({ role }, at) => isBlank(role, printed.cells[at]?.text ?? '')),
  );
  const value = {
    dataset: table.name,
    ...(title.text !== undefined && { title: title.text }),
    pages: pagesText(seen.pages),
    ...(place !== undefined && { table: place }),
    columns: Array.from({ length: seen.parts ?? 1 }, () => columnsLayout(table)).flat(),
    rows: rowsLayout(table),
    ...(below.length > 0 && { ignore: below.map(({ label }) => label) }),
    ...(again !== undefined && { continued: { title: again } }),
    ...(decimals.length > 0 && { decimals }),
    ...(codes.length > 0 && {
      notes:
        notes.size === codes.length
          ? Object.fromEntries(codes.map((code) => [code, notes.get(code)]))
          : codes,
    }),
    ...(hasBlanks && { blank: 'missing' }),
  };
  return yamlText(
    [summary(table)],
    value,
    [...remarks(draft), ...(hasBlanks ? [...emptyRows(table), BLANKS] : [])],
    proposed(proposals),
  );
}

/** Whether a value is not printed: a cell is empty, or has one number where others have several. */
function isBlank(role: ColumnRole, text: string): boolean {
  return role === 'value' ? text === '' : role === 'parts' && severalNumbers(text) === undefined;
}

/** Every column by its place. */
function columnsLayout(table: KeyedTable): readonly object[] {
  return table.columns.map(({ role, code, head, form }) => {
    const header = head.length === 0 ? {} : { header: head.length === 1 ? head[0] : head };
    if (role === 'ignore') return { ...header, ignore: true };
    if (isOfValues(role)) return { ...header, column: form ?? code };
    return { ...header, key: keyName(table, code, role === 'label') };
  });
}

const BLANKS: Remark = {
  path: ['blank'],
  text: 'TODO blank: some cells are empty, and nothing printed says why: missing, nil (zero), not_applicable or not_available',
};

function keyName({ rowKeys, columns }: KeyedTable, code: string, isLabel: boolean): string {
  if (isLabel) return rowKeys.at(-1)?.name ?? 'row';
  const keys = columns.filter((column) => column.role === 'key');
  const at = keys.findIndex((column) => column.code === code);
  return rowKeys[rowKeys.length - 1 - keys.length + at]?.name ?? code;
}

function summary({ seen, rows, columnKey }: KeyedTable): string {
  const { rowsToldBy, columnsToldBy } = seen;
  return `Drafted from page${seen.pages.length > 1 ? 's' : ''} ${pagesText(seen.pages)}: ${rows.length} rows of values (${rowsToldBy}), ${columnKey.labels.size} columns of values (${columnsToldBy}).`;
}

function pagesText(pages: readonly number[]): number | string {
  const [first = 1, last = first] = [pages[0], pages.at(-1)];
  return first === last ? first : `${first}-${last}`;
}

/** How many decimals the numbers of the table have; nothing where one of them cannot be read yet. */
function decimalsOf({ rows, columns }: KeyedTable): readonly number[] {
  const values = columns.flatMap(({ role }, column) => (role === 'value' ? [column] : []));
  const isUnread = rows.some(({ printed, readings }) =>
    values.some(
      (column, at) =>
        readings[at] === undefined && printedNumber(printed.cells[column]?.text ?? '') !== undefined,
    ),
  );
  const decimals = rows.flatMap(({ readings }) =>
    readings.flatMap((reading) => (typeof reading === 'object' ? [reading.decimals] : [])),
  );
  const areTold = !isUnread && columns.every(({ role }) => role !== 'parts');
  return !areTold ? [] : [...new Set(decimals)].sort((one, other) => one - other);
}

function remarks({ table, title, source }: TableToDraft): readonly Remark[] {
  const { seen, columns, rows, lines, areLabelsJoined } = table;
  const left = columns.flatMap(({ role, head }, at) =>
    role === 'ignore' &&
    rows.some(({ printed }) => /\p{L}|\p{Nd}\D+\p{Nd}/u.test(printed.cells[at]?.text ?? ''))
      ? [`"${head.join(' ')}"`]
      : [],
  );
  const unlabelled = rows.filter((row) => !isLabelled(row));
  const unnamed = columns.filter(({ role, head }) => role === 'value' && head.length === 0);
  const codes = markCodes(seen);
  const unsaid = codes.filter((code) => !noteTexts(source, seen.pages, codes).has(code));
  const remark = (is: boolean, path: Remark['path'], text: string): readonly Remark[] =>
    is ? [{ path, text }] : [];
  return [
    ...title.doubts.map((text) => ({ path: [title.text === undefined ? 'pages' : 'title'], text })),
    ...remark(
      columns.some(({ role }) => role === 'parts'),
      ['columns'],
      'TODO columns: some cells hold several numbers: see that the codes in curly brackets say what each of them is',
    ),
    ...remark(
      left.length > 0,
      ['columns'],
      `TODO columns: ${left.join(', ')} hold texts or several numbers: they are left out`,
    ),
    ...remark(
      unnamed.length > 0,
      ['columns'],
      `TODO columns: no boxhead is seen over ${unnamed.length} of them: give each its header as printed, and a code that says what it holds. Above the table stands: ${seen.captions.map(({ text }) => text).join(' / ')}`,
    ),
    ...remark(
      seen.rowsToldBy === 'none' && lines.some(({ kind }) => kind === 'heading'),
      ['rows'],
      'TODO rows: they are told apart by their places alone, which would allow another reading: see that each heading is one, and no part of a label',
    ),
    ...remark(
      unlabelled.length > 0,
      ['rows'],
      `TODO rows: ${unlabelled.length} of them have values and no label: where they stand below rows in turn, as errors below coefficients, their label is "" (see "Rows that are printed in turn" in docs/declaring.md); else leave them out, or see that labels and values are seen in one row`,
    ),
    ...remark(
      areLabelsJoined,
      ['rows'],
      'TODO rows: labels that are parted over several rows were put together: see that they are whole',
    ),
    ...remark(
      unsaid.length > 0,
      ['notes'],
      `TODO notes: nothing is seen that says what the marks ${unsaid.join(', ')} stand for; the marks alone are enough to read the table`,
    ),
  ];
}

/** A row of which every cell is empty looks like a heading, and others of the table have empty cells too. */
function emptyRows({ lines }: KeyedTable): readonly Remark[] {
  const empty = lines
    .filter(({ kind }, at) => kind === 'heading' && lines[at + 1]?.kind === 'row')
    .map(({ label }) => `"${label}"`);
  return empty.length === 0
    ? []
    : [
        {
          path: ['rows'],
          text: `TODO rows: no value stands beside ${empty.join(', ')}: see that it is a heading; a row whose cells are empty has label in the place of heading, and its codes`,
        },
      ];
}

/** Identities as comments. */
function proposed(proposals: readonly Proposal[]): readonly string[] {
  if (proposals.length === 0) return [];
  return [
    'Identities that hold in the numbers above, as far as these are read. They were found in the very numbers that they',
    'would prove, so they prove nothing by themselves: take in those that hold by what the document says (a header',
    '"Total", a note), say so under `because`, and leave the others out.',
    'identities:',
    ...proposals.flatMap(({ id, kind, says, held, tried, isRounded }) => [
      `  - id: ${id}`,
      `    kind: ${kind}   # holds in ${held} of ${tried} places${isRounded ? ', in some within rounding' : ''}`,
      `    says: ${says}`,
      '    because: TODO what the document says that makes it hold',
    ]),
  ];
}
