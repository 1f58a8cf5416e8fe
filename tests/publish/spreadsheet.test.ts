import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opensFormula, readCell, writeCell } from '../../pipeline/publish/formats/spreadsheet.ts';
import { writeCsv } from '../../pipeline/publish/formats/text.ts';
import { tabulate } from '../../pipeline/publish/table.ts';
import { anyCharacter } from '../any-character.ts';
import { reportIsThere } from '../report.ts';
import { useOutputs } from './metadata/outputs.ts';
import { field, schema } from './rainfall.ts';

/** Texts that a formula could hide in. */
const tricky = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    "'",
    '"',
    ',',
    ' ',
    '1',
    '.',
    'A',
    'ә',
    '＝',
    '\ufeff',
  ),
  minLength: 1,
});

/** The cells of a CSV file as a spreadsheet splits them. */
function cells(csv: Buffer): readonly string[] {
  const records: string[][] = parse(csv, { record_delimiter: '\n' });
  return records.flat();
}

function labels(texts: readonly string[]): Buffer {
  const table = schema('labels', 'codelist', [field('id', 'integer'), field('label', 'string')], ['id']);
  return writeCsv(tabulate({ schema: table, rows: texts.map((label, id) => ({ id, label })) }));
}

describe('a label that a spreadsheet would run', () => {
  test.each(['=1+1', '+7 (727) 250', '-2+3+cmd|x', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1+1'])(
    '%j has an apostrophe before it in CSV, and reads back',
    (label) => {
      const [, , , cell] = cells(labels([label]));
      expect(cell).toBe(`'${label}`);
      expect(opensFormula(cell ?? '')).toBe(false);
      expect(readCell(cell ?? '')).toBe(label);
    },
  );

  test.each([
    '-',
    '+',
    '-14.7',
    '-14,7',
    '- 1 0  \n909,8',
    '-554 789,3',
    '+7',
    '12-34',
    "'quoted'",
    'a=b',
    'Ақмола',
  ])('%j is none and stays as it is', (label) => expect(cells(labels([label]))[3]).toBe(label));
});

test('negative numbers stay numbers', () => {
  const numbers = schema(
    'numbers',
    'observations',
    [field('id', 'integer'), field('whole', 'integer'), field('exact', 'number', { scale: 4 })],
    ['id'],
  );
  const csv = writeCsv(
    tabulate({ schema: numbers, rows: [{ id: -1, whole: -2147483647, exact: '-1086670.4000' }] }),
  );
  expect(csv.toString()).toBe('id,whole,exact\n-1,-2147483647,-1086670.4000\n');
});

test('no text at all becomes a cell that opens a formula, and every text reads back', () => {
  fc.assert(
    fc.property(fc.oneof(tricky, fc.string({ minLength: 1, unit: anyCharacter })), (text) => {
      expect(opensFormula(writeCell(text))).toBe(false);
      expect(readCell(writeCell(text))).toBe(text);
    }),
    { numRuns: 5000 },
  );
});

test('no two texts become the same cell', () => {
  fc.assert(
    fc.property(tricky, tricky, (a, b) => {
      expect(writeCell(a) === writeCell(b)).toBe(a === b);
    }),
  );
});

describe('the published files', () => {
  const outputs = useOutputs();
  test.runIf(reportIsThere)('have no cell that opens a formula, and the printed negatives among them', () => {
    const all = [...outputs.files('own')].filter(([path]) => path.endsWith('.csv'));
    expect(all.length).toBeGreaterThan(40);
    const found = all.flatMap(([path, bytes]) =>
      cells(bytes)
        .filter(opensFormula)
        .map((cell) => `${path}: ${cell}`),
    );
    expect(found).toEqual([]);
    const texts = all.flatMap(([, bytes]) => cells(bytes));
    expect(texts.filter((cell) => /^-\d/.test(cell)).length).toBeGreaterThan(10);
    expect(texts.filter((cell) => readCell(cell) !== cell).length).toBeGreaterThan(0);
  });
});
