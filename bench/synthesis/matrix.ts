import type { Slot } from '../../pipeline/template/plan.ts';
import type { PlannedColumn, PlannedStep, TablePlan } from '../../pipeline/template/tables/table-plan.ts';
import type { Content } from './contents.ts';
import type { Printed, PrintedTable, Writing } from './printed-annexes.ts';

/** A cell of a table on its way to a page. */
export interface MatrixCell {
  readonly text: string;
  /** A mark that is printed small and raised behind it. */
  readonly raised?: string;
  readonly columns: number;
}

/** A table as rows of cells, or a line of text, and the page that it is declared to stand on. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string | undefined;
      readonly page: number | undefined;
      readonly head: readonly (readonly MatrixCell[])[];
      readonly body: readonly (readonly MatrixCell[])[];
    };

const cell = (text: string, columns = 1): MatrixCell => ({ text, columns });

/** What annexes print, as rows of cells. */
export function annexBlocks(printed: readonly Printed[]): readonly Block[] {
  return printed.map((each) =>
    each.kind === 'table' ? annexTable(each) : { kind: 'text', text: each.text },
  );
}

function annexTable({ title, header, columns, body }: PrintedTable): Block {
  const width = columns.length + 1;
  const above = header.length === 0 ? [] : [[cell(''), cell(header.join(' '), columns.length)]];
  return {
    kind: 'table',
    title,
    page: undefined,
    head: [...above, [cell(''), ...columns.map((name) => cell(name))]],
    body: body.map((item) =>
      item.kind === 'heading'
        ? [cell(item.text, width)]
        : [
            cell([item.label, ...item.marks.map((mark) => `${mark})`)].join('')),
            ...item.cells.map(({ text, columns: wide }) => cell(text, wide)),
          ],
    ),
  };
}

/** A table that is matched by the places of its cells, as rows of cells; rows that say nothing are left out. */
export function tableBlock(
  plan: TablePlan,
  contentOf: (slot: Slot) => Content | undefined,
  way: Pick<Writing, 'number'>,
): Block {
  const [first] = plan.columns;
  const declared = first?.columns ?? [];
  const stubs = first?.by === 'header' ? printedKeys(plan).map(keyColumn) : [];
  const columns = [...stubs, ...declared];
  const levels = Math.max(0, ...columns.map(({ header }) => header.length));
  const head = Array.from({ length: levels }, (_, level) => headRow(columns, level, levels));
  return {
    kind: 'table',
    title: plan.title[0],
    page: plan.pages[0]?.[0],
    head,
    body: plan.steps.flatMap((step) => bodyRow(step, columns, plan, contentOf, way)),
  };
}

function keyColumn(key: string): PlannedColumn {
  return { role: 'key', key, header: [] };
}

/** The keys of the rows for which anything is printed. */
function printedKeys({ rowKeys, steps }: TablePlan): readonly string[] {
  return rowKeys.filter((key) =>
    steps.some(
      (step) =>
        step.kind === 'row' && step.labels.some((label) => label.key === key && label.texts.length > 0),
    ),
  );
}

/** A level of the header: what is the same above columns beside each other is printed once. */
function headRow(columns: readonly PlannedColumn[], level: number, levels: number): readonly MatrixCell[] {
  const cells: MatrixCell[] = [];
  let before: string | undefined;
  for (const { header } of columns) {
    // Headers of fewer levels stand at the bottom.
    const own = level - (levels - header.length);
    const text = header[own]?.[0] ?? '';
    const path = own < 0 ? undefined : JSON.stringify(header.slice(0, own + 1));
    const last = cells.at(-1);
    if (path !== undefined && path === before && level < levels - 1 && last !== undefined)
      cells[cells.length - 1] = { ...last, columns: last.columns + 1 };
    else cells.push(cell(text));
    before = path;
  }
  return cells;
}

function bodyRow(
  step: PlannedStep,
  columns: readonly PlannedColumn[],
  plan: TablePlan,
  contentOf: (slot: Slot) => Content | undefined,
  way: Pick<Writing, 'number'>,
): readonly (readonly MatrixCell[])[] {
  if (step.kind === 'heading') return [[cell(step.texts[0] ?? '', columns.length)]];
  const { labels, slots, isOptional } = step;
  if (isOptional && slots.every((slot) => contentOf(slot) === undefined)) return [];
  const written = (index: number): MatrixCell => {
    const slot = slots[index];
    return slot === undefined ? cell('') : valueCell(contentOf(slot), plan, way);
  };
  return [
    columns.map((column): MatrixCell => {
      if (column.role === 'key') return cell(labels.find(({ key }) => key === column.key)?.texts[0] ?? '');
      if (column.role === 'value') return written(column.index);
      if (column.role === 'ignore') return cell('');
      const parts = column.indexes.map((index) => written(index).text);
      const [opening = '', ...signs] = column.form.signs;
      return cell(`${opening}${parts.map((part, at) => `${part} ${signs[at] ?? ''}`).join('')}`.trim());
    }),
  ];
}

function valueCell(
  content: Content | undefined,
  { notation }: TablePlan,
  way: Pick<Writing, 'number'>,
): MatrixCell {
  if (content === undefined) return cell('');
  if (content.kind === 'symbol') return cell(content.printed);
  const [before, behind] = content.affixes;
  const number = `${before}${way.number(content.value)}${behind}`;
  const [around] = notation.marks;
  if (around === undefined || !notation.isDeclared || around.behind === '')
    return { text: number, columns: 1, ...(content.marks.length > 0 && { raised: content.marks.join(' ') }) };
  return cell(
    content.marks.reduce((text, mark) => `${text} ${around.before}${mark}${around.behind}`, number),
  );
}
