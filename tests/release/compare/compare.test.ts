import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Output, OutputTable } from '../../../pipeline/command-line/compare/output.ts';
import { changesOf, levelOf } from '../../../release/compare/changes.ts';
import { compareOutputs } from '../../../release/compare/compare.ts';
import { applied, plain } from './apply.ts';
import { anyOutput, edited, field, output, renameColumn, table } from './outputs.ts';

const rain = table(
  'rain',
  ['place', 'year'],
  [
    { place: 'A', year: '2011', mm: '1.50', note: null },
    { place: 'A', year: '2012', mm: '2', note: null },
    { place: 'B', year: '2011', mm: null, note: 'dry' },
  ],
);

/** What is said of the change of one table into another. */
function said(old: OutputTable, next: OutputTable): readonly string[] {
  return changesOf(compareOutputs(output([old]), output([next]))).map(
    ({ text, level }) => `${text} (${level})`,
  );
}

function withRows(...rows: readonly (readonly (string | null)[])[]): OutputTable {
  const columns = rain.fields.map(({ name }) => name);
  return {
    ...rain,
    rows: rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]))),
  };
}

describe('any two outputs', () => {
  const isWhole = (old: Output, next: Output): void => {
    const result = applied(old, compareOutputs(old, next)).map(plain);
    const byText = (tables: readonly object[]): string[] => tables.map((each) => JSON.stringify(each)).sort();
    expect(byText(result)).toEqual(byText([...next.tables.values()].map(plain)));
  };

  it('differ in nothing when they are the same', () => {
    const isEmpty = (one: Output): void => {
      expect(changesOf(compareOutputs(one, one))).toEqual([]);
    };
    fc.assert(fc.property(anyOutput, isEmpty));
  });

  it('differ by what makes the new one of the old one', () => {
    fc.assert(fc.property(anyOutput, anyOutput, isWhole), { numRuns: 500 });
  });

  it('differ by what makes the new one of the old one, after small edits too', () => {
    fc.assert(
      fc.property(edited, ([old, next]) => isWhole(old, next)),
      { numRuns: 500 },
    );
  });

  it('differ in something when anything but the order of rows is different', () => {
    fc.assert(
      fc.property(anyOutput, anyOutput, (old, next) => {
        const same =
          JSON.stringify([...old.tables.values()].map(plain)) ===
          JSON.stringify([...next.tables.values()].map(plain));
        expect(levelOf(changesOf(compareOutputs(old, next))) === 'none').toBe(same);
      }),
    );
  });
});

describe('rows and values', () => {
  it('are told by key: removed, added, changed', () => {
    const next = withRows(['A', '2011', '1.5', null], ['A', '2012', null, null], ['C', '2011', '3', null]);
    expect(said(rain, next)).toEqual([
      'row B.2011 removed (major)',
      'row C.2011 added (minor)',
      'A.2011 mm: 1.50 -> 1.5 (patch)',
      'A.2012 mm: 2 -> (empty) (patch)',
    ]);
  });

  it('are the same in another order', () => {
    expect(said(rain, { ...rain, rows: rain.rows.toReversed() })).toEqual([]);
  });

  it('are told in one line each, without characters that a terminal obeys', () => {
    const next = withRows(
      ['A', '2011', '1.50', null],
      ['A', '2012', '2', '\u001b[31m\nred\u202e'],
      ['B', '2011', null, 'x'.repeat(999)],
    );
    const [red = '', long = ''] = said(rain, next);
    expect(red).toBe('A.2012 note: (empty) ->  [31m red  (patch)');
    expect(long.length).toBeLessThan(200);
  });
});

