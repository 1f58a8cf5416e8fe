import type { Around } from '../../pipeline/template/notation.ts';
import type { BodyItem, Element, GridPlan, Plan, RowForm, Slot } from '../../pipeline/template/plan.ts';
import type { Content } from './contents.ts';

/** How values, and what stands around them, are written. */
export interface Writing {
  /** Writes the digits of a value, `-12162.5`. */
  readonly number: (value: string) => string;
  /** Puts a footnote mark behind a number, with the signs around it that its table has. */
  readonly mark: (number: string, mark: string, around: Around) => string;
  readonly note: (mark: string, text: string) => string;
  /** Whether optional words of sentences are printed. */
  readonly optional: boolean;
}

/** What annexes say: their slots, their sentences in printed order, the texts of their notes. */
export interface Said {
  readonly plan: Plan;
  readonly contentOf: (slot: Slot) => Content;
  readonly sentences: readonly string[];
  readonly noteText: (list: string, mark: string) => string;
}

/** A cell with a value, and over how many columns it is printed. */
interface PrintedCell {
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

/** All annexes as they are to be printed, in one way or another. */
export function printedAnnexes(said: Said, way: Writing): readonly Printed[] {
  const sentences = said.sentences.values();
  return said.plan.annexes.flatMap(({ stamp, elements }): Printed[] => [
    { kind: 'stamp', text: stamp },
    ...elements.flatMap((element) => printedElement(element, sentences, said, way)),
  ]);
}

function printedElement(
  element: Element,
  sentences: Iterator<string>,
  said: Said,
  way: Writing,
): readonly Printed[] {
  switch (element.kind) {
    case 'sentence':
      return [{ kind: 'prose', text: String(sentences.next().value) }];
    case 'notes':
      return element.notes.map(({ mark }) => ({
        kind: 'note',
        text: way.note(mark, said.noteText(element.table, mark)),
      }));
    case 'grid':
      return [printedGrid(element, said, way)];
  }
}

function printedGrid(
  { title, header, columnHeaders, body }: GridPlan,
  said: Said,
  way: Writing,
): PrintedTable {
  return {
    kind: 'table',
    title,
    header,
    columns: columnHeaders,
    body: body.map((item) => printedItem(item, said, way)),
  };
}

function printedItem(item: BodyItem, said: Said, way: Writing): PrintedItem {
  if (item.kind === 'heading') return { kind: 'heading', text: item.text };
  return { kind: 'row', label: item.label, marks: item.match.marks, cells: cellsOf(item, said, way) };
}

/** The texts of a row's cells; a text that spans several columns is printed once. */
function cellsOf(
  { slots, form }: Extract<BodyItem, { kind: 'row' }>,
  { contentOf }: Said,
  way: Writing,
): readonly PrintedCell[] {
  const cells: PrintedCell[] = [];
  for (let column = 0; column < slots.length; ) {
    const slot = slots[column];
    if (slot === undefined) break;
    const content = contentOf(slot);
    const columns = content.kind === 'symbol' ? content.columns : 1;
    cells.push({ text: textOf(content, form, way), columns });
    column += columns;
  }
  return cells;
}

const BRACKET: Around = { before: '', behind: ')' };

function textOf(content: Content, { phrases, notation }: RowForm, way: Writing): string {
  if (content.kind === 'symbol') return content.printed;
  const [before, behind] = content.affixes;
  const [around = BRACKET] = notation.marks;
  const number = content.marks.reduce(
    (text, mark) => way.mark(text, mark, around),
    `${before}${way.number(content.value)}${behind}`,
  );
  const phrase = content.isInSentence ? phrases.find(({ after }) => after !== undefined) : undefined;
  return phrase === undefined ? number : phrase.text.replace('{value}', () => number);
}
