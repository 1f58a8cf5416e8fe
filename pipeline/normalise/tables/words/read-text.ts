import { layerOf } from '../../../extract/source-layer.ts';
import type { TextLayer } from '../../../extract/text-layer.ts';
import type { SlotValue } from '../../../identities/verdict.ts';
import { type Finding, type Place, SourceFault } from '../../../page/finding.ts';
import type { Span } from '../../../page/place.ts';
import type { Source } from '../../../page/source.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import type { NormalisedDocument, Owned, Partly } from '../../document.ts';
import { withoutCells } from '../../document.ts';
import type { ProseOwned } from '../../prose/paragraph.ts';
import { readRunningText } from '../../prose/running-text.ts';
import { arithmeticOf } from '../../reading/cell-content.ts';
import { type Ink, indexAt, takeInk } from '../../reading/ink.ts';
import { mergeItems, provenance } from '../../reading/provenance.ts';
import { BY_WORDS } from '../deciding/chosen.ts';
import { cellsOf, decided, decidedPartly } from '../deciding/deciding.ts';
import { namesIn, printEvidence, withCauses } from '../deciding/print-remarks.ts';
import { placeAt } from '../diagnosis/fault-finder.ts';
import { surroundings } from '../solve/row-identities.ts';
import { listedMarks, readAnnexes } from './annexes.ts';
import type { Claim } from './element-step.ts';
import { elementName, readElement } from './elements.ts';

/**
 * Turns a source into cells: finds each declared element, undoes letter-spacing, wrapping, page breaks
 * and glued footnote marks, and lets the identities choose where the spaces allow several splits.
 *
 * Throws all findings at once: what does not stand where it should, and rows that stay ambiguous. `reached` is told
 * before each element what is being read.
 */
export function normaliseText(
  source: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): NormalisedDocument {
  const layer = layerOf(source);
  try {
    const ink = takeInk(layer);
    const normalised = normalisedBy(layer, ink, document, reached, REFUSING);
    const { findings, remarks } = printEvidence(layer, normalised.cells, namesIn(ink, normalised.owned));
    if (findings.length > 0) throw new SourceFault(findings);
    return { ...normalised, remarks };
  } catch (error) {
    throw error instanceof SourceFault
      ? new SourceFault(withCauses(error.findings, layer, listedMarks(document)))
      : error;
  }
}

/** Reads a text as `normaliseText` does, and leaves out what is at fault: tables, rows, sentences, the running text. */
export function normaliseTextPartly(
  source: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): Partly {
  const layer = layerOf(source);
  const told: Finding[] = [];
  const ink = takeInk(layer);
  const read = normalisedBy(layer, ink, document, reached, {
    decide: decidedPartly,
    tell: (findings) => told.push(...findings),
  });
  const { findings, remarks } = printEvidence(layer, read.cells, namesIn(ink, read.owned));
  const owned = withUnread(read.owned, read.ink);
  const normalised = withoutCells({ ...read, owned, remarks }, findings);
  return { normalised, findings: withCauses([...told, ...findings], layer, listedMarks(document)) };
}

/** What becomes of findings: they stop the reading, or are told beside what can be read. */
interface FaultHandling {
  readonly decide: typeof decided;
  readonly tell: (findings: readonly Finding[]) => void;
}

const REFUSING: FaultHandling = {
  decide: decided,
  tell: (findings) => {
    if (findings.length > 0) throw new SourceFault(findings);
  },
};

/** The stages of reading a text, each of which may meet faults. */
function normalisedBy(
  layer: TextLayer,
  ink: Ink,
  document: DeclaredReading,
  reached: (place: Place) => void,
  { decide, tell }: FaultHandling,
): Omit<NormalisedDocument, 'remarks'> {
  const { outline } = document;
  const read = readAnnexes(layer, ink, document, (context, at, element, follows) => {
    reached({ ...placeAt(layer, ink, at), table: elementName(element) });
    return readElement(context, at, element, follows);
  });
  tell(read.findings);
  const known: (SlotValue | undefined)[] = [];
  for (const { slot, cell } of read.values) known[slot.index] = arithmeticOf(cell.content, slot);
  reached({ file: layer.file });
  const { solved, values, findings } = decide(layer, ink, read.rows, known, document);
  tell(findings);
  const around = surroundings(values, read.rows, document.instances);
  const body = read.claims.find(({ element }) => element === 'body');
  const running =
    outline === undefined || body === undefined || body.to === body.from
      ? undefined
      : told(tell, () => readRunningText(layer, stampsOf(ink, read.claims), outline, document));
  return {
    file: layer.file,
    layer: layer.text,
    hasPages: layer.printed !== undefined,
    hasText: read.claims.some(({ element, from, to }) => element === 'body' && to > from),
    cells: [
      ...cellsOf(layer, ink, solved, around),
      ...(running?.cells ?? []),
      ...mergeItems(
        read.values.map(({ slot, cell }) => provenance(layer, ink, [slot], cell, BY_WORDS)),
        layer,
      ),
    ],
    sentences: read.claims
      .filter(({ element }) => element === 'sentence')
      .map(({ from, to }) => layer.text.slice(ink.offsets[from] ?? 0, (ink.offsets[to - 1] ?? 0) + 1)),
    ink: ink.folded.length,
    owned: [
      ...read.claims.filter(
        ({ element, from, to }) => to > from && (running === undefined || element !== 'body'),
      ),
      ...(running?.owned.map((owned) => inInk(ink, owned)) ?? []),
    ],
    ...(running !== undefined && { text: running.text }),
  };
}

/** What is read, or nothing where its faults are told and do not stop the rest. */
function told<T>(tell: FaultHandling['tell'], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    tell(error.findings);
    return undefined;
  }
}

/** Where the stamps stand in the text, in printed order. */
function stampsOf({ offsets }: Ink, claims: readonly Claim[]): readonly Span[] {
  return claims
    .filter(({ element }) => element === 'annex_stamp')
    .map(({ from, to }) => ({ start: offsets[from] ?? 0, end: (offsets[to - 1] ?? 0) + 1 }));
}

/** Turns a stretch of the text into one of the ink. */
function inInk(ink: Ink, { element, start, end }: ProseOwned): Owned {
  return { element, from: indexAt(ink, start), to: indexAt(ink, end) };
}

/** What belongs to no element, because it is at fault, was not read. */
function withUnread(owned: readonly Owned[], ink: number): readonly Owned[] {
  const inOrder = [...owned].sort((a, b) => a.from - b.from);
  const ends = [{ to: 0 }, ...inOrder];
  const starts = [...inOrder, { from: ink }];
  const unread = ends.map(({ to }, at) => ({ element: 'not_read', from: to, to: starts[at]?.from ?? ink }));
  return [...inOrder, ...unread].filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
}
