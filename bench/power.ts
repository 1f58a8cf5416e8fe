import { $ } from 'zx';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { layerOf } from '../pipeline/extract/source-layer.ts';
import { readTextFile } from '../pipeline/extract/text-file.ts';
import { evaluateAll } from '../pipeline/identities/check.ts';
import type { Instance } from '../pipeline/identities/instance.ts';
import { evaluate, type SlotValue } from '../pipeline/identities/verdict.ts';
import { readAnnexes } from '../pipeline/normalise/annexes.ts';
import { arithmeticOf } from '../pipeline/normalise/contents.ts';
import { decide } from '../pipeline/normalise/deciding.ts';
import type { Step } from '../pipeline/normalise/element-step.ts';
import { begins, readElement } from '../pipeline/normalise/elements.ts';
import type { ReadRow } from '../pipeline/normalise/grid.ts';
import { takeInk } from '../pipeline/normalise/ink.ts';
import { readingsOf } from '../pipeline/normalise/lattice.ts';
import { normalise } from '../pipeline/normalise/normalise.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import type { Element } from '../pipeline/template/plan.ts';
import { slotValues } from '../pipeline/validate/evidence.ts';
import { warningsOf } from '../pipeline/validate/plausibility.ts';
import { brokenNumbers, brokenRow, changedDigits, type Mutation, type Piece } from './mutations.ts';

/** What became of a change: the build stops, an identity is newly broken, a value is doubted, or nothing. */
type Fate = 'stopped' | 'broken' | 'warned' | 'slipped';
type Counts = Record<Fate, number>;

const PROCESSES = 2;

const document = openDocument(undefined);
const source = openSource(undefined, document);
const read = readTextFile(source.bytes, source.file);
const layer = layerOf(read);
const ink = takeInk(layer);

const { plan, language, notation, instances } = document;

/** Each element of the annexes: where it begins, what was read of it, and what begins behind it. */
interface Known {
  readonly at: number;
  readonly element: Element;
  readonly step: Step;
}

const known: Known[] = [];
readAnnexes(layer, ink, document, (context, at, element, follows) => {
  const step = readElement(context, at, element, follows);
  known.push({ at, element, step });
  return step;
});

const truth = normalise(read, document);
const trueValues = slotValues(truth, plan);
const brokenAtFirst = new Set(
  evaluateAll(instances, trueValues).flatMap(({ instance, outcome }) =>
    outcome.verdict === 'broken' ? [instance] : [],
  ),
);
const warnedAtFirst = new Set(warningsOf(document, trueValues).map(({ id }) => id));
const reaching = new Map<number, Instance[]>();
for (const instance of instances) {
  for (const slot of instance.slots) reaching.set(slot, [...(reaching.get(slot) ?? []), instance]);
}

/** What the pipeline makes of a changed source: only the element that is changed is read again. */
function fateOf({ number, ink: changed }: Mutation): Fate {
  const here = known[number];
  if (here === undefined) return 'stopped';
  const next = known[number + 1];
  const shift = changed.folded.length - ink.folded.length;
  const end = here.step.to + shift;
  const follows = (index: number): boolean =>
    next !== undefined && next.at === here.step.to ? begins(changed, index, next.element) : index === end;
  try {
    const step = readElement({ layer, ink: changed, language, notation }, here.at, here.element, follows);
    if ((step.findings ?? []).length > 0 || step.to !== end) return 'stopped';
    const values = [...trueValues];
    for (const { slot, cell } of step.values ?? []) values[slot.index] = arithmeticOf(cell.content, slot);
    const rows = (step.rows ?? []).filter((row, index) => !sameSplits(row, here.step.rows?.[index]));
    for (const { item } of rows) for (const slot of item.slots) values[slot.index] = undefined;
    return judged(decide(layer, changed, rows, values, document).values);
  } catch (error) {
    if (error instanceof SourceFault) return 'stopped';
    throw error;
  }
}

function judged(values: readonly (SlotValue | undefined)[]): Fate {
  const differing = values.flatMap((value, slot) => (sameValue(value, trueValues[slot]) ? [] : [slot]));
  for (const instance of new Set(differing.flatMap((slot) => reaching.get(slot) ?? []))) {
    if (!brokenAtFirst.has(instance) && evaluate(instance, values)?.verdict === 'broken') return 'broken';
  }
  if (differing.length === 0) return 'slipped';
  return warningsOf(document, values).some(({ id }) => !warnedAtFirst.has(id)) ? 'warned' : 'slipped';
}

