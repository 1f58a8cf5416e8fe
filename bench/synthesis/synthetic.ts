import { markupOf } from '../../pipeline/command-line/folders.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import type { Around } from '../../pipeline/template/notation.ts';
import type { Slot } from '../../pipeline/template/plan.ts';
import { htmlPage } from './as-html.ts';
import { pdfPages } from './as-pdf.ts';
import { columnText } from './as-text.ts';
import { type Choices, choicesOf } from './choices.ts';
import { type Content, type Contents, withOtherValues } from './contents.ts';
import { type Declaration, inNotation } from './declared-anew.ts';
import { annexBlocks, type Block, tableBlock } from './matrix.ts';
import { decimalIn, numbersIn } from './numbers.ts';
import { inOtherSymbols, otherNotation } from './other-notation.ts';
import { type Printed, printedAnnexes } from './printed-annexes.ts';
import { runningBlocks, runningLines } from './running-text.ts';
import { sentenceTexts } from './sentences.ts';
import { typeset } from './typesetting.ts';
import { aligned, labelled, paged, plain } from './typesettings.ts';

/** What a synthetic document is printed as. */
export const KINDS = ['text', 'pdf', 'html'] as const;
export type Kind = (typeof KINDS)[number];

/** A synthetic document: its file, and what it says, slot by slot. */
export interface Synthetic {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contents: Contents;
  /** How it is set, for who looks at it. */
  readonly setting: Readonly<Record<string, unknown>>;
}

/**
 * Prints a document that is known to say something with other values in its declared tables, for which its identities
 * hold as before, in another typesetting: the same seed gives the same bytes. The running text says what it said, in
 * other lines.
 *
 *     const { name, bytes, contents } = printedAnew(document, await contentsOf(source, document), 'pdf', 7);
 */
export function printedAnew(
  document: DocumentDescription,
  known: Contents,
  kind: Kind,
  seed: number,
): Synthetic {
  const choices = choicesOf(seed);
  const contents = withOtherValues(known, document, new Set(), choices);
  const printed = [...known.slots.values()].map((content) =>
    content.kind === 'number' ? content.printed : '',
  );
  const decimal = decimalIn(document.notation, printed);
  const isGrouped = choices.chance(0.5);
  const number = numbersIn(document.notation, decimal, isGrouped);
  const { text, setting } =
    document.plan.tables.length > 0
      ? tables(document, contents, kind, number, choices)
      : annexes(document, contents, kind, number, choices);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const name = { text: 'report.txt', pdf: 'report.pdf', html: 'report.html' }[kind];
  return { name, bytes, contents, setting: { kind, seed, isGrouped, ...setting } };
}

/** Which notation a document is printed in: its own, another one, or that which the seed draws of the two. */
export const NOTATIONS = ['any', 'same', 'other'] as const;

/** A document with what it says, in some notation, and the files that declare it. */
export interface InNotation {
  readonly document: DocumentDescription;
  readonly known: Contents;
  readonly files: Declaration;
}

/**
 * A document in the notation that a seed draws, and what declares it there; `read` reads a declaration. Its own notation
 * in half of all seeds, unless `which` says which.
 */
export function inNotationOf(
  seed: number,
  { document, known, files }: InNotation,
  read: (files: Declaration) => DocumentDescription,
  which: (typeof NOTATIONS)[number] = 'any',
): InNotation {
  // Choices of its own, so that the values and the typesetting of a seed are those of any notation.
  const choices = choicesOf(~seed);
  if ((!choices.chance(0.5) && which === 'any') || which === 'same') return { document, known, files };
  const other = otherNotation(document, choices);
  const declared = inNotation(files, other);
  return { document: read(declared), known: inOtherSymbols(known, other), files: declared };
}

interface Set_ {
  readonly text: string | Uint8Array;
  readonly setting: Readonly<Record<string, unknown>>;
}

type NumberText = (value: string) => string;

