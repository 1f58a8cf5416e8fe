import type { UnitWords } from '../../../locale/quantity-words.ts';
import { matchesOf } from '../../../page/matches.ts';
import type { Stretch } from '../../reading/phrase.ts';

/** A word that names a unit or a counted thing. */
export interface Noun extends Stretch {
  readonly unit: UnitWords;
  readonly plural: boolean;
}

/** Finds words for units and counted things in folded text. */
export type NounFinder = (text: string) => readonly Noun[];

/** Makes a finder, once for all texts; of two words that begin alike the longer one counts. */
export function nounFinder(units: readonly UnitWords[], endings: string, plural: RegExp): NounFinder {
  const stems = units
    .flatMap((unit) => unit.stems.map((stem) => ({ unit, stem })))
    .sort((a, b) => b.stem.length - a.stem.length);
  // The endings stand once behind all stems: once behind each makes a pattern that takes longer to compile than to run.
  const words = stems.map(({ stem }) => `(${stem})`).join('|');
  const pattern = new RegExp(`(?<!\\p{L}|\\p{L}-)(?:${words})(?:${endings})(?![\\p{L}]|-\\p{L})`, 'gu');
  return (text) =>
    matchesOf(pattern, text).flatMap((match): Noun[] => {
      const index = match.slice(1).findIndex((group) => group !== undefined);
      const entry = stems[index];
      if (entry === undefined) return [];
      const stem = match[index + 1] ?? '';
      const to = match.index + match[0].length;
      return [{ from: match.index, to, unit: entry.unit, plural: plural.test(match[0].slice(stem.length)) }];
    });
}
