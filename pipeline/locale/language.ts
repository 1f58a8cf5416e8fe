import type { QuantityWords } from './quantity-words.ts';
import type { SeriesLanguage } from './series-language.ts';

/** A locale: what the engine knows of a language. Everything that is true of one document alone stays in its folder. */
export interface Language {
  /** The sign between whole and fraction in a printed number. */
  readonly decimalSign: ',' | '.';
  /** Words for a span of time as they stand after a number (`1 жылдан` is from one year), in months. */
  readonly months: ReadonlyMap<string, number>;
  /** Words that tell what belongs together in running text. */
  readonly prose: ProseWords;
  /** Words that quantities in running text are told by. */
  readonly quantities: QuantityWords;
  /** Words that series in running text are told by. */
  readonly series: SeriesLanguage;
}

/** What the engine knows of a language to tell which words of running text belong together. */
export interface ProseWords {
  /** A word in the case in which what belongs to it stands behind it. */
  readonly owner: RegExp;
  /** Words that join the members of a list of numbers. */
  readonly conjunctions: ReadonlySet<string>;
  /** Words that want the word before them in one case. */
  readonly governs: ReadonlyMap<string, RegExp>;
}
