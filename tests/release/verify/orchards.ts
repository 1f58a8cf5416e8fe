import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../../pipeline/extract/extract.ts';
import { normalise } from '../../../pipeline/normalise/normalise.ts';
import { sha256 } from '../../../pipeline/page/sha256.ts';
import { type Publication, publicationOf } from '../../../pipeline/publish/publication.ts';
import { type DocumentDescription, readDocument } from '../../../pipeline/template/document.ts';
import type { Row } from '../../../pipeline/template/schema/rows.ts';
import { readSchemas } from '../../../pipeline/template/schema/schemas.ts';
import { validate } from '../../../pipeline/validate/validate.ts';

const TEXT = `Appendix 1 to the report

Harvest of the orchards, in tonnes

2001 2002 2002

All orchards 30,5 32,5 34,5

North Hill 10,0 11,0 12,0

South Hill 20,5 21,5 22,5
`;

const HARVEST = `dataset: harvest
value: tonnes
title: Harvest of the orchards, in tonnes
columns:
  year: { range: [2001, 2003] }
rows:
  orchard: { codelist: orchard, label: name }
decimals: [1]
identities:
  - id: harvest_by_orchard
    kind: total
    says: harvest[orchard=ALL] = sum(harvest[orchard≠ALL])
    because: The whole is its parts.
`;

const CORRECTIONS = `headers:
  - id: harvest-2003
    table: harvest
    codes: {}
    printed: "2002"
    read_as: "2003"
    certainty: proven
    says: { en: The year stands there twice. }
`;

const SHARED = 'tests/fixtures/damage/document';

/**
 * The files of a project of one small document, by their path in it: with everything that a forger might touch, values,
 * a sum that proves them, a known error of the source.
 */
export function orchardProject(id = 'document'): ReadonlyMap<string, string> {
  const folder = `sources/${id}`;
  const shared = textFiles(SHARED);
  const evidence = [...textFiles('schemas')].filter(([, text]) => /"kind":\s*"evidence"/.test(text));
  const head = (shared.get('document.yaml') ?? '')
    .replace('id: document', `id: ${id}`)
    .replace('0'.repeat(64), sha256(Buffer.from(TEXT)));
  return new Map([
    ...evidence.map(([path, text]): [string, string] => [`schemas/${path}`, text]),
    ...[...shared].map(([path, text]): [string, string] =>
      path.startsWith('schemas/') ? [path, text] : [`${folder}/${path}`, text],
    ),
    [`${folder}/document.yaml`, `${head}annexes:\n  1: [harvest]\n`],
    [`${folder}/input.txt`, TEXT],
    [`${folder}/tables/harvest.yaml`, HARVEST],
    [`${folder}/corrections.yaml`, CORRECTIONS],
  ]);
}

/** What that project publishes. */
export async function orchards(id = 'document'): Promise<Publication> {
  const document = orchardDocument(id);
  const source = { file: `sources/${id}/input.txt`, bytes: new TextEncoder().encode(TEXT) };
  const normalised = normalise(await extract(source.bytes, source.file), document);
  return publicationOf(source, document, normalised, validate(normalised, document));
}

/** The document of that project. */
export function orchardDocument(id = 'document'): DocumentDescription {
  const folder = `sources/${id}`;
  const files = [...orchardProject(id)];
  const below = (under: string): ReadonlyMap<string, string> =>
    new Map(
      files.flatMap(([path, text]) => (path.startsWith(under) ? [[path.slice(under.length), text]] : [])),
    );
  return readDocument(folder, below(`${folder}/`), readSchemas('schemas', below('schemas/')));
}

/** The same with some rows of a table otherwise: a row that `change` gives nothing for is not there. */
export function withTable(
  publication: Publication,
  table: string,
  change: (row: Row) => Row | undefined,
): Publication {
  const datasets = publication.datasets.map((dataset) =>
    dataset.schema.name === table
      ? { ...dataset, rows: dataset.rows.map(change).filter((row) => row !== undefined) }
      : dataset,
  );
  return { ...publication, datasets };
}

function textFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    files.map(({ parentPath, name }): [string, string] => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}
