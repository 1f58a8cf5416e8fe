import type { WrittenFile } from '../folder/written-file.ts';
import type { Description } from '../publication.ts';
import type { Facts, Origin, TableFacts } from './facts.ts';
import { DATABASE_MEDIA_TYPE, FORMAT_NAMES, FORMATS, MEDIA_TYPES } from './formats.ts';
import { descriptionLabels, titleLabels } from './table-metadata.ts';
import {
  address,
  inLanguages,
  is,
  name,
  openTurtle,
  type Statement,
  type Turtle,
  text,
  value,
} from './turtle.ts';

/** The lists of the Publications Office of the European Union, whose entries DCAT-AP wants. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const IANA = 'https://www.iana.org/assignments/media-types';

/** Languages by their names in the list of the Publications Office. */
const LANGUAGES: Readonly<Record<string, string>> = { en: 'ENG', kk: 'KAZ', ru: 'RUS' };

/**
 * `dcat.ttl` (DCAT-AP 3): a catalogue of the data as a whole and of each table as a dataset of its own, which
 * the whole has as its part, with one distribution a format. Addresses are relative to the place of the file.
 */
export function dcat(facts: Facts): string {
  const { description, tables, database, texts } = facts;
  const { title, licence, spatial } = description;
  const turtle = openTurtle();
  turtle.state('#catalogue', catalogue(facts));
  turtle.state('#dataset', wholeDataset(turtle, facts));
  turtle.state('#database', [
    ...distribution(`${title.en} (DuckDB)`, database.path, DATABASE_MEDIA_TYPE, licence.path),
  ]);
  for (const table of tables) {
    turtle.state(idOf(table), tableDataset(turtle, facts, table));
    for (const format of FORMATS) {
      const file = table.files[format];
      turtle.state(`${idOf(table)}-${format}`, [
        ...distribution(
          `${table.schema.title} (${FORMAT_NAMES[format]})`,
          file.path,
          MEDIA_TYPES[format],
          licence.path,
        ),
        ...sizeAndChecksum(turtle, file),
      ]);
    }
  }
  for (const [agent, id] of agentsOf(description))
    turtle.state(id, [is('foaf:Agent'), ['foaf:name', text(agent, 'en')]]);
  for (const { path } of texts) turtle.state(path, [is('foaf:Document'), ...inLanguages('dct:title', title)]);
  if (spatial !== undefined) {
    turtle.state(spatial.path, [is('dct:Location'), ...inLanguages('skos:prefLabel', spatial.title)]);
  }
  turtle.state(licence.path, [is('dct:LicenseDocument'), ['dct:title', text(licence.title, 'en')]]);
  return turtle.end();
}

function catalogue({ description, day, tables }: Facts): readonly Statement[] {
  const { title, licence, publisher } = description;
  return [
    is('dcat:Catalog'),
    ...inLanguages('dct:title', title),
    ...inLanguages('dct:description', description.description),
    ['dct:publisher', agent(description, publisher)],
    ...issued(day),
    ['dct:license', address(licence.path)],
    ...languages(description),
    ['dcat:dataset', address('#dataset')],
    ...tables.map((table): Statement => ['dcat:dataset', address(idOf(table))]),
  ];
}

function wholeDataset(turtle: Turtle, facts: Facts): readonly Statement[] {
  const { description, tables, texts, origins, years } = facts;
  const { id, title, keywords, creators } = description;
  return [
    is('dcat:Dataset'),
    ...inLanguages('dct:title', title),
    ...inLanguages('dct:description', description.description),
    ['dct:identifier', value(id)],
    ...Object.entries(keywords).flatMap(([language, words]) =>
      words.map((word): Statement => ['dcat:keyword', text(word, language)]),
    ),
    ...creators.map((creator): Statement => ['dct:creator', agent(description, creator)]),
    ...ofEveryDataset(facts),
    ...period(turtle, years),
    ...languages(description),
    ...origins.map((origin): Statement => ['dct:source', sourceOf(turtle, origin)]),
    ...texts.map(({ path }): Statement => ['foaf:page', address(path)]),
    ['dcat:distribution', address('#database')],
    ...tables.map((table): Statement => ['dct:hasPart', address(idOf(table))]),
  ];
}

