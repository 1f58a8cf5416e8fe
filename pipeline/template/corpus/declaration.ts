import { count, entry, listOf, mapOf, name, someOf, text } from '../forms.ts';
import { readYaml, type SourceFile } from '../yaml-file.ts';

/** Which table a check reads, where it is not called alike in every document. */
export interface CheckedTable {
  readonly table: string;
  /** The name that the check knows a column by, and what the column is called in this table. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What a value is multiplied by, where this table prints another unit. */
  readonly times?: number;
}

/** What must hold between documents. */
export interface AcrossCheck {
  readonly id: string;
  /** `same`: what two documents print of one thing is one number. `continues`: a series goes on in the next document. */
  readonly kind: 'same' | 'continues';
  readonly tables: readonly CheckedTable[];
  /** Which columns tell what a value is of. */
  readonly keys: readonly string[];
  /** The column of the values; for `continues` the years, one of which follows the other. */
  readonly value: string;
  /** How far apart two years of a series may be. */
  readonly step?: number;
  readonly because: string;
}

/** A revision that a person knows of: what a later document prints otherwise, and why. */
export interface Revision {
  readonly check: string;
  /** The document that prints the new value. */
  readonly document: string;
  /** Only what has one of these codes; all without it. */
  readonly where?: Readonly<Record<string, readonly (string | number)[]>>;
  readonly because: string;
}

/** What is declared of all documents together. */
export interface CorpusDeclaration {
  /** What the package is called. */
  readonly id?: string;
  readonly title: string;
  readonly description?: string;
  /** The documents from the earliest to the latest, where their dates do not tell. */
  readonly order?: readonly string[];
  /** Tables whose rows mean the same in every document, besides the code lists. */
  readonly dimensions?: readonly string[];
  readonly checks?: readonly AcrossCheck[];
  readonly revisions?: readonly Revision[];
}

const names = { ...someOf(name), uniqueItems: true } as const;

/** The JSON schema of `corpus.yaml`. */
const corpusSchema = entry(
  { title: text },
  {
    id: { type: 'string', pattern: '^[a-z0-9][a-z0-9._-]*$' },
    description: text,
    order: { ...someOf(text), uniqueItems: true },
    dimensions: names,
    checks: listOf(
      entry(
        {
          id: name,
          kind: { enum: ['same', 'continues'] },
          tables: someOf(
            entry({ table: name }, { columns: mapOf(name), times: { type: 'number', exclusiveMinimum: 0 } }),
          ),
          keys: names,
          value: name,
          because: text,
        },
        { step: count },
      ),
    ),
    revisions: listOf(
      entry(
        { check: name, document: text, because: text },
        { where: mapOf(someOf({ type: ['string', 'integer'] })) },
      ),
    ),
  },
);

/** Reads `corpus.yaml`. Throws a SourceFault with the line of what is wrong in it. */
export function readCorpusDeclaration(file: SourceFile): CorpusDeclaration {
  return readYaml<CorpusDeclaration>(file, () => corpusSchema);
}
