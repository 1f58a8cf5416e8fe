import { fillIn, LayoutFault, listNamed, printedText } from '../dimension.ts';
import { meaningOf, type Notation, notationOf, withNil } from '../notation.ts';
import type { Slot } from '../plan.ts';
import { addSlot, boundsOf, type Planning } from '../slots.ts';
import { nameOf, type SpeltColumns } from './columns.ts';
import type { TableLayout } from './declared.ts';
import { textsOf } from './members.ts';
import type { SpeltTable } from './spelt-table.ts';
import type { PlannedColumn, PlannedColumns, PlannedStep, TablePlan, ValueForm } from './table-plan.ts';

/** The printed tables of one file: one, or one for each member of its family. */
export function planTables(spelt: SpeltTable, planning: Planning): readonly TablePlan[] {
  return spelt.family.map((member) => planTable(spelt, member, planning));
}

/** How a table prints its numbers. */
export function notationIn({ layout }: Pick<SpeltTable, 'layout'>, base: Notation): Notation {
  return withNil(notationOf(layout.numbers, layout.marks, base), layout.nil);
}

function planTable(spelt: SpeltTable, member: SpeltTable['family'][number], planning: Planning): TablePlan {
  const { layout, values } = spelt;
  const fill = (text: string): string =>
    printedText(fillIn(fillIn(text, labelled(member, spelt)), member.codes), 'a title');
  const fixed = { ...layout.codes, ...member.codes };
  const forms = new Map<number, ValueForm>();
  const slotsOf = (step: Extract<SpeltTable['steps'][number], { kind: 'row' }>): readonly Slot[] =>
    values.map((value) => {
      const codes = { ...fixed, ...step.codes, ...value.codes };
      const unit = value.unit ?? step.unit ?? layout.unit;
      const slot = addSlot(planning, spelt.dataset, spelt.value, codes, unit, null, step.isOptional);
      const { minimum, maximum } = boundsOf(spelt.dataset, spelt.value, unit, planning);
      forms.set(slot.index, {
        decimals: value.decimals ?? step.decimals ?? layout.decimals ?? [],
        minimum: Math.max(minimum, layout.minimum ?? Number.NEGATIVE_INFINITY),
        maximum: Math.min(maximum, layout.maximum ?? Number.POSITIVE_INFINITY),
      });
      return slot;
    });
  const steps = spelt.steps.map((step): PlannedStep => {
    if (step.kind === 'heading')
      return { kind: 'heading', texts: step.texts.map((text) => printedText(text, 'a heading')) };
    const { labels, codes, isOptional } = step;
    for (const { texts, code } of labels)
      for (const text of texts) if (text !== '') printedText(text, `the label of ${code}`);
    return { kind: 'row', name: Object.values(codes).join('.'), labels, isOptional, slots: slotsOf(step) };
  });
  const title = textsOf(layout.title).map(fill);
  const notation = notationIn(spelt, planning.notation);
  const { notes, ignore = [] } = layout;
  return {
    file: spelt.file,
    name: member.code === '' ? spelt.name : `${spelt.name} ${member.code}`,
    table: spelt.dataset,
    title,
    continuedTitle:
      layout.continued?.title && fillIn(fill(layout.continued.title), { title: title[0] ?? '' }),
    continuedHeading: layout.continued?.heading,
    pages: pagesOf(layout.pages),
    place: layout.table,
    columns: spelt.columns.map((columns) => planned(columns, spelt, fill, notation)),
    forms,
    rowKeys: spelt.rowKeys,
    steps,
    notation,
    marks: marksOf(notes, planning),
    blank: layout.blank === undefined ? undefined : meaningOf(layout.blank),
    ignored: ignore,
  };
}

/** The marks that are listed; undefined where none are. */
function marksOf(notes: TableLayout['notes'], { codelists }: Planning): readonly string[] | undefined {
  if (notes === undefined) return undefined;
  if (typeof notes !== 'string') return 'length' in notes ? [...notes] : [...notes.keys()];
  return listNamed(notes, codelists).entries.map(({ code }) => code);
}

/** A title may name a member of the family by its label. */
function labelled(
  { codes, texts, code }: SpeltTable['family'][number],
  { layout }: SpeltTable,
): Readonly<Record<string, string>> {
  const [key] = [...(layout.for?.keys() ?? [])];
  return key === undefined ? codes : { [key]: texts[0] ?? code };
}

function planned(
  { by, columns }: SpeltColumns,
  { values, steps }: SpeltTable,
  fill: (text: string) => string,
  notation: Notation,
): PlannedColumns {
  const own = new Set(columns.flatMap((column) => (column.role === 'key' ? [column.key] : [])));
  const inner = innerKeys(steps);
  const symbols = notation.symbols.map(([symbol]) => symbol.replace(/\s+/g, ''));
  const indexes = new Map(values.map(({ codes }, index) => [nameOf(codes), index]));
  return {
    by,
    columns: columns.map((column): PlannedColumn => {
      const header = column.header.map((level) => level.map(fill));
      if (column.role === 'key') {
        const key = inner.get(column.key);
        return { role: 'key', key: key === undefined || own.has(key) ? column.key : key, header };
      }
      if (column.role === 'ignore') return { role: 'ignore', header };
      const indexOf = ({ codes }: Pick<SpeltTable['values'][number], 'codes'>): number =>
        indexes.get(nameOf(codes)) ?? 0;
      if (column.role === 'parts')
        return {
          role: 'parts',
          indexes: column.parts.map(indexOf),
          form: column.form,
          symbols,
          isPartedBySpaces: !notation.groups.includes(' '),
          header,
        };
      return { role: 'value', index: indexOf(column), header };
    }),
  };
}

/** For each key whose labels stand in those of another, as in `"{orchard}"`, that other: a column of the one holds it. */
function innerKeys(steps: SpeltTable['steps']): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap((step) =>
      step.kind === 'heading'
        ? []
        : step.labels.flatMap((label, at): readonly (readonly [string, string])[] => {
            const next = step.labels.slice(at + 1).find((other) => !('within' in other));
            return 'within' in label && next !== undefined ? [[label.key, next.key]] : [];
          }),
    ),
  );
}

function pagesOf(pages: number | string | undefined): TablePlan['pages'] {
  if (pages === undefined) return [];
  return String(pages)
    .split(',')
    .map((part): readonly [number, number] => {
      const [first = 0, last = first] = part.trim().split('-').map(Number);
      if (last < first) throw new LayoutFault('pages that ascend', `"${pages}"`);
      return [first, last];
    });
}
