import type { Cell } from '../../../page/table.ts';
import type { Line } from '../../../page/token.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import { type BodyFault, missingFault, outerFaults, strayRows, unawaitedFault } from './body-faults.ts';
import { fits, isText, type Letter, lettersOf, matchText, shown } from './letters.ts';
import { type BodyRow, hasValues, ownKeyOf, type PrintedBody, type PrintedRow } from './pieces.ts';
import { missingSteps, nextStep, type PlannedRow, type Step, stepsOf } from './steps.ts';

/** The rows of a body, or what is wrong with it. */
export interface MatchedBody {
  readonly rows: readonly BodyRow[];
  readonly headings: readonly Letter[];
  /** Rows that are left out by a rule. */
  readonly ignored: readonly PrintedRow[];
  readonly faults: readonly BodyFault[];
}

interface PlacedLetter extends Letter {
  readonly at: PrintedRow;
}

/** Dots that lead from a label to its values: `North ........ 12`. One by itself among words is none. */
const LEADER = /^(?:[.·…_]{3,}|…|[.·_])$/u;

/** Matches the printed rows of a body with the declared ones, in their order; nothing printed may be left over. */
export function matchBody(plan: TablePlan, { rows }: PrintedBody, marks: readonly string[]): MatchedBody {
  const ownKey = ownKeyOf(plan, rows);
  if (ownKey === undefined)
    return {
      rows: [],
      headings: [],
      ignored: [],
      faults: [{ at: rows[0], expected: 'a column with the labels of the rows', found: 'none' }],
    };
  const columnKeys = new Set(rows.flatMap(({ keys }) => [...keys.keys()]));
  const steps = stepsOf(plan, ownKey, columnKeys);
  const areBlank = steps.some((step) => step.kind === 'row' && step.texts.includes(''));
  const letters = labelLetters(rows, ownKey, areBlank);
  const matched = new Map<PlannedRow, PrintedRow[]>();
  const headings: Letter[] = [];
  const ignored: PrintedRow[] = [];
  const reading = new Reading(plan, ownKey, steps, marks);
  let at = 0;
  while (at < letters.length) {
    const first = letters[at];
    if (first === undefined) break;
    const step = reading.step(letters, at, first.at);
    if ('fault' in step) return { rows: bodyRows(matched), headings, ignored, faults: [step.fault] };
    const own = letters.slice(at, step.to);
    if (step.isIgnored === true) ignored.push(first.at);
    else if (step.row === undefined) headings.push(...own);
    else {
      const under = new Set(own.flatMap((letter) => spanned(letter.at, rows, ownKey)));
      matched.set(step.row, [...(matched.get(step.row) ?? []), ...under]);
    }
    at = step.to;
  }
  const own = bodyRows(matched);
  const missing = missingSteps(steps, reading.next);
  const faults = missing.length > 0 ? [missingFault(missing, rows.at(-1))] : [];
  return {
    rows: own,
    headings,
    ignored,
    faults: [
      ...faults,
      ...strayRows(rows, own, ignored),
      ...outerFaults(plan, own, columnKeys, ownKey, marks),
    ],
  };
}

/** Walks the labels and the declared steps side by side. */
class Reading {
  next = 0;
  #heading: readonly string[] = [];
  readonly #plan: TablePlan;
  readonly #ownKey: string;
  readonly #steps: readonly Step[];
  readonly #marks: readonly string[];

  constructor(plan: TablePlan, ownKey: string, steps: readonly Step[], marks: readonly string[]) {
    this.#plan = plan;
    this.#ownKey = ownKey;
    this.#steps = steps;
    this.#marks = marks;
  }

