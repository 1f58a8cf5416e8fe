import type { BodyItem, Element, GridPlan } from '../../pipeline/template/plan.ts';
import { document } from '../project.ts';
import { printedAt } from './printed-values.ts';
import { sentenceTexts } from './sentence-texts.ts';

/** A way to print the annexes: how a number is written, how a row, a header and a page are laid out. */
export interface Typesetting {
  /** Writes a transcribed value, `-12162.5`. */
  readonly number: (value: string) => string;
  /** Puts a footnote mark behind a number. */
  readonly mark: (number: string, mark: string) => string;
  /** What stands between a label and its footnote mark. */
  readonly labelMark: string;
  readonly row: (label: string, cells: readonly string[]) => readonly string[];
  readonly header: (title: string, texts: readonly string[], columns: readonly string[]) => readonly string[];
  readonly prose: (text: string) => readonly string[];
  readonly note: (mark: string, text: string) => string;
  /** Whether optional words of sentences are printed. */
  readonly optional: boolean;
  /** Prints everything as pages. */
  readonly pages: (blocks: readonly Block[]) => string;
}

/** What is printed without a page break in it: a header, or a row with the header of its table. */
export interface Block {
  readonly lines: readonly string[];
  /** The header that a new page may repeat above this row. */
  readonly header: readonly string[];
}

/** Prints all annexes from the transcribed values, in another way than the source prints them. */
export function typeset(way: Typesetting): string {
  const sentences = sentenceTexts({ optional: way.optional, number: way.number }).values();
  const blocks = document.plan.annexes.flatMap(({ stamp, elements }) => [
    { lines: way.prose(stamp), header: [] },
    ...elements.flatMap((element) => elementBlocks(element, sentences, way)),
  ]);
  return way.pages(blocks);
}

function elementBlocks(element: Element, sentences: Iterator<string>, way: Typesetting): readonly Block[] {
  switch (element.kind) {
    case 'sentence':
      return [{ lines: way.prose(String(sentences.next().value)), header: [] }];
    case 'notes':
      return noteTexts(element.table, way).map((text) => ({ lines: way.prose(text), header: [] }));
    case 'grid':
      return gridBlocks(element, way);
  }
}

function gridBlocks({ title, header, columnHeaders, body }: GridPlan, way: Typesetting): readonly Block[] {
  const lines = way.header(title, header, columnHeaders);
  return [{ lines, header: [] }, ...body.map((item) => ({ lines: itemLines(item, way), header: lines }))];
}

function itemLines(item: BodyItem, way: Typesetting): readonly string[] {
  if (item.kind === 'heading') return way.prose(item.text);
  const label = [item.label, ...item.match.marks.map((mark) => `${mark})`)].join(way.labelMark);
  return way.row(label, cellsOf(item, way));
}

function noteTexts(list: string, way: Typesetting): readonly string[] {
  const entries = document.codelists.get(list)?.entries ?? [];
  return entries.map(({ code, fields }) => way.note(code, fields.text_kk ?? ''));
}

/** The texts of a row's cells; a text that spans several columns is printed once. */
function cellsOf({ slots, name }: Extract<BodyItem, { kind: 'row' }>, way: Typesetting): readonly string[] {
  const values = slots.map(printedAt);
  return values.flatMap(({ value, status, marks }, column) => {
    if (status === 'X') return values[column - 1]?.status === 'X' ? [] : ['норма 2012 жылы енгізілді'];
    if (status === 'Z') return ['-'];
    if (status === 'O') return ['…'];
    if (name === 'minimum_wage' && column === 0) return [`1 қаңтардан бастап – ${way.number(value)} теңге`];
    return [marks.reduce(way.mark, way.number(value))];
  });
}
