import { describe, expect, it } from 'vitest';
import { extract, extractByPlaces } from '../../pipeline/extract/extract.ts';
import { normalise, normalisePartly } from '../../pipeline/normalise/normalise.ts';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
import { type MadeUpPage, madeUpPdf, words } from '../extract/pdf/made-up-pdf.ts';
import { madeUpDocument } from '../made-up-document.ts';
import { declare, line, ruled } from './tables/printed.ts';

const ROWS = [
  ['Region', '2010', '2011', '2012'],
  ['North', '1', '2', '3'],
  ['South', '4', '5', '6'],
];
const SALES =
  'title: Sales\ncolumns: { year: { range: [2010, 2012] } }\nrows: { region: { labels: [North, South] } }\n';
/** As wide as a page of these tests. */
const WIDTH = 400;

const sales = (left: number, isRuled: boolean, rows = ROWS): string =>
  line('Sales', 275, Math.max(20, left)) + ruled({ rows, left, isRuled });

async function findingsOf(
  pages: readonly (string | MadeUpPage)[],
  table = SALES,
): Promise<readonly Finding[]> {
  const bytes = madeUpPdf(
    pages.map((page) => (typeof page === 'string' ? { content: page } : page)),
    { size: [WIDTH, 300] },
  );
  const document = declare({ document: 'numbers: { group: [","] }\n', tables: { sales: table } });
  const source = await extractByPlaces(bytes, 'survey.pdf');
  try {
    normalise(source, document);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    expect(normalisePartly(source, document).findings.map(({ found }) => found)).toEqual(
      expect.arrayContaining(error.findings.map(({ found }) => found)),
    );
    return error.findings;
  }
  return [];
}

describe('a table of which a part lies off its page', () => {
  it.each([
    ['its last column, in rules', sales(225, true)],
    ['two of its columns, without rules', sales(240, false)],
    ['all but its labels', sales(350, false)],
    ['its labels', sales(-70, true)],
  ])('is refused with where that is: %s', async (_, page) => {
    const [finding] = await findingsOf(['', page]);
    expect(finding?.found).toMatch(
      /and ink that lies off page 2, (right of its edge, up to \d{3} of 400 pt|left of its edge, by up to \d+ pt): "/,
    );
    expect(finding?.action).toContain('all of it stands on its page');
  });

  it('names what lies there', async () => {
    const [finding] = await findingsOf([sales(220, true)]);
    expect(finding?.found).toContain('off page 1, right of its edge, up to 421 of 400 pt: "2012", "3", "6"');
  });

  it('is told of rows below the foot of the page too', async () => {
    const page = line('Sales', 40) + ruled({ rows: ROWS, top: 30, isRuled: false });
    const [finding] = await findingsOf([page]);
    expect(finding?.found).toMatch(/below its foot, down to \d{3} of 300 pt: "South"/);
  });

  it('is read where what lies off the page is beside no table and all of it is there', async () => {
    expect(await findingsOf([sales(20, true) + words(500, 20, 'crop')])).toEqual([]);
  });

  it('is not blamed for what is wrong elsewhere', async () => {
    const wrong = ROWS.map((row) => row.map((text) => (text === 'South' ? 'Sauth' : text)));
    const [beside] = await findingsOf([sales(20, true, wrong) + words(500, 20, 'crop')]);
    expect(beside?.found).not.toContain('off page');
    const [other] = await findingsOf([sales(20, true, wrong), sales(240, true).replace('Sales', 'Costs')]);
    expect(other?.found).not.toContain('off page');
  });

  it('is told of in the annexes of a text too', async () => {
    const layout =
      'dataset: change\nvalue: trees\ntitle: Trees planted\ncolumns: { year: { range: [2001, 2003] } }\nrows: { orchard: { codelist: orchard, label: name } }\ndecimals: [0]\n';
    const page =
      words(20, 280, 'Appendix 1 to the report') +
      line('Trees planted') +
      ruled({
        rows: [
          ['', '2001', '2002', '2003'],
          ['All orchards', '30', '32', '34'],
          ['North Hill', '10', '11', '12'],
          ['South Hill', '20', '21', '22'],
        ],
        left: 20,
        widths: [150, 80, 160, 60],
      });
    const source = await extract(madeUpPdf([{ content: page }], { size: [WIDTH, 300] }), 'page.pdf');
    const document = madeUpDocument(['change'], new Map([['tables/change.yaml', layout]]));
    expect(() => normalise(source, document)).toThrow(
      /off page 1, right of its edge, up to \d+ of 400 pt: "2003", "34"/,
    );
  });
});
