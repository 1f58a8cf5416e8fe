import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser, Store } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../../pipeline/publish/publish.ts';
import type { Row } from '../../../pipeline/template/schema/rows.ts';
import { readSchemas } from '../../../pipeline/template/schema/schemas.ts';
import { makeFolder, removeFolder } from '../folder.ts';
import { rainfall } from '../rainfall.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const BASE = 'https://example.org/data/codes.ttl';

function mapping(code: string, target: string, relation: string, more: Row = {}): Row {
  const rest = {
    since: null,
    multiplier: null,
    target_name: `Name of ${target}`,
    target_uri: null,
    note_en: null,
  };
  return { codelist: 'place', code, scheme: 'LAND', target, relation, ...rest, ...more };
}

const rows: readonly Row[] = [
  mapping('B', 'B2', 'narrow', { since: '2018-06-19' }),
  mapping('B', 'B1', 'exact', { target_uri: 'https://example.org/land/B1' }),
  mapping('shower', 'WET', 'related', { codelist: 'dataset' }),
];

describe('the codes as concepts', () => {
  let graph = new Store();
  let dictionary = '';

  beforeAll(async () => {
    const folder = makeFolder();
    const out = join(folder, 'output');
    const file = new Map([['code_mapping.json', readFileSync('schemas/code_mapping.json', 'utf8')]]);
    const schema = readSchemas('schemas', file).get('code_mapping');
    if (schema === undefined) throw new Error('no schema');
    const publication = rainfall();
    await publish({ ...publication, datasets: [...publication.datasets, { schema, rows }] }, out);
    graph = new Store(new Parser({ baseIRI: BASE }).parse(readFileSync(join(out, 'codes.ttl'), 'utf8')));
    dictionary = readFileSync(join(out, 'README.md'), 'utf8');
    await removeFolder(folder);
  });

  const objects = (subject: string, property: string): readonly string[] =>
    graph.getObjects(`${BASE}#${subject}`, `${SKOS}${property}`, null).map(({ value }) => value);

  it('are those of every list, each in its scheme with its notation', () => {
    expect(graph.getSubjects(null, `${SKOS}ConceptScheme`, null).map(({ value }) => value)).toEqual(
      expect.arrayContaining([`${BASE}#place`, `${BASE}#obs_status`, `${BASE}#dataset`]),
    );
    expect(objects('place._T', 'notation')).toEqual(['_T']);
    expect(objects('place.B', 'inScheme')).toEqual([`${BASE}#place`]);
  });

  it('have the codes of others by their addresses, or by their notations where these are unknown', () => {
    expect(objects('place.B', 'exactMatch')).toEqual(['https://example.org/land/B1']);
    const [other] = graph.getObjects(`${BASE}#place.B`, `${SKOS}narrowMatch`, null);
    const notations = graph.getObjects(other ?? null, `${SKOS}notation`, null);
    expect(notations.map(({ value }) => value)).toEqual(['B2']);
    expect(objects('dataset.shower', 'relatedMatch')).toHaveLength(1);
    expect(objects('place.A', 'exactMatch')).toEqual([]);
  });

  it('are told in the dictionary, beside the codes and the tables', () => {
    expect(dictionary).toContain('LAND B1 (exact); LAND B2 (narrow, since 2018-06-19)');
    expect(dictionary).toContain('Elsewhere: LAND WET (related).');
  });
});