function sameSplits(a: ReadRow, b: ReadRow | undefined): boolean {
  if (a.lattice.count !== 1 || b?.lattice.count !== 1) return false;
  const texts = [a, b].map(({ lattice }) =>
    JSON.stringify((readingsOf(lattice, 1)[0] ?? []).map(({ content, columns }) => [content, columns])),
  );
  return texts[0] === texts[1];
}

function sameValue(a: (typeof trueValues)[number], b: (typeof trueValues)[number]): boolean {
  return (
    a?.kind === b?.kind &&
    (a?.kind !== 'number' || (b?.kind === 'number' && a.value === b.value && a.decimals === b.decimals))
  );
}

function* mutations(): Generator<Mutation> {
  const cellsOf = trueCells();
  for (const [number, { at, element, step }] of known.entries()) {
    const stretch = { table: element.table, number, from: at, to: step.to };
    yield* changedDigits(ink, stretch);
    yield* brokenNumbers(ink, stretch);
    for (const { item, label } of step.rows ?? []) {
      const cells = cellsOf.get(item.slots[0]?.index ?? -1) ?? [];
      yield* brokenRow(ink, { ...stretch, from: label.from, to: cells.at(-1)?.end ?? label.to, cells });
    }
  }
}

/** The cells of each row in ink, as they are truly read, by the row's first slot. */
function trueCells(): ReadonlyMap<number, readonly Piece[]> {
  const inkAt = new Map([...ink.offsets].map((offset, index) => [offset, index]));
  const rowOf = new Map<number, number>();
  for (const { step } of known) {
    for (const { item } of step.rows ?? [])
      for (const { index } of item.slots) rowOf.set(index, item.slots[0]?.index ?? -1);
  }
  const cells = new Map<number, Piece[]>();
  for (const { values, start, end } of truth.cells) {
    const row = rowOf.get(values[0]?.slot ?? -1);
    if (row === undefined) continue;
    cells.set(row, [
      ...(cells.get(row) ?? []),
      { start: inkAt.get(start) ?? 0, end: (inkAt.get(end - 1) ?? 0) + 1 },
    ]);
  }
  return cells;
}

function countAll(part: number): Record<string, Counts> {
  const counts: Record<string, Counts> = {};
  let number = 0;
  for (const mutation of mutations()) {
    number += 1;
    if (number % PROCESSES !== part) continue;
    const key = `${mutation.kind}\t${mutation.table}`;
    counts[key] ??= { stopped: 0, broken: 0, warned: 0, slipped: 0 };
    counts[key][fateOf(mutation)] += 1;
  }
  return counts;
}

function table(title: string, counts: ReadonlyMap<string, Counts>): string {
  const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;
  const rows = [...counts].map(([name, { stopped, broken, warned, slipped }]) => {
    const all = stopped + broken + warned + slipped;
    return `| ${name} | ${all} | ${percent(stopped, all)} | ${percent(broken, all)} | ${percent(warned, all)} | ${percent(slipped, all)} |`;
  });
  return [
    `| ${title} | changes | build stops | identity broken | warning only | slips through |`,
    '|---|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n');
}

const part = process.argv[2];
if (part !== undefined) console.log(JSON.stringify(countAll(Number(part))));
else {
  const parts = await Promise.all(
    Array.from({ length: PROCESSES }, (_, index) =>
      $({ quiet: true })`${process.execPath} --import tsx bench/power.ts ${index}`.json<
        Record<string, Counts>
      >(),
    ),
  );
  const byTable = new Map<string, Counts>();
  const byKind = new Map<string, Counts>();
  for (const [key, counts] of parts.flatMap((each) => Object.entries(each))) {
    const [kind = '', name = ''] = key.split('\t');
    for (const [map, entry] of [
      [byTable, kind === 'digit' ? name : undefined],
      [byKind, kind],
      [byTable, kind === 'digit' ? 'all tables' : undefined],
    ] as const) {
      if (entry === undefined) continue;
      const sum = map.get(entry) ?? { stopped: 0, broken: 0, warned: 0, slipped: 0 };
      for (const fate of ['stopped', 'broken', 'warned', 'slipped'] as const) sum[fate] += counts[fate];
      map.set(entry, sum);
    }
  }
  const all = byTable.get('all tables');
  byTable.delete('all tables');
  if (all !== undefined) byTable.set('all tables', all);
  console.log(
    `Every printed digit to every other digit, by table:\n\n${table('table', byTable)}\n\nBy kind of change:\n\n${table('kind', byKind)}`,
  );
}
