import { grouped } from '../../pipeline/page/grouped.ts';
import { inPages } from './in-pages.ts';
import type { Row } from './package.ts';

/** Bytes that the paragraphs of a page may take by the weights below; with its frame it stays below 150 kB. */
const ROOM = 118_000;
/**
 * Bytes of HTML around the texts of a paragraph, a heading, a number that leads to its evidence, an act, and a repair: the
 * least squares over the paragraphs of the report, in Russian, give 210, -, 56, 76 and 345.
 */
const WEIGHTS = { paragraph: 250, heading: 400, figure: 110, citation: 90, repair: 400 } as const;

/** A section of the report, or as much of it as a page has. */
export interface ReportSection {
  readonly section: Row;
  /** False where a page before has begun it. */
  readonly isBegun: boolean;
  readonly paragraphs: readonly ReportParagraph[];
}

/** A paragraph with all that is shown of it. */
export interface ReportParagraph {
  readonly row: Row;
  readonly blocks: readonly Row[];
  readonly figures: readonly Row[];
  readonly citations: readonly Row[];
  readonly repairs: readonly Row[];
}

/**
 * The report by the pages that show it: section after section, as many on a page as there is room for; one that alone
 * is too long goes on on the next page. A heading stands where what it heads begins. The same in every language, so
 * that a page has its siblings. A report without sections has one page.
 */
export function reportParts(rows: (table: string) => readonly Row[]): readonly (readonly ReportSection[])[] {
  const parts: ReportSection[][] = [[]];
  let left = ROOM;
  for (const run of runsOf(sectionsOf(rows))) {
    const weight = sum(run, weightOfSection);
    if (weight > left && left < ROOM) {
      parts.push([]);
      left = ROOM;
    }
    for (const section of run) {
      const pieces = piecesOf(section, left);
      for (const [at, piece] of pieces.entries()) {
        if (at > 0) {
          parts.push([]);
          left = ROOM;
        }
        parts.at(-1)?.push(piece);
        left -= weightOfSection(piece);
      }
    }
  }
  return parts;
}

/** Which page shows a paragraph, or heads a section, from 0. */
export interface PartsOfReport {
  readonly paragraphs: ReadonlyMap<string, number>;
  readonly sections: ReadonlyMap<string, number>;
}

/** Where each paragraph and each heading of a parted report stands. */
export function partsOfReport(parts: readonly (readonly ReportSection[])[]): PartsOfReport {
  const pieces = parts.flatMap((own, at) => own.map((piece) => ({ piece, at })));
  return {
    paragraphs: new Map(
      pieces.flatMap(({ piece: { paragraphs }, at }) =>
        paragraphs.map(({ row }): [string, number] => [row.paragraph ?? '', at]),
      ),
    ),
    sections: new Map(
      pieces.flatMap(({ piece: { section, isBegun }, at }): [string, number][] =>
        isBegun ? [[section.section ?? '', at]] : [],
      ),
    ),
  };
}

function sectionsOf(rows: (table: string) => readonly Row[]): readonly ReportSection[] {
  const by = (table: string, key: string): ReadonlyMap<string, readonly Row[]> =>
    grouped(rows(table), (row) => row[key] ?? '');
  const paragraphs = by('paragraph', 'section');
  const [blocks, figures, citations, repairs] = (
    ['paragraph_block', 'figure', 'legal_reference', 'displaced_text'] as const
  ).map((table) => by(table, 'paragraph'));
  return inOrder(rows('section'), 'position').map((section) => ({
    section,
    isBegun: true,
    paragraphs: inOrder(paragraphs.get(section.section ?? '') ?? [], 'paragraph').map((row) => {
      const own = (all: ReadonlyMap<string, readonly Row[]> | undefined): readonly Row[] =>
        all?.get(row.paragraph ?? '') ?? [];
      return {
        row,
        blocks: own(blocks),
        figures: inOrder(own(figures), 'position'),
        citations: own(citations),
        repairs: own(repairs),
      };
    }),
  }));
}

/** Sections that no page may part from each other: headings with nothing below them, and the section that follows. */
function runsOf(sections: readonly ReportSection[]): readonly (readonly ReportSection[])[] {
  const runs: ReportSection[][] = [];
  let isOpen = false;
  for (const section of sections) {
    if (isOpen) runs.at(-1)?.push(section);
    else runs.push([section]);
    isOpen = section.paragraphs.length === 0;
  }
  return runs;
}

/** A section in as many pieces as it needs: the first in what is left of a page, each other on a page of its own. */
function piecesOf(section: ReportSection, left: number): readonly ReportSection[] {
  const pieces = inPages(
    section.paragraphs,
    ROOM,
    weightOfParagraph,
    left - weightOfHeading(section.section),
  );
  return pieces.map((paragraphs, at) => ({ section: section.section, isBegun: at === 0, paragraphs }));
}

function inOrder(rows: readonly Row[], by: string): readonly Row[] {
  return [...rows].sort((a, b) => Number(a[by]) - Number(b[by]));
}

function weightOfSection({ section, isBegun, paragraphs }: ReportSection): number {
  return (isBegun ? weightOfHeading(section) : 0) + sum(paragraphs, weightOfParagraph);
}

function weightOfHeading(section: Row): number {
  return WEIGHTS.heading + bytesOf([section.title_kk, section.title_ru]);
}

function weightOfParagraph({ blocks, figures, citations, repairs }: ReportParagraph): number {
  return (
    WEIGHTS.paragraph +
    bytesOf(blocks.map(({ text }) => text)) +
    WEIGHTS.figure * figures.length +
    sum(citations, ({ title_kk: title, quote }) => WEIGHTS.citation + bytesOf([title || quote])) +
    sum(repairs, ({ before, after }) => WEIGHTS.repair + bytesOf([before, after]))
  );
}

function bytesOf(texts: readonly (string | undefined)[]): number {
  return sum(texts, (text) => Buffer.byteLength(text ?? ''));
}

function sum<Thing>(things: readonly Thing[], weightOf: (thing: Thing) => number): number {
  return things.reduce((whole, thing) => whole + weightOf(thing), 0);
}
