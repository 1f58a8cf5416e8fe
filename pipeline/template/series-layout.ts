import type { IdentityLayout } from '../identities/instance.ts';
import { count, entry, listOf, mapOf, someOf, text, written } from './forms.ts';
import { identitiesSchema } from './identities.ts';
import { YEAR_BASES, type YearBasis } from './slot.ts';

/** What can be said once for a whole series or passage, and again for a figure that differs. */
export interface FigureCodes {
  readonly measure?: string;
  /** Code of the kind, region, sex, article ... that the figure is for; `_T` where nothing is said. */
  readonly category?: string;
  /** The year that the figure is said for. */
  readonly year?: number;
  /** Code of the code list `unit`. */
  readonly unit?: string;
  /** What its year rests on, where that is not whether the paragraph prints it. */
  readonly year_basis?: YearBasis;
  /** Of a figure for several years together, of which `year` is the last: the first of them. */
  readonly first_year?: number;
}

/**
 * A figure, or several of one form, by the words that are printed beside it. `_` stands for the figure:
 * `_ әйелдер`, `олардың _ мыңнан`; without it the figure stands behind the words. Dashes, brackets, the sign
 * for per cent and case endings between the two need not be written. No label: the figure that comes next.
 */
export interface FigureLayout extends FigureCodes {
  readonly label?: string;
  /** A list by years, each year printed before its figures: `2010 жылы – 6 237, 2011 жылы – 4 805`. */
  readonly years?: readonly number[];
  /** A list by kinds, each with the words printed beside its first figure: `физика – 49,6 % (3 551 мектеп)`. */
  readonly items?: ReadonlyMap<string, string>;
  /** The figures of each year or item, where they are not just one. */
  readonly each?: readonly (FigureCodes & { readonly label?: string })[];
}

/** A stretch of a paragraph in which every figure is a member of the series. */
interface PassageLayout extends FigureCodes {
  readonly paragraph: number;
  /** The words that the stretch begins with, where it is not the whole paragraph. */
  readonly from?: string;
  /** The words that it ends with. */
  readonly to?: string;
  /** The figures in printed order. */
  readonly figures: readonly FigureLayout[];
  /** Words with numbers in the stretch that are no members. */
  readonly aside?: readonly string[];
}

/** A series that the prose prints. */
interface SeriesLayout extends FigureCodes {
  /** Code of the code list `series`. */
  readonly series: string;
  readonly passages: readonly PassageLayout[];
}

/** `series.yaml`: the series of a document's prose. No value stands in it: values are read from the text. */
export interface SeriesFile {
  readonly series: readonly SeriesLayout[];
  readonly identities?: readonly IdentityLayout[];
}

const code = written('^[\\w+-]+$', 'a code of letters, digits, +, - and _');
const year = { type: 'integer', minimum: 1900, maximum: 2099 } as const;
const codes = {
  measure: written('^[a-z]\\w*$', 'a name of letters, digits and underscores'),
  category: code,
  year,
  unit: code,
  year_basis: { enum: YEAR_BASES },
  first_year: year,
} as const;

const figure = entry(
  {},
  {
    ...codes,
    label: text,
    years: someOf(year),
    items: { ...mapOf(text), ordered: true, propertyNames: code, minProperties: 1 },
    each: someOf(entry({}, { ...codes, label: text })),
  },
);

const passage = entry(
  { paragraph: count, figures: someOf(figure) },
  { ...codes, from: text, to: text, aside: someOf(text) },
);

/** The JSON schema of `series.yaml`. */
export const seriesSchema = entry(
  { series: listOf(entry({ series: code, passages: someOf(passage) }, codes)) },
  { identities: identitiesSchema },
);