function tableDataset(turtle: Turtle, facts: Facts, table: TableFacts): readonly Statement[] {
  const { schema } = table;
  return [
    is('dcat:Dataset'),
    ...inLanguages('dct:title', titleLabels(schema)),
    ...inLanguages('dct:description', descriptionLabels(schema)),
    ['dct:identifier', value(`${facts.description.id}/${schema.name}`)],
    ['dct:isPartOf', address('#dataset')],
    ...ofEveryDataset(facts),
    ...period(turtle, table.years),
    ...FORMATS.map((format): Statement => ['dcat:distribution', address(`${idOf(table)}-${format}`)]),
  ];
}

/** The day of the release, where one is declared. */
function issued(day: string | undefined): readonly Statement[] {
  return day === undefined ? [] : [['dct:issued', value(day, 'xsd:date')]];
}

/** What holds for the whole and for each of its parts. */
function ofEveryDataset({ description, day }: Facts): readonly Statement[] {
  const { publisher, themes, spatial, version } = description;
  return [
    ['dct:publisher', agent(description, publisher)],
    ...issued(day),
    ['dcat:version', value(version)],
    ['dct:accessRights', address(`${AUTHORITY}/access-right/PUBLIC`)],
    ['dct:accrualPeriodicity', address(`${AUTHORITY}/frequency/NEVER`)],
    ...themes.map((theme): Statement => ['dcat:theme', address(theme)]),
    ...(spatial === undefined ? [] : [['dct:spatial', address(spatial.path)] satisfies Statement]),
  ];
}

function distribution(title: string, path: string, mediaType: string, licence: string): readonly Statement[] {
  return [
    is('dcat:Distribution'),
    ['dct:title', text(title, 'en')],
    ['dcat:accessURL', address(path)],
    ['dcat:downloadURL', address(path)],
    ['dcat:mediaType', address(`${IANA}/${mediaType}`)],
    ['dct:license', address(licence)],
  ];
}

function sizeAndChecksum(turtle: Turtle, { bytes, sha256 }: WrittenFile): readonly Statement[] {
  return [
    ['dcat:byteSize', value(String(bytes), 'xsd:nonNegativeInteger')],
    ['spdx:checksum', checksum(turtle, sha256)],
  ];
}

function checksum(turtle: Turtle, sha256: string): Statement[1] {
  return turtle.thing([
    is('spdx:Checksum'),
    ['spdx:algorithm', name('spdx:checksumAlgorithm_sha256')],
    ['spdx:checksumValue', value(sha256, 'xsd:hexBinary')],
  ]);
}

/** A file that is not at hand has no address; it is known by its checksum. */
function sourceOf(turtle: Turtle, { title, path, address: place, sha256 }: Origin): Statement[1] {
  if (place !== undefined) return address(place);
  return turtle.thing([
    is('foaf:Document'),
    ['dct:title', text(`${title} (${path})`, 'en')],
    ...(sha256 === undefined ? [] : [['spdx:checksum', checksum(turtle, sha256)] satisfies Statement]),
  ]);
}

function period(turtle: Turtle, years: readonly [number, number] | undefined): readonly Statement[] {
  if (years === undefined) return [];
  const [first, last] = years.map((year) => value(String(year), 'xsd:gYear'));
  if (first === undefined || last === undefined) return [];
  const span = turtle.thing([is('dct:PeriodOfTime'), ['dcat:startDate', first], ['dcat:endDate', last]]);
  return [['dct:temporal', span]];
}

/** The languages of the labels that are in the list; DCAT-AP wants no others. */
function languages({ title }: Description): readonly Statement[] {
  return Object.keys(title)
    .flatMap((language) => LANGUAGES[language] ?? [])
    .sort()
    .map((code): Statement => ['dct:language', address(`${AUTHORITY}/language/${code}`)]);
}

function agentsOf({ publisher, creators }: Description): ReadonlyMap<string, string> {
  const agents = [...new Set([publisher, ...creators])];
  return new Map(agents.map((title, at) => [title, `#agent-${at + 1}`]));
}

function agent(description: Description, title: string): Statement[1] {
  return address(agentsOf(description).get(title) ?? '');
}

function idOf({ schema }: TableFacts): string {
  return `#${schema.name}`;
}
