import type { NormalisedDocument } from '../../normalise/document.ts';
import type { RunningText } from '../../normalise/prose/running-text.ts';
import type { Element, GridPlan, Plan } from '../../template/plan.ts';

type Section = RunningText['sections'][number];
type Paragraph = RunningText['paragraphs'][number];

/** What the readable report is made of. */
interface ReportSource {
  readonly title: string;
  readonly text: RunningText;
  readonly normalised: NormalisedDocument;
  readonly plan: Plan;
  /** The text of each footnote by its mark. */
  readonly notes: ReadonlyMap<string, string>;
}

const DEEPEST_HEADING = 6;

/**
 * The whole report as Markdown: the text with displaced words back in place, under its headings, with its
 * lists; then the annexes, their tables with the characters that are printed.
 */
export function reportMarkdown({ title, text, normalised, plan, notes }: ReportSource): string {
  const annexes = new Map(plan.annexes.map((annex, index) => [index, annex]));
  const printed = printedTexts(normalised);
  const sentences = [...normalised.sentences];
  let annex = 0;
  const sections = [...text.sections].sort((a, b) => a.position - b.position);
  const parts = sections.flatMap((section): readonly string[] => {
    const under = text.paragraphs.filter((paragraph) => paragraph.section === section.id);
    if (section.kind !== 'annex') return [heading(section), ...under.map(paragraphMarkdown)];
    const elements = annexes.get(annex)?.elements ?? [];
    annex += 1;
    return [
      heading(section),
      ...elements.map((element) => elementMarkdown(element, printed, sentences, notes)),
    ];
  });
  return `${[`# ${escaped(title)}`, ...text.decree.map(escaped), ...parts].join('\n\n')}\n`;
}

function heading({ level, text }: Pick<Section, 'level' | 'text'>): string {
  return `${'#'.repeat(Math.min(level + 1, DEEPEST_HEADING))} ${escaped(text)}`;
}

/** Block after block: running text, and list items as a list. */
function paragraphMarkdown({ number, text, blocks }: Paragraph): string {
  const lines = blocks.map(({ kind, marker, from, to }, index) => {
    const own = escaped(oneLine(text.slice(from, to)));
    const lead = index === 0 ? `**${number}.** ` : '';
    if (kind === 'text') return `${lead}${own}`;
    return `${lead}- ${marker === null || marker === '-' ? '' : `${escaped(marker)} `}${own}`;
  });
  return lines.reduce((all, line, index) => {
    const isList = blocks[index]?.kind === 'item' && blocks[index - 1]?.kind === 'item';
    return `${all}${isList ? '\n' : '\n\n'}${line}`;
  });
}

function elementMarkdown(
  element: Element,
  printed: ReadonlyMap<number, string>,
  sentences: string[],
  notes: ReadonlyMap<string, string>,
): string {
  if (element.kind === 'grid') return gridMarkdown(element, printed);
  if (element.kind === 'sentence') return escaped(oneLine(sentences.shift() ?? ''));
  return element.notes.map(({ mark }) => `${mark}) ${escaped(notes.get(mark) ?? '')}`).join('\n\n');
}

function gridMarkdown(
  { title, columnHeaders, body }: GridPlan,
  printed: ReadonlyMap<number, string>,
): string {
  const width = Math.max(...body.map((item) => (item.kind === 'row' ? item.slots.length : 1)));
  const cells = (texts: readonly string[]): string =>
    `| ${texts.map((each) => escaped(oneLine(each))).join(' | ')} |`;
  const blank = Array.from({ length: width }, () => '');
  const rows = body.map((item) => {
    if (item.kind === 'heading') return `| **${escaped(oneLine(item.text))}** |${' |'.repeat(width)}`;
    return cells([item.label, ...item.slots.map(({ index }) => printed.get(index) ?? '')]);
  });
  const header = cells(['', ...(columnHeaders.length === width ? columnHeaders : blank)]);
  return [
    `**${escaped(oneLine(title))}**`,
    [header, `|---|${'---:|'.repeat(width)}`, ...rows].join('\n'),
  ].join('\n\n');
}

/**
 * What is printed in each slot, made readable: a number in groups of three with its marks raised, whatever the
 * page did to it; a cell over several columns stands in the first of them.
 */
function printedTexts({ cells }: NormalisedDocument): ReadonlyMap<number, string> {
  return new Map(
    cells.flatMap(({ values, raw, reading }) =>
      values.slice(0, 1).map(({ slot, content }): [number, string] => {
        if (content.kind !== 'number' || reading === 'sentence') return [slot, raw];
        return [slot, `${grouped(content.value)}${content.marks.map(raised).join('')}`];
      }),
    ),
  );
}

function grouped(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const groups = whole.replace(/(\d)(?=(\d{3})+$)/g, '$1\u00a0');
  return fraction === undefined ? groups : `${groups},${fraction}`;
}

function raised(mark: string): string {
  return `${[...mark].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('')}⁾`;
}

/** A text with its white space as single spaces, because a line end would end a heading or a table's row. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text without characters that Markdown would read as markup. */
export function escaped(text: string): string {
  return text
    .replace(/[\\*_|<>`[\]]/g, '\\$&')
    .replace(/^([^\S\n\r\u2028\u2029]*)([#+-]|\d+\.)(?=\s)/gm, '$1\\$2');
}

/** A table of texts that are Markdown already. */
export function tableMarkdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
