/** What a language prints around the figures of running text. Words stand as they are printed, in lower case. */
export interface SeriesLanguage {
  /** The sign between whole and fraction in a printed number. */
  readonly decimalSign: ',' | '.';
  /** Words that make a year of the number before them: `2010 жылы`, `2014 ж.`, `2010/11 оқу жылдары`. */
  readonly yearWords: readonly string[];
  /** Words and signs between two years of one phrase: `2010 – 2015 жылдары`, `2015 және 2017 жылдары`. */
  readonly yearLinks: readonly string[];
  /** Beginnings of the months' names, which make a day of the number between a year and them. */
  readonly months: readonly string[];
  /** Words that make an age of the number before them: `18 жасқа`. */
  readonly ageWords: readonly string[];
  /** Abbreviations that make a part of a legal act of the number before them: `134 б.`. */
  readonly actParts: readonly string[];
  /** Case endings as they stand behind a number and a hyphen: `144 783-ті`. Any other word makes a name of it. */
  readonly endings: readonly string[];
  /** Those of the endings that open a span: `4-тен 6,2 %-ға`. */
  readonly fromEndings: readonly string[];
  /** Beginnings of words that leave a number a quantity though a hyphen ties them to it: `86-орынға`. */
  readonly counted: readonly string[];
  /** Beginnings of the words that scale a number, those of one scale together: `млн`, `миллион`. */
  readonly scales: readonly (readonly string[])[];
  readonly qualifiers: QualifierWords;
}

/** The words that say how a figure is meant. */
interface QualifierWords {
  /** Behind a figure: `6 мыңнан астам`. */
  readonly moreThan: readonly string[];
  /** Behind a figure: `598 мыңға жуық`. */
  readonly about: readonly string[];
  /** Before a figure: `шамамен 14,0-мың`. */
  readonly aboutBefore: readonly string[];
  /** In the words before a figure: `барлығы 1 154 756`. */
  readonly total: readonly string[];
  /** Directly before a figure: `жалпы саны – 910`. */
  readonly totalBefore: readonly string[];
  /** Behind a figure that the parts of it follow: `345 қылмыстық іс қозғады, оның ішінде`. */
  readonly parts: readonly string[];
  /** Anywhere in a passage whose figures are all intended ones. */
  readonly plan: readonly string[];
}
