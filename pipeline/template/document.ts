import { vocabularyOf } from '../identities/binding.ts';
import type { Instance } from '../identities/instance.ts';
import type { View } from '../identities/sql.ts';
import { kkInKazakhstan } from '../jurisdiction/kz/kk-acts.ts';
import type { LegalLanguage } from '../jurisdiction/legal-language.ts';
import { inkOf } from '../locale/look-alikes.ts';
import { type Finding, fault, SourceFault } from '../page/finding.ts';
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
import { fillIn } from './dimension.ts';
import { checkAddresses, checkOutput, documentSchema, type Head } from './head.ts';
import { bindIdentities, type DeclaredIdentity, identityViews } from './identities.ts';
import { planAllSeries, planLayout, planQuotes } from './layout-files.ts';
import { type Notation, notationOf } from './notation.ts';
import { type Outline, readOutline } from './outline.ts';
import type { AnnexPlan, Plan } from './plan.ts';
import { checkRegister } from './register.ts';
import { allSchemas } from './schema/document-schemas.ts';
import type { Dataset } from './schema/rows.ts';
import type { TableSchema } from './schema/table-schema.ts';
import { bareCodes, type Planning } from './slots.ts';
import {
  completeHead,
  listsTables,
  type TablesHead,
  tablesHeadSchema,
  undeclared,
} from './tables/document-head.ts';
import { missingTable, readTables, schemasOf } from './tables/read-tables.ts';
import { strangeDimensions, type Together, togetherOf } from './together.ts';
import { type Totals, totalsOf } from './totals.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

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

const LANGUAGES: ReadonlyMap<string, LegalLanguage> = new Map([['kk', kkInKazakhstan]]);

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
  const file = (name: string): SourceFile => {
    const text = files.get(name);
    const path = `${folder}/${name}`;
    if (text === undefined) {
      throw fault({ kind: 'file', place: { file: path }, expected: 'this file', found: 'no such file' });
    }
    return { path, text };
  };
  const raw = readYaml<Head | TablesHead>(file('document.yaml'), (value) =>
    listsTables(value) ? tablesHeadSchema : documentSchema,
  );
  const listed = 'tables' in raw ? raw : undefined;
  const head = 'tables' in raw ? completeHead(raw) : raw;
  const name = folder.replace(/^.*\//, '');
  if (head.id !== name) {
    const place = { file: `${folder}/document.yaml` };
    throw fault({
      kind: 'layout',
      place,
      expected: `the id "${name}", as the folder`,
      found: `"${head.id}"`,
    });
  }
  checkAddresses(file('document.yaml'), head);
  checkOutput(file('document.yaml'), head);
  if (head.register !== undefined) checkRegister(file('document.yaml'), head.register);
  const language = LANGUAGES.get(head.language);
  if (language === undefined && listed === undefined) {
    const place = { file: `${folder}/document.yaml` };
    throw fault({ kind: 'layout', place, expected: 'a known language', found: `"${head.language}"` });
  }
  const findings: Finding[] = [];
  const collect = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      findings.push(...error.findings);
      return undefined;
    }
  };
  const lists = [...files.keys()].filter((name) => /^codelists\/[\w-]+\.csv$/.test(name)).sort();
  const codelists = new Map(
    lists.flatMap((name) => {
      const list = collect(() => readCodelist(file(name)));
      return list === undefined ? [] : [[list.name, list] as const];
    }),
  );
  const all = allSchemas({ general: schemas, own: ownSchemas });
  const own = listed === undefined ? all : schemasOf(schemas, ownSchemas, codelists.values());
  const published = collect(() => codelistDatasets(codelists.values(), own));
  if (published === undefined) throw new SourceFault(findings);
  const corrections: Corrections = files.has('corrections.yaml')
    ? readYaml<Corrections>(file('corrections.yaml'), () => correctionsSchema)
    : {};
  const { headers = [], reviews = [], observations = [], footnotes = [], figures = [] } = corrections;
  const declared: DeclaredIdentity[] = [];
  findings.push(...unknownUnits(own, codelists, (table) => schemaFile(table, folder, ownSchemas)));
  const notation = notationOf(head.numbers, head.marks);
  const planning: Planning = { schemas: own, codelists, corrections: headers, notation, slots: [] };
  const read =
    listed &&
    collect(() =>
      readTables(
        listed.tables.map((each) => {
          if (!files.has(`tables/${each}.yaml`)) throw missingTable(file('document.yaml'), each, files);
          return file(`tables/${each}.yaml`);
        }),
        planning,
      ),
    );
  declared.push(...(read?.identities ?? []));
  const annexes = [...head.annexes].map(
    ([annex, names]): AnnexPlan => ({
      annex,
      stamp: fillIn(head.annex_stamp, { annex }),
      stampInk: inkOf(fillIn(head.annex_stamp, { annex })),
      elements: names.flatMap(
        (name) => collect(() => planLayout(file(`tables/${name}.yaml`), planning, declared)) ?? [],
      ),
    }),
  );
  const quotes = files.has('quotes.yaml')
    ? collect(() => planQuotes(file('quotes.yaml'), planning, declared))
    : undefined;
  const outline = files.has('outline.yaml') ? collect(() => readOutline(file('outline.yaml'))) : undefined;
  const asked =
    outline !== undefined && files.has('recommendations.yaml')
      ? collect(() => readAsked(file('recommendations.yaml'), outline, codelists.get('theme')))
      : undefined;
  const acts = files.has('acts.yaml') ? collect(() => readDeclaredActs(file('acts.yaml'))) : undefined;
  const series = files.has('series.yaml')
    ? collect(() => planAllSeries(file('series.yaml'), planning, declared))
    : undefined;
  if (findings.length > 0) throw new SourceFault(findings);
  const { slots } = planning;
  const apart = read?.schemas ?? own;
  // Last: what is wrong with a code list is said of the list, not of each code of others that stands on it.
  const mappings = files.has(MAPPINGS.file) ? readMappings(file(MAPPINGS.file), codelists, apart) : undefined;
  for (const key of strangeDimensions(apart, head.dimensions)) {
    const place = { file: `${folder}/document.yaml` };
    throw fault({ kind: 'layout', place, expected: 'dimensions that are keys of tables', found: `"${key}"` });
  }
  const together = togetherOf(apart, codelists, head.dimensions);
  const publishedAs = withTogether(apart, together);
  const vocabulary = vocabularyOf(slots, bareCodes(slots));
  const instances = bindIdentities(declared, vocabulary);
  return {
    folder,
    digest: digestOf(files, all),
    head,
    // Where tables alone are read, nothing is asked of it.
    language: language ?? kkInKazakhstan,
    notation,
    codelists,
    codelistDatasets: [...published, ...(mappings === undefined ? [] : [mappings]), ...(read?.labels ?? [])],
    schemas: publishedAs,
    together,
    totals: totalsOf(declared.map(({ identity }) => identity.says)),
    plan: {
      annexes,
      slots,
      quotes: quotes ?? [],
      series: series ?? [],
      tables: read?.tables ?? [],
      ignored: listed?.ignore ?? [],
    },
    outline,
    asked: asked ?? new Map(),
    acts,
    instances,
    views: identityViews(declared, vocabulary, publishedAs),
    headerCorrections: headers,
    observations,
    reviews,
    remarks: listed === undefined ? [] : undeclared(listed),
    footnoteReviews: footnotes,
    figureCorrections: figures,
  };
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
