import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { atomsOf } from '../../pipeline/normalise/reading/cell.ts';
import { inText } from '../../pipeline/normalise/reading/number.ts';
import { besideGraphs } from '../../pipeline/normalise/tables/lattice/beside.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { RowForm } from '../../pipeline/template/plan.ts';
import { fixtureFile, madeUpDocument } from '../made-up-document.ts';
import { inkFor } from './made-up-ink.ts';

/** What a text is refused with, as a person reads it. */
async function refusal(
  text: string,
  tables: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    const document = madeUpDocument(tables, new Map(Object.entries(files)));
    normalise(await extract(new TextEncoder().encode(text), 'text.txt'), document);
  } catch (error) {
    if (error instanceof SourceFault) return error.message;
    throw error;
  }
  return 'read';
}

const HARVEST = { 'tables/harvest.yaml': fixtureFile('family-of-tables', 'tables/harvest.yaml') ?? '' };
const TABLES = fixtureFile('family-of-tables', 'input.txt') ?? '';

describe('a limit that is reached is a finding that says so:', () => {
  it('a line that no page has', async () => {
    const text = `The decree.\n${'word '.repeat(20_000)}words\n${TABLES}`;
    expect(await refusal(text, ['harvest'], HARVEST)).toBe(
      'text.txt:2: file\n  expected lines of at most 100000 characters, found one of 100005; end each line where the page does',
    );
    const long = `${'word '.repeat(1999)}\n`;
    expect(await refusal(`${long}${TABLES}`, ['harvest'], HARVEST)).toBe('read');
  });

  it('a paragraph without end', async () => {
    const outline = `paragraphs: 1
parts:
  - { id: part, title: On trees, en: On trees }
annexes: { count: 1, title: "Appendix {number}", en: "Appendix {number}" }
`;
    const paragraph = (lines: number): string =>
      `The decree.\n\nOn trees\n\n1. Trees  and more.\n${`${'word '.repeat(20).trim()}\n`.repeat(lines)}\n${TABLES}`;
    const files = { ...HARVEST, 'outline.yaml': outline };
    expect(await refusal(paragraph(210), ['harvest'], files)).toMatch(
      /^text\.txt:5: anchor\n {2}expected paragraphs of at most 20000 characters, found one of \d+; where the next one begins was not seen/,
    );
    expect(await refusal(paragraph(190), ['harvest'], files)).toBe('read');
  });

  it('rows that an identity of too many values would have to decide', async () => {
    const codes = Array.from({ length: 24 }, (_, index) => `P${index}`);
    const group = (at: number): number => 500 + ((at * at * 71 + at * 29) % 499);
    const rows = codes.map((_, row) =>
      Array.from(
        { length: 10 },
        (_, column) => `${group(row * 10 + column)} ${group(row + column * 40 + 7)}`,
      ),
    );
    const numberIn = (cell: string): number => Number(cell.replace(' ', ''));
    const total = Array.from({ length: 10 }, (_, column) =>
      String(rows.reduce((sum, row) => sum + numberIn(row[column] ?? ''), 0)).replace(
        /\B(?=(?:\d{3})+$)/g,
        ' ',
      ),
    );
    const list = fixtureFile('document', 'codelists/orchard.csv')?.split('\n')[0] ?? '';
    const entry = (code: string): string =>
      list
        .split(',')
        .map((_, column) => (column === 0 ? code : `Place ${code}`))
        .join(',');
    const message = await refusal(
      [
        'Appendix 1 to the report\n\nTrees planted less trees felled',
        Array.from({ length: 10 }, (_, column) => 2001 + column).join(' '),
        `Place ALL ${total.join(' ')}`,
        ...rows.map((row, index) => `Place P${index} ${row.join(' ')}`),
      ].join('\n'),
      ['change'],
      {
        'codelists/orchard.csv': `${list}\n${['ALL', ...codes].map(entry).join('\n')}\n`,
        'tables/change.yaml': `dataset: change
value: trees
title: Trees planted less trees felled
columns: { year: { range: [2001, 2010] } }
rows: { orchard: { codelist: orchard, label: name } }
decimals: [0]
identities:
  - id: total
    kind: total
    says: change[orchard=ALL] = sum(change[orchard≠ALL])
    because: The whole is its parts.
`,
      },
    );
    expect(message).toContain('text.txt:6: table change, row Place P0 (P0)\n  expected one reading');
    expect(message).toContain(
      '; no more combinations were tried: their number is over the limit; set the columns apart, or declare an identity of fewer values',
    );
  });

  it('headers that share words in more ways than are tried', async () => {
    const table = (columns: readonly string[]): string => `dataset: change
value: trees
title: Trees planted less trees felled
columns: { year: { labels: { ${columns.map((label, index) => `${2001 + index}: "${label}"`).join(', ')} } } }
rows: { orchard: { codelist: orchard, label: name } }
decimals: [0]
`;
    const rows = ['All orchards', 'North Hill', 'South Hill'].map((label) => `${label} 1 2 3 4 5 6 7 8`);
    const printed = (header: readonly string[]): string =>
      ['Appendix 1 to the report\n\nTrees planted less trees felled', ...header, ...rows].join('\n');
    const outcome = (columns: readonly string[], header: readonly string[]): Promise<string> =>
      refusal(printed(header), ['change'], { 'tables/change.yaml': table(columns) });
    const alike = Array<string>(8).fill('a a a a a a a a');
    const ended = alike.with(7, 'a a a a a a a b');
    expect(await outcome(ended, Array<string>(64).fill('a').with(63, 'c'))).toMatch(
      /^text\.txt:\d+: table change\n.*words that several of them share, in more orders than are tried: a limit is reached/,
    );
    const orders = [...Array<string>(6).fill('a a a a'), 'p', 'q'];
    expect(await outcome(orders, [...Array<string>(24).fill('a'), 'q p'])).toMatch(
      /^text\.txt:\d+: table change\n.*a limit is reached/,
    );
    expect(await outcome(['a p', 'a q', 'r', 's', 't', 'u', 'v', 'w'], ['a a r s t u v w', 'q p'])).toContain(
      'two columns are swapped',
    );
  });

  it('cells of several lines that stand beside each other in too many ways', () => {
    const ink = inkFor(Array(3).fill('1 2 3 4 5 6 7 8 9 1 2 3 4').join('\n'));
    const column = { decimals: [0], minimum: 0, maximum: 999_999 };
    const form: RowForm = {
      columns: Array(6).fill(column),
      marks: [],
      phrases: [],
      notation: inText(','),
      ink: '',
    };
    const atoms = [...atomsOf(ink, { from: 0, to: ink.folded.length }, form)];
    const lines = [0, 13, 26].map((from) => atoms.slice(from, from + 13));
    expect(besideGraphs(ink, lines, form, false, () => true, 2000)).toEqual([undefined]);
    const few = lines.map((line) => line.slice(0, 3));
    expect(besideGraphs(ink, few, form, false, () => true)[0]?.count).toBeGreaterThan(1);
  });
});
