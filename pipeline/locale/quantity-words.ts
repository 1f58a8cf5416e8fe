/** How a time stands in its sentence: what the words behind the year or the month make of it. */
export type TimeForm =
  /** `in 2015`, `on 1 June 2015`: the time of what is said. */
  | 'at'
  /** `of 2015`: belongs to the noun behind it. */
  | 'of'
  /** `2015 .`: the year's abbreviation, as in brackets. */
  | 'short'
  /** `of 1 June 2015` before an act; `the state as of 1 June` is `at`. */
  | 'dated'
  /** `as from 1 June 2015`, a date: the day from which a value holds. */
  | 'effective'
  /** `since 2015`, `from 2015 on`: no single year. */
  | 'since'
  /** `until 2015`, `by 1 June 2015`. */
  | 'until'
  /** `by the year 2020`, a target. */
  | 'target'
  /** `for 2015-2020`, `up to 2030` before the name of a plan: part of a name. */
  | 'named'
  /** `2010-2015`, school years: no single year. */
  | 'span'
  /** `from 2010 to 2015`: no single year, but one for each end of a change. */
  | 'from_to'
  /** `compared with 2010`. */
  | 'compared';

/** A form and the words, at the year's word or the month's word, that show it; the first that fits decides. */
export interface TimePattern {
  readonly form: TimeForm;
  readonly words: RegExp;
}

/** Words for times. Every pattern is matched against folded text (lower case, homoglyphs undone). */
export interface CalendarWords {
  /** The twelve months without their case endings. */
  readonly months: readonly string[];
  /** What may stand between two years or days: `and`. */
  readonly and: string;
  /** Any form of `year`, or of `school year`, behind the number of a year. */
  readonly yearWord: RegExp;
  readonly yearForms: readonly TimePattern[];
  /** Matched at the name of the month. */
  readonly dateForms: readonly TimePattern[];
  /** Behind a time, within its clause: makes it the base of a comparison. */
  readonly comparison: RegExp;
  /** In the words of a time: a school year, whose days no calendar tells. */
  readonly schoolYear: RegExp;
  /**
   * Right behind a time: the part of the year that is meant, by its first and last month, 1-12; null where the words leave
   * open which (`its beginning`, `the corresponding period`). The first that fits decides.
   */
  readonly parts: readonly { readonly words: RegExp; readonly months: readonly [number, number] | null }[];
  /** Between a time and a number: the time belongs to a description, `the council that works since 2005`. */
  readonly describes: RegExp;
  /** The end of words before a semicolon: a verb, so that what follows is a clause of its own and no item of a list. */
  readonly endsClause: RegExp;
  /** Right behind two days: `between`. */
  readonly between: RegExp;
}

/** A unit and the stems (regular expressions without endings) of the words that name it. */
export interface UnitWords {
  readonly unit: string;
  /** Things are counted and a bare number that follows counts them too; an age says no year. */
  readonly kind: 'count' | 'measure' | 'age';
  readonly stems: readonly string[];
}

/** Words that make a number a total. A clause ends at a comma, a semicolon, a colon or a bracket. */
export interface TotalWords {
  /** Right before the number: `a total of`. */
  readonly before: RegExp;
  /** Anywhere in its clause, which a decimal comma does not end: `altogether`. */
  readonly inClause: RegExp;
  /** Both in its clause: what opens it, `of all`, and what stands right before the number, `the number is`. */
  readonly opening: RegExp;
  readonly ending: RegExp;
}

/** What running text says about quantities: units, counted things, magnitudes, shades, and what is none. */
export interface QuantityWords {
  readonly calendar: CalendarWords;
  /** Characters of another alphabet that stand for one of this, each as long as what it stands for. */
  readonly homoglyphs: ReadonlyMap<string, string>;
  /** Endings that a noun takes, as a regular expression; may be empty. */
  readonly endings: string;
  readonly plural: RegExp;
  /** Endings behind a hyphen that leave a number a number: `1102-` with a case. */
  readonly numberEndings: RegExp;
  readonly ablative: RegExp;
  /** Multiples in front of a unit, with the prefix of the unit's code. */
  readonly magnitudes: readonly { readonly prefix: string; readonly words: RegExp }[];
  readonly units: readonly UnitWords[];
  /** Words in front of the counted noun that look like one: `school` in `preschool organisations`. */
  readonly modifiers: RegExp;
  /** Between a number and its unit: `65 and older`. */
  readonly orMore: RegExp;
  readonly moreThan: RegExp;
  readonly about: RegExp;
  /** Either of the two made a noun: `more than 10 thousand of them`. */
  readonly ofThem: RegExp;
  readonly moreThanBefore: RegExp;
  readonly aboutBefore: RegExp;
  /** A total is said by words right before the number, or by others in its clause. */
  readonly total: TotalWords;
  readonly plan: RegExp;
  /** A predicate that tells what is going to be: what a sentence with it gives is intended, but for what it starts from. */
  readonly future: RegExp;
  /** Behind the end of a range: `from 4 to 6`. */
  readonly upTo: RegExp;
  /** `per 1000 births`: not a quantity but the unit of the numbers that follow in the sentence. */
  readonly ratios: readonly { readonly unit: string; readonly words: RegExp }[];
  /**
   * Names of measures whose bare numbers have a unit by their name: the ratio of two incomes is in times. A rate that is
   * given per so many (`maternal mortality`) is one of an unknown base where its sentence does not print that.
   */
  readonly rates: readonly { readonly unit: string; readonly words: RegExp }[];
  /** Units that what stands right before the number makes of a plain one: `of GDP 3,6 %`. */
  readonly shares: readonly { readonly of: string; readonly unit: string; readonly words: RegExp }[];
  /** Numbers that are no quantities: references, classes, ranks, telephone numbers, names. */
  readonly notQuantities: readonly RegExp[];
  /** Abbreviations whose full stop ends no sentence, at the end of the text before a capital letter. */
  readonly abbreviations: RegExp;
  /** Openings of a sentence that goes on with the one before it: `of them`. */
  readonly continuations: RegExp;
  /** Openings of a paragraph that counts on in what the one before it counted: `of them`. */
  readonly countsOn: RegExp;
  /** A pronoun for all that a clause spoke of, at the opening of the next: `they`, `in them`. */
  readonly pronoun: RegExp;
}
