import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReferences, loadOrder } from '../../pipeline/publish/foreign-keys.ts';
import { compareText, sortByKey } from '../../pipeline/publish/key-order.ts';
import { tabulate, unscaled } from '../../pipeline/publish/table.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import type { TableSchema } from '../../pipeline/template/schema/table-schema.ts';
import { anyCharacter } from '../any-character.ts';
import { field, reference, schema } from './rainfall.ts';
import { point } from './readers.ts';

describe('a decimal', () => {
  test('comes back from the integer it is stored as', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 18n) + 1n, 10n ** 18n - 1n),
        fc.integer({ min: 0, max: 18 }),
        (stored, scale) => {
          const text = point(stored, scale);
          fc.pre(text.replace('-', '').split('.').join('').length <= 18);
          expect(unscaled(text, scale, 18)).toBe(stored);
        },
      ),
    );
  });

  test('keeps its value when the column has more decimals than it', () => {
    expect(unscaled('12.50', 4, 18)).toBe(125000n);
    expect(unscaled('-1086670.4', 4, 18)).toBe(-10866704000n);
    expect(unscaled('14180051.0202', 4, 18)).toBe(141800510202n);
  });

  test.each(['', '.5', '5.', '+1', '007', '1e3', '1,5', '1 000', '0.12345', '1000000000000000', '-', 'NaN'])(
    'is refused as %j rather than rounded or guessed',
    (text) => {
      expect(unscaled(text, 4, 18)).toBeUndefined();
    },
  );
});

