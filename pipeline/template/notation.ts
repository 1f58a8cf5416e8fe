import { remembered } from '../page/remembered.ts';
import { entry, mapOf, someOf, written } from './forms.ts';

/**
 * What a symbol that stands in a number's place says: nothing was counted, which is zero; there can be no value, as of the
 * villages of a city; or the value is not known.
 */
export type SymbolMeaning = 'nil' | 'not_applicable' | 'missing';

/** What is printed before and behind a number: `{n}-` is a minus behind it, `({n})` brackets around it. */
export interface Around {
  readonly before: string;
  readonly behind: string;
}

/** How numbers are printed: which characters mean what. The evidence that is called form. */
export interface Notation {
  /** The signs that may part whole and fraction; two only where nothing is declared. None: whole numbers alone. */
  readonly decimal: readonly string[];
  /** The signs between groups of digits; a space stands for white space of every kind. */
  readonly groups: readonly string[];
  /** How many digits stand in each group, from the right, the last for all before it: `1,23,45,678` has 3, 2, 2. */
  readonly groupDigits: readonly number[];
  /** How a number below zero is marked. */
  readonly negative: readonly Around[];
  /** Symbols that stand for a value, as printed: a hyphen is no dash. */
  readonly symbols: readonly (readonly [symbol: string, meaning: SymbolMeaning])[];
  /** What may stand before or behind a number and says nothing of its size: `%`, `€`; around it with `{n}`: `({n})`. */
  readonly affixes: readonly string[];
  /** How the marks of footnotes are printed, the mark itself aside. */
  readonly marks: readonly Around[];
  /** Whether a person has declared it. What is not declared is read only where it can be read in one way. */
  readonly isDeclared: boolean;
  /** Whether `.5` is a number: where a cell is certain, it is no end of another number whose beginning stands elsewhere. */
  readonly hasBareFractions?: boolean;
}

/** What a symbol or an empty cell is declared to say. */
export type Meaning = 'nil' | 'not_applicable' | 'missing' | 'not_available';

/** The status that a declared meaning is published with. */
export function meaningOf(meaning: Meaning): SymbolMeaning {
  return meaning === 'not_available' ? 'missing' : meaning;
}

/** `numbers` in document.yaml or in a table's file. */
export interface NumbersLayout {
  readonly decimal?: string;
  readonly group?: readonly string[];
  readonly group_digits?: readonly number[];
  readonly negative?: readonly string[];
  readonly symbols?: Readonly<Record<string, Meaning>>;
  readonly affixes?: readonly string[];
}

/** What stands for the number in a declared form. */
const NUMBER = '{n}';
/** Marks without a sign around them, told by print alone. Those that are listed are read wherever they are raised. */
const RAISED = 'raised';
const THOUSANDS = [3];
const DASHES = ['-', '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－'];

/**
 * What is read where a document declares nothing. A comma or a point before the last digits is their decimal sign if
 * the number can be read in no other way: `12,5` can not, `6,709` may be six thousand. See `doubtful-notation.ts`.
 */
export const UNDECLARED: Notation = {
  decimal: [',', '.'],
  groups: [' '],
  groupDigits: THOUSANDS,
  negative: DASHES.map((dash) => ({ before: dash, behind: '' })),
  symbols: [...DASHES.map((dash) => [dash, 'nil'] as const), ['…', 'missing'], ['...', 'missing']],
  affixes: [],
  marks: [{ before: '', behind: ')' }],
  isDeclared: false,
};

/**
 * The notation that `numbers` and `marks` declare, on top of that of the whole document. What `numbers` leaves out is
 * not used: without `decimal` there are whole numbers alone, without `group` all digits stand together.
 */
export function notationOf(
  numbers: NumbersLayout | undefined,
  marks: readonly string[] | undefined,
  base: Notation = UNDECLARED,
): Notation {
  const withMarks =
    marks === undefined ? base : { ...base, marks: marks.filter((form) => form !== RAISED).map(aroundOf) };
  if (numbers === undefined) return withMarks;
  return {
    decimal: numbers.decimal === undefined ? [] : [numbers.decimal],
    groups: numbers.group ?? [],
    groupDigits: numbers.group_digits ?? THOUSANDS,
    negative: (numbers.negative ?? []).map(aroundOf),
    symbols: Object.entries(numbers.symbols ?? {}).map(([symbol, meaning]) => [
      symbol.normalize('NFC').replace(/\s+/g, ' ').trim(),
      meaningOf(meaning),
    ]),
    affixes: numbers.affixes ?? [],
    marks: withMarks.marks,
    isDeclared: true,
  };
}

/**
 * A table's notation in which its nil says something else: one document prints `-` where nobody was convicted, which is
 * zero, and where a city has no villages, which is no value.
 */
export function withNil(notation: Notation, nil: Meaning | undefined): Notation {
  if (nil === undefined) return notation;
  const said = meaningOf(nil);
  const symbols = notation.symbols.map(
    ([symbol, meaning]) => [symbol, meaning === 'nil' ? said : meaning] as const,
  );
  return { ...notation, symbols };
}

/** A sign without a number stands before it. */
function aroundOf(form: string): Around {
  const [before = '', behind = ''] = form.includes(NUMBER) ? form.split(NUMBER) : [form, ''];
  return { before: before.trim(), behind: behind.trim() };
}

/** Every character that a number, a symbol or a mark may be made of besides digits. */
export const inkOfNotation = remembered((notation: Notation): ReadonlySet<string> => {
  const { decimal, groups, negative, symbols, affixes, marks } = notation;
  const around = [...negative, ...marks].flatMap(({ before, behind }) => [before, behind]);
  const besides = affixes.map((affix) => affix.replace(NUMBER, ''));
  const texts = [...decimal, ...groups, ...around, ...besides, ...symbols.map(([symbol]) => symbol)];
  return new Set([...texts.join('')].filter((character) => character.trim() !== ''));
});

const sign = (pattern: string, description: string): object => ({
  ...written(pattern, description),
  minLength: 1,
  maxLength: 1,
});
const some = (items: object): object => ({ ...someOf(items), uniqueItems: true });
/** No letter or digit: a sign that is a digit would be read as one. */
const form = written('^[^\\d\\p{L}]+$|^[^\\d\\p{L}]*\\{n\\}[^\\d\\p{L}]*$', 'a sign, or signs around {n}');

/** The JSON schema of what a symbol or an empty cell says. */
export const meaningSchema = { enum: ['nil', 'not_applicable', 'missing', 'not_available'] } as const;

/** The JSON schema of `numbers`. */
export const numbersSchema = {
  ...entry(
    {},
    {
      decimal: sign("^[,.·'’٫，．]$", 'a decimal sign: a comma or a point'),
      group: some(
        sign("^[ ,.'’`·_٬，．]$", 'a sign between thousands: a space, a comma, a point or an apostrophe'),
      ),
      group_digits: someOf({ type: 'integer', minimum: 2, maximum: 4 }),
      negative: some(form),
      symbols: {
        ...mapOf(meaningSchema),
        minProperties: 1,
        propertyNames: { type: 'string', pattern: '^\\s*[^\\d\\s][^\\d]*$' },
      },
      affixes: some(written('^[^\\d\\s]([^\\d]*[^\\d\\s])?$', 'a text without digits')),
    },
  ),
  minProperties: 1,
} as const;

/** The JSON schema of `marks`. */
export const marksSchema: object = some(
  written(
    '^[^\\d\\p{L}{}]*\\{n\\}[^\\d\\p{L}{}]*$|^raised$',
    'signs around {n}, which stands for the mark, or raised',
  ),
);
