import type { BodyItem, Element, GridPlan } from '../../pipeline/template/plan.ts';
import { document } from '../project.ts';
import { printedAt } from './printed-values.ts';
import { sentenceTexts } from './sentence-texts.ts';

/** How values, and what stands around them, are written. */
export interface Writing {
  /** Writes a transcribed value, `-12162.5`. */
  readonly number: (value: string) => string;
  /** Puts a footnote mark behind a number. */
  readonly mark: (number: string, mark: string) => string;
  readonly note: (mark: string, text: string) => string;
  /** Whether optional words of sentences are printed. */
  readonly optional: boolean;
}

/** A cell with a value, and over how many columns it is printed. */
export interface PrintedCell {
  readonly text: string;
  readonly columns: number;
}

export type PrintedItem =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'row';
      readonly label: string;
      /** Footnote marks of the label. */
      readonly marks: readonly string[];
      readonly cells: readonly PrintedCell[];
    };

export interface PrintedTable {
  readonly kind: 'table';
  readonly title: string;
  /** Header cells that head no values, then those of the columns. */
  readonly header: readonly string[];
  readonly columns: readonly string[];
  readonly body: readonly PrintedItem[];
}

/** What is printed in the annexes, one after the other. */
export type Printed = { readonly kind: 'stamp' | 'prose' | 'note'; readonly text: string } | PrintedTable;

/** All annexes with the transcribed values, to be printed in one way or another. */
export function printedAnnexes(way: Writing): readonly Printed[] {
  const sentences = sentenceTexts({ optional: way.optional, number: way.number }).values();
  return document.plan.annexes.flatMap(({ stamp, elements }): Printed[] => [
    { kind: 'stamp', text: stamp },
    ...elements.flatMap((element) => printedElement(element, sentences, way)),
  ]);
}

function printedElement(element: Element, sentences: Iterator<string>, way: Writing): readonly Printed[] {
  switch (element.kind) {
    case 'sentence':
      return [{ kind: 'prose', text: String(sentences.next().value) }];
    case 'notes':
      return noteTexts(element.table, way).map((text) => ({ kind: 'note', text }));
    case 'grid':
      return [printedGrid(element, way)];
  }
}

function printedGrid({ title, header, columnHeaders, body }: GridPlan, way: Writing): PrintedTable {
  return {
    kind: 'table',
    title,
    header,
    columns: columnHeaders,
    body: body.map((item) => printedItem(item, way)),
  };
}

function printedItem(item: BodyItem, way: Writing): PrintedItem {
  if (item.kind === 'heading') return { kind: 'heading', text: item.text };
  return { kind: 'row', label: item.label, marks: item.match.marks, cells: cellsOf(item, way) };
}

function noteTexts(list: string, way: Writing): readonly string[] {
  const entries = document.codelists.get(list)?.entries ?? [];
  return entries.map(({ code, fields }) => way.note(code, fields.text_kk ?? ''));
}

/** The texts of a row's cells; a text that spans several columns is printed once. */
function cellsOf({ slots, name }: Extract<BodyItem, { kind: 'row' }>, way: Writing): readonly PrintedCell[] {
  const cells: PrintedCell[] = [];
  let wasSpan = false;
  for (const [column, { value, status, marks }] of slots.map(printedAt).entries()) {
    const last = cells.at(-1);
    if (status === 'X' && wasSpan && last !== undefined) {
      cells[cells.length - 1] = { ...last, columns: last.columns + 1 };
      continue;
    }
    wasSpan = status === 'X';
    const isWage = name === 'minimum_wage' && column === 0;
    const text =
      status === 'X'
        ? 'норма 2012 жылы енгізілді'
        : status === 'Z' || status === 'M'
          ? '-'
          : status === 'O'
            ? '…'
            : isWage
              ? `1 қаңтардан бастап – ${way.number(value)} теңге`
              : marks.reduce(way.mark, way.number(value));
    cells.push({ text, columns: 1 });
  }
  return cells;
}
