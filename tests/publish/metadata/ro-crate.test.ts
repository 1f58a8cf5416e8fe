import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { reportIsThere } from '../../report.ts';
import { changed, claimFaults, type Files, NAMES, textOf, useOutputs } from './outputs.ts';
import { isNode, type Node, nodes } from './vocabulary.ts';

const outputs = useOutputs();
const FILE = 'ro-crate-metadata.json';

/** The part of the package `ro-crate` that works without the network; its types do not name the validator. */
interface Validator {
  readonly results: readonly {
    readonly status: string;
    readonly id: string;
    readonly message: string;
    readonly entity?: string;
  }[];
  readonly crate: { resolveTerm(term: string): string | undefined };
  parseJSON(text: string): void;
  rootDataEntity(): void;
  checkFiles(found: Record<string, { exists: boolean; inCrate: boolean; isDir: boolean }>): void;
}
const library: { readonly Validator: new () => Validator } = createRequire(import.meta.url)('ro-crate');

function entities(files: Files): readonly Node[] {
  const crate: { '@graph': readonly Node[] } = JSON.parse(textOf(files, FILE));
  return crate['@graph'];
}

/** What is wrong by the rules of RO-Crate 1.2, and what is said of files that is not so. */
function faults(files: Files): readonly string[] {
  const graph = entities(files);
  const ids = graph.map((entity) => String(entity['@id']));
  const known = new Set(ids);
  const descriptor = graph.find((entity) => entity['@id'] === FILE);
  const root = graph.find((entity) => isNode(descriptor?.about) && entity['@id'] === descriptor.about['@id']);
  const parts = nodes(root?.hasPart).map((part) => String(part['@id']));
  const data = graph.filter((entity) => entity['@type'] === 'File');
  const listed = [...files.keys()].filter((path) => path !== FILE && path !== 'SHA256SUMS');
  return [
    ...(descriptor?.['@type'] === 'CreativeWork' ? [] : ['no descriptor']),
    ...(root?.['@type'] === 'Dataset' && root['@id'] === './' ? [] : ['no root']),
    ...['name', 'description', 'datePublished', 'license'].flatMap((name) =>
      root?.[name] === undefined ? [`root: no ${name}`] : [],
    ),
    ...(known.size < ids.length ? ['an id stands twice'] : []),
    ...graph.flatMap((entity) =>
      [entity['@type']].flat().every((type) => typeof type === 'string') ? [] : [`${entity['@id']}: no type`],
    ),
    ...graph.flatMap((entity) =>
      Object.entries(entity).flatMap(([name, value]) =>
        name === 'conformsTo'
          ? []
          : nodes(value).flatMap((node) => {
              if (Object.keys(node).join() !== '@id') return [`${name}: not flat`];
              return known.has(String(node['@id'])) ? [] : [`${name}: nothing is said of ${node['@id']}`];
            }),
      ),
    ),
    ...data.flatMap((file) => (parts.includes(String(file['@id'])) ? [] : [`${file['@id']}: no part`])),
    ...listed.flatMap((path) => (parts.includes(path) ? [] : [`${path}: not listed`])),
    ...claimFaults(
      files,
      data.map(({ '@id': id, contentSize, sha256 }) => ({
        path: String(id),
        ...(contentSize !== undefined && { bytes: Number(contentSize) }),
        ...(sha256 !== undefined && { sha256: String(sha256) }),
      })),
    ),
  ];
}

/** The terms of W3C PROV that a crate may use. */
const PROV = new Set(['prov:wasGeneratedBy', 'prov:wasDerivedFrom', 'prov:used', 'prov:wasAssociatedWith']);

/** What the package `ro-crate` finds, and the properties that the crate's vocabulary does not have. */
function libraryFaults(files: Files): readonly string[] {
  const validator = new library.Validator();
  validator.parseJSON(textOf(files, FILE));
  validator.rootDataEntity();
  const folders = new Set(
    [...files.keys()].flatMap((path) => (path.includes('/') ? [path.split('/')[0] ?? ''] : [])),
  );
  validator.checkFiles(
    Object.fromEntries(
      [...files.keys(), ...folders].map((path) => [
        path,
        { exists: true, inCrate: false, isDir: folders.has(path) },
      ]),
    ),
  );
  const unlisted = new Set(['SHA256SUMS', ...folders]);
  const terms = new Set(entities(files).flatMap((entity) => Object.keys(entity)));
  return [
    ...validator.results
      .filter(({ status, entity = '' }) => status !== 'success' && !unlisted.has(entity))
      .map(({ message }) => message),
    ...[...terms].flatMap((term) =>
      term.startsWith('@') || PROV.has(term) || validator.crate.resolveTerm(term) !== undefined
        ? []
        : [`unknown: ${term}`],
    ),
  ];
}

