import { type Declared, line, readSource, ruled } from './printed.ts';

/** What declares a table of four values, with further lines. */
export const table = (more = ''): string =>
  `title: Sales\ncolumns: { year: { range: [2010, 2011] } }\nrows: { region: { labels: [North, South] } }\n${more}`;
/** The page that prints it, with these values. */
export const page = (...cells: readonly string[]): readonly string[] => [
  line('Sales') +
    ruled({
      rows: [
        ['Region', '2010', '2011'],
        ['North', ...cells.slice(0, 2)],
        ['South', ...cells.slice(2, 4)],
      ],
    }),
];
/** Reads the same as a page of HTML. */
export const readMarkup = (declared: Declared, ...cells: readonly string[]): ReturnType<typeof readSource> =>
  readSource(
    declared,
    new TextEncoder().encode(
      `<p>Sales<table><tr><th>Region<th>2010<th>2011<tr><td>North<td>${cells[0]}<td>${cells[1]}<tr><td>South<td>${cells[2]}<td>${cells[3]}</table>`,
    ),
    'survey.html',
  );
/** A notation of numbers. */
export const NUMBERS =
  'numbers: { decimal: ".", group: [","], negative: ["-", "({n})"], symbols: { "*": missing, "-": nil }, affixes: ["%"] }\n';
