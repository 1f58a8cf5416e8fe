import { $ } from 'zx';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { readTextFile } from '../pipeline/extract/text-file.ts';
import { SourceFault } from '../pipeline/finding.ts';
import { evaluate } from '../pipeline/identities/verdict.ts';
import { type ElementReader, readElement, type Step } from '../pipeline/normalise/annexes.ts';
import { takeInk } from '../pipeline/normalise/ink.ts';
import { normaliseInk } from '../pipeline/normalise/normalise.ts';
import { evaluateAll, slotValues } from '../pipeline/validate/evidence.ts';
import { warningsOf } from '../pipeline/validate/plausibility.ts';
import { brokenNumbers, brokenRow, changedDigits, type InkRow, type Mutation } from './mutations.ts';

/** What became of a change: the build stops, an identity is newly broken, a value is doubted, or nothing. */
type Fate = 'stopped' | 'broken' | 'warned' | 'slipped';
type Counts = Record<Fate, number>;

const PROCESSES = 2;
/** An element is read anew if a change touches it or the beginning of what follows it. */
const MARGIN = 80;

const document = openDocument(undefined);
const source = openSource(undefined, document);
const layer = readTextFile(source.bytes, source.file);
const ink = takeInk(layer);

const steps = new Map<unknown, { readonly at: number; readonly step: Step }>();
const remember: ElementReader = (context, at, element, follows) => {
  const step = readElement(context, at, element, follows);
  steps.set(element, { at, step });
  return step;
};
const truth = normaliseInk(layer, ink, document, remember);
const trueValues = slotValues(truth);
const brokenAtFirst = new Set(
  evaluateAll(document.instances, trueValues).flatMap(({ instance, outcome }) =>
    outcome.verdict === 'broken' ? [instance] : [],
  ),
);
const warnedAtFirst = new Set(warningsOf(document, trueValues).map(({ id }) => id));
const reaching = new Map<number, (typeof document.instances)[number][]>();
for (const instance of document.instances) {
  for (const slot of instance.slots) reaching.set(slot, [...(reaching.get(slot) ?? []), instance]);
}

function fateOf({ from, to, ink: changed }: Mutation): Fate {
  const reader: ElementReader = (context, at, element, follows) => {
    const known = steps.get(element);
    const shifted = changed.folded.length !== ink.folded.length;
    const untouched =
      known !== undefined && known.at === at && (from >= known.step.to + MARGIN || (to <= at && !shifted));
    return untouched ? known.step : readElement(context, at, element, follows);
  };
  try {
    const normalised = normaliseInk(layer, changed, document, reader);
    const values = slotValues(normalised);
    const differing = values.flatMap((value, slot) => (sameValue(value, trueValues[slot]) ? [] : [slot]));
    const instances = new Set(differing.flatMap((slot) => reaching.get(slot) ?? []));
    for (const instance of instances) {
      if (!brokenAtFirst.has(instance) && evaluate(instance, values)?.verdict === 'broken') return 'broken';
    }
    return warningsOf(document, values).some(({ id }) => !warnedAtFirst.has(id)) ? 'warned' : 'slipped';
  } catch (error) {
    if (error instanceof SourceFault) return 'stopped';
    throw error;
  }
}

function sameValue(a: (typeof trueValues)[number], b: (typeof trueValues)[number]): boolean {
  return (
    a?.kind === b?.kind &&
    (a?.kind !== 'number' || (b?.kind === 'number' && a.value === b.value && a.decimals === b.decimals))
  );
}

function* mutations(): Generator<Mutation> {
  for (const { from, to, rows, table } of stretches()) {
    yield* changedDigits(ink, table, from, to);
    yield* brokenNumbers(ink, table, from, to);
    for (const row of rows) yield* brokenRow(ink, row);
  }
}

/** Each element of the annexes with its rows, in ink. */
function* stretches(): Generator<{ from: number; to: number; table: string; rows: readonly InkRow[] }> {
  for (const { elements } of document.plan.annexes) {
    for (const element of elements) {
      const known = steps.get(element);
      if (known === undefined) continue;
      const rows = (known.step.rows ?? []).map((row): InkRow => {
        const cells = (truthCells.get(row.item.slots[0]?.index ?? -1) ?? []).map(({ from, to }) => ({
          start: from,
          end: to,
        }));
        return { table: element.table, from: row.label.from, to: cells.at(-1)?.end ?? row.label.to, cells };
      });
      yield { from: known.at, to: known.step.to, table: element.table, rows };
    }
  }
}

/** The cells of each row as they were truly read, by the row's first slot. */
const inkAt = new Map([...ink.offsets].map((offset, index) => [offset, index]));
const truthCells = new Map<number, { from: number; to: number }[]>();
{
  const rowOf = new Map<number, number>();
  for (const { step } of steps.values()) {
    for (const { item } of step.rows ?? [])
      for (const slot of item.slots) rowOf.set(slot.index, item.slots[0]?.index ?? -1);
  }
  for (const { values, start, end } of truth.cells) {
    const row = rowOf.get(values[0]?.slot ?? -1);
    if (row === undefined) continue;
    truthCells.set(row, [
      ...(truthCells.get(row) ?? []),
      { from: inkAt.get(start) ?? 0, to: (inkAt.get(end - 1) ?? 0) + 1 },
    ]);
  }
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
