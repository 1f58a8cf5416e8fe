import '../needs-report.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import type { AnnexPlan, Element } from '../../pipeline/template/plan.ts';
import { beginOf, sourceOf } from '../project.ts';

/**
 * Neighbouring elements of the annexes, as all that a document declares and prints, on the lines where they stand in the
 * whole. The engine reads element after element, and each table by itself: what is said of a fault in one of them is said
 * in its part of the report, without reading the other fifty elements for it.
 */
export interface Part {
  readonly text: string;
  readonly annexes: readonly AnnexPlan[];
}

/** An element of the annexes, the annex it is in, and the line that it begins on, counted from 0. */
interface Placed {
  readonly annex: AnnexPlan;
  readonly element: Element;
  readonly line: number;
}

/** The annexes of a report, to take parts of. */
export interface Annexes {
  readonly lines: readonly string[];
  readonly elements: readonly Placed[];
  /** The line of the stamp of each annex. */
  readonly stamps: ReadonlyMap<AnnexPlan, number>;
}

/** The annexes of a text, each element where the engine finds it. */
export function annexesOf(text: string, { plan, ...document }: DocumentDescription): Annexes {
  const begins: number[] = [];
  normalise(sourceOf(text), { ...document, plan }, ({ line, table }) => {
    if (table !== undefined) begins.push((line ?? 1) - 1);
  });
  const elements = plan.annexes.flatMap((annex) => annex.elements.map((element) => ({ annex, element })));
  const lineOf = (annex: AnnexPlan): number =>
    text.slice(0, beginOf(text, annex.stamp)).split('\n').length - 1;
  return {
    lines: text.split('\n'),
    elements: elements.map((each, at) => ({ ...each, line: begins[at] ?? 0 })),
    stamps: new Map(plan.annexes.map((annex) => [annex, lineOf(annex)])),
  };
}

/** The part that an edit of the text can concern: the elements that it touches, and those that stand beside them. */
export function partOfEdit(annexes: Annexes, edited: string): Part {
  const { lines, elements } = annexes;
  const editedLines = edited.split('\n');
  const from = alike(lines, editedLines);
  const behind = Math.min(alike(lines.toReversed(), editedLines.toReversed()), lines.length - from);
  // What stands behind a cut is not there.
  const isCut = from + 1 >= editedLines.length;
  const to = isCut ? from + 1 : lines.length - behind;
  const isTouched = elements.map(
    ({ line }, at) => line <= to && (elements[at + 1]?.line ?? lines.length) >= from,
  );
  const part = { from: isTouched.indexOf(true), to: isTouched.lastIndexOf(true) + 2 };
  return partOf(annexes, part, editedLines, isCut ? 0 : behind);
}

/** The part that a file of the declarations can concern: the elements that it declares, and the next one. */
export function partOfFile(annexes: Annexes, file: string): Part | undefined {
  const isDeclared = annexes.elements.map(({ element }) => element.file === file);
  const from = isDeclared.indexOf(true);
  if (from < 0) return undefined;
  const next = annexes.elements[isDeclared.lastIndexOf(true) + 1]?.element.file;
  const to = annexes.elements.findLastIndex(({ element }) => element.file === (next ?? file)) + 1;
  return partOf(annexes, { from, to }, annexes.lines);
}

/**
 * Some elements: what stands elsewhere becomes white space. `lines` are those of the text, edited within the part;
 * the last `behind` of them are those of the whole.
 */
function partOf(
  annexes: Annexes,
  { from, to }: { readonly from: number; readonly to: number },
  lines: readonly string[],
  behind = lines.length,
): Part {
  const { elements, stamps } = annexes;
  const within = elements.slice(from, to);
  const stampBefore = (each: Placed | undefined): number => (each && stamps.get(each.annex)) ?? 0;
  const firstOfAnnex = elements.findIndex(({ annex }) => annex === elements[from]?.annex);
  const stamp = { from: stampBefore(elements[from]), to: elements[firstOfAnnex]?.line ?? 0 };
  const next = elements[to];
  const isOfNewAnnex = next?.annex !== elements[to - 1]?.annex;
  const end = next === undefined ? annexes.lines.length : isOfNewAnnex ? stampBefore(next) : next.line;
  const after = Math.min(behind, annexes.lines.length - end);
  const body = { from: elements[from]?.line ?? 0, to: lines.length - after };
  const isIn = (line: number): boolean =>
    [stamp, body].some((stretch) => stretch.from <= line && line < stretch.to);
  const annexesWithin = [...new Set(within.map(({ annex }) => annex))];
  return {
    text: lines.map((line, at) => (isIn(at) ? line : line.replace(/[^\f]+/g, ''))).join('\n'),
    annexes: annexesWithin.map((annex) => ({
      ...annex,
      elements: within.filter((each) => each.annex === annex).map(({ element }) => element),
    })),
  };
}

/** How many lines are alike from the first on. */
function alike(some: readonly string[], others: readonly string[]): number {
  const at = some.findIndex((line, index) => line !== others[index]);
  return at < 0 ? some.length : at;
}
