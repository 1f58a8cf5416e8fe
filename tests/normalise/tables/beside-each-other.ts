import { SourceFault } from '../../../pipeline/page/finding.ts';
import { type Declared, line, ruled } from './printed.ts';

/** Rows of texts, the boxhead first. */
export type Rows = readonly (readonly string[])[];

export const REGIONS: Rows = [
  ['Region', '2010', '2011'],
  ['North', '1', '2'],
  ['South', '3', '4'],
  ['East', '5', '6'],
];
export const FRUIT: Rows = [
  ['Fruit', '2010', '2011'],
  ['Apples', '11', '12'],
  ['Pears', '13', '14'],
  ['Plums', '15', '16'],
];
export const COSTS: Rows = REGIONS.map((row, at) =>
  at === 0 ? row : row.map((text, column) => (column === 0 ? text : `2${text}`)),
);

export const columns = 'columns: { year: { range: [2010, 2011] } }\n';
export const regions = `${columns}rows: { region: { labels: [North, South, East] } }\n`;
export const fruit = `title: Fruit sold\n${columns}rows: { fruit: { labels: [Apples, Pears, Plums] } }\n`;
export const NUMBERS = 'numbers: { group: [","] }\n';
export const both: Declared = { document: NUMBERS, tables: { sales: `title: Sales\n${regions}`, fruit } };
export const equal: Declared = {
  document: NUMBERS,
  tables: { sales: `title: Sales\n${regions}`, costs: `title: Costs\n${regions}` },
};
export const READ = {
  'north.2010': '1',
  'north.2011': '2',
  'south.2010': '3',
  'south.2011': '4',
  'east.2010': '5',
  'east.2011': '6',
};
export const READ_FRUIT = {
  'apples.2010': '11',
  'apples.2011': '12',
  'pears.2010': '13',
  'pears.2011': '14',
  'plums.2010': '15',
  'plums.2011': '16',
};

export interface Beside {
  readonly titles?: readonly (readonly [title: string, x: number, y?: number])[];
  readonly gap?: number;
  /** The top of the right table. */
  readonly top?: number;
  readonly height?: number;
  readonly isRuled?: boolean;
}

/** Two tables beside each other, the left one 100 points wide. */
export function beside(
  left: Rows,
  right: Rows,
  { titles, gap = 40, top = 260, height = 16, isRuled = false }: Beside = {},
): string {
  const widths = [40, 30, 30];
  const x = 120 + gap;
  const told = titles ?? [
    ['Sales', 20],
    [right === FRUIT ? 'Fruit sold' : 'Costs', x, top + 15],
  ];
  return (
    told.map(([title, at, y]) => line(title, y, at)).join('') +
    ruled({ rows: left, widths, isRuled }) +
    ruled({ rows: right, left: x, widths, isRuled, top, height })
  );
}

/** The rows of two tables as a text that keeps its columns. */
export function asText(titles: readonly [string, string], left: Rows, right: Rows): Uint8Array {
  const row = (texts: readonly string[] = []): string =>
    texts.map((text, at) => (at === 0 ? text.padEnd(10) : text.padStart(6))).join('');
  const lines = [
    titles[0].padEnd(34) + titles[1],
    '',
    ...left.map((texts, at) => row(texts).padEnd(34) + row(right[at])),
  ];
  return new TextEncoder().encode(`${lines.map((each) => each.trimEnd()).join('\n')}\n`);
}

/** The message that refuses them. */
export async function refusal(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof SourceFault) return error.message;
    throw error;
  }
  return 'read';
}
