import { TABLES } from '../../template/code-mappings.ts';
import type { Facts, TableFacts } from './facts.ts';
import type { CodeMapping } from './mappings.ts';
import { titleLabels } from './table-metadata.ts';
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

/** The file of all codes as concepts. */
export const SKOS_FILE = 'codes.ttl';

/**
 * `codes.ttl` (SKOS): each code list as a concept scheme, each code as a concept with its labels, and the codes of others
 * that mean the same, nearly the same, more, less or something that belongs to it.
 */
export function skos(facts: Facts): string {
  const { description, tables, mappings, origins } = facts;
  const turtle = openTurtle();
  turtle.state(SKOS_FILE, [
    is('foaf:Document'),
    ...inLanguages('dct:title', description.title),
    ['dct:license', address(description.licence.path)],
    ...origins.flatMap(({ address: place }): readonly Statement[] =>
      place === undefined ? [] : [['dct:source', address(place)]],
    ),
    ...description.identifiers.flatMap(({ code, path }): readonly Statement[] => [
      ['dct:relation', address(path)],
      ['dct:description', text(`The document is ${code}.`, 'en')],
    ]),
    ...origins.flatMap(({ note }): readonly Statement[] =>
      note === undefined ? [] : [['dct:description', text(note, 'en')]],
    ),
  ]);
  const lists = tables.filter(({ codes }) => codes.length > 0);
  for (const { schema, codes } of lists) {
    turtle.state(`#${schema.name}`, [
      is('skos:ConceptScheme'),
      ...inLanguages('dct:title', titleLabels(schema)),
    ]);
    for (const [code, label] of codes)
      turtle.state(concept(schema.name, code), described(turtle, mappings, schema.name, code, label));
  }
  const mapped = tables.filter(({ schema }) => isMapped(mappings, schema.name));
  if (mapped.length > 0) {
    turtle.state(`#${TABLES}`, [is('skos:ConceptScheme'), ['dct:title', text('Tables', 'en')]]);
    for (const { schema } of mapped)
      turtle.state(
        concept(TABLES, schema.name),
        described(turtle, mappings, TABLES, schema.name, titleLabels(schema)),
      );
  }
  return turtle.end();
}

function isMapped(mappings: readonly CodeMapping[], table: string): boolean {
  return mappings.some(({ codelist, code }) => codelist === TABLES && code === table);
}

function concept(list: string, code: string): string {
  return `#${list}.${encodeURIComponent(code)}`;
}

function described(
  turtle: Turtle,
  mappings: readonly CodeMapping[],
  list: string,
  code: string,
  label: TableFacts['codes'][number][1],
): readonly Statement[] {
  return [
    is('skos:Concept'),
    ['skos:inScheme', address(`#${list}`)],
    ['skos:notation', value(code)],
    ...inLanguages('skos:prefLabel', label),
    ...mappings
      .filter((each) => each.codelist === list && each.code === code)
      .map((each): Statement => [`skos:${each.relation}Match`, targetOf(turtle, each)]),
  ];
}

/** What is not known to have an address is known by its code in its scheme. */
function targetOf(turtle: Turtle, { scheme, target, name, address: place }: CodeMapping): Term {
  if (place !== undefined) return address(place);
  return turtle.thing([
    is('skos:Concept'),
    ['skos:notation', value(target)],
    ['skos:prefLabel', text(name, 'en')],
    ['dct:isPartOf', address(concept('scheme', scheme))],
  ]);
}
