import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { csvOf } from '../../site/sql/csv.ts';
import { linkOf, queryOf } from '../../site/sql/query-link.ts';
import { refusalOf } from '../../site/sql/refusal.ts';
import { describing, reading, statementsOf } from '../../site/sql/statements.ts';
import { filled, SQL_WORDS } from '../../site/sql/words.ts';

describe('the query in the address', () => {
  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (sql) => {
        const fragment = new URL(linkOf(sql), 'http://site.example/kk/sql.html').hash;
        expect(queryOf(fragment)).toBe(sql.trim() === '' ? undefined : sql);
      }),
    );
  });

  it('is readable', () => {
    expect(linkOf("select 'a+b' from region")).toBe("#q=select+'a%2Bb'+from+region");
  });

  it('is none when the fragment says something else or is cut off', () => {
    for (const fragment of ['', '#', '#q=', '#q=+', '#top', '#q=%', '#q=%D2'])
      expect(queryOf(fragment)).toBe(undefined);
  });

  it('holds half a character as the sign for what cannot be read', () => {
    expect(queryOf(linkOf('\ud800 1'))).toBe('\ufffd 1');
  });
});

describe('the CSV of an answer', () => {
  it('is read back as it was, whatever is in it', () => {
    const cell = fc.option(fc.oneof(fc.string(), fc.constantFrom('', '"', ',', '\n', '\r\n', 'қ')), {
      nil: null,
    });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, (answered) => {
        const columns = ['a', 'b,"c'].map((name) => ({ name, type: 'VARCHAR' }));
        const [header, ...records]: string[][] = parse(csvOf({ columns, rows: answered, isCut: false }));
        expect(header).toEqual(['a', 'b,"c']);
        expect(records).toEqual(answered.map((row) => row.map((each) => each ?? '')));
      }),
    );
  });

  it('tells null from an empty text, and ends its lines as the published files do', () => {
    const columns = [{ name: 'n', type: 'VARCHAR' }];
    expect(csvOf({ columns, rows: [[null], [''], ['1.50']], isCut: false })).toBe('n\n\n""\n1.50\n');
  });
});

describe('a text of several statements', () => {
  /** Stands in for DuckDB's tokenizer in texts without comments and quoted texts: each word and sign is a token. */
  const tokens = (sql: string): { offsets: readonly number[] } => ({
    offsets: [...sql.matchAll(/\w+|[^\s\w]/g)].map(
      ({ index }) => new TextEncoder().encode(sql.slice(0, index)).length,
    ),
  });

  it('is split at its semicolons, with the lines before each', () => {
    const sql = 'set x = 1;\n\nFROM region;\n;\n(select 1)\n';
    expect(statementsOf(sql, tokens(sql))).toEqual([
      { text: 'set x = 1', kind: 'command', linesBefore: 0 },
      { text: '\n\nFROM region', kind: 'query', linesBefore: 0 },
      { text: '\n(select 1)\n', kind: 'query', linesBefore: 3 },
    ]);
  });

  it('is split where letters take several bytes', () => {
    const sql = 'select қ from жылы; summarize ә';
    expect(statementsOf(sql, tokens(sql)).map(({ text }) => text)).toEqual([
      'select қ from жылы',
      ' summarize ә',
    ]);
  });

  it('has none when it is white space and comments, which are no tokens', () => {
    expect(statementsOf(' -- nothing; here\n', { offsets: [] })).toEqual([]);
  });

  it('is described and read with its own lines kept apart', () => {
    const statement = { text: 'from region -- all', kind: 'query', linesBefore: 0 } as const;
    expect(describing(statement)).toBe('describe\nfrom region -- all');
    expect(describing({ ...statement, kind: 'relation' })).toBe('describe from (\nfrom region -- all\n)');
    expect(reading(statement, 2, 9)).toBe(
      'select #1::varchar as c0, #2::varchar as c1 from (\nfrom region -- all\n) limit 9',
    );
  });
});

describe('a refusal of DuckDB', () => {
  it('names the line of the person’s own text', () => {
    const error = new Error(
      'Parser Error: syntax error at or near "x"\n\nLINE 3: x\n        ^\n\nLINE 3: x\n        ^',
    );
    expect(refusalOf(error, 1)).toEqual({
      kind: 'syntax',
      message: 'Parser Error: syntax error at or near "x"\n\nLINE 2: x\n        ^',
    });
    expect(refusalOf(error, -4).message).toContain('LINE 7: x');
  });

  it('is read from the object that a statement not yet run gives', () => {
    const error = new Error('{"exception_type":"Parser","exception_message":"syntax error at end"}');
    expect(refusalOf(error, 0)).toEqual({ kind: 'syntax', message: 'Parser Error: syntax error at end' });
    expect(refusalOf(new Error('{not json'), 0)).toEqual({ kind: 'other', message: '{not json' });
    expect(refusalOf('a text', 0)).toEqual({ kind: 'other', message: 'a text' });
  });

  it('names a missing extension without the advice to install it', () => {
    const message =
      'Catalog Error: "to_json" exists in the json extension.\n\nPlease try installing and loading it';
    expect(refusalOf(new Error(message), 0)).toEqual({
      kind: 'extension',
      message: 'Catalog Error: "to_json" exists in the json extension.',
      extension: 'json',
    });
  });
});

describe('the words of the page', () => {
  it('are said in every language, with the same places to fill', () => {
    const places = (text: string): readonly string[] =>
      [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    const flat = LANGUAGES.map((language) => {
      const { refusals, chartKinds, ...words } = SQL_WORDS[language];
      return Object.entries({ ...words, ...refusals, ...chartKinds });
    });
    const [first = []] = flat;
    for (const entries of flat) {
      expect(entries.filter(([, text]) => text.trim() === '')).toEqual([]);
      expect(entries.map(([name, text]) => [name, places(text)])).toEqual(
        first.map(([name, text]) => [name, places(text)]),
      );
    }
  });

  it('are filled, and keep a place that nothing fills', () => {
    expect(filled('{from}–{to}', { from: 1, to: 9 })).toBe('1–9');
    expect(filled('{gone}', {})).toBe('{gone}');
  });
});