function tables(
  document: DocumentDescription,
  { slots }: Contents,
  kind: Kind,
  number: NumberText,
  choices: Choices,
): Set_ {
  const contentOf = ({ index }: Slot): Content | undefined => slots.get(index);
  // A table without a title is parted from the one before by a line that the document leaves out.
  const blocks = document.plan.tables.flatMap((plan, index): readonly Block[] => {
    const line = document.plan.ignored[index]?.replaceAll('*', '').trim();
    const table = tableBlock(plan, contentOf, { number });
    return plan.title.length === 0 && line ? [{ kind: 'text', text: line }, table] : [table];
  });
  return printedBlocks(blocks, kind, document, choices, true);
}

function annexes(
  document: DocumentDescription,
  { slots, text: running }: Contents,
  kind: Kind,
  number: NumberText,
  choices: Choices,
): Set_ {
  const { plan, codelists, language } = document;
  const way = {
    number,
    mark: (text: string, mark: string, { before, behind }: Around) => `${text}${before}${mark}${behind}`,
    note: (mark: string, text: string) => `${mark}) ${text}`,
    optional: choices.chance(0.5),
  };
  const contentOf = (slot: Slot): Content => {
    const content = slots.get(slot.index);
    if (content === undefined) throw new Error(`${slot.cellId}: expected a value, found none`);
    return content;
  };
  const annexes: readonly Printed[] = printedAnnexes(
    {
      plan,
      contentOf,
      sentences: sentenceTexts(plan, language.months, contentOf, way),
      noteText: (list, mark) => {
        const entry = codelists.get(list)?.entries.find(({ code }) => code === mark);
        return entry?.fields[`text_${document.head.language ?? 'en'}`] ?? entry?.fields.text_kk ?? '';
      },
    },
    way,
  );
  if (kind !== 'text') {
    const before = running === undefined ? [] : runningBlocks(running);
    return printedBlocks([...before, ...annexBlocks(annexes)], kind, document, choices, false);
  }
  const first = (): number => 0;
  const width = 20 + choices.below(40);
  const rows = {
    'in a line': plain.row,
    'behind its label': labelled(width, (lines) => lines - 1),
    'beside the first line': labelled(width, first),
    'in columns': aligned(first),
    'a cell a line': (label: string, cells: readonly string[]) => [label, ...cells],
  };
  const row = choices.one<keyof typeof rows>([
    'in a line',
    'behind its label',
    'beside the first line',
    'in columns',
    'a cell a line',
  ]);
  const blocksOfPage = choices.one([undefined, 5, 9, 30]);
  const pages = blocksOfPage === undefined ? plain.pages : paged(blocksOfPage, () => '', false);
  const set = typeset(annexes, { ...plain, ...way, row: rows[row], pages });
  const setting = { row, width, blocksOfPage, optional: way.optional };
  if (running === undefined) return { text: set, setting };
  const lines = { width: 50 + choices.below(60), isParted: choices.chance(0.5) };
  return { text: runningLines(running, lines) + set, setting: { ...setting, lines } };
}

function printedBlocks(
  blocks: readonly Block[],
  kind: Kind,
  document: DocumentDescription,
  choices: Choices,
  mayGoOn: boolean,
): Set_ {
  switch (kind) {
    case 'html':
      return { text: htmlPage(blocks, markupOf(document).part), setting: {} };
    case 'text': {
      const setting = { gap: 3 + choices.below(5), isLevelAtEnds: choices.chance(0.7) };
      return { text: columnText(blocks, setting), setting };
    }
    case 'pdf': {
      const setting = {
        isRuled: choices.chance(0.6),
        labelWidth: 14 + choices.below(40),
        padding: 5 + choices.below(8),
        isLevelAtEnds: choices.chance(0.7),
        ...(mayGoOn && choices.chance(0.3) && { rowsOfPage: 12 + choices.below(20) }),
      };
      return { text: pdfPages(blocks, setting), setting };
    }
  }
}
