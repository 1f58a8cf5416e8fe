import { inkOf, labelOf, wordsOf } from '../locale/look-alikes.ts';
import type { HeaderCorrection } from './corrections.ts';
import { fillIn, LayoutFault, type Member, membersOf, printedText } from './dimension.ts';
import type { DimensionLayout, GridLayout, PhraseLayout } from './layout.ts';
import { inkOfNotation, meaningOf, notationOf, withNil } from './notation.ts';
import type { BodyItem, CellPhrase, GridPlan, RowForm } from './plan.ts';
import { addSlot, boundsOf, type Planning } from './slots.ts';

type Codes = Readonly<Record<string, string>>;

interface Column {
  readonly codes: Codes;
  readonly member: Member | undefined;
}

/** Where the totals of a table go: a table of their own, under the name of the table they total. */
const TOTALS = { table: 'printed_total', column: 'value' } as const;

/** Spells a grid layout out into the tables that are printed: one for each code of `for`. */
export function planGrids(file: string, layout: GridLayout, planning: Planning): GridPlan[] {
  const [family] = Object.entries(layout.for ?? {});
  const instances: readonly Codes[] =
    family === undefined
      ? [{}]
      : membersOf(family[0], family[1], planning.codelists).map(({ code }) => ({ [family[0]]: code }));
  return instances.map((codes) => planGrid(file, layout, codes, planning));
}

function planGrid(file: string, layout: GridLayout, codes: Codes, planning: Planning): GridPlan {
  const columns = columnsOf(layout, planning);
  const row = (rowCodes: Codes, label: string, member?: Member, dimension?: DimensionLayout): BodyItem => {
    const unit = unitOf(member, dimension);
    return {
      kind: 'row',
      label,
      name: Object.values(rowCodes).join('.'),
      match: labelOf(printedText(label, `a row of ${layout.dataset}`), marksOf(member, dimension)),
      form: formOf(layout, columns, unit, decimalsOf(layout, member, dimension), planning),
      slots: columns.map((column) =>
        addSlot(
          planning,
          layout.dataset,
          layout.value,
          { ...codes, ...rowCodes, ...column.codes },
          unit ?? columnUnit(column, layout),
        ),
      ),
    };
  };
  const title = printedText(fillIn(layout.title, codes), `the title of ${layout.dataset}`);
  const meantHeaders = columns.flatMap(({ member }) => (member === undefined ? [] : [member.label]));
  const columnHeaders = printedHeaders(layout.dataset, codes, meantHeaders, planning.corrections);
  const header = layout.header ?? [];
  for (const cell of [...header, ...columnHeaders]) printedText(cell, `a header cell of ${layout.dataset}`);
  return {
    kind: 'grid',
    file,
    table: layout.dataset,
    codes,
    title,
    header,
    columnHeaders,
    heading: [title, ...header, ...columnHeaders].map(wordsOf),
    ...(layout.continued && {
      continued: wordsOf(
        printedText(fillIn(layout.continued.title, { ...codes, title }), `${layout.dataset} continued`),
      ),
    }),
    ...(columnHeaders !== meantHeaders && { meantHeaders }),
    body: [...bodyOf(layout, planning, row), ...totalsOf(layout, columns, planning)],
  };
}

function headingOf(text: string): BodyItem {
  return { kind: 'heading', text, match: labelOf(printedText(text, 'a heading')) };
}

/** Column headers as the page really prints them: a declared misprint in the place of what is meant. */
function printedHeaders(
  table: string,
  codes: Codes,
  meant: readonly string[],
  corrections: readonly HeaderCorrection[],
): readonly string[] {
  const here = corrections.filter(
    (each) => each.table === table && Object.entries(each.codes).every(([key, code]) => codes[key] === code),
  );
  if (here.length === 0) return meant;
  return meant.map((header) => here.find(({ read_as }) => read_as === header)?.printed ?? header);
}

function columnsOf(layout: GridLayout, { codelists }: Planning): readonly Column[] {
  const [dimension] = Object.entries(layout.columns ?? {});
  if (dimension === undefined) return [{ codes: {}, member: undefined }];
  const [key, form] = dimension;
  return membersOf(key, form, codelists).map((member) => ({ codes: { [key]: member.code }, member }));
}

