import type { IdentityLayout } from '../../identities/instance.ts';
import { count, decimals, entry, listOf, mapOf, name, someOf, text, written } from '../forms.ts';
import { identitiesSchema } from '../identities.ts';
import { type Meaning, marksSchema, meaningSchema, type NumbersLayout, numbersSchema } from '../notation.ts';

/** A printed text: as it is printed, or by language where it is also said in others. */
export type PrintedText = string | Readonly<Record<string, string>>;

/** The codes of one key, and what is printed for each. Exactly one way to list them. */
export interface KeyLayout {
  /** By code; or the printed texts alone, whose codes are made of them: `Black Hawk` is `black_hawk`. */
  readonly labels?: ReadonlyMap<string, PrintedText> | readonly string[];
  /** Every whole number from the first to the last, such as years. */
  readonly range?: readonly [number, number];
  /** With `range`: what is printed, the code standing for `{key}`; with `codelist`: the column of the labels. */
  readonly label?: string;
  /** A CSV under codelists/, its first column holding the codes. */
  readonly codelist?: string;
  /** The file of another table whose key of this name has the same codes and labels. */
  readonly from?: string;
  /** `some`: not every code is printed under every heading; those that are keep the declared order. */
  readonly printed?: 'some';
  /** By code, where it is not the same for the whole table. */
  readonly units?: Readonly<Record<string, string>>;
  readonly decimals?: Readonly<Record<string, readonly number[]>>;
}

/** A column by its place in the table: the name of a key, `value`, `ignore`, or what it says in full. */
export type ColumnLayout =
  | string
  | ({
      /** What is printed above it; several levels from the top down. */
      readonly header?: string | readonly string[];
      /** The key whose labels it holds. */
      readonly key?: string;
      /** It is not published. */
      readonly ignore?: boolean;
      /** By code where its cells hold several values: `{ persons: persons, share: percent }`. */
      readonly unit?: string | Readonly<Record<string, string>>;
      readonly decimals?: readonly number[] | Readonly<Record<string, readonly number[]>>;
      // Everything else is a key with the code of the column.
    } & Readonly<Record<string, unknown>>);

/**
 * Rows that are listed by hand: a heading with the codes of the rows below it, a label with its codes, or all rows that
 * the choices of some keys make.
 */
export type RowLayout = ReadonlyMap<string, string | readonly string[] | KeyLayout>;

/** The columns: all of them from left to right, or the keys that their headers tell, the top level first. */
export type ColumnsLayout = readonly ColumnLayout[] | ReadonlyMap<string, KeyLayout>;

/** What one file under `tables/` declares of a document that lists its `tables`. */
export interface TableLayout {
  readonly dataset?: string;
  readonly value?: string;
  readonly title?: PrintedText;
  readonly pages?: number | string;
  /** Which table of its page it is, from 1. */
  readonly table?: number;
  readonly description?: PrintedText;
  /** The same codes for every value, such as the year that the title names. */
  readonly codes?: Readonly<Record<string, string>>;
  /** A family of tables whose titles name a code. */
  readonly for?: ReadonlyMap<string, KeyLayout>;
  readonly columns?: ColumnsLayout;
  readonly rows: ReadonlyMap<string, KeyLayout> | readonly RowLayout[];
  readonly continued?: {
    readonly title?: string;
    readonly columns?: ColumnsLayout;
    readonly heading?: string;
  };
  readonly unit?: string;
  readonly decimals?: readonly number[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly numbers?: NumbersLayout;
  readonly marks?: readonly string[];
  /** The notes that marks stand for: by mark, the marks alone, or a code list of them. */
  readonly notes?: ReadonlyMap<string, string> | readonly string[] | string;
  readonly nil?: Meaning;
  readonly blank?: Meaning;
  /** Texts of rows that are not read; `*` stands for any text. */
  readonly ignore?: readonly string[];
  readonly identities?: readonly IdentityLayout[];
}

const texts = someOf(text);

/** The JSON schema of a text that is printed, or of one in several languages. */
export const printedTextSchema = {
  anyOf: [
    text,
    {
      ...mapOf(text),
      minProperties: 1,
      propertyNames: written('^[a-z]{2,3}$', 'a language such as en'),
    },
  ],
} as const;

/** A row that has values and no label has an empty one. */
const label = { anyOf: [printedTextSchema, { const: '' }] } as const;

/** The JSON schema of the codes of a key. */
export const keySchema = {
  ...entry(
    {},
    {
      labels: { anyOf: [{ ...mapOf(label), minProperties: 1, ordered: true }, texts] },
      range: {
        ...listOf({ type: 'integer' }),
        minItems: 2,
        maxItems: 2,
        description: 'the first and the last whole number, such as [2009, 2012]',
      },
      label: text,
      codelist: text,
      from: text,
      printed: { enum: ['some'] },
      units: mapOf(text),
      decimals: mapOf(decimals),
    },
  ),
  description:
    'a mapping that lists its codes: { labels: [...] }, { range: [2009, 2012] }, { codelist: ... } or { from: ... }',
} as const;

const keys = { ...mapOf(keySchema), minProperties: 1, ordered: true } as const;
const column = {
  ...mapOf(text),
  minProperties: 1,
  properties: {
    header: { anyOf: [text, texts] },
    key: text,
    ignore: { const: true },
    unit: { anyOf: [text, mapOf(text)] },
    decimals: { anyOf: [decimals, mapOf(decimals)] },
  },
} as const;
const columns = { anyOf: [someOf({ anyOf: [text, column] }), keys] } as const;
const row = {
  ...mapOf({ anyOf: [text, keySchema] }),
  description: 'a row such as { label: North, region: north } or { heading: Towns }',
  minProperties: 1,
  ordered: true,
  properties: { label: { anyOf: [{ type: 'string' }, texts] }, heading: text, unit: text },
} as const;

/** The JSON schema of a file under `tables/` of a document that lists its `tables`. */
export const tableLayoutSchema = entry(
  { rows: { anyOf: [keys, someOf(row)] } },
  {
    dataset: name,
    value: name,
    title: printedTextSchema,
    description: printedTextSchema,
    pages: {
      anyOf: [count, written('^\\d+(-\\d+)?(, ?\\d+(-\\d+)?)*$', 'pages such as 3, 3-4 or 3, 5-7')],
    },
    table: count,
    codes: mapOf(text),
    for: { ...keys, maxProperties: 1 },
    columns,
    continued: { ...entry({}, { title: text, columns, heading: text }), minProperties: 1 },
    unit: text,
    decimals,
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    numbers: numbersSchema,
    marks: marksSchema,
    notes: { anyOf: [{ ...mapOf(text), ordered: true }, texts, text] },
    nil: meaningSchema,
    blank: meaningSchema,
    ignore: texts,
    identities: identitiesSchema,
  },
);
