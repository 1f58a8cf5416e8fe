import { type NormalisedDocument, placeOf } from '../normalise/document.ts';
import { fault } from '../page/finding.ts';
import type { Observation, Sentences } from '../template/corrections.ts';
import type { DocumentDescription } from '../template/document.ts';
import { type CellIds, cellsOf } from './check-results.ts';
import { type Erratum, WITHOUT_NUMBERS } from './erratum.ts';
import { relativeErrorOf } from './severity.ts';

/** Headers that are printed wrongly, with the values that stand under them. */
export function headerErrata(
  { headerCorrections, plan }: DocumentDescription,
  cellIds: CellIds,
): readonly Erratum[] {
  return headerCorrections.map((correction) => {
    const grid = plan.annexes
      .flatMap(({ elements }) => elements)
      .find(
        (element) =>
          element.kind === 'grid' &&
          element.table === correction.table &&
          Object.entries(correction.codes).every(([key, code]) => element.codes[key] === code),
      );
    const column = grid?.kind === 'grid' ? (grid.meantHeaders ?? []).indexOf(correction.read_as) : -1;
    const under =
      grid?.kind === 'grid'
        ? grid.body.flatMap((item) => (item.kind === 'row' ? item.slots.slice(column, column + 1) : []))
        : [];
    return {
      ...WITHOUT_NUMBERS,
      id: correction.id,
      kind: 'header',
      dataset: correction.table,
      paragraph: null,
      cells: cellsOf(
        under.map(({ index }) => index),
        cellIds,
      ),
      says: correction.says,
      printed: correction.printed,
      implied: correction.read_as,
      suggestion: correction.read_as,
      certainty: correction.certainty,
    };
  });
}

/** Errors that a person found in the running text; each must still be printed there. */
export function observedErrata(
  { observations, folder }: DocumentDescription,
  normalised: NormalisedDocument,
): readonly Erratum[] {
  const { text, cells } = normalised;
  if (text === undefined) return [];
  const paragraphs = new Map(text.paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  const published = new Set(cells.map(({ cellId }) => cellId));
  const refuse = (observed: Observation, expected: string, found: string, action: string): never => {
    const printed = placeOf(normalised, paragraphs.get(observed.paragraph));
    const place = { ...printed, row: `paragraph ${observed.paragraph}` };
    throw fault({ kind: 'correction', place, expected, found, action });
  };
  return observations.map((observed) => {
    const words = paragraphs.get(observed.paragraph)?.text.replace(/\s+/g, ' ');
    const named = `that ${folder}/corrections.yaml names (${observed.id})`;
    if (words?.includes(observed.printed) !== true) {
      const action = 'remove the observation if the error is gone';
      return refuse(observed, `"${observed.printed}", the error ${named}`, 'other words', action);
    }
    const stray = observed.cells?.find((cell) => !published.has(cell));
    if (stray !== undefined)
      return refuse(observed, `the cell ${stray} ${named}`, 'no such cell', 'correct its name');
    const [left, right] = observed.sides ?? [];
    const sides =
      left === undefined || right === undefined ? null : { left, right, difference: left - right };
    const size = isOfQuantities(observed) ? sides && relativeErrorOf(sides) : null;
    return {
      ...WITHOUT_NUMBERS,
      id: observed.id,
      kind: observed.kind,
      dataset: null,
      paragraph: observed.paragraph,
      cells: observed.cells ?? [],
      says: observed.source === undefined ? observed.says : withSource(observed.says, observed.source),
      printed: observed.printed,
      implied: observed.implied ?? null,
      suggestion: observed.suggestion ?? null,
      certainty: observed.certainty,
      sides,
      relativeError: size,
      greatestError: size,
    };
  });
}

/**
 * Whether the two sides of an observation are quantities, one of which at least is published. A count of what a text
 * lists is neither, nor is the length of a period: nobody reckons with them.
 */
function isOfQuantities({ kind, cells = [] }: Observation): boolean {
  return kind !== 'period' && cells.length > 0;
}

/**
 * Sentences with the source of their knowledge at their end.
 *
 *     The law is of 11 April 2014. -> The law is of 11 April 2014 (register of acts, No. 188).
 */
function withSource({ en, ...others }: Sentences, source: string | Sentences): Sentences {
  const named = (sentence: string, language: string): string => {
    const name = typeof source === 'string' ? source : (source[language] ?? source.en);
    return sentence.replace(/\.?$/, ` (${name}).`);
  };
  const told = Object.entries(others).map(([language, sentence]) => [language, named(sentence, language)]);
  return { ...Object.fromEntries(told), en: named(en, 'en') };
}
