import { counted } from '../../page/finding.ts';
import type { Description } from '../publication.ts';
import { agentOf, agentsOf, contactOf, licenceDocument, location, THEMES } from './dcat-context.ts';
import { AUTHORITY, checksum, distribution } from './dcat-distribution.ts';
import type { Facts, Origin, TableFacts } from './facts.ts';
import { DATABASE_MEDIA_TYPE, FORMAT_NAMES, FORMATS, MEDIA_TYPES, mediaTypeOf } from './formats.ts';
import { cautionLabels, descriptionLabels, titleLabels } from './table-metadata.ts';
import {
  address,
  inLanguages,
  is,
  openTurtle,
  type Statement,
  type Term,
  type Turtle,
  text,
  value,
} from './turtle.ts';

/** Languages by their names in the list of the Publications Office. */
const LANGUAGES: Readonly<Record<string, string>> = { en: 'ENG', kk: 'KAZ', ru: 'RUS' };

/** The page that tells a person what is there: the data dictionary. */
const HOME = 'README.md';

/**
 * `dcat.ttl` (DCAT-AP 3): a catalogue of the data as a whole and of each table as a dataset of its own, which
 * the whole has as its part, with one distribution a format. Addresses are relative to the place of the file.
 */
export function dcat(facts: Facts): string {
  const { description, tables, database, workbook, texts } = facts;
  const { title, licence, spatial, identifiers } = description;
  const turtle = openTurtle();
  turtle.state('#catalogue', catalogue(facts));
  turtle.state('#dataset', wholeDataset(turtle, facts));
  turtle.state(
    '#database',
    distribution(turtle, {
      title: `${title.en} (DuckDB)`,
      description: 'All tables with their keys, comments and views in one DuckDB file.',
      file: database,
      mediaType: DATABASE_MEDIA_TYPE,
      licence: licence.path,
    }),
  );
  turtle.state(
    '#workbook',
    distribution(turtle, {
      title: `${title.en} (spreadsheet)`,
      description: 'All tables as sheets of one spreadsheet file, with their columns and codes explained.',
      file: workbook,
      mediaType: mediaTypeOf(workbook.path),
      licence: licence.path,
    }),
  );
  for (const table of tables) {
    turtle.state(idOf(table), tableDataset(turtle, facts, table));
    for (const format of FORMATS) {
      const rows = counted(table.rowCount, 'row');
      turtle.state(
        `${idOf(table)}-${format}`,
        distribution(turtle, {
          title: `${table.schema.title} (${FORMAT_NAMES[format]})`,
          description: `The table ${table.schema.name} as ${FORMAT_NAMES[format]}: ${rows}, ${table.schema.fields.length} columns.`,
          file: table.files[format],
          mediaType: MEDIA_TYPES[format],
          licence: licence.path,
        }),
      );
    }
  }
  for (const [agent, id] of agentsOf(description))
    turtle.state(id, [is('foaf:Agent'), ['foaf:name', text(agent, 'en')]]);
  for (const path of [HOME, ...texts.map((file) => file.path)])
    turtle.state(path, [is('foaf:Document'), ...inLanguages('dct:title', title)]);
  for (const { code, title: kind, path } of identifiers)
    turtle.state(path, [
      is('foaf:Document'),
      ...inLanguages('dct:title', title),
      ['dct:identifier', value(code)],
      ['dct:description', text(`${kind}: ${code}`, 'en')],
    ]);
  for (const { address: place, note, title: name } of facts.origins)
    if (place !== undefined && note !== undefined)
      turtle.state(place, [
        is('foaf:Document'),
        ['dct:title', text(name, 'en')],
        ['dct:description', text(note, 'en')],
      ]);
  if (spatial !== undefined) turtle.state(spatial.path, location(spatial));
  turtle.state(licence.path, licenceDocument(licence));
  return turtle.end();
}

