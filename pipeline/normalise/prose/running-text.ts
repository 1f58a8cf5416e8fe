import type { TextLayer } from '../../extract/text-layer.ts';
import { lineOf, placeIn } from '../../extract/text-layer.ts';
import { type Finding, SourceFault } from '../../page/finding.ts';
import type { Span } from '../../page/place.ts';
import type { DeclaredReading } from '../../template/document.ts';
import type { Outline } from '../../template/outline.ts';
import type { Cell } from '../reading/provenance.ts';
import { BY_WORDS } from '../tables/deciding/chosen.ts';
import { declaredActFindings } from './citations/declared-findings.ts';
import { type Citation, readCitations } from './citations.ts';
import { correctedFigures } from './corrected-figures.ts';
import { type Figure, readFigures, type UnclearNumber, unclearNumbers } from './figures.ts';
import type { Paragraph, ProseOwned, Repair, Section, UnsureLine } from './paragraph.ts';
import { readProse } from './prose.ts';
import { passageOf } from './reading/passage.ts';
import { annexSections } from './sections.ts';
import { memberTime } from './series/member-time.ts';
import { readSeries } from './series.ts';

/** The document before its annexes, as plain values: what the tables of the document are made of. */
export interface RunningText {
  /** What stands before the first part, block by block. */
  readonly decree: readonly string[];
  readonly sections: readonly Omit<Section, 'origins'>[];
  readonly paragraphs: readonly Omit<Paragraph, 'origins'>[];
  readonly repairs: readonly Repair[];
  readonly unsure: readonly UnsureLine[];
  readonly citations: readonly Citation[];
  readonly figures: readonly Figure[];
}

/** The running text with the cells that were read in it and the owners of its characters. */
interface ReadRunningText {
  readonly text: RunningText;
  readonly cells: readonly Cell[];
  readonly owned: readonly ProseOwned[];
}

/**
 * Reads the running text: outline and paragraphs with displaced words back in place, then what stands in
 * them: citations, figures, series. `stamps` open the annexes; the running text ends at the first.
 */
export function readRunningText(
  layer: TextLayer,
  stamps: readonly Span[],
  outline: Outline,
  {
    language,
    plan,
    figureCorrections,
    folder,
    acts,
  }: Omit<DeclaredReading, 'notation' | 'outline' | 'instances'>,
): ReadRunningText {
  const end = stamps[0]?.start ?? layer.text.length;
  const { decree, sections, paragraphs, repairs, unsure, owned } = readProse(layer, end, language, outline);
  const passages = paragraphs.map((paragraph) => passageOf(paragraph, language.quantities));
  const citations = readCitations(passages, language, acts);
  const { figures, findings } = correctedFigures(readFigures(passages, language), figureCorrections, folder);
  const series = readSeries(paragraphs, plan.series, language.series);
  const faults = [
    ...findings,
    ...series.findings.map((finding) => inSource(layer, finding)),
    ...declaredActFindings(passages, citations, acts, language),
  ];
  if (faults.length > 0) throw new SourceFault(faults);
  const figureAt = new Map(figures.map((figure) => [`${figure.paragraph}:${figure.digits.from}`, figure]));
  const byNumber = new Map(paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  const cellIn = (number: number, from: number, to: number, own: Omit<Cell, keyof Place>): Cell => ({
    ...own,
    ...placeOf(layer, byNumber.get(number), from, to),
  });
  return {
    text: {
      decree: decree.blocks.map(({ marker, from, to }) =>
        [marker, decree.text.slice(from, to)].filter((part) => part !== null).join(' '),
      ),
      sections: [
        ...sections.map(({ origins: _, ...section }) => section),
        ...annexSections(layer, stamps, outline, sections.length + 1),
      ],
      paragraphs: paragraphs.map(({ origins: _, ...paragraph }) => paragraph),
      repairs,
      unsure: withUnclear(unsure, unclearNumbers(passages, language), layer, byNumber),
      citations,
      figures,
    },
    cells: [
      ...series.values.map(({ slot, value, qualifier, paragraph, from, to }) =>
        cellIn(paragraph, from, to, {
          cellId: slot.cellId,
          table: slot.table,
          values: [{ slot: slot.index, content: { kind: 'number', value, marks: [] } }],
          reading: 'sentence',
          ...BY_WORDS,
          qualifier,
          time: memberTime(slot, figureAt.get(`${paragraph}:${from}`)),
        }),
      ),
      ...figures.map(({ paragraph, cellId, digits, qualifier }) =>
        cellIn(paragraph, digits.from, digits.to, {
          cellId,
          table: 'figure',
          values: [],
          reading: 'sentence',
          ...BY_WORDS,
          qualifier,
        }),
      ),
    ],
    owned,
  };
}

/** A finding that knows its line alone, with the file and the page of that line. */
function inSource(layer: TextLayer, finding: Finding): Finding {
  const { place } = finding;
  const start = layer.lines[(place.line ?? 0) - 1]?.start;
  if (place.file !== undefined || start === undefined) return finding;
  return { ...finding, place: { ...place, ...placeIn(layer, start) } };
}

/** The lines that are not sure, those of unclear numbers among them, in the order of the source. */
function withUnclear(
  unsure: readonly UnsureLine[],
  unclear: readonly UnclearNumber[],
  layer: TextLayer,
  paragraphs: ReadonlyMap<number, Paragraph>,
): readonly UnsureLine[] {
  const lines = unclear.map(({ paragraph, from, to }): UnsureLine => {
    const text = paragraphs.get(paragraph)?.text.slice(from, to) ?? '';
    const line = lineOf(layer, placeOf(layer, paragraphs.get(paragraph), from, to).start);
    const why = `"${text}" may be one range or a range and a number; what stands behind its first number is not read`;
    return { line: line.number, text: layer.text.slice(line.start, line.end), why };
  });
  const known = new Set(unsure.map(({ line }) => line));
  return [...unsure, ...lines.filter(({ line }) => !known.has(line))].sort((a, b) => a.line - b.line);
}

type Place = Pick<Cell, 'start' | 'end' | 'raw' | 'page' | 'lineStart' | 'lineEnd'>;

/** Where a stretch of a paragraph's text stands in the source. */
function placeOf(layer: TextLayer, paragraph: Paragraph | undefined, from: number, to: number): Place {
  const offsets = [...(paragraph?.origins.subarray(from, to) ?? [])].filter((offset) => offset >= 0);
  const start = Math.min(...offsets);
  const end = Math.max(...offsets) + 1;
  const first = lineOf(layer, start);
  return {
    start,
    end,
    raw: layer.text.slice(start, end),
    page: first.page,
    lineStart: first.number,
    lineEnd: lineOf(layer, end - 1).number,
  };
}
