import { type WrittenFile, written } from '../folder/written-file.ts';
import type { TextFile } from '../publication.ts';
import { citation, LICENCE_FILE, licenceText } from './citation.ts';
import { croissant } from './croissant.ts';
import { csvw } from './csvw.ts';
import { dataPackage } from './data-package.ts';
import { dcat } from './dcat.ts';
import { dictionary } from './dictionary.ts';
import type { Facts } from './facts.ts';
import { LLMS_FILE, llms } from './llms.ts';
import { RO_CRATE, roCrate } from './ro-crate.ts';
import { schemaOrg } from './schema-org.ts';
import { SKOS_FILE, skos } from './skos.ts';

/** The names of the metadata files. */
export const METADATA_FILES: readonly string[] = [
  'CITATION.cff',
  LICENCE_FILE,
  LLMS_FILE,
  'README.md',
  SKOS_FILE,
  'croissant.json',
  'csv-metadata.json',
  'datapackage.json',
  'dataset.jsonld',
  'dcat.ttl',
  RO_CRATE,
];

/**
 * Every metadata file, by path. The crate comes last: it lists all others, and `data`, the files that are written
 * already, with their sizes and checksums.
 */
export function metadataFiles(facts: Facts, data: readonly WrittenFile[]): readonly TextFile[] {
  const files: readonly TextFile[] = [
    { path: 'CITATION.cff', content: citation(facts) },
    { path: LICENCE_FILE, content: licenceText(facts) },
    { path: LLMS_FILE, content: llms(facts) },
    { path: 'README.md', content: dictionary(facts) },
    { path: SKOS_FILE, content: skos(facts) },
    { path: 'croissant.json', content: croissant(facts) },
    { path: 'csv-metadata.json', content: csvw(facts) },
    { path: 'datapackage.json', content: dataPackage(facts) },
    { path: 'dataset.jsonld', content: schemaOrg(facts) },
    { path: 'dcat.ttl', content: dcat(facts) },
  ];
  const listed = [...data, ...files.map(({ path, content }) => written(path, Buffer.from(content)))];
  return [...files, { path: RO_CRATE, content: roCrate(facts, listed) }];
}
