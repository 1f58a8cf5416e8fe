/** Why the database refused: what a person can do about it depends on it. */
export type RefusalKind =
  | 'syntax'
  | 'name'
  | 'extension'
  | 'outside'
  | 'readOnly'
  | 'memory'
  | 'stopped'
  | 'other';

/** A refusal of DuckDB. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** In DuckDB's words, the line numbers those of the person's text. */
  readonly message: string;
  /** The extension that is missing. */
  readonly extension?: string;
}

/** The first that matches a message says its kind. */
const KINDS: readonly (readonly [RegExp, RefusalKind])[] = [
  [/query was cancell?ed|^INTERRUPT Error/i, 'stopped'],
  [/exists in the \w+ extension|^Missing Extension Error/, 'extension'],
  [/read-only/, 'readOnly'],
  [/^Permission Error|disabled (by|through) configuration|configuration has been locked/, 'outside'],
  [/^Out of Memory Error|memory access out of bounds|allocat/i, 'memory'],
  [/^Parser Error/, 'syntax'],
  [/^(Catalog|Binder) Error/, 'name'],
];

/** Tables in files, which need an extension that the message does not name. */
const FILE_TABLE = /Table with name \S+\.(parquet|json|ndjson|jsonl)\b/;

/**
 * Makes of an error of DuckDB-WASM, whose messages have several forms, one that a person can be shown.
 *
 * @param linesAdded lines that stand before the person's statement in what DuckDB was given; negative when the
 *   person's text has lines before the statement.
 */
export function refusalOf(error: unknown, linesAdded: number): Refusal {
  const message = withLines(
    undoubled(plain(error instanceof Error ? error.message : String(error))),
    linesAdded,
  );
  const [, named] = /exists in the (\w+) extension/.exec(message) ?? [];
  const [, file] = FILE_TABLE.exec(message) ?? [];
  const extension = named ?? (file === undefined ? undefined : file === 'parquet' ? 'parquet' : 'json');
  if (extension !== undefined) return { kind: 'extension', message: shortened(message), extension };
  return { kind: KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other', message };
}

/** Where a statement is begun but not run, the message is an object in JSON. */
function plain(message: string): string {
  if (!message.startsWith('{')) return message;
  try {
    const { exception_type: type, exception_message: text }: Record<string, unknown> = JSON.parse(message);
    return typeof text === 'string' ? `${String(type)} Error: ${text}` : message;
  } catch {
    return message;
  }
}

/** DuckDB-WASM says the place of a syntax error twice. */
function undoubled(message: string): string {
  return message.trim().replace(/(\n\nLINE \d+:[^\n]*\n *\^)\1$/, '$1');
}

function withLines(message: string, linesAdded: number): string {
  return message.replace(/^LINE (\d+):/gm, (_, line: string) => `LINE ${Number(line) - linesAdded}:`);
}

/** Without DuckDB's advice to install an extension, which cannot be followed here. */
function shortened(message: string): string {
  return message.split('\n\nPlease try installing')[0] ?? message;
}
