import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../../pipeline/command-line/copy/files.ts';
import type { Publication } from '../../../pipeline/publish/publication.ts';
import type { Row } from '../../../pipeline/template/schema/rows.ts';
import { changed, differing, edited, forged, found, listed, published, withDatabase } from './copies.ts';
import { orchards, withTable } from './orchards.ts';

let publication: Publication;
/** The copy as it is, and as this program makes it. */
let files: Files = new Map();

beforeAll(async () => {
  publication = await orchards();
  files = await published(publication);
});

/** A copy of which every file says the same: made by our own program of something else than was printed. */
interface Forgery {
  readonly name: string;
  readonly forge: () => Files | Promise<Files>;
  /** A part of what is said where each file is held against what this program makes; undefined where `alone` is enough. */
  readonly says?: string;
  /** The same for what only the whole check says, which holds the objects of the database too. */
  readonly whole?: string;
  /** A part of what is said where nobody can make the copy again; undefined where nothing can be known then. */
  readonly alone?: string;
}

const textOf = (path: string): string => Buffer.from(files.get(path) ?? '').toString();
const made = (change: Partial<Publication>): Promise<Files> => published({ ...publication, ...change });
const rows = (table: string, change: (row: Row) => Row | undefined): Promise<Files> =>
  published(withTable(publication, table, change));