describe('the order of keys', () => {
  test('is the order of the UTF-8 bytes', () => {
    const edge = fc.string({ unit: fc.constantFrom('\ue000', '\uffff', '𝄞', '\ud7ff', 'ә') });
    const text = fc.oneof(edge, fc.string({ unit: anyCharacter }));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  test('is the same however the rows arrive', () => {
    const row = fc.record({ code: fc.constantFrom('_T', 'A', 'Ә', '10', '9'), year: fc.integer() });
    const rows = fc.uniqueArray(row, { selector: ({ code, year }) => `${code} ${year}` });
    fc.assert(
      fc.property(rows, (all) => {
        const key = ['code', 'year'];
        expect(sortByKey([...all].reverse(), key)).toEqual(sortByKey(all, key));
      }),
    );
  });

  test('counts integers by size', () => {
    const years: Row[] = [{ year: 10 }, { year: -1 }, { year: 9 }];
    expect(sortByKey(years, ['year']).map(({ year }) => year)).toEqual([-1, 9, 10]);
  });
});

describe('a table', () => {
  const fields = [
    field('id', 'string', { constraints: { required: true } }),
    field('n', 'integer'),
    field('mm', 'number', { scale: 2 }),
    field('wet', 'boolean'),
  ];
  const good: Row = { id: 'a', n: 1, mm: '1.25', wet: true };
  const table = (row: Row): unknown =>
    tabulate({ schema: schema('rain', 'evidence', fields, ['id']), rows: [row] });

  test.each<[string, Row, string]>([
    [
      'an empty text, which CSV cannot tell from null',
      { ...good, id: '' },
      'a text of at least one character',
    ],
    ['half a character', { ...good, id: 'a\ud800' }, 'a text of at least one character'],
    ['null where a value is required', { ...good, id: null }, 'found nothing'],
    [
      'a field that is missing',
      { id: 'a', n: 1, mm: null },
      'column wet\n  expected true or false, found no such field',
    ],
    [
      'a fraction for an integer',
      { ...good, n: 1.5 },
      'row a, column n\n  expected an integer of at most 15 digits, found 1.5',
    ],
    ['an integer that does not fit', { ...good, n: 2 ** 53 }, 'at most 15 digits, found 9007199254740992'],
    [
      'a decimal that does not fit',
      { ...good, mm: `1${'0'.repeat(36)}` },
      'at most 32 digits before and 2 after the point, found "1000',
    ],
    [
      'a decimal that would be rounded',
      { ...good, mm: '1.255' },
      '32 digits before and 2 after the point, found "1.255"',
    ],
    ['a float for a decimal', { ...good, mm: 1.25 }, '2 after the point, found 1.25'],
    ['a text for a truth value', { ...good, wet: 'yes' }, 'true or false, found "yes"'],
  ])('refuses %s', (_, row, message) => {
    expect(() => table(row)).toThrow(message);
  });

  test('refuses a key that stands twice', () => {
    const rain = schema('rain', 'evidence', fields, ['id']);
    expect(() => tabulate({ schema: rain, rows: [good, { ...good, n: 2 }] })).toThrow(
      'table rain, row a\n  expected every key once, found it twice',
    );
  });

  test.each<[string, TableSchema, string]>([
    ['a name that is no file name', schema('../rain', 'evidence', fields, ['id']), 'found "../rain"'],
    [
      'a decimal without a scale',
      schema('rain', 'evidence', [field('id', 'string'), field('x', 'number')], ['id']),
      'a scale',
    ],
    [
      'a key of decimals',
      schema('rain', 'evidence', fields, ['mm']),
      'a primary key of texts and integers, found mm',
    ],
    ['no key', schema('rain', 'evidence', fields, []), 'a primary key of texts and integers, found none'],
  ])('refuses %s', (_, bad, message) => {
    expect(() => tabulate({ schema: bad, rows: [] })).toThrow(message);
  });
});

describe('the order in which tables are loaded', () => {
  const table = (name: string, ...targets: readonly string[]): { readonly schema: TableSchema } => ({
    schema: schema(
      name,
      'evidence',
      [field('id', 'string')],
      ['id'],
      targets.map((target) => reference('id', target)),
    ),
  });
  const order = (...tables: readonly { readonly schema: TableSchema }[]): readonly string[] =>
    loadOrder(tables).map((entry) => entry.schema.name);

  test('puts a table behind those it points at, else by name', () => {
    expect(order(table('a', 'c'), table('d'), table('c', 'd', 'b'), table('b'))).toEqual([
      'b',
      'd',
      'c',
      'a',
    ]);
  });

  test('lets a table point at itself', () => {
    expect(order(table('a', 'a'))).toEqual(['a']);
  });

  test('refuses a circle and names who forms it', () => {
    expect(() => order(table('a', 'b'), table('b', 'a'), table('c'))).toThrow('form no circle, found a, b');
  });

  test('refuses a foreign key to a table that is not published', () => {
    expect(() => order(table('a', 'gone'))).toThrow(
      'table a, column id\n  expected a foreign key to the primary key',
    );
  });
});

describe('a foreign key', () => {
  const fields = [field('id', 'string'), field('near', 'string'), field('year', 'integer')];
  const place = schema('place', 'codelist', fields, ['id'], [reference('near', 'place', 'id')]);
  const day = schema('day', 'evidence', fields, ['id', 'year'], [reference('near', 'place', 'id')]);
  const check = (places: readonly Row[], days: readonly Row[]): void =>
    checkReferences([tabulate({ schema: place, rows: places }), tabulate({ schema: day, rows: days })]);

  test('may point nowhere, at another table, or at the table itself', () => {
    const places = [
      { id: 'a', near: 'b', year: null },
      { id: 'b', near: null, year: null },
    ];
    const days = [
      { id: 'x', near: 'a', year: 1 },
      { id: 'x', near: null, year: 2 },
    ];
    expect(() => check(places, days)).not.toThrow();
  });

  test('that points at nothing is refused with its row and column, each one', () => {
    const places = [{ id: 'a', near: 'z', year: null }];
    const days = [
      { id: 'x', near: 'a', year: 1 },
      { id: 'x', near: 'gone', year: 2 },
    ];
    expect(() => check(places, days)).toThrow(
      'table place, row a, column near\n  expected a key of place, found z\n' +
        'table day, row x, 2, column near\n  expected a key of place, found gone',
    );
  });
});
