import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { define } from '../../../pipeline/publish/duckdb/definition.ts';
import { METADATA_FILES } from '../../../pipeline/publish/metadata/metadata-files.ts';
import { reportIsThere } from '../../report.ts';
import { CAUTION, rainfall } from '../rainfall.ts';
import { NAMES, textOf, useOutputs } from './outputs.ts';

const outputs = useOutputs();

/** The terms of use say nothing of the document. */
const DESCRIBING = METADATA_FILES.filter((path) => path !== 'LICENSE.txt');

describe('every metadata file', () => {
  test.runIf(reportIsThere).each(DESCRIBING)(
    'names the document as the United Nations do, and where it is there: %s',
    (path) => {
      const text = textOf(outputs.files('own'), path);
      expect(text).toContain('E/C.12/KAZ/2');
      expect(text).toContain('https://undocs.org/E/C.12/KAZ/2');
    },
  );

  test.each(DESCRIBING)(
    'says beside the title of a source, not in it, what must be known of it: %s',
    (path) => {
      const text = textOf(outputs.files('rain'), path);
      if (['csv-metadata.json'].includes(path)) return;
      expect(text).toContain('The address is a guess.');
      expect(text).not.toMatch(/"(name|title)": "[^"]*The address is a guess/);
    },
  );

  test.each(NAMES)('has the terms of use beside it, with what they do not cover (%s)', (name) => {
    const licence = textOf(outputs.files(name), 'LICENSE.txt');
    expect(licence).toMatch(/^Licence: .+ \(.+\)\nhttps?:\/\/\S+$/m);
    if (name === 'rain') expect(licence).toContain('The drawings are not covered.');
    if (name === 'own') expect(licence).toContain('not objects of copyright');
  });

  test.runIf(reportIsThere)('calls a text a text', () => {
    const crate = textOf(outputs.files('own'), 'ro-crate-metadata.json');
    expect(crate).toMatch(/"@id": "text-layer.txt",[^}]*"encodingFormat": "text\/plain"/);
    const resources = textOf(outputs.files('own'), 'datapackage.json');
    expect(resources).toMatch(/"path": "text-layer.txt",[^}]*"mediatype": "text\/plain"/);
  });

  test.runIf(reportIsThere)(
    'tells of the whole and of each table in at least fifty characters, as search engines for data want',
    () => {
      const descriptor: {
        readonly description: string;
        readonly resources: readonly Readonly<Record<string, unknown>>[];
      } = JSON.parse(textOf(outputs.files('own'), 'datapackage.json'));
      const short = descriptor.resources.flatMap((resource) =>
        ['description', 'description_kk', 'description_ru'].flatMap((member) => {
          const text = resource[member];
          return typeof text === 'string' && text.length < 50 ? [`${resource.name}.${member}: ${text}`] : [];
        }),
      );
      expect(short).toEqual([]);
      expect(descriptor.description.length).toBeGreaterThan(50);
    },
  );
});

describe('what is not to be done with a table', () => {
  const TELLING = METADATA_FILES.filter((path) => !/^(LICENSE|CITATION|codes)/.test(path));

  test.each(TELLING)('is told in %s', (path) => {
    expect(textOf(outputs.files('rain'), path)).toContain(CAUTION);
  });

  test.each(['parquet/shower.parquet', 'arrow/shower.arrow'])('travels with %s', (path) => {
    expect(outputs.files('rain').get(path)?.includes(CAUTION)).toBe(true);
    expect(outputs.files('rain').get(path.replaceAll('shower', 'place'))?.includes(CAUTION)).toBe(false);
  });

  test('stands in the spreadsheet, and at the table in DuckDB', () => {
    const sheets = unzipSync(outputs.files('rain').get('rain-1.xlsx') ?? new Uint8Array());
    const texts = Object.values(sheets).map((bytes) => Buffer.from(bytes).toString());
    expect(texts.some((text) => text.includes(CAUTION))).toBe(true);
    const schema = rainfall().datasets.map(({ schema: each }) => ({ schema: each }));
    expect(define(schema, []).comments.join('\n')).toContain(CAUTION);
  });

  test('is told in every language that it is declared in, where a standard has languages', () => {
    expect(textOf(outputs.files('rain'), 'dcat.ttl')).toContain('"Дожди не складывать."@ru');
    expect(textOf(outputs.files('rain'), 'datapackage.json')).toContain(
      '"caution_ru": "Дожди не складывать."',
    );
  });
});

describe('llms.txt', () => {
  test.each(NAMES)(
    'has a line for every table, with its file, and how to answer from the data (%s)',
    (name) => {
      const files = outputs.files(name);
      const text = textOf(files, 'llms.txt');
      expect(text).toMatch(/^# .+\n\n> .+\n/);
      expect(text).toContain('An empty value is missing, never 0');
      const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): /gm)].map(([, path = '']) => path);
      const csv = [...files.keys()].filter((path) => path.startsWith('csv/'));
      expect(links.filter((path) => path.startsWith('csv/')).sort()).toEqual(csv.sort());
      for (const path of links) expect(files.has(path), path).toBe(true);
    },
  );
});

describe('a text that is a list', () => {
  test('is one in every standard that has lists, and the same text in every format', () => {
    const files = outputs.files('rain');
    const {
      resources,
    }: { readonly resources: readonly { readonly name: string; readonly schema?: Schema }[] } = JSON.parse(
      textOf(files, 'datapackage.json'),
    );
    const notes = (resource: string): unknown =>
      resources.find(({ name }) => name === resource)?.schema?.fields.find(({ name }) => name === 'notes');
    expect(notes('shower')).toMatchObject({ type: 'string', delimiter: ' ', itemType: 'string' });
    expect(notes('shower-parquet')).toMatchObject({ type: 'string', separator: ' ' });
    expect(textOf(files, 'csv/shower.csv')).toContain(',1 2,');
    expect(textOf(files, 'json/shower.json')).toContain('"notes":"1 2"');
  });
});

interface Schema {
  readonly fields: readonly { readonly name: string }[];
}