describe('ro-crate-metadata.json', () => {
  test.each(NAMES)(
    'keeps the rules of RO-Crate 1.2, and says nothing of a file that is not so (%s)',
    (name) => {
      const crate: unknown = JSON.parse(textOf(outputs.files(name), FILE));
      expect(crate).toMatchObject({
        '@context': ['https://w3id.org/ro/crate/1.2/context', { prov: 'http://www.w3.org/ns/prov#' }],
      });
      expect(entities(outputs.files(name))[0]).toMatchObject({
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      });
      expect(faults(outputs.files(name))).toEqual([]);
    },
  );

  test.each(NAMES)('is valid by the package ro-crate, and every file has its entity (%s)', (name) => {
    expect(libraryFaults(outputs.files(name))).toEqual([]);
  });

  test.runIf(reportIsThere)('says what the data were made from, by address or by checksum', () => {
    const graph = entities(outputs.files('own'));
    const root = graph.find((entity) => entity['@id'] === './');
    const [register, text] = nodes(root?.isBasedOn).map((each) =>
      graph.find((entity) => entity['@id'] === each['@id']),
    );
    expect(register?.['@id']).toMatch(/^https:/);
    expect(text).toMatchObject({
      '@id': 'text-layer.txt',
      '@type': 'File',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const orchards = entities(outputs.files('orchards'));
    expect(orchards.find((entity) => entity['@id'] === '#source-2')).toMatchObject({
      alternateName: 'input.txt',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each(NAMES)(
    'says how it was made: of which sources, by which program, with no clock in it (%s)',
    (name) => {
      const graph = entities(outputs.files(name));
      const of = (id: unknown): Node => graph.find((entity) => entity['@id'] === id) ?? {};
      const root = of('./');
      const [generated] = nodes(root['prov:wasGeneratedBy']);
      const build = of(generated?.['@id']);
      expect(build).toMatchObject({ '@type': ['CreateAction', 'prov:Activity'], result: { '@id': './' } });
      expect(build['prov:used']).toEqual(root['prov:wasDerivedFrom']);
      expect(nodes(build['prov:used']).length).toBeGreaterThan(0);
      for (const source of nodes(build.object)) expect(of(source['@id'])).toHaveProperty('name');
      const [program] = nodes(build.instrument);
      expect(build['prov:wasAssociatedWith']).toEqual(program);
      expect(of(program?.['@id'])).toMatchObject({
        name: 'kz-icescr-open-data',
        softwareVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      });
      expect(Object.keys(build).join()).not.toMatch(/time|date|commit/i);
    },
  );

  test.each([
    ['no day, which is required', '"datePublished"', '"dateCreated"', 'root: no datePublished'],
    ['no root that it points at', '"@id": "./",\n      "@type"', '"@id": "../",\n      "@type"', 'no root'],
    ['a nested entity', '"license": {', '"license": { "name": "x",', 'license: not flat'],
    ['a wrong checksum', /("contentSize": "\d+",\s+"sha256": ")[0-9a-f]{4}/, '$10000', /another checksum/],
    ['a wrong size', '"contentSize": "', '"contentSize": "1', /bytes, not 1/],
    ['a file that is not there', /"csv\/place.csv"/g, '"csv/plaice.csv"', 'csv/plaice.csv: no such file'],
    ['a file that is not listed', /"csv\/place.csv"/g, '"csv/plaice.csv"', 'csv/place.csv: not listed'],
  ])('is noticed when it has %s', (_, find, replace, fault) => {
    const broken = changed(outputs.files('rain'), FILE, (text) => text.replace(find, replace));
    expect(faults(broken)).toContainEqual(expect.stringMatching(fault));
  });

  test.each([
    ['an unknown property', '"encodingFormat"', '"encodingFromat"', 'unknown: encodingFromat'],
    ['a missing licence', '"license"', '"licence"', 'Missing required property: license'],
    ['JSON that is no crate', '"@graph"', '"@graphs"', 'JSON Object does not have a @graph'],
  ])('with %s is noticed by the package ro-crate', (_, find, replace, fault) => {
    const broken = changed(outputs.files('rain'), FILE, (text) => text.replace(find, replace));
    const validator = new library.Validator();
    validator.parseJSON(textOf(broken, FILE));
    if (fault.startsWith('JSON')) expect(validator.results.map(({ message }) => message)).toContain(fault);
    else expect(libraryFaults(broken)).toContain(fault);
  });
});
