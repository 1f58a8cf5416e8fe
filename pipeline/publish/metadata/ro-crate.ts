import type { WrittenFile } from '../folder/written-file.ts';
import type { Facts } from './facts.ts';
import { jsonText, mediaTypeOf } from './formats.ts';
import { PROGRAM } from './program.ts';

/** The version of the specification that is followed. */
const SPECIFICATION = 'https://w3id.org/ro/crate/1.2';

/** The file's name, which the specification sets. */
export const RO_CRATE = 'ro-crate-metadata.json';

/**
 * `ro-crate-metadata.json` (RO-Crate 1.2): the output folder as a crate, every file in it with its size and
 * checksum, and what it was made from.
 */
export function roCrate(facts: Facts, files: readonly WrittenFile[]): string {
  const { description, day, database, tables, origins, years } = facts;
  const { title, licence, creators, publisher, spatial, version, keywords, identifiers } = description;
  const titles = new Map(
    tables.flatMap(({ schema, files: own }) => Object.values(own).map(({ path }) => [path, schema.title])),
  );
  const cautions = tables.flatMap(({ schema: { name, caution } }) =>
    caution === undefined ? [] : [{ name, caution }],
  );
  const cautioned = new Map(
    tables.flatMap(({ schema, files: own }) =>
      schema.caution === undefined ? [] : Object.values(own).map(({ path }) => [path, schema.name]),
    ),
  );
  const parts = [database, ...files.filter(({ path }) => path !== database.path)].map(
    ({ path, bytes, sha256 }) => ({
      '@id': path,
      '@type': 'File',
      name: path === database.path ? title.en : (titles.get(path) ?? path),
      encodingFormat: mediaTypeOf(path),
      contentSize: String(bytes),
      sha256,
      ...(cautioned.has(path) && { usageInfo: reference(`#caution-${cautioned.get(path)}`) }),
    }),
  );
  const agents = [...new Set([...creators, publisher])];
  const agent = (name: string): object => ({ '@id': `#agent-${agents.indexOf(name) + 1}` });
  const sources = origins.map((origin, at) => ({ ...origin, id: origin.address ?? `#source-${at + 1}` }));
  const listed = new Set(parts.map((part) => part['@id']));
  return jsonText({
    '@context': [`${SPECIFICATION}/context`, { prov: 'http://www.w3.org/ns/prov#' }],
    '@graph': [
      {
        '@id': RO_CRATE,
        '@type': 'CreativeWork',
        conformsTo: { '@id': SPECIFICATION },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: title.en,
        description: description.description.en,
        identifier: description.id,
        ...(day !== undefined && { datePublished: day }),
        version,
        license: { '@id': licence.path },
        ...(keywords.en.length > 0 && { keywords: keywords.en.join(', ') }),
        author: creators.map(agent),
        publisher: agent(publisher),
        ...(spatial !== undefined && { spatialCoverage: { '@id': spatial.path } }),
        ...(years !== undefined && { temporalCoverage: years.join('/') }),
        isBasedOn: [...sources.map(({ id }) => id), ...identifiers.map(({ path }) => path)].map(reference),
        hasPart: parts.map((part) => reference(part['@id'])),
        mentions: reference(BUILD),
        'prov:wasGeneratedBy': reference(BUILD),
        'prov:wasDerivedFrom': sources.map(({ id }) => reference(id)),
      },
      ...run(
        facts,
        sources.map(({ id }) => reference(id)),
      ),
      ...parts,
      ...cautions.map(({ name, caution }) => ({
        '@id': `#caution-${name}`,
        '@type': 'CreativeWork',
        name: `What is not to be done with ${name}`,
        text: caution,
      })),
      ...sources
        .filter(({ id }) => !listed.has(id))
        .map(({ id, title: name, path, sha256, note }) => ({
          '@id': id,
          '@type': 'CreativeWork',
          name,
          ...(id !== path && { alternateName: path }),
          ...(sha256 !== undefined && { sha256 }),
          ...(note !== undefined && { description: note }),
        })),
      ...identifiers.map(({ code, title: kind, path }) => ({
        '@id': path,
        '@type': 'Report',
        name: title.en,
        reportNumber: code,
        description: `${kind}: ${code}`,
      })),
      { '@id': licence.path, '@type': 'CreativeWork', name: licence.title },
      ...agents.map((name, at) => ({ '@id': `#agent-${at + 1}`, '@type': 'Organization', name })),
      ...(spatial === undefined
        ? []
        : [{ '@id': spatial.path, '@type': 'Place', name: spatial.title.en, identifier: spatial.code }]),
    ],
  });
}

function reference(id: string): { readonly '@id': string } {
  return { '@id': id };
}

/** The run that made the folder, and the program that ran. */
const BUILD = '#build';
const SOFTWARE = '#program';

/**
 * How the folder was made, in the words of schema.org, as the profiles of RO-Crate for runs want it, and of W3C PROV.
 *
 * The same sources and program make the same bytes on every day and at every commit, so the run has no time, no machine
 * and no commit of its own: which commit a release was made of stands in the statement of provenance beside its archive.
 */
function run({ description }: Facts, used: readonly object[]): readonly object[] {
  const { id, version } = description;
  return [
    {
      '@id': BUILD,
      '@type': ['CreateAction', 'prov:Activity'],
      name: `Build of ${id} ${version}`,
      description:
        'The text of the document was read by its declarations, checked and published by one command, which needs nothing else. The commit of a release is named by the statement of provenance (in-toto, SLSA) beside its archive.',
      object: used,
      result: reference('./'),
      instrument: reference(SOFTWARE),
      'prov:used': used,
      'prov:wasAssociatedWith': reference(SOFTWARE),
    },
    {
      '@id': SOFTWARE,
      '@type': ['SoftwareApplication', 'prov:SoftwareAgent'],
      name: PROGRAM.name,
      softwareVersion: PROGRAM.version,
    },
  ];
}
