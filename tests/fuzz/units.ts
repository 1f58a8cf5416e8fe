import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readPdf } from '../../pipeline/extract/pdf/source.ts';
import { layerOf } from '../../pipeline/extract/source-layer.ts';
import { readTextFile } from '../../pipeline/extract/text-file.ts';
import { lineOf } from '../../pipeline/extract/text-layer.ts';
import { inkOf } from '../../pipeline/locale/look-alikes.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { readCitations } from '../../pipeline/normalise/prose/citations.ts';
import { readFigures } from '../../pipeline/normalise/prose/figures.ts';
import { readProse } from '../../pipeline/normalise/prose/prose.ts';
import { passageOf } from '../../pipeline/normalise/prose/reading/passage.ts';
import { readSeries } from '../../pipeline/normalise/prose/series.ts';
import { takeInk } from '../../pipeline/normalise/reading/ink.ts';
import { decide } from '../../pipeline/normalise/tables/deciding/deciding.ts';
import { readAnnexes } from '../../pipeline/normalise/tables/words/annexes.ts';
import { readElement } from '../../pipeline/normalise/tables/words/elements.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import type { Element } from '../../pipeline/template/plan.ts';
import { slotValues } from '../../pipeline/validate/evidence.ts';
import { validate } from '../../pipeline/validate/validate.ts';
import { anyCharacter } from '../any-character.ts';
import { documentOf, fixtureFile, fixtures } from '../made-up-document.ts';
import { document, layerOfText, source, sourceOf, whole } from '../project.ts';
import { damagedBytes, damagedText } from './damage.ts';

/** How a unit bore its damaged inputs. */
export interface Endurance {
  readonly runs: number;
  /** Processor seconds of the longest run. */
  readonly longest: number;
  /** The smallest input that crashes the unit, or that takes too long, and how; undefined when there is none. */
  readonly crash: string | undefined;
}

/** A part of the engine that is fed damaged input. Whatever it throws but a SourceFault is a crash. */
export interface Unit {
  readonly name: string;
  /** Feeds it `runs` inputs, always the same ones for a seed; a run may take `most` processor seconds. */
  check(seed: number, runs: number, most?: number): Promise<Endurance>;
}

/** A whole PDF in a message helps nobody; the seed brings it back. */
const MOST_SHOWN = 3_000;

function unit<T>(name: string, inputs: fc.Arbitrary<T>, feed: (input: T) => unknown): Unit {
  return {
    name,
    async check(seed, numRuns, most = Number.POSITIVE_INFINITY) {
      let longest = 0;
      const property = fc.asyncProperty(inputs, async (input) => {
        const begun = process.cpuUsage();
        try {
          await feed(input);
        } catch (error) {
          if (!(error instanceof SourceFault) || error.findings.length === 0) throw error;
        }
        const { user, system } = process.cpuUsage(begun);
        longest = Math.max(longest, (user + system) / 1e6);
        if ((user + system) / 1e6 > most) throw new Error(`takes ${(user + system) / 1e6} s`);
      });
      const details = await fc.check(property, { seed, numRuns });
      const stack = details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : '';
      const report = fc.defaultReportMessage(details)?.slice(0, MOST_SHOWN);
      const crash = details.failed ? `${report}\n${stack}` : undefined;
      return { runs: details.numRuns, longest, crash };
    },
  };
}

const read = readTextFile(source.bytes, source.file);
const layer = layerOf(read);
const printed = layer.text.split('\n');
const truth = whole().normalised;
const values = slotValues(truth, document.plan);

/** Lines of the text layer, both inclusive, 1-based. */
const linesOf = (first: number, last: number): string => printed.slice(first - 1, last).join('\n');

/** Some lines after one another, anywhere in the source: extract alone. */
const lines = unit(
  'lines',
  fc.oneof(
    damagedText(printed.flatMap((_, at) => (at % 7 === 0 ? [linesOf(at + 1, at + 9)] : []))),
    fc.string({ unit: anyCharacter }),
  ),
  (text) => readTextFile(new TextEncoder().encode(text), 'fuzz.txt'),
);

const HEADING = { id: 'part', title: '1. Әдіснама', en: 'Methodology' };
const OUTLINE = { paragraphs: 1, parts: [HEADING], annexes: { count: 1, title: '{number}', en: '{number}' } };

