import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../pipeline/extract/extract.ts';
import { normalise } from '../pipeline/normalise/normalise.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import { checkReferences } from '../pipeline/publish/foreign-keys.ts';
import { writeCsv } from '../pipeline/publish/formats/text.ts';
import { type Publication, publicationOf } from '../pipeline/publish/publication.ts';
import { tabulate } from '../pipeline/publish/table.ts';
import { validate } from '../pipeline/validate/validate.ts';
import { withoutTags } from './extract/pdf/without-tags.ts';
import { golden } from './golden-values.ts';
import { document, source, type Whole, whole } from './project.ts';

const PDF = join(import.meta.dirname, 'fixtures/pdf/annexes.pdf');
const UNRULED = join(import.meta.dirname, 'fixtures/pdf/annexes-unruled.pdf');

const TEXT_LAYER = 'the text layer';
const sources = [
  { name: TEXT_LAYER, file: source.file, bytes: () => source.bytes },
  { name: 'the PDF that is typeset anew', file: PDF, bytes: () => readFileSync(PDF) },
  { name: 'a PDF without rules whose tags tell the rows', file: UNRULED, bytes: () => readFileSync(UNRULED) },
];

async function readPdf(file: string): Promise<Whole> {
  const normalised = normalise(await extract(readFileSync(file), file), document);
  return { normalised, validated: validate(normalised, document) };
}

/** Figures that the running text repeats stand in this table too, and the PDFs have no running text. */
const REPEATED = 'quoted_figure';

describe.each(sources)('from $name', ({ name, file, bytes }) => {
  let publication: Publication;
  let published: ReadonlyMap<string, ReadonlyMap<string, string>>;

  beforeAll(async () => {
    const { normalised, validated } = name === TEXT_LAYER ? whole() : await readPdf(file);
    publication = publicationOf({ file, bytes: bytes() }, document, normalised, validated);
    published = new Map(
      validated.datasets.map(({ schema, rows }) => {
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
      if (table !== REPEATED) expect(rows?.size).toBe(expected.length);
    },
  );

  if (name !== TEXT_LAYER)
    it('the tables of the annexes are published as from the text layer', () => {
      const printed = document.plan.annexes.flatMap(({ elements }) => elements.map(({ table }) => table));
      const same = new Set([...printed, ...document.codelists.keys()].filter((table) => table !== REPEATED));
      expect(same.size).toBeGreaterThan(20);
      const tables = publication.datasets.map(tabulate);
      checkReferences(tables);
      const found = tables.filter(({ schema }) => same.has(schema.name));
      expect(found.map((table) => table.schema.name).sort()).toEqual([...same].sort());
      for (const table of found) {
        const csv = `output/csv/${table.schema.name}.csv`;
        expect(writeCsv(table).toString(), csv).toBe(readFileSync(csv, 'utf8'));
      }
    });
});

describe('a PDF whose rows neither rules nor distances nor tags tell', () => {
  it('is refused, not guessed at', async () => {
    const layer = await extract(withoutTags(readFileSync(UNRULED)), UNRULED);
    expect(() => normalise(layer, document)).toThrow(SourceFault);
  });
});

function keyOf(table: string, row: Readonly<Record<string, unknown>>): string {
  return (document.schemas.get(table)?.primaryKey ?? []).map((key) => String(row[key])).join('.');
}