function catalogue({ description, day, tables }: Facts): readonly Statement[] {
  const { title, licence, publisher, spatial, themes } = description;
  return [
    is('dcat:Catalog'),
    ...inLanguages('dct:title', title),
    ...inLanguages('dct:description', description.description),
    ['dct:publisher', agentOf(description, publisher)],
    ...onDay('dct:issued', day),
    ...onDay('dct:modified', day),
    ['dct:license', address(licence.path)],
    ['foaf:homepage', address(HOME)],
    ...(spatial === undefined ? [] : [['dct:spatial', address(spatial.path)] satisfies Statement]),
    ...(themes.some((theme) => theme.startsWith(`${THEMES}/`))
      ? [['dcat:themeTaxonomy', address(THEMES)] satisfies Statement]
      : []),
    ...languages(description),
    ['dcat:dataset', address('#dataset')],
    ...tables.map((table): Statement => ['dcat:dataset', address(idOf(table))]),
  ];
}

function wholeDataset(turtle: Turtle, facts: Facts): readonly Statement[] {
  const { description, tables, texts, origins, years } = facts;
  const { id, title, creators, identifiers } = description;
  return [
    is('dcat:Dataset'),
    ...inLanguages('dct:title', title),
    ...inLanguages('dct:description', description.description),
    ['dct:identifier', value(id)],
    ...creators.map((creator): Statement => ['dct:creator', agentOf(description, creator)]),
    ...ofEveryDataset(turtle, facts),
    ...period(turtle, years),
    ...languages(description),
    ...origins.map((origin): Statement => ['dct:source', sourceOf(turtle, origin)]),
    ...identifiers.map(({ path }): Statement => ['dct:relation', address(path)]),
    ...texts.map(({ path }): Statement => ['foaf:page', address(path)]),
    ['dcat:distribution', address('#database')],
    ['dcat:distribution', address('#workbook')],
    ...tables.map((table): Statement => ['dct:hasPart', address(idOf(table))]),
  ];
}

function tableDataset(turtle: Turtle, facts: Facts, table: TableFacts): readonly Statement[] {
  const { schema } = table;
  return [
    is('dcat:Dataset'),
    ...inLanguages('dct:title', titleLabels(schema)),
    ...inLanguages('dct:description', descriptionLabels(schema)),
    ...inLanguages('skos:scopeNote', cautionLabels(schema)),
    ['dct:identifier', value(`${facts.description.id}/${schema.name}`)],
    ['dct:isPartOf', address('#dataset')],
    ...ofEveryDataset(turtle, facts),
    ...period(turtle, table.years ?? facts.years),
    ...FORMATS.map((format): Statement => ['dcat:distribution', address(`${idOf(table)}-${format}`)]),
  ];
}

/** The day of the release, where one is declared. */
function onDay(property: string, day: string | undefined): readonly Statement[] {
  return day === undefined ? [] : [[property, value(day, 'xsd:date')]];
}

/** What holds for the whole and for each of its parts. */
function ofEveryDataset(turtle: Turtle, { description, day }: Facts): readonly Statement[] {
  const { publisher, themes, spatial, version, keywords } = description;
  return [
    ['dct:publisher', agentOf(description, publisher)],
    ['dcat:contactPoint', contactOf(turtle, description)],
    ...Object.entries(keywords).flatMap(([language, words]) =>
      words.map((word): Statement => ['dcat:keyword', text(word, language)]),
    ),
    ...onDay('dct:issued', day),
    ['dcat:version', value(version)],
    ['dct:accessRights', address(`${AUTHORITY}/access-right/PUBLIC`)],
    ['dct:accrualPeriodicity', address(`${AUTHORITY}/frequency/NEVER`)],
    ...themes.map((theme): Statement => ['dcat:theme', address(theme)]),
    ...(spatial === undefined ? [] : [['dct:spatial', address(spatial.path)] satisfies Statement]),
  ];
}

/** A file that is not at hand has no address; it is known by its checksum. */
function sourceOf(turtle: Turtle, { title, path, address: place, sha256 }: Origin): Term {
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

function idOf({ schema }: TableFacts): string {
  return `#${schema.name}`;
}
