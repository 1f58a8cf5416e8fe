import { describe, expect, it } from 'vitest';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
import { madeUpDocument } from '../made-up-document.ts';

const HARVEST = `dataset: harvest
value: tonnes
title: Harvest of {year}
for:
  year: { range: [2001, 2002] }
rows:
  orchard: { codelist: orchard, label: name }
decimals: [1]
identities:
  - id: total
    kind: total
    says: harvest[orchard=ALL] = sum(harvest[orchard≠ALL])
    because: The whole is its parts.
`;

function read(layout: string, others: Readonly<Record<string, string>> = {}) {
  return madeUpDocument(['harvest'], new Map(Object.entries({ 'tables/harvest.yaml': layout, ...others })));
}

function refusal(layout: string, others: Readonly<Record<string, string>> = {}): readonly Finding[] {
  try {
    read(layout, others);
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings;
  }
}

/** The line of a layout in which a text stands. */
function lineOf(text: string, within: string): number {
  return within.slice(0, within.indexOf(text)).split('\n').length;
}

describe('an observation', () => {
  it.each(['1 723', '12 001 723'])('implies no number with spaces between its thousands: %s', (implied) => {
    const corrections = `observations:\n  - { id: law, kind: wording, paragraph: 1, printed: of 2015, implied: ${implied}, certainty: likely, says: { en: It is not. } }\n`;
    const [finding] = refusal(HARVEST, { 'corrections.yaml': corrections });
    expect(finding?.expected).toContain('without spaces between its thousands');
    expect(refusal(HARVEST, { 'corrections.yaml': corrections.replace(implied, 'of 1 723') })).toEqual([]);
  });
});

