import { describe, expect, it } from 'vitest';
import { line, readPages, readSource, refused, ruled } from './printed.ts';

const TABLE = `title: Sales
columns: { year: { range: [2010, 2011] } }
rows: { region: { labels: [North, South] } }
`;
const page = (...rows: readonly (readonly string[])[]): readonly string[] => [
  line('Sales') + ruled({ rows: [['Region', '2010', '2011'], ...rows] }),
];
const MORE = page(['North', '1', '2'], ['of which ash', '8', '9'], ['South', '3', '4']);

describe('rows of a declared table', () => {
  it('are left out with their values by a rule, and by nothing else', async () => {
    const { values, owned } = await readPages({ tables: { sales: `${TABLE}ignore: ["of which*"]\n` } }, MORE);
    expect(Object.values(values)).toEqual(['1', '2', '3', '4']);
    const ignored = owned.filter(({ element }) => element === 'ignored');
    expect(ignored.reduce((sum, { from, to }) => sum + to - from, 0)).toBe('ofwhichash89'.length);
    const [finding] = await refused({ tables: { sales: TABLE } }, MORE);
    expect(finding?.found).toBe('"of which ash"');
  });

  it('may lead from their label to their values with dots', async () => {
    const { values } = await readPages(
      { tables: { sales: TABLE } },
      page(['North .....', '1', '2'], ['South . . . .', '3', '4']),
    );
    expect(Object.values(values)).toEqual(['1', '2', '3', '4']);
  });

  it('may have a stop by itself among their words, which leads nowhere', async () => {
    const note = 'Source: survey - . not known';
    const { values } = await readPages(
      { tables: { sales: `${TABLE}ignore: ["${note}"]\n` } },
      page(['North', '1', '2'], ['South', '3', '4'], [`${note}>3`]),
    );
    expect(Object.values(values)).toEqual(['1', '2', '3', '4']);
  });

  it('may begin with the mark of a note, which is none of the label above', async () => {
    const html =
      '<p>Sales<table><tr><th>Region<th>2010<th>2011<tr><td>North<td>1<td>2<tr><td>South<td>3<td>4<tr><td colspan=3>1) First estimate</table>';
    const read = (more: string): ReturnType<typeof readSource> =>
      readSource(
        { tables: { sales: `${TABLE}notes: { "1": First estimate }\n${more}` } },
        new TextEncoder().encode(html),
        'survey.html',
      );
    for (const pattern of ['1) First estimate', '1) *']) {
      const { values } = await read(`ignore: ["${pattern}"]\n`);
      expect(Object.values(values)).toEqual(['1', '2', '3', '4']);
    }
    await expect(read('')).rejects.toThrow('found "1) First estimate"');
  });

  it('are never headings that hold values', async () => {
    const headed = TABLE.replace('rows: {', 'rows: { zone: { labels: { a: Zone A } },');
    const [finding] = await refused(
      { tables: { sales: headed } },
      page(['Zone A', '4', '6'], ['North', '1', '2'], ['South', '3', '4']),
    );
    expect(finding?.expected).toBe('a label for each row of values');
  });
});
