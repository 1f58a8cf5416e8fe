import { type Finding, fault, SourceFault } from '../page/finding.ts';
import { checksum, entry, inLanguages, listOf, mapOf, someOf, tableFile, text, written } from './forms.ts';
import { unfitScheme } from './links.ts';
import { marksSchema, type NumbersLayout, numbersSchema } from './notation.ts';
import { declaredOutput, OUTPUT_PATTERN } from './output-line.ts';
import { type Register, registerSchema } from './register.ts';
import { lineNaming, type SourceFile } from './yaml-file.ts';

/** A text in several languages by their ISO 639-1 codes; English is always there. */
export type Labels = Readonly<Record<string, string>> & { readonly en: string };

/** Words in several languages, as `Labels`. */
export type LabelLists = Readonly<Record<string, readonly string[]>> & { readonly en: readonly string[] };

/** The place that the data are about. */
export interface SpatialCoverage {
  /** ISO 3166 code, such as `KZ`. */
  readonly code: string;
  readonly title: Labels;
  /** Its entry in a public list of places. */
  readonly path: string;
  /** Its west, south, east and north edge in degrees (WGS 84). */
  readonly box?: readonly number[];
  /** Its middle as longitude and latitude in degrees (WGS 84). */
  readonly centre?: readonly number[];
}

/** A document that the data were made from; `note` is what must be known of it, such as that its address is a guess. */
interface DeclaredSource {
  readonly title: string;
  readonly path: string;
  readonly note?: string;
}

/** A name under which others know the document: `E/C.12/KAZ/2`, a document symbol of the United Nations. */
export interface Identifier {
  readonly code: string;
  /** What kind of name it is. */
  readonly title: string;
  /** Where it leads. */
  readonly path: string;
}

/** The terms under which the data are given; `notice` is what they do not cover. */
export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly notice?: string;
}

/** `document.yaml`: what is true of a document as a whole. */
export interface Head {
  readonly id: string;
  readonly language: string;
  readonly title: Labels;
  readonly description: Labels;
  readonly version: string;
  /** The time of the release, ISO 8601. A document that lists its tables may leave it out. */
  readonly created?: string;
  readonly keywords: LabelLists;
  /** Subjects, as addresses in a public list of themes. */
  readonly themes?: readonly string[];
  readonly spatial?: SpatialCoverage;
  readonly licence: Licence;
  /** Who made the data, as they are cited. */
  readonly creators: readonly string[];
  /** Who publishes the data. */
  readonly publisher: string;
  /** Where the publisher is asked: the address of a page, or `mailto:`. */
  readonly contact?: string;
  /** Who else has a part in it, such as the author of the document. */
  readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[];
  readonly sources: readonly DeclaredSource[];
  readonly identifiers?: readonly Identifier[];
  readonly text_layer: {
    readonly file: string;
    readonly sha256: string;
    /** Of a page of HTML: how its characters are written where the page does not say it, or says it wrongly. */
    readonly charset?: string;
    /** Of a page of HTML: the CSS selector of the element that is the document. */
    readonly part?: string;
  };
  /** The text that opens every annex, `{annex}` standing for its number. */
  readonly annex_stamp: string;
  /** For each annex the files under `tables/`, in printed order. */
  readonly annexes: ReadonlyMap<string, readonly string[]>;
  /** How numbers and the marks of footnotes are printed. Without it a number is read only where it can be read in one way. */
  readonly numbers?: NumbersLayout;
  readonly marks?: readonly string[];
  /** The folder that it is published in, where it is not the one that follows from its name. */
  readonly output?: string;
  /** Keys of tables in the order of their columns where all values stand together, each with the code of the whole. */
  readonly dimensions?: ReadonlyMap<string, string>;
  /** Undefined for a document that nobody can ask for again. */
  readonly register?: Register;
}

const address = written('^https?://\\S+$', 'an address that begins with https:// or http://');
const degrees = (edges: number, description: string): object => ({
  ...listOf({ type: 'number', minimum: -180, maximum: 180 }),
  minItems: edges,
  maxItems: edges,
  description,
});

/** What is declared of a page of HTML beside its file. */
export const markupProperties = {
  charset: written('^[\\w.:-]+$', 'the name of a charset, such as utf-8'),
  part: { ...text, description: 'a CSS selector, such as "#text" or "div.document"' },
} as const;

/** The JSON schema of `document.yaml`. */
export const documentSchema = entry(
  {
    id: written('^[a-z0-9-]+$', 'a name of small letters, digits and hyphens'),
    language: text,
    title: inLanguages(text),
    description: inLanguages(text),
    version: written('^\\d+\\.\\d+\\.\\d+$', 'a version such as 0.1.0'),
    created: written('^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$', 'a time such as 2026-01-31T00:00:00Z'),
    keywords: inLanguages(listOf(text)),
    licence: entry({ name: text, title: text, path: text }, { notice: text }),
    creators: someOf(text),
    publisher: text,
    contributors: listOf(entry({ title: text, roles: listOf(text) }, {})),
    sources: listOf(entry({ title: text, path: text }, { note: text })),
    text_layer: entry(
      {
        // The document's own text, or the snapshot of the register that took its place.
        file: written(
          '^(snapshots/[\\w-]+/)?[\\w.-]+$',
          'the name of a file of this folder or of a snapshot',
        ),
        sha256: checksum,
      },
      markupProperties,
    ),
    annex_stamp: written('\\{annex\\}', 'a text with {annex} in it'),
    annexes: { ...mapOf(someOf(tableFile)), ordered: true, minProperties: 1 },
  },
  {
    themes: listOf(address),
    spatial: entry(
      { code: text, title: inLanguages(text), path: address },
      {
        box: degrees(4, 'its west, south, east and north edge in degrees'),
        centre: degrees(2, 'longitude and latitude in degrees'),
      },
    ),
    contact: written('^(https?://|mailto:)\\S+$', 'an address that begins with https://, http:// or mailto:'),
    identifiers: listOf(entry({ code: text, title: text, path: address }, {})),
    numbers: numbersSchema,
    marks: marksSchema,
    dimensions: { ...mapOf(text), ordered: true, minProperties: 1 },
    register: registerSchema,
    output: written(OUTPUT_PATTERN, 'a folder of the project, such as output or data/rain'),
  },
);

/**
 * Refuses an address that is no link to a page or a letter: the licence's and the sources' become links in the
 * metadata and on the site, where `javascript:` would run. Every such address is told, with its line.
 */
export function checkAddresses({ path, text }: SourceFile, { licence, sources }: Head): void {
  const findings = [licence, ...sources].flatMap((entry): Finding[] => {
    const { path: address } = entry;
    const key = entry === licence ? 'licence:' : 'sources:';
    const scheme = unfitScheme(address);
    if (scheme === undefined) return [];
    const place = { file: path, line: lineNaming(text, `"${address}"`, `"${key}"`) };
    const expected = 'an address that begins with https:, http: or mailto:, or the name of a file';
    return [{ kind: 'layout', place, expected, found: `one that begins with ${scheme}:` }];
  });
  if (findings.length > 0) throw new SourceFault(findings);
}

/** Refuses an `output` that is declared in a way that is not seen where every document is asked for it. */
export function checkOutput({ path, text }: SourceFile, { output }: Head): void {
  if (output === declaredOutput(text)) return;
  const place = { file: path, line: lineNaming(text, '"output"') };
  const expected = 'output as a line of its own, such as "output: data/rain"';
  throw fault({ kind: 'layout', place, expected, found: 'another way to write it' });
}