describe('a document', () => {
  it('has a slot for each value that its layouts declare', () => {
    const { slots } = read(HARVEST).plan;
    expect(slots.map(({ cellId, column }) => `${cellId} ${column}`)).toEqual(
      ['2001', '2002'].flatMap((year) =>
        ['ALL', 'NORTH', 'SOUTH'].map((code) => `harvest:${code}.${year} tonnes`),
      ),
    );
    expect(slots.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('has an instance of each identity for each choice of its keys', () => {
    expect(read(HARVEST).instances.map(({ checkId, slots }) => [checkId, slots])).toEqual([
      ['total:2001', [0, 1, 2]],
      ['total:2002', [3, 4, 5]],
    ]);
  });

  it('has another digest when any of its files changes, and the same when none does', () => {
    const { digest } = read(HARVEST);
    expect(read(HARVEST).digest).toBe(digest);
    expect(read(`${HARVEST}# a remark\n`).digest).not.toBe(digest);
    const orchards = 'orchard,name\nALL,All orchards\nNORTH,North Hill\nSOUTH,South Slope\n';
    expect(read(HARVEST, { 'codelists/orchard.csv': orchards }).digest).not.toBe(digest);
  });

  it('publishes no code list without a schema', () => {
    expect(refusal(HARVEST, { 'codelists/colour.csv': 'colour\nred\n' })).toMatchObject([
      { kind: 'schema', expected: 'a schema schemas/colour.json' },
    ]);
  });
});

describe('a layout that names what does not exist is refused with file and line', () => {
  it.each([
    ['a table without a schema', 'dataset: harvest', 'dataset: vintage', '"vintage"'],
    ['a column that the table has not', 'value: tonnes', 'value: pounds', '"pounds"'],
    ['a code list that the document has not', 'codelist: orchard', 'codelist: grove', '"grove"'],
    ['a column that the code list has not', 'label: name', 'label: nickname', '"nickname"'],
    ['a key that the table has not', '  orchard: {', '  grove: {', '"orchard"'],
    ['a range that descends', '[2001, 2002]', '[2002, 2001]', '2002 to 2001'],
    ['an identity over another table', 'sum(harvest', 'sum(vintage', '"vintage"'],
    [
      'an identity with a key that the table has not',
      'sum(harvest[orchard≠ALL]',
      'sum(harvest[grove≠ALL]',
      '"grove"',
    ],
    ['an identity that cannot be read', 'harvest[orchard=ALL] =', 'harvest[orchard=ALL] ==', '='],
  ])('%s', (_, from, to, found) => {
    const layout = HARVEST.replace(from, to);
    const [finding] = refusal(layout);
    expect(finding).toMatchObject({ kind: 'layout', place: { file: 'document/tables/harvest.yaml' } });
    expect(finding?.found).toContain(found);
    expect(finding?.place.line).toBe(lineOf(to, layout));
  });
});

describe('a document is refused', () => {
  it('when one of its layouts is missing', () => {
    expect(() => madeUpDocument(['harvest', 'vintage'], new Map([['tables/harvest.yaml', HARVEST]]))).toThrow(
      'document/tables/vintage.yaml',
    );
  });

  it('when an identity is declared twice', () => {
    const identity = HARVEST.slice(HARVEST.indexOf('  - id: total'));
    expect(refusal(HARVEST + identity)).toMatchObject([{ kind: 'layout', expected: 'each identity once' }]);
  });

  it('with the faults of all its files at once', () => {
    const found = refusal(HARVEST.replace('value: tonnes', 'valeu: tonnes'), {
      'codelists/orchard.csv': 'orchard,name\nA,x\nA,y\n',
    });
    expect(found.map(({ place }) => place.file)).toEqual(
      expect.arrayContaining(['document/codelists/orchard.csv', 'document/tables/harvest.yaml']),
    );
  });

  it('when its corrections have a typo', () => {
    const corrections = 'headers: []\nreviews: []\nheadrs: []\n';
    expect(refusal(HARVEST, { 'corrections.yaml': corrections })).toMatchObject([
      { kind: 'layout', place: { file: 'document/corrections.yaml', line: 3 }, found: '"headrs"' },
    ]);
  });

  it('when a wrong fact has no source of the knowledge that it is wrong, which no other error needs', () => {
    const observed = (kind: string, source = ''): string =>
      `observations:\n  - { id: law, kind: ${kind}, paragraph: 1, printed: of 2015, ${source}certainty: likely, says: { en: It is of 2014. } }\n`;
    const found = (corrections: string): readonly Finding[] =>
      refusal(HARVEST, { 'corrections.yaml': corrections });
    expect(found(observed('fact'))).toMatchObject([
      {
        kind: 'layout',
        place: { file: 'document/corrections.yaml', line: 2 },
        expected: expect.stringContaining('source'),
      },
    ]);
    expect(found(observed('fact', 'source: "Register, No. 7", '))).toEqual([]);
    expect(found(observed('period'))).toEqual([]);
  });
});

describe('a declared text of blanks, which would be found everywhere and end no reading, is refused:', () => {
  const TABLE = 'dataset: harvest\nvalue: tonnes\n';
  const ROWS = 'rows:\n  orchard: { codelist: orchard, label: name }\n';
  const COLUMNS = 'columns:\n  year: { labels: { 2001: "2001" } }\n';

  it.each<[string, string, string, string]>([
    ['a title', `${TABLE}title: " "\n${COLUMNS}${ROWS}`, 'the title of harvest', '" ", which is blank'],
    [
      'a column header',
      `${TABLE}title: Harvest\ncolumns:\n  year: { labels: { 2001: " \u00a0" } }\n${ROWS}`,
      'a header cell of harvest',
      '" \u00a0", which is blank',
    ],
    [
      'a header cell beside the columns',
      `${TABLE}title: Harvest\nheader: ["  "]\n${COLUMNS}${ROWS}`,
      'a header cell of harvest',
      '"  ", which is blank',
    ],
    [
      'a row label',
      `${TABLE}title: Harvest\n${COLUMNS}rows:\n  orchard: { codelist: orchard, label: name, labels: { NORTH: "\\n" } }\n`,
      'a row of harvest',
      '"\n", which is blank',
    ],
    [
      'a phrase',
      `${TABLE}title: Harvest\n${COLUMNS}${ROWS}phrases:\n  - { spanning: " ", columns: 2, status: X }\n`,
      'a spanning phrase',
      '" ", which is blank',
    ],
    [
      'a sentence phrase',
      `${TABLE}title: Harvest\n${COLUMNS}${ROWS}phrases:\n  - { sentence: " {value} " }\n`,
      'a sentence beside its {value}',
      '"  ", which is blank',
    ],
    [
      'the title of a table that goes on',
      `${TABLE}title: Harvest\n${COLUMNS}${ROWS}continued: { title: " " }\n`,
      'harvest continued',
      '" ", which is blank',
    ],
  ])('%s', (_, layout, what, found) => {
    expect(refusal(layout)).toMatchObject([
      {
        kind: 'layout',
        place: { file: 'document/tables/harvest.yaml' },
        expected: `a printed text for ${what}`,
        found,
      },
    ]);
  });
});