/** A numbered paragraph under a heading: displaced words, citations, figures, and the series that it prints. */
const paragraph = unit(
  'paragraph',
  fc.constantFrom(...(truth.text?.paragraphs ?? [])).chain(({ number, lineStart, lineEnd }) =>
    damagedText([linesOf(lineStart, lineEnd).replace(/^\s*\d+\./, '      1.')]).map((text) => ({
      number,
      text,
    })),
  ),
  ({ number, text }) => {
    const { plan, language } = document;
    const whole = layerOfText(`\n${HEADING.title}\n\n${text}\n`);
    const { paragraphs } = readProse(whole, whole.text.length, language, OUTLINE);
    const passages = paragraphs.map((each) => passageOf(each, language.quantities));
    readCitations(passages, language);
    readFigures(passages, language);
    const plans = plan.series.filter((series) => series.paragraph === number);
    readSeries(
      paragraphs.map((each) => ({ ...each, number })),
      plans,
      language.series,
    );
  },
);

interface PrintedElement {
  readonly element: Element;
  readonly text: string;
}

/** The lines of each element of the annexes. */
function printedElements(): readonly PrintedElement[] {
  const found: { readonly element: Element; readonly line: number }[] = [];
  const ink = takeInk(layer);
  readAnnexes(layer, ink, document, (context, at, each, follows) => {
    found.push({ element: each, line: lineOf(layer, ink.offsets[at] ?? 0).number });
    return readElement(context, at, each, follows);
  });
  return found.map(({ element: each, line }, at) => ({
    element: each,
    text: linesOf(line, (found[at + 1]?.line ?? printed.length + 1) - 1),
  }));
}

/** A table, list or note of the annexes by itself, its rows solved with the identities that reach it. */
const element = unit(
  'element',
  fc
    .constantFrom(...printedElements())
    .chain((each) => damagedText([each.text]).map((text) => ({ element: each.element, text }))),
  (input) => {
    const { plan, instances } = document;
    const own = layerOfText(`Stamp\n${input.text}`);
    const ink = takeInk(own);
    const annex = { annex: '1', stamp: 'Stamp', stampInk: inkOf('Stamp'), elements: [input.element] };
    const { rows } = readAnnexes(own, ink, { ...document, plan: { ...plan, annexes: [annex], quotes: [] } });
    const slots = new Set(rows.flatMap(({ item }) => item.slots.map(({ index }) => index)));
    const known = values.map((value, slot) => (slots.has(slot) ? undefined : value));
    const reaching = instances.filter((instance) => instance.slots.some((slot) => slots.has(slot)));
    decide(own, ink, rows, known, { ...document, instances: reaching });
  },
);

interface MadeUp {
  readonly description: DocumentDescription;
  readonly text: string;
}

function madeUp(fixture: string): readonly MadeUp[] {
  try {
    return [{ description: documentOf(fixture), text: fixtureFile(fixture, 'input.txt') ?? '' }];
  } catch (error) {
    // Fixtures of what a layout must not say have no document.
    if (error instanceof SourceFault) return [];
    throw error;
  }
}

/** A whole made-up document from its bytes to its checked tables. */
const madeUpDocuments = unit(
  'document',
  fc
    .constantFrom(...fixtures.flatMap(madeUp))
    .chain(({ description, text }) => damagedText([text]).map((damaged) => ({ description, damaged }))),
  ({ description, damaged }) => validate(normalise(sourceOf(damaged), description), description),
);

const PDFS = [
  'tagged-tight',
  'decomposed',
  'spread-letters',
  'sideways-head',
  'spanning-cells',
  'no-borders-middle',
];

/** A PDF of a page or two. */
const pdf = unit(
  'pdf',
  damagedBytes(PDFS.map((name) => new Uint8Array(readFileSync(`tests/fixtures/pdf/${name}.pdf`)))),
  (bytes) => readPdf(bytes, 'fuzz.pdf'),
);

/** Everything that is fuzzed, the cheap first: a run takes from microseconds to tens of milliseconds. */
export const UNITS: readonly Unit[] = [lines, paragraph, madeUpDocuments, element, pdf];
