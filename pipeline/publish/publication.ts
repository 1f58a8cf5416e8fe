import type { View } from '../identities/sql.ts';
import type { NormalisedDocument } from '../normalise/document.ts';
import { sha256 } from '../page/sha256.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Identifier, LabelLists, Labels, Licence, SpatialCoverage } from '../template/head.ts';
import type { Element, Plan } from '../template/plan.ts';
import type { Dataset } from '../template/schema/rows.ts';
import type { ValidatedDocument } from '../validate/validate.ts';
import { reportMarkdown } from './formats/report.ts';

/** Something that the data were made from. */
export interface DataSource {
  readonly title: string;
  /** A URL, or the name of the file that was read. */
  readonly path: string;
  readonly sha256?: string;
  /** What must be known of it, such as that its address is a guess. */
  readonly note?: string;
}

/** What the metadata says of the document and the data; all of it comes from `document.yaml`. */
export interface Description {
  /** Names the folder under sources/ and the DuckDB file. */
  readonly id: string;
  readonly title: Labels;
  readonly description: Labels;
  /** Version of the data, semver. */
  readonly version: string;
  /** ISO date-time of the release; stands for the clock in every file. Undefined where none is declared. */
  readonly created?: string;
  /** Whether it is a preview of a document that is at fault: see partial.ts. */
  readonly isPartial?: true;
  readonly keywords: LabelLists;
  /** Subjects, as addresses in a public list of themes. */
  readonly themes: readonly string[];
  readonly spatial?: SpatialCoverage;
  readonly licence: Licence;
  readonly sources: readonly DataSource[];
  /** Names under which others know the document. */
  readonly identifiers: readonly Identifier[];
  readonly creators: readonly string[];
  readonly publisher: string;
  /** Where the publisher is asked. */
  readonly contact?: string;
  readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[];
}

/** A file that stands beside the tables, such as the readable report. */
export interface TextFile {
  /** Its name in the output folder. */
  readonly path: string;
  readonly content: string;
}

/** Everything that is written to the output folder. */
export interface Publication {
  readonly description: Description;
  readonly datasets: readonly Dataset[];
  readonly views: readonly View[];
  readonly texts?: readonly TextFile[];
  /** The annexes that print the values of a table, by table; a table of the running text has none. */
  readonly annexes?: ReadonlyMap<string, readonly string[]>;
}

/** Joins the datasets with what the document says of itself; the source that was read is named with its hash. */
export function publicationOf(
  source: { readonly file: string; readonly bytes: Uint8Array },
  document: DocumentDescription,
  normalised: NormalisedDocument,
  { datasets, views }: ValidatedDocument,
): Publication {
  const { head, plan } = document;
  const { id, title, description, version, created, keywords, themes = [], spatial } = head;
  const { licence, creators, publisher, contact, contributors, identifiers = [] } = head;
  const read = {
    title: 'The text that the data were read from',
    path: source.file.replace(/^.*\//, ''),
    sha256: sha256(source.bytes),
  };
  return {
    description: {
      id,
      title,
      description,
      version,
      ...(created !== undefined && { created }),
      keywords,
      themes,
      ...(spatial !== undefined && { spatial }),
      licence,
      creators,
      publisher,
      ...(contact !== undefined && { contact }),
      contributors,
      identifiers,
      sources: [...head.sources, read],
    },
    datasets,
    views,
    texts: textsOf(normalised, document),
    annexes: annexesOf(plan),
  };
}

/** The text layer, without which offsets mean nothing, and the readable report, where the source holds the running text. */
function textsOf(
  normalised: NormalisedDocument,
  { head, plan, codelists }: DocumentDescription,
): readonly TextFile[] {
  const { text, layer } = normalised;
  const source = { path: 'text-layer.txt', content: layer };
  if (text === undefined) return [source];
  const title = head.title[head.language] ?? head.title.en;
  const notes = new Map(
    codelists.get('note')?.entries.map(({ code, fields }) => [code, fields.text_kk ?? '']),
  );
  const report = reportMarkdown({ title, text, normalised, plan, notes });
  return [{ path: 'report.md', content: report }, source];
}

/** The annexes in which each table's values are printed, as the layouts of the document say. */
function annexesOf({ annexes }: Plan): ReadonlyMap<string, readonly string[]> {
  const printed = new Map<string, readonly string[]>();
  for (const { annex, elements } of annexes) {
    for (const table of new Set(elements.flatMap(tablesOf)))
      printed.set(table, [...(printed.get(table) ?? []), annex]);
  }
  return printed;
}

/** The table of an element, and those that single values of it go to, such as a printed total over years. */
function tablesOf(element: Element): readonly string[] {
  const slots =
    element.kind === 'grid'
      ? element.body.flatMap((item) => (item.kind === 'row' ? item.slots : []))
      : element.kind === 'sentence'
        ? element.parts.flatMap((part) => (part.kind === 'value' ? [part.slot] : []))
        : [];
  return [element.table, ...slots.map(({ table }) => table)];
}
