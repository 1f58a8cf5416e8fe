import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { readMappings } from '../../pipeline/template/code-mappings.ts';
import { readCodelist } from '../../pipeline/template/codelist.ts';
import { readSchemas } from '../../pipeline/template/schema/schemas.ts';
import type { TableSchema } from '../../pipeline/template/schema/table-schema.ts';
import { schema } from '../publish/rainfall.ts';

const HEADER = 'codelist,code,scheme,target,relation,since,multiplier,target_name,target_uri,note_en\n';

const lists = new Map(
  [
    readCodelist({ path: 'x/codelists/orchard.csv', text: 'orchard,name_en\nN,North\nS,South\n' }),
    readCodelist({ path: 'x/codelists/scheme.csv', text: 'scheme,name_en\nFAO,FAO\n' }),
  ].map((list) => [list.name, list]),
);
const schemas: ReadonlyMap<string, TableSchema> = new Map([
  ...readSchemas(
    'schemas',
    new Map([['code_mapping.json', readFileSync('schemas/code_mapping.json', 'utf8')]]),
  ),
  ['harvest', schema('harvest', 'observations', [], ['year'])],
]);

function read(rows: string) {
  return readMappings({ path: 'x/code-mappings.csv', text: HEADER + rows }, lists, schemas);
}

function refusals(text: string): readonly string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map(({ place, expected, found }) => `${place.line}: ${expected}, not ${found}`);
  }
}

describe('codes of others', () => {
  it('stand beside codes of a list and of tables, with what they mean beside them', () => {
    expect(read('orchard,N,FAO,N1,narrow,2018-06-19,,North one,,Its larger half.\n').rows).toEqual([
      {
        codelist: 'orchard',
        code: 'N',
        scheme: 'FAO',
        target: 'N1',
        relation: 'narrow',
        since: '2018-06-19',
        multiplier: null,
        target_name: 'North one',
        target_uri: null,
        note_en: 'Its larger half.',
      },
    ]);
    expect(read('dataset,harvest,FAO,H,close,,1000,Harvest,https://example.org/h,\n').rows).toMatchObject([
      { code: 'harvest', multiplier: 1000, target_uri: 'https://example.org/h' },
    ]);
  });

  it.each([
    ['a code that its list has not', 'orchard,X,FAO,N1,exact,,,N,,\n', '2: a code of orchard, not "X"'],
    ['a list that is none', 'field,N,FAO,N1,exact,,,N,,\n', '2: a code list, or dataset, not "field"'],
    ['a table that is none', 'dataset,sales,FAO,N1,exact,,,N,,\n', '2: a code of dataset, not "sales"'],
    ['a scheme that is not listed', 'orchard,N,UNO,N1,exact,,,N,,\n', '2: a code of scheme, not "UNO"'],
    [
      'another relation',
      'orchard,N,FAO,N1,equal,,,N,,\n',
      '2: one of exact, close, broad, narrow, related, not "equal"',
    ],
    [
      'the same statement twice',
      'orchard,N,FAO,N1,exact,,,N,,\norchard,N,FAO,N1,close,,,N,,\n',
      '3: one row for each codelist, code, scheme, target, not another one',
    ],
    ['no name', 'orchard,N,FAO,N1,exact,,,,,\n', '2: a value, not none'],
  ])('are refused with %s, with its line', (_, rows, found) => {
    expect(refusals(rows)).toEqual([found]);
  });

  it('are refused under other columns', () => {
    const text = 'codelist,code\norchard,N\n';
    expect(() => readMappings({ path: 'x.csv', text }, lists, schemas)).toThrow(
      /the columns codelist, code, scheme/,
    );
  });
});