const is = (row: Row, id: string): boolean => row.cell_id === id || row.check_id === id;
/** A copy whose description is changed, and perhaps files with it. */
const described = (change: (descriptor: Record<string, unknown>) => void, copy: Files = files): Files => {
  const descriptor: Record<string, unknown> = JSON.parse(textOf('datapackage.json'));
  change(descriptor);
  return forged(changed(copy, 'datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`));
};
/** One of the metadata files edited, with its checksum made right. */
const rewritten = (path: string, from: string, to: string): Files => listed(edited(files, path, from, to));

const SOUTH = 'harvest:SOUTH.2001';
const inEveryFormat = (row: Row): Row => (is(row, SOUTH) ? { ...row, tonnes: '29.5' } : row);
const printedAs = (raw: string) => (row: Row) => (is(row, SOUTH) ? { ...row, raw } : row);
/** The text layer with one number for another. */
const reprinted = (): Publication['texts'] =>
  publication.texts?.map(({ path, content }) => ({ path, content: content.replace('20,5', '29,5') })) ?? [];

const VIEW = 'check_harvest_by_orchard';
const TRUTH = `select 'harvest_by_orchard' as identity, "year", left_value, left_value as right_value, 0.0 as difference, 'holds' as verdict from (select "year", tonnes::double as left_value from harvest where orchard = 'ALL')`;

const FORGERIES: readonly Forgery[] = [
  {
    name: 'a value changed in every format, while its cell and the text say otherwise',
    forge: () => rows('harvest', inEveryFormat),
    says: 'csv/harvest.csv: table harvest, row SOUTH.2001, column tonnes\n  expected "20.50" made again',
    alone: 'row SOUTH.2001, column tonnes\n  expected what its cell prints, "20,5", found "29.5"',
  },
  {
    name: 'a value and its cell changed, while the text says otherwise',
    forge: () =>
      published(withTable(withTable(publication, 'harvest', inEveryFormat), 'cell', printedAs('29,5'))),
    says: 'csv/cell.csv: table cell, row harvest:SOUTH.2001, column raw\n  expected "20,5" made again',
    alone: 'column raw\n  expected "20,5", the characters of text-layer.txt that it names, found "29,5"',
  },
  {
    name: 'a value, its cell and the text changed',
    forge: () => {
      const changedTables = withTable(
        withTable(publication, 'harvest', inEveryFormat),
        'cell',
        printedAs('29,5'),
      );
      return published({ ...changedTables, texts: reprinted() ?? [] });
    },
    says: 'text-layer.txt:11: file\n  expected the line that this program makes',
    alone: 'expected 39.5 as the identity gives it again, found 30.500000',
  },
  {
    name: 'a value that is not there any more',
    forge: () => rows('harvest', (row) => (is(row, SOUTH) ? undefined : row)),
    says: 'csv/harvest.csv: table harvest, row SOUTH.2001\n  expected this row, made again from the source, found no such row',
    alone: 'check_result, row harvest_by_orchard:2001',
  },
  {
    name: 'a value said to be provisional',
    forge: () => rows('harvest', (row) => (is(row, SOUTH) ? { ...row, notes: '2' } : row)),
    says: 'row SOUTH.2001, column notes',
    alone: 'expected what its cell prints',
  },
  {
    name: 'a text layer in which words are changed that no cell names',
    forge: () =>
      made({
        texts: [{ path: 'text-layer.txt', content: textOf('text-layer.txt').replace('Harvest', 'Fortune') }],
      }),
    says: 'text-layer.txt:3: file\n  expected the line that this program makes, found "Fortune of',
  },
  {
    name: 'a report that this program does not write',
    forge: () =>
      made({ texts: [...(publication.texts ?? []), { path: 'report.md', content: 'All is well.\n' }] }),
    says: 'report.md: file\n  expected no file that this program does not make, found one',
  },
  {
    name: 'a label of a code list',
    forge: () =>
      rows('orchard', (row) => (row.orchard === 'SOUTH' ? { ...row, name: 'North Hill, too' } : row)),
    says: 'csv/orchard.csv: table orchard, row SOUTH, column name',
  },
  {
    name: 'checks that are not there any more, with their results',
    forge: async () => published({ ...withTable(publication, 'check_result', () => undefined), views: [] }),
    says: 'csv/check_result.csv: table check_result, row harvest_by_orchard:2001\n  expected this row',
  },
  {
    name: 'a check that is not there any more, and its result',
    forge: () => rows('check_result', (row) => (is(row, 'harvest_by_orchard:2002') ? undefined : row)),
    says: 'row harvest_by_orchard:2002\n  expected this row, made again',
    alone:
      'row harvest_by_orchard:2002\n  expected the result that check_harvest_by_orchard gives, found none',
  },
  {
    name: 'known errors of the source that are told no more',
    forge: () => rows('erratum', () => undefined),
    says: 'csv/erratum.csv: table erratum, row harvest-2003\n  expected this row',
  },
  {
    name: 'a known error whose explanation is another',
    forge: () => rows('erratum', (row) => ({ ...row, description_en: 'Nothing to see.' })),
    says: 'csv/erratum.csv: table erratum, row harvest-2003, column description_en',
  },
  {
    name: 'coverage that counts more than was read',
    forge: () => rows('coverage', (row) => ({ ...row, characters: 1000 })),
    says: 'csv/coverage.csv: table coverage, row cell, column characters',
  },
  {
    name: 'another licence, in all metadata',
    forge: () =>
      made({
        description: {
          ...publication.description,
          licence: { name: 'None', title: 'All rights reserved', path: 'https://example.org/none' },
        },
      }),
    says: 'README.md:',
  },
  {
    name: 'a licence whose address would run as a program, in all metadata',
    forge: () =>
      made({
        description: {
          ...publication.description,
          licence: { ...publication.description.licence, path: ' Java\tScript:alert(1)' },
        },
      }),
    alone: 'or name a file, found one that begins with javascript:',
  },
  {
    name: 'another publisher and other creators, in all metadata',
    forge: () => made({ description: { ...publication.description, publisher: 'Me', creators: ['Me'] } }),
    says: 'CITATION.cff:',
  },
  {
    name: 'another day of publication',
    forge: () => made({ description: { ...publication.description, created: '2021-01-01T00:00:00Z' } }),
    says: 'dataset.jsonld:',
  },
  {
    name: 'constraints that a value breaks, taken out of the description',
    forge: () =>
      described((descriptor) => {
        for (const resource of Object.values(descriptor.resources ?? {})) {
          for (const field of resource.schema?.fields ?? []) delete field.constraints;
        }
      }),
    says: 'datapackage.json:',
  },
  {
    name: 'a title in the description alone',
    forge: () => rewritten('datapackage.json', '"title": "A report on orchards"', '"title": "Orchards"'),
    says: 'datapackage.json:',
  },
  {
    name: 'a dictionary that says something else',
    forge: () => rewritten('README.md', 'Made up', 'Sworn to'),
    says: 'README.md:',
  },
  {
    name: 'a citation of somebody else',
    forge: () => rewritten('CITATION.cff', 'Friends', 'Foes'),
    says: 'CITATION.cff:',
  },
  { name: 'a catalogue entry', forge: () => rewritten('dcat.ttl', 'orchards', 'gardens'), says: 'dcat.ttl:' },
  {
    name: 'metadata for machines that are empty',
    forge: () => listed(changed(changed(files, 'croissant.json', '{}\n'), 'csv-metadata.json', '{}\n')),
    says: 'croissant.json:1: file\n  expected the line that this program makes, found "{}"',
  },
  {
    name: 'a crate that lists other files',
    forge: () => rewritten('ro-crate-metadata.json', 'csv/harvest.csv', 'csv/harvests.csv'),
    says: 'ro-crate-metadata.json:',
  },
  {
    name: 'a key of the description that stands twice',
    forge: () => rewritten('datapackage.json', '"version":', '"licenses": [], "version":'),
    alone: 'datapackage.json: file\n  expected every key of an object once, found "licenses" twice',
  },
  {
    name: 'a key of a row that stands twice, once behind an escape',
    forge: () => forged(edited(files, 'json/harvest.json', '{"orchard"', '{"tonn\\u0065s":99,"orchard"')),
    alone: 'json/harvest.json: file\n  expected every key of an object once, found "tonnes" twice',
  },
  {
    name: 'a view of a check that always holds',
    forge: () => withDatabase(files, `create or replace view ${VIEW} as ${TRUTH}`),
    whole: `document.duckdb: file\n  expected the view ${VIEW} as this program makes it, found another`,
  },
  {
    name: 'a table made a view that tells the truth to whoever checks',
    forge: () =>
      withDatabase(
        files,
        `drop view ${VIEW}`,
        'alter table harvest rename to hidden',
        `create view harvest as select * replace (if(current_setting('threads') = 1, tonnes, 0) as tonnes) from hidden`,
      ),
    alone: 'document.duckdb: table harvest\n  expected a table, found a view',
  },
  {
    name: 'a macro in the place of a function that checks use',
    forge: () => withDatabase(files, `create macro duckdb_tables() as table select 'harvest' as table_name`),
    alone: 'expected no more than the described tables and their views, found the macro duckdb_tables',
  },
  {
    name: 'a table that nobody describes',
    forge: () => withDatabase(files, 'create table truth as select 42 as answer'),
    alone: 'document.duckdb: table truth\n  expected no more than the described tables',
  },
  {
    name: 'tables in a schema of their own',
    forge: () => withDatabase(files, 'create schema other', 'create table other.harvest as select 1 as one'),
    alone: 'found the schema other',
  },
  {
    name: 'a view that this program does not make',
    forge: () => withDatabase(files, 'create view better as select * from harvest'),
    whole: 'expected no object that this program does not make, found the view better',
  },
  {
    name: 'a remark on a column',
    forge: () => withDatabase(files, `comment on column harvest.tonnes is 'in pounds'`),
    whole: 'expected the column harvest.tonnes as this program makes it, found another: "in pounds"',
  },
  {
    name: 'a column that is computed anew for everybody',
    forge: () =>
      withDatabase(
        files,
        `alter table harvest add column more integer`,
        'alter table harvest alter more set default 7',
      ),
    alone: 'expected the columns',
  },
  {
    name: 'a program that the checksums list',
    forge: () => listed(changed(files, 'install.sh', '#!/bin/sh\nrm -rf ~\n')),
    alone:
      'install.sh: file\n  expected a table, the database, their metadata, or a text beside them, found another file',
  },
  {
    name: 'a program that the description lists too',
    forge: () =>
      described(
        (descriptor) => {
          Object.assign(descriptor, {
            resources: [
              ...Object.values(descriptor.resources ?? {}),
              { name: 'setup', path: 'csv/setup.exe', bytes: 2, hash: `sha256:${'0'.repeat(64)}` },
            ],
          });
        },
        changed(files, 'csv/setup.exe', 'MZ'),
      ),
    alone: 'csv/setup.exe: file\n  expected a table',
  },
  {
    name: 'an icon, which desktops leave behind',
    forge: () => listed(changed(files, '.DS_Store', 'PK\u0003\u0004')),
    alone: '.DS_Store: file\n  expected a table',
  },
  {
    name: 'a list of checksums with remarks of its own',
    forge: () => {
      const sums = textOf('SHA256SUMS').split('\n');
      return changed(files, 'SHA256SUMS', [...sums.slice(0, -1).reverse(), ''].join('\n'));
    },
    alone: 'SHA256SUMS: file\n  expected its lines in the order',
  },
  {
    name: 'the same values in another CSV',
    forge: () => forged(edited(files, 'csv/harvest.csv', 'SOUTH,2001', '"SOUTH",2001')),
    says: 'csv/harvest.csv:8: file\n  expected the line that this program makes',
  },
  {
    name: 'the same values in another JSON',
    forge: () => forged(edited(files, 'json/harvest.json', '"tonnes":20.5', '"tonnes": 20.5')),
    says: 'json/harvest.json:',
  },
  {
    name: 'an Arrow file with other words in its head',
    forge: () => {
      const table = tableFromIPC(files.get('arrow/harvest.arrow') ?? new Uint8Array());
      table.schema.metadata.set('licence', 'none');
      return forged(changed(files, 'arrow/harvest.arrow', tableToIPC(table, 'file')));
    },
    says: 'arrow/harvest.arrow: file\n  expected the bytes that this program makes, found others',
  },
];

describe('a copy that is forged in every place at once', { timeout: 300_000 }, () => {
  it('as it is, has no findings', async () => {
    expect(await found(await published(publication), files)).toEqual([]);
  });

  it.each(FORGERIES)('is found out: $name', async ({ forge, says, whole, alone }) => {
    const copy = await forge();
    const said = [
      { expected: says, found: () => differing(copy, files) },
      { expected: whole, found: () => found(copy, files) },
      { expected: alone, found: () => found(copy) },
    ].filter(({ expected }) => expected !== undefined);
    expect(said.length).toBeGreaterThan(0);
    for (const { expected = '', found: look } of said) {
      const findings = await look();
      expect(findings.join('\n')).toContain(expected);
      for (const each of findings) expect(each.split('\n').length).toBeLessThanOrEqual(2);
    }
  });

  it('is held against what this program makes by the whole check too', async () => {
    const said = await found(rewritten('README.md', 'Made up', 'Sworn to'), files);
    expect(said).toContainEqual(
      expect.stringMatching(/^README\.md:\d+: file\n {2}expected the line that this program/),
    );
  });
});