describe('columns', () => {
  it('with equal content under another name are renamed', () => {
    expect(said(rain, renameColumn(rain, 'mm', 'millimetres'))).toEqual([
      'column mm renamed to millimetres (major)',
    ]);
  });

  it('of the key are known under another name, and their rows too', () => {
    const next = renameColumn(
      withRows(
        ['A', '2011', '7', null],
        ['A', '2012', '2', null],
        ['B', '2011', null, 'dry'],
        ['B', '2012', '1', null],
      ),
      'place',
      'station',
    );
    expect(said(rain, next)).toEqual([
      'column place renamed to station (major)',
      'row B.2012 added (minor)',
      'A.2011 mm: 1.50 -> 7 (patch)',
    ]);
  });

  it('that two new ones resemble are not guessed at', () => {
    const renamed = renameColumn(rain, 'mm', 'millimetres');
    const next = {
      ...renamed,
      fields: [...renamed.fields, field('litres')],
      rows: renamed.rows.map((row) => ({ ...row, litres: row.millimetres ?? null })),
    };
    const texts = said(rain, next);
    expect(texts).toContain('column mm removed (major)');
    expect(texts).toContain('column litres added, with 2 values in rows that were there (minor)');
    expect(texts.join()).not.toContain('renamed');
  });

  it('without a value are not taken for each other', () => {
    const empty = { ...rain, rows: rain.rows.map((row) => ({ ...row, note: null })) };
    expect(said(empty, renameColumn(empty, 'note', 'remark')).join()).not.toContain('renamed');
  });

  it('that change their type are not renamed', () => {
    const renamed = renameColumn(rain, 'mm', 'millimetres');
    const fields = renamed.fields.map((each) =>
      each.name === 'millimetres' ? field('millimetres', { type: 'integer' }) : each,
    );
    expect(said(rain, { ...renamed, fields }).join()).not.toContain('renamed');
  });
});

describe('what a table promises', () => {
  const changed = (rest: Parameters<typeof field>[1]): OutputTable => ({
    ...rain,
    fields: rain.fields.map((each) => (each.name === 'mm' ? { ...each, ...rest } : each)),
  });

  it.each([
    [changed({ type: 'integer' }), 'type of column mm: string -> integer (major)'],
    [changed({ type: 'number', scale: 2 }), 'type of column mm: string -> decimal with 2 decimals (major)'],
    [changed({ unit: 'litres' }), 'unit of column mm: none -> litres (major)'],
    [changed({ constraints: { minimum: 0 } }), 'constraints of column mm: none -> minimum 0 (minor)'],
    [changed({ title: 'Rain' }), 'title of column mm: The mm -> Rain (patch)'],
    [changed({ description: 'Rain.' }), 'description of column mm: What mm says. -> Rain. (patch)'],
    [{ ...rain, title: 'Rainfall' }, 'title: Table rain -> Rainfall (patch)'],
    [
      { ...rain, fields: rain.fields.toReversed() },
      'order of columns: place, year, mm, note -> note, mm, year, place (major)',
    ],
    [
      {
        ...rain,
        foreignKeys: [{ fields: ['place'], reference: { resource: 'station', fields: ['place'] } }],
      },
      'foreign keys: none -> place in station(place) (minor)',
    ],
  ])('is told with its level (%#)', (next, text) => {
    expect(said(rain, next)).toEqual([text]);
  });

  it('breaks when its key changes', () => {
    expect(said(rain, { ...rain, primaryKey: ['year', 'place'] })).toEqual([
      'primary key: place, year -> year, place (major)',
    ]);
  });
});

describe('the package as a whole', () => {
  const levels = (old: Output, next: Output): readonly string[] =>
    changesOf(compareOutputs(old, next)).map(({ text, level }) => `${text} (${level})`);

  it('tells tables and files that came and went', () => {
    const old = output([rain], { otherFiles: ['report.md'] });
    const next = output([table('wind', ['place'], [{ place: 'A' }])], { otherFiles: ['README.md'] });
    expect(levels(old, next)).toEqual([
      'table rain removed (major)',
      'table wind added, with 1 row (minor)',
      'file report.md removed (major)',
      'file README.md added (minor)',
    ]);
  });

  it('tells that a document among the tables says something else', () => {
    const old = output([rain], { documents: new Map([['report.md', 'sha256:1']]) });
    const next = output([rain], { documents: new Map([['report.md', 'sha256:2']]) });
    expect(levels(old, next)).toEqual(['file report.md changed (patch)']);
  });

  it('tells other terms of use as a major change and another title as a patch', () => {
    const old = output([rain], { about: { title: 'Rain', licenses: [{ name: 'CC0-1.0' }] } });
    const next = output([rain], { about: { title: 'Rainfall', licenses: [{ name: 'CC-BY-4.0' }] } });
    expect(levels(old, next)).toEqual([
      'licenses: [{"name":"CC0-1.0"}] -> [{"name":"CC-BY-4.0"}] (major)',
      'title: "Rain" -> "Rainfall" (patch)',
    ]);
  });
});
