import { checksum, entry, someOf, tableFile, text, written } from '../forms.ts';
import { documentSchema, type Head, type Labels, markupProperties } from '../head.ts';
import { type PrintedText, printedTextSchema } from './declared.ts';

/** `document.yaml` of a document that lists its `tables`: all but its id, its title and its tables may be left out. */
export type TablesHead = Omit<
  Partial<Head>,
  'id' | 'title' | 'description' | 'annexes' | 'annex_stamp' | 'text_layer'
> & {
  readonly id: string;
  readonly title: PrintedText;
  readonly description?: PrintedText;
  /** The files under `tables/`. */
  readonly tables: readonly string[];
  /** The file that is read, and its checksum; either may be left out where the command names the file. */
  readonly source?: Partial<Head['text_layer']> & { readonly file: string };
  /** Texts outside of tables that are left out; `*` stands for any text. */
  readonly ignore?: readonly string[];
};

const {
  id,
  title: _title,
  annexes: _annexes,
  annex_stamp: _stamp,
  text_layer: _layer,
  ...kept
} = documentSchema.properties;

/** The JSON schema of `document.yaml` where it lists `tables`. */
export const tablesHeadSchema = entry(
  { id, title: printedTextSchema, tables: someOf(tableFile) },
  {
    ...kept,
    description: printedTextSchema,
    source: entry(
      { file: { ...text, ...written('^[^/\\\\]+$', 'the name of a file of this folder') } },
      { sha256: checksum, ...markupProperties },
    ),
    ignore: someOf(text),
  },
);

/** Whether a `document.yaml` lists tables rather than annexes; one that says neither is to list its tables. */
export function listsTables(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return 'tables' in value || !['annexes', 'annex_stamp', 'text_layer'].some((key) => key in value);
}

/** What the metadata say of what a document does not declare. */
const UNDECLARED = {
  version: '0.1.0',
  licence: { name: 'notspecified', title: 'No licence is declared', path: 'https://spdx.org/licenses/' },
  who: 'not declared',
} as const;

/** What should be declared before the data are given to others. */
const WANTED = ['version', 'licence', 'creators', 'publisher'] as const;
/** What stands there instead of a date that nobody has declared: nothing, though two formats require one. */
const DATELESS =
  'document.yaml does not declare created: no file has a date, which croissant.json and ro-crate-metadata.json require';

/** What of a document is not declared, as the build says it; nothing where all is. */
export function undeclared(head: TablesHead): readonly string[] {
  const missing = WANTED.filter((key) => head[key] === undefined);
  return [
    ...(missing.length === 0
      ? []
      : [`document.yaml does not declare ${missing.join(', ')}: the metadata say so`]),
    ...(head.created === undefined ? [DATELESS] : []),
  ];
}

/** The head with what it leaves out. */
export function completeHead(head: TablesHead): Head {
  const { tables: _tables, ignore: _ignore, source, title, description, ...rest } = head;
  const titles = labelsOf(title);
  const { licence = UNDECLARED.licence, publisher = UNDECLARED.who } = rest;
  return {
    ...rest,
    language: rest.language ?? '',
    title: titles,
    description: description === undefined ? titles : labelsOf(description),
    version: rest.version ?? UNDECLARED.version,
    keywords: rest.keywords ?? { en: [] },
    licence,
    creators: rest.creators ?? [publisher],
    publisher,
    contributors: rest.contributors ?? [],
    sources: rest.sources ?? [],
    text_layer: { file: '', sha256: '', ...source },
    annex_stamp: '',
    annexes: new Map(),
  };
}

/** A text by language; what is said in one language alone stands in for English. */
function labelsOf(label: PrintedText): Labels {
  if (typeof label === 'string') return { en: label };
  const [first = ''] = Object.values(label);
  return { ...label, en: label.en ?? first };
}
