import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../../pipeline/template/yaml-file.ts';
import type { Language } from './language.ts';

/** A text in each language of the catalogue. */
type InEach = Readonly<Record<Language, string>>;

/** A question to the published database, as catalogue.yaml declares it; `{language}` in it is the reader's. */
export interface Query {
  readonly title: InEach;
  readonly sql: string;
}

/** What a person has written of a document for its catalogue: for the first page, and for the page of queries. */
export interface Introduction {
  readonly subtitle: InEach;
  readonly lead: InEach;
  /** What may be searched for, as an example. */
  readonly search: InEach;
  /** Questions that the SQL page offers, the simplest first. */
  readonly queries?: readonly Query[];
  /** Where places stand on the map of tiles: a text is a row, its words are codes, `.` is left empty. */
  readonly tiles?: readonly string[];
}

/** Most rows and columns of a map: as many as the style has places for. */
const MOST_TILES = 12;

const text = { type: 'string', minLength: 1 } as const;
const inEach = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: text, ru: text, en: text },
} as const;
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['subtitle', 'lead', 'search'],
  properties: {
    subtitle: inEach,
    lead: inEach,
    search: inEach,
    tiles: {
      type: 'array',
      minItems: 1,
      maxItems: MOST_TILES,
      items: { type: 'string', pattern: `^ *[^ ]+( +[^ ]+){0,${MOST_TILES - 1}} *$` },
    },
    queries: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'sql'],
        properties: { title: inEach, sql: text },
      },
    },
  },
} as const;

/** Where it is written what the catalogue says of a document. */
export function cataloguePath(name: string): string {
  return join('sources', name, 'catalogue.yaml');
}

/**
 * Reads `sources/NAME/catalogue.yaml`; undefined where there is none, and the catalogue then says what the data package
 * tells of itself. Throws a SourceFault where the file is not as it must be.
 */
export function introductionOf(name: string): Introduction | undefined {
  const path = cataloguePath(name);
  if (!existsSync(path)) return undefined;
  return readYaml<Introduction>({ path, text: readFileSync(path, 'utf8') }, () => schema);
}