  /** What stands at a place: a declared row, or a heading or a row that is left out. */
  step(
    letters: readonly PlacedLetter[],
    at: number,
    row: PrintedRow,
  ):
    | { readonly to: number; readonly row?: PlannedRow; readonly isIgnored?: boolean }
    | { readonly fault: BodyFault } {
    const match = (texts: readonly string[]): number =>
      Math.max(-1, ...texts.map((text) => this.#labelEnd(letters, at, text)));
    const next = nextStep(this.#steps, this.next, (step) =>
      step.kind === 'row' && !this.#isUnder(step.row, row) ? -1 : match(step.texts),
    );
    if ('to' in next) {
      const step = this.#steps[next.at];
      this.next = next.at + 1;
      if (step?.kind === 'row') return { to: next.to, row: step.row };
      this.#heading = step?.texts ?? [];
      return { to: next.to };
    }
    const ignored = this.#ignoredEnd(letters, at);
    if (ignored >= 0) return { to: ignored, isIgnored: true };
    if (row.isFirst) {
      const { continuedHeading } = this.#plan;
      const again = [
        ...this.#heading,
        ...this.#heading.map((text) => (continuedHeading ?? '{heading}').replaceAll('{heading}', text)),
      ];
      const to = match(again);
      if (to >= 0) return { to };
    }
    const end = letters.findIndex((letter, index) => index > at && letter.at !== row);
    const found = shown(letters.slice(at, end < 0 ? undefined : end));
    return { fault: unawaitedFault(row, found, next.awaited) };
  }

  /** Whether the outer labels that are printed in a row are those of a declared one. */
  #isUnder({ labels }: PlannedRow, { keys }: PrintedRow): boolean {
    return labels.every(({ key, texts }) => {
      const cell = keys.get(key);
      if (key === this.#ownKey || cell === undefined || cell.lines.length === 0 || texts.length === 0)
        return true;
      const letters = lettersOf(cell.lines);
      if (isText(letters, texts, this.#marks)) return true;
      // A part of a label that is printed over several rows tells nothing by itself.
      return !this.#plan.steps.some(
        (step) =>
          step.kind === 'row' &&
          step.labels.some((other) => other.key === key && isText(letters, other.texts, this.#marks)),
      );
    });
  }

  /**
   * Where a label ends that begins at a place, with its marks; -1 where it is none. What begins the text of another row is
   * no mark of it: below `South` stands `1) First estimate`.
   */
  #labelEnd(letters: readonly PlacedLetter[], at: number, text: string): number {
    const to = matchText(letters, at, text, this.#marks);
    const row = letters[to - 1]?.at;
    if (to < 0 || row === letters[at]?.at || row !== letters[to]?.at) return to;
    const begin = letters.findIndex((letter, index) => index > at && letter.at === row);
    const before = matchText(letters.slice(0, begin), at, text, this.#marks);
    return before === begin ? before : to;
  }

  #ignoredEnd(letters: readonly PlacedLetter[], at: number): number {
    const row = letters[at]?.at;
    let end = at;
    while (letters[end] !== undefined && letters[end]?.at === row) end += 1;
    const own = letters.slice(at, end);
    return this.#plan.ignored.some((pattern) => fits(own, pattern)) ? end : -1;
  }
}

/** The letters of the labels; where rows without one are declared, each of these has a letter that is none. */
function labelLetters(
  rows: readonly PrintedRow[],
  ownKey: string,
  areBlank: boolean,
): readonly PlacedLetter[] {
  const seen = new Set<Cell>();
  return rows.flatMap((at) => {
    const own = at.keys.get(ownKey);
    // A heading may stand in the column of another key, or over the columns of values; a total has the outer label alone.
    const cells =
      own !== undefined && own.lines.length > 0
        ? [own]
        : hasValues(at)
          ? [...at.keys.values()].filter(({ row, lines }) => row === at.row && lines.length > 0).slice(-1)
          : [...at.keys.values(), ...at.values.map(({ cell }) => cell)];
    const letters = cells.flatMap((cell) => {
      if (seen.has(cell)) return [];
      seen.add(cell);
      return labelLettersOf(cell.lines).map((letter) => ({ ...letter, at }));
    });
    const isBlank = areBlank && hasValues(at) && cells.every(({ lines }) => lines.length === 0);
    const [value] = isBlank ? at.values.flatMap(({ cell }) => lettersOf(cell.lines)) : [];
    return value === undefined ? letters : [{ ...value, folded: '', isMark: false, isBlank, at }];
  });
}

/**
 * The letters of a label without the dots that lead to its values. A dot at its end that others follow may be the first of
 * them, and need not be declared: `99-100. . .` is the label `99-100`.
 */
function labelLettersOf(lines: readonly Line[]): readonly Letter[] {
  const led = new Set(
    lines.flatMap(({ tokens }) =>
      tokens.filter(({ text }, at) => text.endsWith('.') && LEADER.test(tokens[at + 1]?.text ?? '')),
    ),
  );
  const letters = lettersOf(lines.map(withoutLeaders));
  return letters.map((letter, at) =>
    led.has(letter.token) && letters[at + 1]?.token !== letter.token ? { ...letter, isMark: true } : letter,
  );
}

/** A line without the dots that lead to what stands behind it. */
function withoutLeaders(line: Line): Line {
  const isLeader = line.tokens.map(({ text }) => LEADER.test(text));
  const end = isLeader.lastIndexOf(false);
  const isKept = (at: number): boolean =>
    isLeader[at] !== true ||
    (at < end &&
      isLeader[at - 1] !== true &&
      isLeader[at + 1] !== true &&
      line.tokens[at]?.text.length === 1);
  return { ...line, tokens: line.tokens.filter((_, at) => isKept(at)) };
}

/** The rows that a label stands in: those of its cell, where that spans several. */
function spanned(at: PrintedRow, rows: readonly PrintedRow[], ownKey: string): readonly PrintedRow[] {
  const cell = at.keys.get(ownKey);
  return cell === undefined || cell.rowSpan === 1
    ? [at]
    : rows.filter(({ table, keys }) => table === at.table && keys.get(ownKey) === cell);
}

function bodyRows(matched: ReadonlyMap<PlannedRow, readonly PrintedRow[]>): readonly BodyRow[] {
  return [...matched].map(([row, printed]) => ({ row, printed }));
}
