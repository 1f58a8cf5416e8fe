import { describe, expect, it } from 'vitest';
import { drawn, laidOut, level, onlyTable, rows, spansOf, tablesOf, upright } from './made-up-page.ts';

const XS = [50, 120, 200, 260];
const HEAD = ['Valley', 'Orchard', 'Trees', 'Harvest'];
const NORTH = [
  ['', 'Ash', '120', '3.4'],
  ['', 'Birch', '88', '2.2'],
  ['', 'Cedar', '45', '1.9'],
];
const SOUTH = [
  ['', 'Dale', '60', '2.0'],
  ['', 'Elm', '210', '7.7'],
];
const WEST = SOUTH.map((row) => [...row.slice(0, 1), ...row.slice(1).map((text) => `${text}1`)]);

/** Three groups of rows, each with its label at one height, and rules at others. */
function page(labels: readonly (readonly [text: string, y: number])[], ruled: readonly number[]) {
  return laidOut(
    [
      ...rows([HEAD, ...NORTH, ...SOUTH, ...WEST], XS, 100),
      ...labels.flatMap(([text, y]) => drawn(text, 50, y)),
    ],
    { rules: ruled.map((y) => level(y, 48, 300)) },
  );
}

const LABELS = [
  ['North', 128],
  ['South', 163],
  ['West', 191],
] as const;
const labelled = (north: number): readonly (readonly string[])[] => [
  HEAD,
  ...NORTH.map((row, at) => (at === north ? ['North', ...row.slice(1)] : row)),
  ...SOUTH.map((row, at) => (at === 0 ? ['South', ...row.slice(1)] : row)),
  ...WEST.map((row, at) => (at === 0 ? ['West', ...row.slice(1)] : row)),
];

describe('labels that are set in the middle beside their rows', () => {
  it('are of all rows between two rules', () => {
    const ruled = page(LABELS, [89, 104, 146, 174, 202]);
    expect(onlyTable(ruled)).toEqual(labelled(0));
    expect(tablesOf(ruled).flatMap(spansOf)).toEqual([
      [1, 0, 3, 1],
      [4, 0, 2, 1],
      [6, 0, 2, 1],
    ]);
  });

  it('are so between upright rules too', () => {
    const uprights = [48, 110, 190, 250, 300].map((x) => upright(x, 89, 202));
    const levels = [89, 104, 146, 174, 202].map((y) => level(y, 48, 300));
    const tokens = rows([HEAD, ...NORTH, ...SOUTH, ...WEST], XS, 100);
    const boxed = laidOut([...tokens, ...LABELS.flatMap(([text, y]) => drawn(text, 50, y))], {
      rules: [...uprights, ...levels],
    });
    expect(onlyTable(boxed)).toEqual(labelled(0));
  });

  it('are of one row where they stand at the height of the first', () => {
    const ruled = page(
      [
        ['North', 114],
        ['South', 156],
        ['West', 184],
      ],
      [89, 104, 146, 174, 202],
    );
    expect(onlyTable(ruled)).toEqual(labelled(0));
    expect(tablesOf(ruled).flatMap(spansOf)).toEqual([]);
  });

  it('are of the row beside them where no rule parts the groups', () => {
    const open = page(LABELS, [89, 104, 202]);
    expect(onlyTable(open)).toEqual(labelled(1));
    expect(tablesOf(open).flatMap(spansOf)).toEqual([]);
  });

  it('have a column of their own, and heads over several columns have those of values alone', () => {
    const values = [1, 2, 3, 4].map((n) => ['', `Tree ${n}`, `9${n}.3`, `0.${n}`, `8${n}.3`, `1.${n}`]);
    const under = [['', '', 'Acc.', 'Time', 'Acc.', 'Time'], ...values];
    const tokens = [
      ...rows([['Data', 'Model', 'Small', 'Large']], [50, 120, 218, 318], 100),
      ...rows(under, [50, 120, 200, 250, 300, 350], 114),
      ...drawn('Iris', 50, 135),
      ...drawn('Wine', 50, 163),
    ];
    const found = laidOut(tokens, { rules: [89, 118, 146, 174].map((y) => level(y, 48, 380)) });
    expect(onlyTable(found)).toEqual([
      ['Data', 'Model', 'Small', '', 'Large', ''],
      ...under.map((row, at) => [['', 'Iris', '', 'Wine', ''][at], ...row.slice(1)]),
    ]);
    expect(tablesOf(found).flatMap(spansOf)).toEqual([
      [0, 2, 1, 2],
      [0, 4, 1, 2],
      [2, 0, 2, 1],
      [4, 0, 2, 1],
    ]);
  });
});
