import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vocabularyOf } from '../../pipeline/identities/binding.ts';
import type { View } from '../../pipeline/identities/sql.ts';
import { identityView } from '../../pipeline/identities/sql.ts';
import { sqlName } from '../../pipeline/identities/sql-name.ts';
import { once } from '../../pipeline/page/remembered.ts';
import { closeDatabase, type Database, openDatabase } from '../../pipeline/publish/duckdb/database.ts';
import { define } from '../../pipeline/publish/duckdb/definition.ts';
import type { Slot } from '../../pipeline/template/plan.ts';
import type { TableSchema } from '../../pipeline/template/schema/table-schema.ts';
import { field, schema } from '../publish/rainfall.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => closeDatabase(database));

async function ask(sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await database.connection.runAndReadAll(sql)).getRowsJson();
}

const required = { constraints: { required: true } };
const cell = schema(
  'cell',
  'evidence',
  [field('cell_id', 'string', required), field('decimals', 'integer')],
  ['cell_id'],
);
const SAYS = [
  '{t}[{k}=A] = sum({t}[{k}≠A])',
  '{t}[{k}=A, year=previous] <= 2 * {t}[{k}=A]',
  '{t}[{k}=A/B] between {t}[{k}=C] and greatest({t})',
];

interface Named {
  readonly schema: TableSchema;
  readonly views: readonly View[];
}

/** Tables that are tried in one database: each further one makes all statements a little slower. */
const AT_ONCE = 16;

/** A table, a key and a value that are called so, and the identities over it as views. */
function called(table: string, key: string, value: string, identities: readonly string[] = SAYS): Named {
  const own = schema(
    table,
    'observations',
    [
      field(key, 'string', required),
      field('year', 'integer', required),
      field(value, 'number', { scale: 1 }),
      field('obs_status', 'string', required),
      field('cell_id', 'string', required),
    ],
    [key, 'year'],
  );
  const slots = ['A', 'B', 'C'].flatMap((code) =>
    [2001, 2002].map((year): Slot => {
      const codes = { [key]: code, year: String(year) };
      return {
        index: 0,
        table,
        column: value,
        codes,
        cellId: '',
        unit: null,
        counted: false,
        paragraph: null,
      };
    }),
  );
  const vocabulary = vocabularyOf(slots, new Map());
  const schemas = new Map([own, cell].map((each) => [each.name, each]));
  const views = identities.map((form, at) => {
    const says = form.replaceAll('{t}', table).replaceAll('{k}', key);
    return identityView(
      { id: `${table}_${at}`, kind: 'total', says, because: 'It is.' },
      vocabulary,
      schemas,
    );
  });
  return { schema: own, views };
}

/** Makes tables with the views of their identities, which DuckDB binds, and goes on with them. */
async function made<T>(named: readonly Named[], goOn: () => Promise<T>): Promise<T> {
  const { tables, views, comments } = define(
    [{ schema: cell }, ...named],
    named.flatMap((each) => each.views),
  );
  await ask("attach ':memory:' as tried; use tried");
  try {
    const queries = views.map(({ name, query }) => `create view ${sqlName(name)} as ${query}`);
    await database.connection.run([...tables, ...queries, ...comments].join(';\n'));
    return await goOn();
  } finally {
    await ask('use memory; detach tried');
  }
}

/** The verdicts of the identities over a table whose names these are. */
function verdicts(table: string, key: string, value: string): Promise<readonly unknown[]> {
  const named = called(table, key, value);
  return made([named], async () => {
    const rows = ['A', 'B', 'C'].flatMap((code, at) =>
      [2001, 2002].map((year) => `('${code}', ${year}, ${[6, 4, 2][at]}, 'A', 'c')`),
    );
    await ask(`insert into cell values ('c', 1); insert into "${table}" values ${rows.join(', ')}`);
    await ask(
      `select ${sqlName(key)} from ${sqlName(table)} where ${sqlName(key)} = 'A' order by ${sqlName(key)}`,
    );
    const each = await Promise.all(
      named.views.map(({ name }) => ask(`select verdict from ${sqlName(name)} order by all`)),
    );
    return each.map((rows) => rows.map(([verdict]) => verdict));
  });
}

/** Those of one whose names need no quotes. */
const plain = once(() => verdicts('crop', 'kind', 'tonnes'));

describe('an identity over a table whose names', () => {
  test('are a keyword of DuckDB can be run, whatever the keyword', { timeout: 300_000 }, async () => {
    const keywords = (
      await ask(
        `select keyword_name, first(keyword_category order by keyword_category)
         from duckdb_keywords() where keyword_name not in ('cell', 'year') group by 1 order by 1`,
      )
    ).map((row): readonly [string, string] => [String(row[0]), String(row[1])]);
    expect(keywords.length).toBeGreaterThan(400);
    const wanted = await plain();
    expect(wanted).toEqual([['holds', 'holds'], ['holds'], expect.anything()]);
    // What is bound can be run: each word in one of the identities, a word of each category in all, which say the same.
    const words = keywords.map(([word, category], at) => {
      const key = word === 'identity' || word === 'value' ? 'kind' : word;
      return { word, category, key, says: SAYS.slice(at % SAYS.length).slice(0, 1) };
    });
    const first = new Map([...words].reverse().map((each) => [each.category, each]));
    expect([...first.keys()].sort()).toEqual(['column_name', 'reserved', 'type_function', 'unreserved']);
    for (const { word, key } of first.values()) {
      expect([word, await verdicts(word, key, `${word}_`)]).toEqual([word, wanted]);
    }
    const bound = (some: typeof words): Promise<unknown> => {
      const ordered = some.map(
        ({ word, key }) => `select ${sqlName(key)} from ${sqlName(word)} order by ${sqlName(key)}`,
      );
      const named = some.map(({ word, key, says }) => called(word, key, `${word}_`, says));
      return made(named, () => database.connection.run(ordered.join(';\n')));
    };
    for (let from = 0; from < words.length; from += AT_ONCE) {
      const some = words.slice(from, from + AT_ONCE);
      // Where they fail together, one by one, to tell which word it is.
      await bound(some).catch(async (together: unknown) => {
        for (const each of some) {
          await bound([each]).catch((error: unknown) => expect.fail(`${each.word}: ${error}`));
        }
        throw together;
      });
    }
    expect(await verdicts('select', 'group', 'order')).toEqual(wanted);
  });

  test.each(['printed', 'half', 'low', 'high', 'none', 'decimals', 'counted', 't1', 'sides'])(
    'are one that its query uses itself (%s) can be run',
    async (name) => {
      const wanted = await plain();
      expect(await verdicts('crop', name, 'tonnes')).toEqual(wanted);
      expect(await verdicts('crop', 'kind', name)).toEqual(wanted);
      expect(await verdicts(name, 'kind', 'tonnes')).toEqual(wanted);
    },
  );

  test.each(['identity', 'left_value', 'verdict', 'slack'])(
    'are those of the columns of every check (%s) is refused in words',
    (name) => {
      expect(() => called('crop', name, 'tonnes')).toThrow(
        `expected keys that are called otherwise than the columns of every check, found the key "${name}"`,
      );
    },
  );
});

describe('a name in SQL that people read', () => {
  test('is bare where that is enough, and in quotes where it is not', () => {
    expect(['year', 'left_value', 'group', 'a b', 'жыл', 'a"b', 'Year', '1a', ''].map(sqlName)).toEqual([
      'year',
      'left_value',
      '"group"',
      '"a b"',
      '"жыл"',
      '"a""b"',
      '"Year"',
      '"1a"',
      '""',
    ]);
  });
});
