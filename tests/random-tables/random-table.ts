import fc from 'fast-check';

/** The rows of the made-up document: their codes and labels. */
export const ROWS = [
  ['ALL', 'All orchards'],
  ['NORTH', 'North Hill'],
  ['SOUTH', 'South Hill'],
] as const;
export const TITLE = 'Balance of the orchards, in tonnes';

/** How a table prints its numbers, and how much of that its declarations say. */
export interface RandomNotation {
  readonly decimal: string;
  readonly group: string;
  /** Where the sign of a number below zero stands: `-{n}`, `({n})`. */
  readonly negative: string;
  readonly isDeclared: boolean;
}

/** What a cell says and how it is printed. */
export interface RandomCell {
  /** The value that must be published: 0 for the sign of nothing, null for another symbol or an empty cell. */
  readonly value: number | null;
  readonly printed: string;
  /** The mark of a footnote behind it. */
  readonly mark: string | undefined;
}

/** A table as a person would print it, with what it says. */
export interface RandomTable {
  readonly notation: RandomNotation;
  readonly years: readonly number[];
  readonly cells: readonly (readonly RandomCell[])[];
  /** The decimals of every number, where the declarations tell them. */
  readonly decimals: number | undefined;
  readonly hasTotals: boolean;
  readonly hasBlanks: boolean;
}

const NOTATIONS: readonly (readonly [decimal: string, group: string])[] = [
  [',', ' '],
  ['.', ','],
  [',', '.'],
  ['.', ' '],
  ['.', "'"],
];
const SIGNS = ['-{n}', '–{n}', '({n})', '{n}-', '- {n}'] as const;
const NIL = '–';
const SYMBOLS = [NIL, '…', '*'] as const;

interface Draft {
  readonly size: number;
  readonly digits: number;
  readonly isNegative: boolean;
  readonly instead: 'number' | 'symbol' | 'blank';
  readonly symbol: string;
  readonly mark: string | undefined;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  size: fc.integer({ min: 1, max: 7 }),
  digits: fc.nat({ max: 9_999_999 }),
  isNegative: fc.boolean(),
  instead: fc.constantFrom('number', 'number', 'number', 'number', 'symbol', 'blank'),
  symbol: fc.constantFrom(...SYMBOLS),
  mark: fc.constantFrom(undefined, undefined, undefined, '1', '2', '4'),
});

/** Tables of two to five columns in every notation. Totals add up where a table has them. */
export const randomTable: fc.Arbitrary<RandomTable> = fc
  .record({
    form: fc.constantFrom(...NOTATIONS),
    negative: fc.constantFrom(...SIGNS),
    isDeclared: fc.boolean(),
    isGrouped: fc.boolean(),
    places: fc.integer({ min: 0, max: 3 }),
    areDecimalsDeclared: fc.boolean(),
    hasTotals: fc.boolean(),
    mayBeNegative: fc.boolean(),
    haveMarks: fc.boolean(),
    haveSymbols: fc.boolean(),
    columns: fc.integer({ min: 2, max: 5 }),
    drafts: fc.array(draft, { minLength: 15, maxLength: 15 }),
  })
  .map(({ form: [decimal, group], negative, isDeclared, ...shape }) => {
    const notation: RandomNotation = { decimal, group, negative, isDeclared };
    const { columns, drafts, places, hasTotals } = shape;
    const numbers = drafts.map(({ size, digits, isNegative, instead }) =>
      shape.haveSymbols && instead !== 'number'
        ? undefined
        : (digits % 10 ** size) * (shape.mayBeNegative && isNegative ? -1 : 1),
    );
    const total = (column: number): number | undefined => {
      const [north, south] = [numbers[5 + column], numbers[10 + column]];
      return north === undefined || south === undefined ? numbers[column] : north + south;
    };
    const cellOf = (row: number, column: number): RandomCell => {
      const at = 5 * row + column;
      const { instead, symbol, mark } = drafts[at] ?? { instead: 'blank', symbol: '', mark: undefined };
      const number = row === 0 && hasTotals ? total(column) : numbers[at];
      if (number === undefined)
        return instead === 'symbol'
          ? { value: symbol === NIL ? 0 : null, printed: symbol, mark: undefined }
          : { value: null, printed: '', mark: undefined };
      const printed = print(number, places, shape.isGrouped, notation);
      return {
        value: number === 0 ? 0 : number / 10 ** places,
        printed,
        mark: shape.haveMarks ? mark : undefined,
      };
    };
    const cells = ROWS.map((_, row) => Array.from({ length: columns }, (__, column) => cellOf(row, column)));
    return {
      notation,
      years: Array.from({ length: columns }, (_, column) => 2001 + column),
      cells,
      decimals: shape.areDecimalsDeclared ? places : undefined,
      hasTotals,
      hasBlanks: cells.flat().some(({ printed }) => printed === ''),
    };
  });

function print(number: number, places: number, isGrouped: boolean, notation: RandomNotation): string {
  const digits = String(Math.abs(number)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, notation.group) : whole;
  const bare = places === 0 ? grouped : `${grouped}${notation.decimal}${digits.slice(-places)}`;
  return number < 0 ? notation.negative.replace('{n}', bare) : bare;
}

/** What the table's file declares. */
export function layoutOf({ notation, years, decimals, hasTotals, hasBlanks }: RandomTable): string {
  const { decimal, group, negative, isDeclared } = notation;
  const symbols = '{ "–": nil, "…": missing, "*": not_available }';
  const numbers = { decimal, group: [group], negative: [negative.replace(/\s/g, '')] };
  return [
    'dataset: balance',
    'value: tonnes',
    `title: "${TITLE}"`,
    'columns:',
    `  year: { range: [${years[0]}, ${years.at(-1)}] }`,
    'rows:',
    '  orchard: { codelist: orchard, label: name }',
    'notes: note',
    ...(decimals === undefined ? [] : [`decimals: [${decimals}]`]),
    ...(isDeclared ? [`numbers: ${JSON.stringify(numbers).slice(0, -1)}, "symbols": ${symbols} }`] : []),
    ...(hasBlanks && isDeclared ? ['blank: missing'] : []),
    ...(hasTotals
      ? [
          'identities:',
          '  - id: whole',
          '    kind: total',
          '    says: balance[orchard=ALL] = sum(balance[orchard≠ALL])',
          '    because: The whole is its parts.',
        ]
      : []),
    '',
  ].join('\n');
}
