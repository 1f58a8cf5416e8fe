import { vocabularyOf } from '../identities/binding.ts';
import type { Instance } from '../identities/instance.ts';
import type { View } from '../identities/sql.ts';
import type { LegalLanguage } from '../jurisdiction/legal-language.ts';
import { fault } from '../page/finding.ts';
import { sha256 } from '../page/sha256.ts';
import { type Asked, readAsked } from './asked.ts';
import { MAPPINGS, readMappings } from './code-mappings.ts';
import { type Codelist, codelistDatasets, readCodelist, schemaFile, unknownUnits } from './codelist.ts';
import {
  type Corrections,
  correctionsSchema,
  type FigureCorrection,
  type FootnoteReview,
  type HeaderCorrection,
  type Observation,
  type Review,
} from './corrections.ts';
import { type DeclaredActs, readDeclaredActs } from './declared-acts.ts';
import { type DeclaredFiles, declaredFiles } from './declared-files.ts';
import { headPlace, readHead } from './declared-head.ts';
import { readPlan } from './declared-plan.ts';
import type { Head } from './head.ts';
import { bindIdentities, identityViews } from './identities.ts';
import { type Notation, notationOf } from './notation.ts';
import { type Outline, readOutline } from './outline.ts';
import type { Plan } from './plan.ts';
import { allSchemas } from './schema/document-schemas.ts';
import type { Dataset } from './schema/rows.ts';
import type { TableSchema } from './schema/table-schema.ts';
import { bareCodes, type Planning } from './slots.ts';
import { undeclared } from './tables/document-head.ts';
import { schemasOf } from './tables/read-tables.ts';
import { strangeDimensions, type Together, togetherOf } from './together.ts';
import { type Totals, totalsOf } from './totals.ts';
import { readYaml } from './yaml-file.ts';

/** The template of one document: everything that is declared about it, checked and spelt out. */
export interface DocumentDescription {
  /** The folder that describes it. */
  readonly folder: string;
  /** Changes whenever a file of the folder or a schema changes. */
  readonly digest: string;
  readonly head: Head;
  readonly language: LegalLanguage;
  /** How it prints numbers. */
  readonly notation: Notation;
  readonly codelists: ReadonlyMap<string, Codelist>;
  /** The code lists as they are published, in the order of their names; and the labels that tables print for codes. */
  readonly codelistDatasets: readonly Dataset[];
  readonly schemas: ReadonlyMap<string, TableSchema>;
  /** How all observations stand in one table; undefined where there are none. */
  readonly together: Together | undefined;
  /** The codes that the identities say are totals. */
  readonly totals: Totals;
  readonly plan: Plan;
  /** Every identity for every choice of its keys. */
  readonly instances: readonly Instance[];
  /** The identities as views of the published database. */
  readonly views: readonly View[];
  /** How the running text is divided; undefined where a document's annexes alone are described. */
  readonly outline: Outline | undefined;
  /** What the recommendations that it answers are about, by their numbers. */
  readonly asked: ReadonlyMap<number, Asked>;
  /** What a person knows of the acts that it cites. */
  readonly acts: DeclaredActs | undefined;
  readonly headerCorrections: readonly HeaderCorrection[];
  /** Errors of the running text that a person found. */
  readonly observations: readonly Observation[];
  /** What a person found on looking at the source, by the check that is broken there. */
  readonly reviews: readonly Review[];
  /** What the build says of the declarations. */
  readonly remarks: readonly string[];
  /** What a person says of footnote marks that cannot be meant. */
  readonly footnoteReviews: readonly FootnoteReview[];
  /** What a person reads in the sentences of figures where no rule does. */
  readonly figureCorrections: readonly FigureCorrection[];
}

/**
 * Reads a document's folder: `files` are its YAML and CSV files by their path within it, `schemas` the
 * published tables by name. Every fault is collected with its file and line before any is thrown.
 */
