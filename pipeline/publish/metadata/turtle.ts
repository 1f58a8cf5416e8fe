import { DataFactory, Writer } from 'n3';

const PREFIXES: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Something that a statement says of its subject. */
export type Term = ReturnType<typeof address> | ReturnType<typeof text> | ReturnType<Writer['blank']>;

/** A property by its short name, such as `dct:title`, and its value. */
export type Statement = readonly [property: string, value: Term];

/** An RDF graph on its way to a Turtle file; statements are written in the order in which they are made. */
export interface Turtle {
  /** Says something of a subject that is named by an address, relative to the file or absolute. */
  state(subject: string, statements: readonly Statement[]): void;
  /** A thing without a name, for what only one statement points at. */
  thing(statements: readonly Statement[]): Term;
  /** The file. */
  end(): string;
}

export function openTurtle(): Turtle {
  const writer = new Writer({ prefixes: PREFIXES });
  return {
    state(subject, statements) {
      for (const [property, value] of statements) writer.addQuad(address(subject), name(property), value);
    },
    thing(statements) {
      return writer.blank(statements.map(([property, object]) => ({ predicate: name(property), object })));
    },
    end() {
      const parts: string[] = [];
      // The writer calls back before `end` returns, because it writes to memory.
      writer.end((error, turtle) => {
        if (error) throw error;
        parts.push(turtle);
      });
      return parts.join('');
    },
  };
}

/** An address, such as of a file or of an entry in a public list. */
export function address(iri: string): ReturnType<typeof DataFactory.namedNode> {
  return DataFactory.namedNode(iri);
}

/** A text in a language. */
export function text(value: string, language: string): ReturnType<typeof DataFactory.literal> {
  return DataFactory.literal(value, language);
}

/** A value of a type, such as `xsd:date`; a plain string unless one is named. */
export function value(lexical: string, type = 'xsd:string'): ReturnType<typeof DataFactory.literal> {
  return DataFactory.literal(lexical, name(type));
}

/** The class of a subject. */
export function is(type: string): Statement {
  return ['rdf:type', name(type)];
}

/** A term of a vocabulary by its short name. */
export function name(short: string): ReturnType<typeof DataFactory.namedNode> {
  const [prefix = '', term = ''] = short.split(':');
  const vocabulary = PREFIXES[prefix];
  if (vocabulary === undefined) throw new Error(`turtle: no vocabulary has the prefix of ${short}`);
  return DataFactory.namedNode(`${vocabulary}${term}`);
}

/** The same property once a language. */
export function inLanguages(
  property: string,
  labels: Readonly<Record<string, string | undefined>>,
): readonly Statement[] {
  return Object.entries(labels).flatMap(([language, label]) =>
    label === undefined ? [] : [[property, text(label, language)]],
  );
}
