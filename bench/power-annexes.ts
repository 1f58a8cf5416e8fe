import type { Source } from '../pipeline/build.ts';
import { layerOf } from '../pipeline/extract/source-layer.ts';
import { readTextFile } from '../pipeline/extract/text-file.ts';
import { normalise } from '../pipeline/normalise/normalise.ts';
import { arithmeticOf } from '../pipeline/normalise/reading/cell-content.ts';
import { takeInk } from '../pipeline/normalise/reading/ink.ts';
import { decide } from '../pipeline/normalise/tables/deciding/deciding.ts';
import type { ReadRow } from '../pipeline/normalise/tables/lattice/lattice.ts';
import { readingsOf } from '../pipeline/normalise/tables/lattice/lattice.ts';
import { readAnnexes } from '../pipeline/normalise/tables/words/annexes.ts';
import type { Step } from '../pipeline/normalise/tables/words/element-step.ts';
import { begins, readElement } from '../pipeline/normalise/tables/words/elements.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import type { DocumentDescription } from '../pipeline/template/document.ts';
import type { Element } from '../pipeline/template/plan.ts';
import { slotValues } from '../pipeline/validate/evidence.ts';
import { type Change, type Fate, judgeOf } from './fates.ts';
import { brokenNumbers, brokenRow, changedDigits, type Mutation, type Piece } from './mutations.ts';

/** Each element of the annexes: where it begins, what was read of it, and what begins behind it. */
interface Known {
  readonly at: number;
  readonly element: Element;
  readonly step: Step;
}

/** Every change of the annexes of a text, read again as far as it is changed. */
export function* changesOfAnnexes(document: DocumentDescription, source: Source): Generator<Change> {
  const read = readTextFile(source.bytes, source.file);
  const layer = layerOf(read);
  const ink = takeInk(layer);

  const { plan, language, notation } = document;

  const known: Known[] = [];
  readAnnexes(layer, ink, document, (context, at, element, follows) => {
    const step = readElement(context, at, element, follows);
    known.push({ at, element, step });
    return step;
  });

  const truth = normalise(read, document);
  const trueValues = slotValues(truth, plan);
  const judged = judgeOf(document, trueValues);

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

  for (const mutation of mutations())
    yield { kind: mutation.kind, table: mutation.table, fate: () => fateOf(mutation) };
}

function sameSplits(a: ReadRow, b: ReadRow | undefined): boolean {
  if (a.lattice.count !== 1 || b?.lattice.count !== 1) return false;
  const texts = [a, b].map(({ lattice }) =>
    JSON.stringify((readingsOf(lattice, 1)[0] ?? []).map(({ content, columns }) => [content, columns])),
  );
  return texts[0] === texts[1];
}
