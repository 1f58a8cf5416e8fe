import type { LabelLists, Labels, SpatialCoverage } from '../template/head.ts';
import type { Dataset } from '../validate/dataset.ts';

/** A view of the DuckDB file. */
export interface View {
  readonly name: string;
  readonly comment: string;
  /** The query, without `create view`. */
  readonly query: string;
  /** The tables that it reads. */
  readonly reads?: readonly string[];
}

/** Something that the data were made from. */
export interface DataSource {
  readonly title: string;
  /** A URL, or the name of the file that was read. */
  readonly path: string;
  readonly sha256?: string;
}

/** What the metadata says of the document and the data; all of it comes from `document.yaml`. */
export interface Description {
  /** Names the folder under sources/ and the DuckDB file. */
  readonly id: string;
  readonly title: Labels;
  readonly description: Labels;
  /** Version of the data, semver. */
  readonly version: string;
  /** ISO date-time of the release; stands for the clock in every file. */
  readonly created: string;
  readonly keywords: LabelLists;
  /** Subjects, as addresses in a public list of themes. */
  readonly themes: readonly string[];
  readonly spatial?: SpatialCoverage;
  readonly licence: { readonly name: string; readonly path: string; readonly title: string };
  readonly sources: readonly DataSource[];
  readonly creators: readonly string[];
  readonly publisher: string;
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
