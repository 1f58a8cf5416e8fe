import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { readTextFile } from '../../pipeline/extract/text-file.ts';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import type { ExplainedRow, Explanation } from '../../pipeline/normalise/tables/deciding/explained.ts';
import { explanationOf } from '../../pipeline/normalise/tables/words/explanation.ts';
import { validate } from '../../pipeline/validate/validate.ts';
import { widthOf, words } from '../extract/pdf/made-up-pdf.ts';
import { documentOf, fixtureFile, madeUpDocument } from '../made-up-document.ts';
import { ending, LAYOUT, type PrintedCell, type PrintedRows, printedTable } from './printed-table.ts';

/** Numbers of up to three decimals. */
const SCHEMA = readFileSync('tests/fixtures/damage/document/schemas/harvest.json', 'utf8').replace(
  '"scale": 2',
  '"scale": 3',
);
const NOTES = 'note,text,obs_status\n1,First.,\n41,Other.,\n';

function ofText(fixture: string, text = fixtureFile(fixture, 'input.txt') ?? ''): Explanation {
  return explanationOf(readTextFile(new TextEncoder().encode(text), 'input.txt'), documentOf(fixture));
}

/** A ruled page with the made-up table on orchards. */
async function ofPage(rows: PrintedRows, declared = '', more: readonly [string, string][] = []) {
  const layout = LAYOUT + declared;
  const document = madeUpDocument(['change'], new Map([['tables/change.yaml', layout], ...more]));
  return explanationOf(await extract(printedTable({ rows }), 'page.pdf'), document);
}

/** The cells of a row, each as `1 404: 1404 by arithmetic, not 404305 (trees_by_kind:ALL)`. */
function told({ rows }: Explanation, table: string, row: string): readonly string[] {
  const found = rows.find((each: ExplainedRow) => each.table === table && each.row === row);
  return (found?.cells ?? []).map(({ text, says, evidence, runnerUp }) => {
    const broken = evidence === 'arithmetic' ? ` (${runnerUp?.identities.join(' ')})` : '';
    return `${text}: ${says} by ${evidence}${runnerUp === undefined ? '' : `, not ${runnerUp.says}`}${broken}`;
  });
}

describe('what decided how a cell is read', () => {
  it('is arithmetic where spaces allow several cuts; the next best reading breaks the identities that are named', () => {
    const cells = told(ofText('grouped-thousands-arithmetic-decides'), 'trees', 'All orchards (ALL)');
    expect(cells.slice(0, 2)).toEqual([
      '101: 101 by form',
      '1 404: 1404 by arithmetic, not 1 (trees_by_kind:ALL trees_by_orchard:pear trees_by_orchard:plum)',
    ]);
  });

  it('is the form where nothing else can be read, and where no column could hold what else could be', () => {
    expect(told(ofText('family-of-tables'), 'harvest 2001', 'North Hill (NORTH)')).toEqual([
      '10,0: 10.0 by form',
    ]);
  });

  it('is place where a border keeps two numbers apart', async () => {
    const rows = [
      ['12', '34', '56'],
      ['112', '34', '56'],
      ['12 345', '7', '118'],
    ] as const;
    expect(told(await ofPage(rows), 'change', 'South Hill (SOUTH)')).toEqual([
      '12 345: 12345 by place, not 12',
      '7: 7 by place, not 345',
      '118: 118 by place, not 7118',
    ]);
    expect(told(await ofPage(rows), 'change', 'North Hill (NORTH)')).toEqual([
      '112: 112 by form',
      '34: 34 by form',
      '56: 56 by form',
    ]);
  });

  it('is place where a cell is empty: its neighbours could stand in it', async () => {
    const rows = [
      ['12', '34', '56'],
      ['112', '', '56'],
      ['12', '34', '56'],
    ] as const;
    expect(told(await ofPage(rows, 'blank: missing\n'), 'change', 'North Hill (NORTH)')).toEqual([
      '112: 112 by place, not missing',
      ': missing by place, not 56',
      '56: 56 by place, not missing',
    ]);
  });

  it('is print where digits are those of a mark because they are raised', async () => {
    const marked: PrintedCell = (right, y) =>
      `${ending(right - 12, y, '34')}${words(right - 12, y + 4, '1)', 6)}`;
    expect(widthOf('1)', 6)).toBeLessThan(12);
    const rows = [
      [marked, '34', '56'],
      ['112', '34', '56'],
      ['12', '34', '56'],
    ] as const;
    const cells = told(
      await ofPage(rows, '', [['codelists/note.csv', NOTES]]),
      'change',
      'All orchards (ALL)',
    );
    expect(cells[0]).toMatch(/ by print, not 3 \[41\]$/);
  });
});

describe('a row that is refused', () => {
  it('shows the readings that are left, and what would decide', () => {
    const { rows, findings } = ofText('refused-ambiguous-row');
    const row = rows.find(({ row }) => row === 'All orchards (ALL)');
    expect(row?.readings).toEqual(['1 | 100 | 200300', '1 | 100200 | 300', '1100 | 200 | 300']);
    expect(row?.cells).toEqual([]);
    expect(row?.finding?.action).toContain('declare an identity');
    expect(findings).toEqual([row?.finding]);
  });

  it('is told with its finding where its cells are not those that are declared, and the others are explained', () => {
    const explanation = ofText('refused-value-too-few');
    const row = explanation.rows.find(({ row }) => row === 'North Hill (NORTH)');
    expect(row).toMatchObject({ cells: [], readings: [], place: { line: 9 } });
    expect(row?.finding?.found).toContain('"10,0 12,0"');
    expect(told(explanation, 'harvest', 'South Hill (SOUTH)')).toHaveLength(3);
  });
});

describe('an error of the source', () => {
  const FIXTURE = 'sum-that-does-not-add-up';
  const certainties = (change: (text: string) => string, declared = ''): readonly unknown[] => {
    const layout = `${fixtureFile(FIXTURE, 'tables/harvest.yaml') ?? ''}${declared}`.replace(
      '[1]',
      '[0, 1, 3]',
    );
    const document = madeUpDocument(
      ['harvest'],
      new Map([['tables/harvest.yaml', layout]]),
      new Map([['harvest.json', SCHEMA]]),
    );
    const text = change(fixtureFile(FIXTURE, 'input.txt') ?? '');
    const layer = readTextFile(new TextEncoder().encode(text), 'input.txt');
    const { datasets } = validate(normalise(layer, document), document);
    const errata = datasets.find(({ schema }) => schema.name === 'erratum')?.rows ?? [];
    return errata.map(({ certainty }) => certainty);
  };

  it('is proven by a sum of numbers that mean one thing', () => {
    expect(certainties((text) => text)).toEqual(['proven']);
  });

  it('is likely where the notation of one of them is not declared and could be another', () => {
    const inThousands = (text: string): string => text.replace('99,5', '99,500');
    expect(certainties(inThousands)).toEqual(['likely']);
    expect(certainties(inThousands, 'numbers: { decimal: "," }\n')).toEqual(['proven']);
  });

  it('is likely where a symbol is taken as nothing and no one has declared it', () => {
    const nil = (text: string): string => text.replace('12,0', '-');
    expect(certainties(nil)).toEqual(['likely']);
    expect(certainties(nil, 'numbers: { decimal: ",", symbols: { "-": nil } }\n')).toEqual(['proven']);
  });
});
