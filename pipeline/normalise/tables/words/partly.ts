import { layerOf } from '../../../extract/source-layer.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { Source } from '../../../page/source.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import { type NormalisedDocument, normalisedBy, type Owned } from '../../normalise.ts';
import { decidedPartly } from '../deciding/deciding.ts';
import { printEvidence, withCauses } from '../deciding/print-remarks.ts';

/** What can be read of a document that is at fault, and what is wrong with the rest. */
export interface Partly {
  readonly normalised: NormalisedDocument;
  /** Everything that keeps the document from being published; none where nothing is left out. */
  readonly findings: readonly Finding[];
}

/** Reads a text as `normalise` does, and leaves out what is at fault: tables, rows, sentences, the running text. */
export function normalisePartly(
  source: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): Partly {
  const layer = layerOf(source);
  const told: Finding[] = [];
  const read = normalisedBy(layer, document, reached, {
    decide: decidedPartly,
    tell: (findings) => told.push(...findings),
  });
  const { findings, remarks } = printEvidence(layer, read.cells);
  const owned = withUnread(read.owned, read.ink);
  const normalised = withoutCells({ ...read, owned, remarks }, findings);
  return { normalised, findings: withCauses([...told, ...findings], layer) };
}

/** What belongs to no element, because it is at fault, was not read. */
function withUnread(owned: readonly Owned[], ink: number): readonly Owned[] {
  const inOrder = [...owned].sort((a, b) => a.from - b.from);
  const ends = [{ to: 0 }, ...inOrder];
  const starts = [...inOrder, { from: ink }];
  const unread = ends.map(({ to }, at) => ({ element: 'not_read', from: to, to: starts[at]?.from ?? ink }));
  return [...inOrder, ...unread].filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
}

/** A document without the cells that findings name by table and row. */
export function withoutCells(
  normalised: NormalisedDocument,
  findings: readonly Finding[],
): NormalisedDocument {
  const named = new Set(findings.map(({ place }) => `${place.table} ${place.row}`));
  return {
    ...normalised,
    cells: normalised.cells.filter(({ table, cellId }) => !named.has(`${table} ${cellId}`)),
  };
}