export function readDocument(
  folder: string,
  files: ReadonlyMap<string, string>,
  schemas: ReadonlyMap<string, TableSchema>,
  ownSchemas: ReadonlyMap<string, TableSchema> = new Map(),
): DocumentDescription {
  const declared = declaredFiles(folder, files);
  const { ifThere } = declared;
  const reading = readHead(declared);
  const { head, listed, language } = reading;
  const codelists = readCodelists(declared);
  const all = allSchemas({ general: schemas, own: ownSchemas });
  const own = listed === undefined ? all : schemasOf(schemas, ownSchemas, codelists.values());
  const lists = declared.collect(() => codelistDatasets(codelists.values(), own));
  if (lists === undefined) declared.refuse();
  const { headers = [], ...corrected } = correctionsOf(declared);
  declared.add(unknownUnits(own, codelists, (table) => schemaFile(table, folder, ownSchemas)));
  const notation = notationOf(head.numbers, head.marks);
  const planning: Planning = { schemas: own, codelists, corrections: headers, notation, slots: [] };
  const { plan, identities, tables } = readPlan(declared, reading, planning);
  const outline = ifThere('outline.yaml', readOutline);
  const asked =
    outline && ifThere('recommendations.yaml', (file) => readAsked(file, outline, codelists.get('theme')));
  const acts = ifThere('acts.yaml', readDeclaredActs);
  declared.refuse();
  const apart = tables?.schemas ?? own;
  // Last: what is wrong with a code list is said of the list, not of each code of others that stands on it.
  const mappings = ifThere(MAPPINGS.file, (file) => readMappings(file, codelists, apart));
  declared.refuse();
  const together = togetherIn(declared, head, apart, codelists);
  const publishedAs = withTogether(apart, together);
  const vocabulary = vocabularyOf(plan.slots, bareCodes(plan.slots));
  return {
    folder,
    digest: digestOf(files, all),
    head,
    language,
    notation,
    codelists,
    codelistDatasets: [
      ...(lists ?? []),
      ...(mappings === undefined ? [] : [mappings]),
      ...(tables?.labels ?? []),
    ],
    schemas: publishedAs,
    together,
    totals: totalsOf(identities.map(({ identity }) => identity.says)),
    plan,
    outline,
    asked: asked ?? new Map(),
    acts,
    instances: bindIdentities(identities, vocabulary),
    views: identityViews(identities, vocabulary, publishedAs),
    headerCorrections: headers,
    observations: corrected.observations ?? [],
    reviews: corrected.reviews ?? [],
    remarks: listed === undefined ? [] : undeclared(listed),
    footnoteReviews: corrected.footnotes ?? [],
    figureCorrections: corrected.figures ?? [],
  };
}

/** The code lists of a document, by their names. */
function readCodelists({ names, file, collect }: DeclaredFiles): ReadonlyMap<string, Codelist> {
  const lists = names.filter((name) => /^codelists\/[\w-]+\.csv$/.test(name));
  return new Map(
    lists.flatMap((name) => {
      const list = collect(() => readCodelist(file(name)));
      return list === undefined ? [] : [[list.name, list] as const];
    }),
  );
}

/** What a person found on looking at the source. What is wrong with the file is thrown at once. */
function correctionsOf({ has, file }: DeclaredFiles): Corrections {
  return has('corrections.yaml')
    ? readYaml<Corrections>(file('corrections.yaml'), () => correctionsSchema)
    : {};
}

/** How all observations stand in one table, by the dimensions that are declared. */
function togetherIn(
  declared: DeclaredFiles,
  { dimensions }: Head,
  schemas: ReadonlyMap<string, TableSchema>,
  codelists: ReadonlyMap<string, Codelist>,
): Together | undefined {
  const [strange] = strangeDimensions(schemas, dimensions);
  if (strange !== undefined) {
    const place = headPlace(declared);
    throw fault({
      kind: 'layout',
      place,
      expected: 'dimensions that are keys of tables',
      found: `"${strange}"`,
    });
  }
  return togetherOf(schemas, codelists, dimensions);
}

/** The schemas of all tables that are published. */
function withTogether(
  schemas: ReadonlyMap<string, TableSchema>,
  together: Together | undefined,
): ReadonlyMap<string, TableSchema> {
  if (together === undefined) return schemas;
  return new Map([...schemas, ...[together.all, together.leaf].map((each) => [each.name, each] as const)]);
}

/** What is declared about how the source is read: all that the normalise stage needs to know. */
export type DeclaredReading = Pick<
  DocumentDescription,
  'plan' | 'language' | 'notation' | 'outline' | 'instances' | 'figureCorrections' | 'folder' | 'acts'
>;

/** Changes whenever what is declared about the reading does; what a language knows is part of the program. */
export function readingDigest(document: DocumentDescription): string {
  const { plan, outline, instances, head, notation, figureCorrections, acts } = document;
  const reading = [plan, outline, instances, head.language, notation, figureCorrections, acts];
  return sha256(new TextEncoder().encode(JSON.stringify(reading)));
}

function digestOf(files: ReadonlyMap<string, string>, schemas: ReadonlyMap<string, TableSchema>): string {
  const everything = JSON.stringify([[...files].sort(([a], [b]) => (a < b ? -1 : 1)), [...schemas]]);
  return sha256(everything);
}
