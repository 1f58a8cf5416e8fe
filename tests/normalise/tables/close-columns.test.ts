import { describe, expect, it } from 'vitest';
import { widthOf, words } from '../../extract/pdf/made-up-pdf.ts';
import { type Declared, line, readPages, refused } from './printed.ts';

const SIZE = 8;
const TABLE = `title: Sales
columns: { sex: { labels: { men: M, women: W, all: T } } }
rows: { region: { labels: [North, South, East, West] } }
`;
const SUM = `identities:
  - id: both_sexes
    kind: sum
    says: sales[sex=all] = sum(sales[sex≠all])
    because: all are men and women
`;
const declared = (identities = ''): Declared => ({ tables: { sales: TABLE + identities } });

const endingAt = (right: number, y: number, text: string): string =>
  words(right - widthOf(text, SIZE), y, text, SIZE);

/** A table without rules whose first two columns come so close in its first row that both may be one number. */
function page(rows: readonly (readonly [string, string, string, string])[]): string {
  const gap = 3;
  const body = rows.map(([label, men, women, all], at) => {
    const y = 240 - 14 * at;
    const first = endingAt(at === 0 ? 112 : 104, y, men);
    return words(20, y, label, SIZE) + first + words(112 + gap, y, women, SIZE) + endingAt(200, y, all);
  });
  const heads = endingAt(100, 255, 'M') + endingAt(112 + gap + widthOf('345', SIZE), 255, 'W');
  return line('Sales') + words(20, 255, 'Region', SIZE) + heads + endingAt(200, 255, 'T') + body.join('');
}
const ROWS = [
  ['North', '12', '345', '357'],
  ['South', '7', '210', '217'],
  ['East', '30', '118', '148'],
  ['West', '5', '400', '405'],
] as const;

describe('a table whose columns come so close that two numbers may be one', () => {
  it('is read where an identity tells its numbers apart', async () => {
    const { values } = await readPages(declared(SUM), [page(ROWS)]);
    expect(Object.values(values)).toEqual(ROWS.flatMap(([, ...row]) => row));
  });

  it('is refused where none does, with its page and what would help', async () => {
    const findings = await refused(declared(), [page(ROWS)]);
    expect(findings).toHaveLength(ROWS.length);
    expect(findings[0]).toMatchObject({
      place: { file: 'survey.pdf', page: 1, line: 3, table: 'sales' },
      expected: 'numbers that can be told apart',
      found: '12 | 345 | 357, where a space may part two numbers or the digits of one',
      action:
        'declare an identity that it is part of: its columns are printed too close to each other to be told apart by their places',
    });
  });

  it('is refused where a digit of it breaks the identity', async () => {
    const [, ...others] = ROWS;
    const findings = await refused(declared(SUM), [page([['North', '12', '345', '358'], ...others])]);
    expect(findings.map(({ place }) => [place.table, place.line])).toContainEqual(['sales', 3]);
  });
});
