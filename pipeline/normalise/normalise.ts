import { layerOf } from '../extract/source-layer.ts';
import type { TextLayer } from '../extract/text-layer.ts';
import type { SlotValue } from '../identities/verdict.ts';
import { type Finding, type Place, SourceFault } from '../page/finding.ts';
import type { Span } from '../page/place.ts';
import type { Source } from '../page/source.ts';
import type { DeclaredReading } from '../template/document.ts';
import type { ProseOwned } from './prose/paragraph.ts';
import { type RunningText, readRunningText } from './prose/running-text.ts';
import { arithmeticOf } from './reading/contents.ts';
import { type Ink, takeInk } from './reading/ink.ts';
import { type Cell, mergeItems, provenance } from './reading/provenance.ts';
import { BY_WORDS, chosenCells } from './tables/deciding/chosen.ts';
import { decided } from './tables/deciding/deciding.ts';
import { printEvidence, withCauses } from './tables/deciding/print-remarks.ts';
import { placeAt } from './tables/diagnosis/fault-finder.ts';
import { surroundings } from './tables/solve/row-identities.ts';
import { readAnnexes } from './tables/words/annexes.ts';
import type { Claim } from './tables/words/element-step.ts';
import { elementName, readElement } from './tables/words/elements.ts';

/** A stretch of the ink (the characters that are not white space) and the element that owns it. */
export interface Owned {
  readonly element: string;
  readonly from: number;
  readonly to: number;
}

/** What the normalise stage makes of a text layer. */
export interface NormalisedDocument {
  readonly file: string;
  /** The text layer: what the offsets of cells count in. */
  readonly layer: string;
  /** Whether the source holds the running text, or its annexes alone. */
  readonly hasText: boolean;
  readonly cells: readonly Cell[];
  /** The printed text of each sentence and list of the annexes, in their order. */
  readonly sentences: readonly string[];
  /** Number of characters that are not white space. */
  readonly ink: number;
  readonly owned: readonly Owned[];
  /** What the build says of how the values are printed: hidden text beside one, a page that is a picture. */
  readonly remarks: readonly string[];
  /** The running text; undefined when the source holds annexes alone or no outline is declared. */
  readonly text?: RunningText;
}

/**
 * Turns a source into cells: finds each declared element, undoes letter-spacing, wrapping, page breaks
 * and glued footnote marks, and lets the identities choose where the spaces allow several splits.
 *
 * Throws all findings at once: what does not stand where it should, and rows that stay ambiguous. `reached` is told
 * before each element what is being read.
 */
export function normalise(
  source: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): NormalisedDocument {
  const layer = layerOf(source);
  try {
    const normalised = normalisedBy(layer, document, reached, REFUSING);
    const { findings, remarks } = printEvidence(layer, normalised.cells);
    if (findings.length > 0) throw new SourceFault(findings);
    return { ...normalised, remarks };
  } catch (error) {
    throw error instanceof SourceFault ? new SourceFault(withCauses(error.findings, layer)) : error;
  }
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
export function normalisedBy(
  layer: TextLayer,
  document: DeclaredReading,
  reached: (place: Place) => void,
  { decide, tell }: FaultHandling,
): Omit<NormalisedDocument, 'remarks'> {
  const { outline } = document;
  const ink = takeInk(layer);
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
    hasText: read.claims.some(({ element, from, to }) => element === 'body' && to > from),
    cells: [
      ...solved.flatMap(({ row, cells }) => {
        const chosen = chosenCells(ink, row, cells, around);
        let column = 0;
        return cells.map((cell, index) => {
          const slots = row.item.slots.slice(column, column + cell.columns);
          column += cell.columns;
          const isSplit = row.lattice.count > 1 && cell.content.kind === 'number';
          const reading = isSplit ? 'solved' : cell.reading;
          return provenance(layer, ink, slots, { ...cell, reading }, chosen[index] ?? BY_WORDS);
        });
      }),
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
function inInk({ offsets }: Ink, { element, start, end }: ProseOwned): Owned {
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { element, from: indexAt(start), to: indexAt(end) };
}
