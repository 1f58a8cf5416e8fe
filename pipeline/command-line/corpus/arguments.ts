import type { Shard } from '../../publish/corpus/layout.ts';
import { readWords } from '../words.ts';

/** What `build --documents` is asked for. */
export interface ManyCommand {
  /** Names the `document.yaml` of each document. */
  readonly pattern: string;
  readonly shard: Shard;
  readonly out: string;
  /** As many as there are processors, where it is not said. */
  readonly workers: number | undefined;
  /** What a document may take, where it is not what a single one may. */
  readonly seconds: number | undefined;
  readonly mebibytes: number | undefined;
  readonly quiet: boolean;
  readonly json: boolean;
}

export type ManyRequest =
  | { readonly kind: 'many'; readonly many: ManyCommand }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage'; readonly message: string };

/** What `merge` is asked for. */
export interface MergeCommand {
  /** The folder of the corpus. */
  readonly folder: string;
  /** A file that declares what is true of all documents together. */
  readonly corpus: string | undefined;
  /** Whether what is not of today is taken away before. */
  readonly isPruning: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

export type MergeRequest =
  | { readonly kind: 'merge'; readonly merge: MergeCommand }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'usage'; readonly message: string };

/** The options of `build` that are for many documents. */
export const MANY_OPTIONS = ['documents', 'shard', 'workers', 'seconds', 'mebibytes'] as const;

const OPTION_FORMS = {
  documents: { type: 'string' },
  shard: { type: 'string' },
  workers: { type: 'string' },
  seconds: { type: 'string' },
  mebibytes: { type: 'string' },
  out: { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Whether the words behind `build` are of many documents. */
export function isOfMany(words: readonly string[]): boolean {
  return words.some((word) =>
    MANY_OPTIONS.some((name) => word === `--${name}` || word.startsWith(`--${name}=`)),
  );
}

/** Reads the words behind `build` where they are of many documents. */
export function readManyArguments(words: readonly string[]): ManyRequest {
  const usage = (message: string): ManyRequest => ({ kind: 'usage', message });
  const read = readWords('build --documents', words, OPTION_FORMS);
  if (words.some((word) => word === '--help' || word === '-h')) return { kind: 'help', topic: 'build' };
  if (read.kind === 'usage') return read;
  const { positionals, texts, switches } = read;
  if (switches.has('version')) return { kind: 'version' };
  const [more] = positionals;
  const [pattern, out] = [texts.get('documents'), texts.get('out')];
  if (pattern === undefined) {
    const given = MANY_OPTIONS.find((name) => texts.has(name)) ?? 'shard';
    return usage(`--${given} needs --documents 'GLOB'`);
  }
  if (more !== undefined)
    return usage(`"${more}" is one word too many: write the pattern of --documents in quotes`);
  if (out === undefined) return usage('--documents needs --out DIR');
  const shard = shardOf(texts.get('shard') ?? '1/1');
  if (shard === undefined) return usage('--shard takes I/N, such as 2/8: the second of eight');
  const counts = new Map<string, number>();
  for (const name of ['workers', 'seconds', 'mebibytes'] as const) {
    const text = texts.get(name);
    if (text === undefined) continue;
    if (!/^[1-9]\d{0,6}$/.test(text)) return usage(`--${name} takes a whole number from 1`);
    counts.set(name, Number(text));
  }
  return {
    kind: 'many',
    many: {
      pattern,
      shard,
      out,
      workers: counts.get('workers'),
      seconds: counts.get('seconds'),
      mebibytes: counts.get('mebibytes'),
      quiet: switches.has('quiet'),
      json: switches.has('json'),
    },
  };
}

/** `2/8` is the second of eight. */
function shardOf(text: string): Shard | undefined {
  const [, index, of] = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return index === undefined || shard.index > shard.of ? undefined : shard;
}

const MERGE_FORMS = {
  corpus: { type: 'string' },
  prune: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words behind `merge`. */
export function readMergeArguments(words: readonly string[]): MergeRequest {
  const read = readWords('merge', words, MERGE_FORMS);
  if (read.kind === 'usage') return read;
  const { positionals, texts, switches } = read;
  if (switches.has('help')) return { kind: 'help', topic: 'merge' };
  const [folder, more] = positionals;
  if (more !== undefined) return { kind: 'usage', message: `"${more}" is one word too many` };
  if (folder === undefined)
    return { kind: 'usage', message: 'merge needs the folder of a corpus: merge DIR' };
  return {
    kind: 'merge',
    merge: {
      folder,
      corpus: texts.get('corpus'),
      isPruning: switches.has('prune'),
      quiet: switches.has('quiet'),
      json: switches.has('json'),
    },
  };
}
