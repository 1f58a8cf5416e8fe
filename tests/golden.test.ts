import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../pipeline/extract/extract.ts';
import { normalise } from '../pipeline/normalise/normalise.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import { validate } from '../pipeline/validate/validate.ts';
import { withoutTags } from './extract/pdf/without-tags.ts';
import { golden } from './golden-values.ts';
import { document, source } from './project.ts';

const PDF = join(import.meta.dirname, 'fixtures/pdf/annexes.pdf');
const UNRULED = join(import.meta.dirname, 'fixtures/pdf/annexes-unruled.pdf');

const sources = [
  { name: 'the text layer', file: source.file, bytes: () => source.bytes },
  { name: 'the PDF that is typeset anew', file: PDF, bytes: () => readFileSync(PDF) },
  { name: 'a PDF without rules whose tags tell the rows', file: UNRULED, bytes: () => readFileSync(UNRULED) },
];

describe.each(sources)('from $name', ({ file, bytes }) => {
  let published: ReadonlyMap<string, ReadonlyMap<string, string>>;

  beforeAll(async () => {
    const { datasets } = validate(normalise(await extract(bytes(), file), document), document);
    published = new Map(
      datasets.map(({ schema, rows }) => {
        const columns = Object.keys(golden.get(schema.name)?.[0] ?? {});
        const texts = rows.map((row): [string, string] => [
          keyOf(schema.name, row),
          columns.map((column) => `${column} ${row[column] ?? ''}`).join(', '),
        ]);
        return [schema.name, new Map(texts)];
      }),
    );
  });

  it.each([...golden.keys()])(
    'every printed value, status and note of %s is as a reader sees it',
    (table) => {
      const rows = published.get(table);
      const expected = golden.get(table) ?? [];
      const wrong = expected.flatMap((row) => {
        const wanted = Object.entries(row).map(([column, value]) => `${column} ${value}`);
        const found = rows?.get(keyOf(table, row));
        return found === wanted.join(', ') ? [] : [{ wanted: wanted.join(', '), found }];
      });
      expect(wrong).toEqual([]);
      expect(expected.length).toBeGreaterThan(0);
      if (!isShared(table)) expect(rows?.size).toBe(expected.length);
    },
  );
});

describe('a PDF whose rows neither rules nor distances nor tags tell', () => {
  it('is refused, not guessed at', async () => {
    const layer = await extract(withoutTags(readFileSync(UNRULED)), UNRULED);
    expect(() => normalise(layer, document)).toThrow(SourceFault);
  });
});

/** The running text fills these tables too. */
function isShared(table: string): boolean {
  return table === 'quoted_figure';
}

function keyOf(table: string, row: Readonly<Record<string, unknown>>): string {
  return (document.schemas.get(table)?.primaryKey ?? []).map((key) => String(row[key])).join('.');
}
