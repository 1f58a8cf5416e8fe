import type { IdentityLayout } from '../identities/instance.ts';
import { decimals, entry, listOf, mapOf, someOf, text } from './forms.ts';
import { identitiesSchema } from './identities.ts';
import { type Meaning, marksSchema, meaningSchema, type NumbersLayout, numbersSchema } from './notation.ts';

/** The codes of one dimension of a table, and what is printed for each. Exactly one way to list the codes. */
export interface DimensionLayout {
  /** Every whole number from the first to the last, such as years. */
  readonly range?: readonly [number, number];
  /** With `range`: what is printed, the code standing for `{key}`: `{year} жыл`. */
  readonly label?: string;
  readonly codelist?: string;
  /** With `codelist`: the codes in printed order, as groups of one column's values: oblasts, then cities. */
  readonly order?: Readonly<Record<string, readonly string[]>>;
  /** The printed label of each code, in printed order; with `codelist` only of codes whose label differs here. */
  readonly labels?: ReadonlyMap<string, string>;
  /** With `codelist`: columns whose every new value is printed as a heading above its rows. */
  readonly headings?: readonly {
    readonly column: string;
    readonly labels?: Readonly<Record<string, string>>;
  }[];
  /** With `codelist`: the columns that hold a label's footnote marks, a row's decimals, a row's unit. */
  readonly marks?: string;
  readonly decimals?: string | Readonly<Record<string, readonly number[]>>;
  readonly unit?: string;
  /** The unit of each code's values, where it is not the same for the whole table. */
  readonly units?: Readonly<Record<string, string>>;
}

/** The codes of a row that is listed by hand, as text. */
type RowLayout =
  | { readonly heading: string }
  | ({ readonly label: string } & Readonly<Record<string, string>>);

/** A text that stands where numbers are expected. */
export type PhraseLayout =
  | { readonly sentence: string }
  | { readonly spanning: string; readonly columns: number; readonly status: 'X' };

/** A printed sentence that carries values: `{name}` is a number, `[...]` optional. */
export interface SentenceLayout {
  readonly text: string;
  /** For each `{name}`: the table and the codes that it is a value of, and its unit. */
  readonly values: Readonly<Record<string, { readonly table: string } & Readonly<Record<string, string>>>>;
}

/** A printed table, or a family of tables that differ in one code of the title. */
export interface GridLayout {
  readonly dataset: string;
  readonly value: string;
  readonly for?: Readonly<Record<string, DimensionLayout>>;
  readonly title: string;
  /** What is printed in the title's place where the table goes on on another page: `{title} (continued)`. */
  readonly continued?: { readonly title: string };
  /** Header cells that head no column of values. */
  readonly header?: readonly string[];
  readonly columns?: Readonly<Record<string, DimensionLayout>>;
  readonly blocks?: Readonly<Record<string, DimensionLayout>>;
  readonly rows: Readonly<Record<string, DimensionLayout>> | readonly RowLayout[];
  /** A last row of totals over the rows; goes to `printed_total` under the code of the column's `key`. */
  readonly totals?: { readonly label: string; readonly key: string };
  readonly decimals?: readonly number[];
  /** How this table's numbers and marks are printed, where it is not as in the rest of the document. */
  readonly numbers?: NumbersLayout;
  readonly marks?: readonly string[];
  /** What the document's nil says in this table, where it is not zero. */
  readonly nil?: Meaning;
  /** What an empty cell says; without it an empty cell is a finding. */
  readonly blank?: Meaning;
  /** The code list of footnote marks that values may carry. */
  readonly notes?: string;
  readonly phrases?: readonly PhraseLayout[];
  readonly sentences?: readonly SentenceLayout[];
  readonly identities?: readonly IdentityLayout[];
}

/** A list in running text: an opening, one item a code, a closing. */
export interface ListLayout {
  readonly dataset: string;
  readonly opening: string;
  readonly items: Readonly<Record<string, DimensionLayout>>;
  readonly text: string;
  readonly closing?: string;
  readonly identities?: readonly IdentityLayout[];
}

/** Footnotes under a table: their text is a column of a code list. */
interface NotesLayout {
  readonly notes: string;
  readonly text: string;
}

/** Running text of an annex that carries values. */
interface ProseLayout {
  readonly sentences: readonly SentenceLayout[];
  readonly identities?: readonly IdentityLayout[];
}

/** A declaration: what one file under `tables/` says. */
export type Layout = GridLayout | ListLayout | NotesLayout | ProseLayout;

const dimension = entry(
  {},
  {
    range: { ...listOf({ type: 'integer' }), minItems: 2, maxItems: 2 },
    label: text,
    codelist: text,
    order: { ...mapOf(listOf(text)), minProperties: 1, maxProperties: 1 },
    labels: { ...mapOf(text), ordered: true },
    headings: listOf(entry({ column: text }, { labels: mapOf(text) })),
    marks: text,
    decimals: { anyOf: [text, mapOf(decimals)] },
    unit: text,
    units: mapOf(text),
  },
);
const oneDimension = { ...mapOf(dimension), minProperties: 1, maxProperties: 1 } as const;
const sentences = listOf(
  entry({ text, values: mapOf({ ...mapOf(text), required: ['table'], properties: { table: text } }) }, {}),
);
const identities = identitiesSchema;

const grid = entry(
  {
    dataset: text,
    value: text,
    title: text,
    rows: { anyOf: [oneDimension, someOf(mapOf(text))] },
  },
  {
    for: oneDimension,
    continued: entry({ title: text }, {}),
    header: listOf(text),
    columns: oneDimension,
    blocks: oneDimension,
    totals: entry({ label: text, key: text }, {}),
    decimals,
    numbers: numbersSchema,
    marks: marksSchema,
    nil: meaningSchema,
    blank: meaningSchema,
    notes: text,
    phrases: listOf(
      entry(
        {},
        {
          sentence: text,
          spanning: text,
          columns: { type: 'integer', minimum: 2 },
          status: { enum: ['X'] },
        },
      ),
    ),
    sentences,
    identities,
  },
);

const list = entry(
  { dataset: text, opening: text, items: oneDimension, text },
  { closing: text, identities },
);
const notes = entry({ notes: text, text }, {});
const prose = entry({ sentences }, { identities });

/** The JSON schema that a file under `tables/` must meet; its keys tell which kind it is. */
export function layoutSchema(value: unknown): object {
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  if (has('opening') || has('items')) return list;
  if (has('dataset') || has('title') || has('rows')) return grid;
  return has('sentences') ? prose : notes;
}
