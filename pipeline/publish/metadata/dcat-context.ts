import type { Licence, SpatialCoverage } from '../../template/head.ts';
import type { Description } from '../publication.ts';
import { AUTHORITY } from './dcat-distribution.ts';
import { address, inLanguages, is, type Statement, type Term, type Turtle, text, value } from './turtle.ts';

/** The list of themes of the European data portal. */
export const THEMES = `${AUTHORITY}/data-theme`;

const WKT = 'geo:wktLiteral';

/** What kind of licence the well-known ones are, as ADMS tells kinds apart, by their names at SPDX. */
const LICENCE_KINDS: Readonly<Record<string, string>> = {
  'CC0-1.0': 'PublicDomain',
  'PDDL-1.0': 'PublicDomain',
  'CC-BY-4.0': 'Attribution',
  'ODC-By-1.0': 'Attribution',
  'CC-BY-SA-4.0': 'ViralEffect-ShareAlike',
  'ODbL-1.0': 'ViralEffect-ShareAlike',
};

/** Publisher and creators, each with the name that it has in the graph: `#agent-1`. */
export function agentsOf({ publisher, creators }: Description): ReadonlyMap<string, string> {
  const agents = [...new Set([publisher, ...creators])];
  return new Map(agents.map((title, at) => [title, `#agent-${at + 1}`]));
}

export function agentOf(description: Description, title: string): Term {
  return address(agentsOf(description).get(title) ?? '');
}

/** Whom to ask: the publisher, with its address where one is declared. */
export function contactOf(turtle: Turtle, { publisher, contact }: Description): Term {
  const where: readonly Statement[] =
    contact === undefined
      ? []
      : [[contact.startsWith('mailto:') ? 'vcard:hasEmail' : 'vcard:hasURL', address(contact)]];
  return turtle.thing([is('vcard:Organization'), ['vcard:fn', text(publisher, 'en')], ...where]);
}

/** A place with its edges and its middle, where they are declared. */
export function location({ title, box, centre }: SpatialCoverage): readonly Statement[] {
  const corners = box === undefined ? undefined : cornersOf(box).map((point) => point.join(' '));
  return [
    is('dct:Location'),
    ...inLanguages('skos:prefLabel', title),
    ...(corners === undefined
      ? []
      : [['dcat:bbox', value(`POLYGON((${corners.join(', ')}))`, WKT)] satisfies Statement]),
    ...(centre === undefined
      ? []
      : [['dcat:centroid', value(`POINT(${centre.join(' ')})`, WKT)] satisfies Statement]),
  ];
}

/** From west, south, east and north the ring of corners, which ends where it begins. */
function cornersOf([west = 0, south = 0, east = 0, north = 0]: readonly number[]): readonly number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export function licenceDocument({ name, title, notice }: Licence): readonly Statement[] {
  const kind = LICENCE_KINDS[name];
  return [
    is('dct:LicenseDocument'),
    ['dct:title', text(title, 'en')],
    ...(kind === undefined
      ? []
      : [['dct:type', address(`http://purl.org/adms/licencetype/${kind}`)] satisfies Statement]),
    ...(notice === undefined ? [] : [['dct:description', text(notice, 'en')] satisfies Statement]),
  ];
}
