import { ERRATUM_KINDS, type ErratumKind } from '../identities/instance.ts';
import { count, entry, inLanguages, listOf, mapOf, someOf, text } from './forms.ts';

/** One plain sentence in each language that there is one in: what is printed where, and what the other numbers give. */
export type Sentences = Readonly<Record<string, string>> & { readonly en: string };

/** A column header that is printed wrongly and read as what it means; the values stay as printed. */
export interface HeaderCorrection {
  readonly id: string;
  readonly table: string;
  /** The codes of the table of the family, such as the year. */
  readonly codes: Readonly<Record<string, string>>;
  readonly printed: string;
  readonly read_as: string;
  readonly says: Sentences;
  readonly certainty: 'proven' | 'likely';
}

/** What a person found on looking at the source where identities are broken. */
export interface Review {
  /** The broken identities of one cause by their `check_id`, each with its two sides as they are printed. */
  readonly checks: Readonly<Record<string, readonly [number, number]>>;
  readonly says: Sentences;
  /**
   * What the person says against the kind of the identities: that the words may be meant otherwise (likely), or that no
   * method makes up for the difference (proven); the sentences tell it.
   */
  readonly certainty?: 'proven' | 'likely';
}

/** An error of the running text that no arithmetic shows, as a person found it. */
export interface Observation {
  readonly id: string;
  readonly kind: ErratumKind;
  readonly paragraph: number;
  /** Words of the paragraph as it is printed; the build stops when they no longer stand there. */
  readonly printed: string;
  readonly implied?: string;
  readonly suggestion?: string;
  /** The published cells that hold the numbers concerned. */
  readonly cells?: readonly string[];
  /** The two numbers that contradict each other: what is printed, and what it should agree with. */
  readonly sides?: readonly [number, number];
  /**
   * Of a wrong fact, where the knowledge is from that shows it: an act by its place in a register, in each language by the
   * register's name there; or a book by its title, which is the same in all.
   */
  readonly source?: string | Sentences;
  readonly says: Sentences;
  readonly certainty: 'proven' | 'likely';
}

/** What a person says of a footnote mark that cannot be meant, by the erratum that the engine makes of it. */
export interface FootnoteReview {
  readonly id: string;
  readonly says: Sentences;
}

const QUALIFIERS = ['total', 'more_than', 'about', 'plan'] as const;

/** What is said of a figure beside its value, as it is published; null where nothing is. */
export interface FigureSays {
  readonly unit?: string | null;
  readonly year?: number | null;
  readonly qualifier?: (typeof QUALIFIERS)[number] | null;
  /** The words of the time that it is said for; a person can only say that it is said for none of its sentence. */
  readonly time_quote?: string | null;
}

/** What a person reads in the sentence of a figure, where the rules of its language read something else. */
export interface FigureCorrection {
  readonly paragraph: number;
  /** The figure as `figure.quote` has it; it must stand there once. */
  readonly quote: string;
  /** What the rules make of it; the build stops when they make something else. */
  readonly read: FigureSays;
  /** What is published in its place: of the same columns. */
  readonly is: FigureSays;
  readonly because: string;
}

/** `corrections.yaml`: every human decision about what the source prints. */
export interface Corrections {
  readonly headers?: readonly HeaderCorrection[];
  readonly reviews?: readonly Review[];
  readonly observations?: readonly Observation[];
  readonly footnotes?: readonly FootnoteReview[];
  readonly figures?: readonly FigureCorrection[];
}

const implied = {
  ...text,
  pattern: '^(?!\\d{1,3}(?:\\s\\d{3})+$)',
  description: 'words, or a number without spaces between its thousands',
} as const;
const sides = { ...listOf({ type: 'number' }), minItems: 2, maxItems: 2 } as const;
const says = inLanguages(text);
const source = { ...says, type: ['string', 'object'], minLength: 1 } as const;
const certainty = { enum: ['proven', 'likely'] } as const;

/** What only knowledge from outside shows is not to be believed without a source. */
const factsHaveSources = {
  if: { properties: { kind: { not: { const: 'fact' } } } },
  else: { properties: { source }, required: ['source'] },
} as const;

const figureSays = (timeQuote: object): object => ({
  ...entry(
    {},
    {
      unit: { type: ['string', 'null'] },
      year: { type: ['integer', 'null'] },
      qualifier: { enum: [...QUALIFIERS, null] },
      time_quote: timeQuote,
    },
  ),
  minProperties: 1,
});

/** The JSON schema of `corrections.yaml`. */
export const correctionsSchema = entry(
  {},
  {
    headers: listOf(
      entry({ id: text, table: text, codes: mapOf(text), printed: text, read_as: text, says, certainty }, {}),
    ),
    observations: listOf({
      ...entry(
        { id: text, kind: { enum: ERRATUM_KINDS }, paragraph: count, printed: text, says, certainty },
        { implied, suggestion: implied, cells: someOf(text), sides, source },
      ),
      ...factsHaveSources,
    }),
    footnotes: listOf(entry({ id: text, says }, {})),
    figures: listOf(
      entry(
        {
          paragraph: count,
          quote: text,
          read: figureSays({ type: ['string', 'null'] }),
          is: figureSays({ const: null }),
          because: text,
        },
        {},
      ),
    ),
    reviews: listOf(entry({ checks: { ...mapOf(sides), minProperties: 1 }, says }, { certainty })),
  },
);
