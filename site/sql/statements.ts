/** Where DuckDB's own tokenizer found the tokens of a text: bytes of its UTF-8 form. Comments are no tokens. */
export interface Tokens {
  readonly offsets: readonly number[];
}

/**
 * What is done with a statement: a `query` and a `relation` (`describe`, `pivot`) have columns of a type and are
 * read value by value; a `listing` (`explain`) is shown as it comes; a `command` gives nothing to show.
 */
export type StatementKind = 'query' | 'relation' | 'listing' | 'command';

/** One statement of a text. */
export interface Statement {
  readonly text: string;
  readonly kind: StatementKind;
  /** Lines of the text before the statement, for the line numbers in DuckDB's messages. */
  readonly linesBefore: number;
}

const KINDS: Readonly<Record<string, StatementKind>> = {
  select: 'query',
  with: 'query',
  from: 'query',
  values: 'query',
  table: 'query',
  describe: 'relation',
  desc: 'relation',
  summarize: 'relation',
  show: 'relation',
  pivot: 'relation',
  pivot_wider: 'relation',
  pivot_longer: 'relation',
  unpivot: 'relation',
  explain: 'listing',
  pragma: 'listing',
  call: 'listing',
};

const SEMICOLON = 0x3b;
const PARENTHESIS = 0x28;

/**
 * The statements of a text, split where a semicolon is a token and not part of a text or a comment.
 *
 *     statementsOf("select ';'; from region", { offsets: [0, 7, 10, 12, 17] })   // two statements
 */
export function statementsOf(sql: string, { offsets }: Tokens): readonly Statement[] {
  const bytes = new TextEncoder().encode(sql);
  const ends = offsets.filter((offset) => bytes[offset] === SEMICOLON);
  const bounds = [...ends, bytes.length];
  return bounds.flatMap((end, at): readonly Statement[] => {
    const start = at === 0 ? 0 : (bounds[at - 1] ?? 0) + 1;
    const first = offsets.find((offset) => offset >= start && offset < end && bytes[offset] !== PARENTHESIS);
    if (first === undefined) return [];
    const text = decoded(bytes.subarray(start, end));
    const [word = ''] = /^\w+/.exec(decoded(bytes.subarray(first, end))) ?? [];
    const linesBefore = decoded(bytes.subarray(0, start)).split('\n').length - 1;
    return [{ text, kind: KINDS[word.toLowerCase()] ?? 'command', linesBefore }];
  });
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The statement that names and types the columns of another. The statement has lines of its own in it. */
export function describing({ text, kind }: Statement): string {
  return kind === 'relation' ? `describe from (\n${text}\n)` : `describe\n${text}`;
}

/** The statement that gives the first rows of another, each value as DuckDB writes it. */
export function reading({ text }: Statement, columnCount: number, mostRows: number): string {
  const values = Array.from({ length: columnCount }, (_, at) => `#${at + 1}::varchar as c${at}`);
  return `select ${values.join(', ')} from (\n${text}\n) limit ${mostRows}`;
}