function bodyOf(
  layout: GridLayout,
  { codelists }: Planning,
  row: (codes: Codes, label: string, member?: Member, dimension?: DimensionLayout) => BodyItem,
): BodyItem[] {
  const rowsUnder = (codes: Codes): BodyItem[] => {
    if (Array.isArray(layout.rows)) {
      return (layout.rows as readonly Codes[]).map((listed) => {
        const { label, heading, ...own } = listed;
        if (heading !== undefined) return headingOf(heading);
        if (label === undefined) throw new LayoutFault('a label or a heading in each row', 'neither');
        return row({ ...codes, ...own }, label);
      });
    }
    return Object.entries(layout.rows as Readonly<Record<string, DimensionLayout>>).flatMap(
      ([key, dimension]) =>
        membersOf(key, dimension, codelists).flatMap((member): BodyItem[] => [
          ...member.headings.map(headingOf),
          row({ ...codes, [key]: member.code }, member.label, member, dimension),
        ]),
    );
  };
  const [block] = Object.entries(layout.blocks ?? {});
  if (block === undefined) return rowsUnder({});
  return membersOf(block[0], block[1], codelists).flatMap(({ code, label }): BodyItem[] => [
    headingOf(label),
    ...rowsUnder({ [block[0]]: code }),
  ]);
}

function totalsOf(layout: GridLayout, columns: readonly Column[], planning: Planning): BodyItem[] {
  const { totals } = layout;
  if (totals === undefined) return [];
  return [
    {
      kind: 'row',
      label: totals.label,
      name: 'totals',
      match: labelOf(printedText(totals.label, `the totals of ${layout.dataset}`)),
      form: formOf(layout, columns, undefined, layout.decimals ?? [], planning),
      slots: columns.map(({ codes }) => {
        const key = codes[totals.key];
        if (key === undefined)
          throw new LayoutFault('a dimension of the columns in totals', `"${totals.key}"`);
        const unit = valueUnit(layout, planning);
        return addSlot(planning, TOTALS.table, TOTALS.column, { dataset: layout.dataset, key }, unit);
      }),
    },
  ];
}

function formOf(
  layout: GridLayout,
  columns: readonly Column[],
  unit: string | undefined,
  decimals: readonly number[],
  planning: Planning,
): RowForm {
  const notation = withNil(notationOf(layout.numbers, layout.marks, planning.notation), layout.nil);
  const [columnDimension] = Object.values(layout.columns ?? {});
  const byColumn = columnDimension?.decimals;
  return {
    columns: columns.map((column) => ({
      ...boundsOf(layout.dataset, layout.value, unit ?? columnUnit(column, layout), planning),
      decimals: typeof byColumn === 'object' ? (byColumn[column.member?.code ?? ''] ?? decimals) : decimals,
    })),
    marks: planning.codelists.get(layout.notes ?? '')?.entries.map(({ code }) => code) ?? [],
    phrases: (layout.phrases ?? []).map(phraseOf),
    notation,
    ...(layout.blank !== undefined && { blank: meaningOf(layout.blank) }),
    ink: [...inkOfNotation(notation)].join(''),
  };
}

function phraseOf(phrase: PhraseLayout): CellPhrase {
  if ('spanning' in phrase)
    return {
      text: phrase.spanning,
      before: inkOf(printedText(phrase.spanning, 'a spanning phrase')),
      columns: phrase.columns,
    };
  const [before, after] = phrase.sentence.split('{value}');
  if (before === undefined || after === undefined)
    throw new LayoutFault('{value} in a sentence', phrase.sentence);
  printedText(`${before}${after}`, 'a sentence beside its {value}');
  return { text: phrase.sentence, before: inkOf(before), after: inkOf(after), columns: 1 };
}

function columnUnit({ member }: Column, layout: GridLayout): string | undefined {
  const [dimension] = Object.values(layout.columns ?? {});
  return dimension?.units?.[member?.code ?? ''];
}

/** The unit of a table whose values all have one. */
function valueUnit({ dataset, value }: GridLayout, { schemas }: Planning): string | undefined {
  return schemas.get(dataset)?.fields.find(({ name }) => name === value)?.unit;
}

function unitOf(member: Member | undefined, dimension: DimensionLayout | undefined): string | undefined {
  return dimension?.unit === undefined ? undefined : member?.entry?.fields[dimension.unit];
}

function marksOf(member: Member | undefined, dimension: DimensionLayout | undefined): readonly string[] {
  const marks = dimension?.marks === undefined ? '' : (member?.entry?.fields[dimension.marks] ?? '');
  return marks.split(' ').filter((mark) => mark !== '');
}

function decimalsOf(
  layout: GridLayout,
  member: Member | undefined,
  dimension: DimensionLayout | undefined,
): readonly number[] {
  if (typeof dimension?.decimals !== 'string') return layout.decimals ?? [];
  const printed = member?.entry?.fields[dimension.decimals] ?? '';
  return printed
    .split(' ')
    .filter((part) => part !== '')
    .map(Number);
}
