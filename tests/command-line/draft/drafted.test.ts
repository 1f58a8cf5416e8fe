import { describe, expect, it } from 'vitest';
import { drafted } from '../../../pipeline/command-line/draft/drafted.ts';
import { noteTexts } from '../../../pipeline/command-line/draft/notes.ts';
import { extractByPlaces } from '../../../pipeline/extract/extract.ts';

const read = (page: string) => extractByPlaces(Buffer.from(`<body>${page}</body>`), 'survey.html');

/** The file of the only table of a page of HTML. */
async function draftOf(page: string): Promise<string> {
  const source = await read(page);
  const { files } = drafted({ id: 'survey', source, file: { file: 'survey.html', sha256: '' } });
  return [...files].find(([path]) => path.startsWith('tables/'))?.[1] ?? '';
}

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const HEAD =
  '<caption>Yield</caption><tr><th>Valley</th><th>Area (km<sup>2</sup>)</th><th>2011<sup>a</sup></th></tr>';
const ROWS = row('North', '12.5', '7') + row('South', '3.5', '9');

describe('the draft of a table', () => {
  it('leaves out what stands below the last row of values, which heads nothing', async () => {
    const notes = '<tfoot><tr><td colspan="3">Source: survey - . not known</td></tr></tfoot>';
    const text = await draftOf(`<table>${HEAD}${notes}${ROWS}</table>`);
    expect(text).toContain('ignore: [ "Source: survey - . not known" ]');
    expect(text).not.toContain('heading');
    expect(text).toContain('labels: [ North, South ]');
  });

  it('asks whether a row without a value is a heading, where other cells are empty too', async () => {
    const text = await draftOf(`<table>${HEAD}${row('East', '', '')}${ROWS}${row('West', '', '8')}</table>`);
    expect(text).toContain('TODO rows: no value stands beside "East"');
    expect(await draftOf(`<table>${HEAD}${row('East', '', '')}${ROWS}</table>`)).not.toContain('TODO rows');
  });

  it('keeps the raised digit of a unit, and drops a mark', async () => {
    const text = await draftOf(`<table>${HEAD}${ROWS}</table>`);
    expect(text).toContain('header: Area (km2)');
    expect(text).toContain('header: "2011"');
  });
});

/** All of the files of a draft as one text. */
async function filesOf(page: string): Promise<string> {
  const source = await read(page);
  const { files } = drafted({ id: 'survey', source, file: { file: 'survey.html', sha256: '' } });
  return [...files.values()].join('\n');
}

describe('marks that stand on the line', () => {
  const table = (...rows: readonly string[]): string =>
    `<table><caption>Yield</caption><tr><th>Valley<th>2010<th>2011</tr>${rows.join('')}</table>`;

  it('are those of a note that is printed: letters behind numbers, stars behind labels', async () => {
    const rows = table(row('North*', '8.3a', '7.5'), row('South', '3.5', '9.1 p'), row('East', '3 m', '4.5'));
    const text = await filesOf(`${rows}<p>a Provisional.</p><p>p = preliminary</p><p>* since 2009</p>`);
    expect(text).toContain('marks: [ "{n}" ]');
    expect(text).toContain('"*": since 2009');
    expect(text).toContain('a: Provisional.');
    expect(text).toContain('p: preliminary');
    expect(text).toContain('labels: [ North, South, East ]');
    expect(text).not.toContain('m:');
    expect(await filesOf(rows)).not.toContain('notes:');
  });

  it('are signs that say that a number is a bound, which no affix says', async () => {
    const text = await filesOf(table(row('North', '&lt; 0.05', '7.5'), row('South', '3.5', '≤ 9.1')));
    expect(text).toContain('notes: [ <, ≤ ]');
    expect(text).toContain('marks: [ "{n}" ]');
    expect(text).not.toContain('affixes');
  });
});

describe('the columns of a draft', () => {
  const page = (head: string, ...rows: readonly string[]): string =>
    `<table><caption>Rates</caption><tr>${head}</tr>${rows.join('')}</table>`;

  it('are no values where a zero stands before a whole number, as in a code', async () => {
    const text = await filesOf(
      page(
        '<th>No.<th>Currency<th>Rate',
        row('036', 'Dollar', '59.5'),
        row('392', 'Yen', '60.8'),
        row('051', 'Dram', '22.6'),
      ),
    );
    expect(text).toContain('{ header: No., ignore: true }');
    expect(text).toContain('{ header: Currency, key: currency }');
  });

  it('have no key of a name that says something else', async () => {
    const text = await filesOf(
      page('<th>Value<th>Unit<th>Key', row('Lead', 'mg', '1.5'), row('Lead', 'kg', '2.5')),
    );
    expect(text).not.toMatch(/key: (?:value|unit)\b/);
    expect(text).not.toMatch(/^ +(?:value|unit):/m);
  });
});

describe('the text of a mark', () => {
  it('ends where another note begins, of whatever mark, or the source, or another paragraph', async () => {
    const source = await read(
      `<p>* differs much<br>from all others<br>*** is controlled<br>(X) not applicable</p>
       <p>† first estimate<br>Source: survey of orchards</p><p>Growers expect no better years.</p>`,
    );
    expect([...noteTexts(source, [1], ['*', '†'])]).toEqual([
      ['*', 'differs much from all others'],
      ['†', 'first estimate'],
    ]);
  });
});
