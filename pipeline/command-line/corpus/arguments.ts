import type { Shard } from '../../publish/corpus/layout.ts';
import { QUIET, readCommand, SWITCH, TEXT, type Words } from '../words.ts';

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

/** The options of `build` that are for many documents. */
export const MANY_OPTIONS = ['documents', 'shard', 'workers', 'seconds', 'mebibytes'] as const;

const OPTION_FORMS = {
  documents: TEXT,
  shard: TEXT,
  workers: TEXT,
  seconds: TEXT,
  mebibytes: TEXT,
  out: TEXT,
  quiet: QUIET,
  json: SWITCH,
  version: SWITCH,
} as const;

/** Whether the words behind `build` are of many documents. */
export function isOfMany(words: readonly string[]): boolean {
  return words.some((word) =>
    MANY_OPTIONS.some((name) => word === `--${name}` || word.startsWith(`--${name}=`)),
  );
}

/** Reads the words behind `build` where they are of many documents. */
export function readManyArguments(words: readonly string[]) {
  if (words.some((word) => word === '--help' || word === '-h'))
    return { kind: 'help', topic: 'build' } as const;
  return readCommand('build --documents', words, OPTION_FORMS, Number.POSITIVE_INFINITY, manyAsked);
}

function manyAsked({ positionals: [more], texts, switches }: Words) {
  if (switches.has('version')) return { kind: 'version' } as const;
  const [pattern, out] = [texts.get('documents'), texts.get('out')];
  if (pattern === undefined)
    return `--${MANY_OPTIONS.find((name) => texts.has(name)) ?? 'shard'} needs --documents 'GLOB'`;
  if (more !== undefined) return `"${more}" is one word too many: write the pattern of --documents in quotes`;
  if (out === undefined) return '--documents needs --out DIR';
  const shard = shardOf(texts.get('shard') ?? '1/1');
  if (shard === undefined) return '--shard takes I/N, such as 2/8: the second of eight';
  const counts = (['workers', 'seconds', 'mebibytes'] as const).map((name) => ({
    name,
    text: texts.get(name),
  }));
  const wrong = counts.find(({ text }) => text !== undefined && !/^[1-9]\d{0,6}$/.test(text));
  if (wrong !== undefined) return `--${wrong.name} takes a whole number from 1`;
  const [workers, seconds, mebibytes] = counts.map(({ text }) =>
    text === undefined ? undefined : Number(text),
  );
  const [quiet, json] = [switches.has('quiet'), switches.has('json')];
  const many: ManyCommand = { pattern, shard, out, workers, seconds, mebibytes, quiet, json };
  return { kind: 'many', many } as const;
}

/** `2/8` is the second of eight. */
function shardOf(text: string): Shard | undefined {
  const [, index, of] = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return index === undefined || shard.index > shard.of ? undefined : shard;
}

const MERGE_FORMS = { corpus: TEXT, prune: SWITCH, quiet: QUIET, json: SWITCH } as const;

/** Reads the words behind `merge`. */
export function readMergeArguments(words: readonly string[]) {
  return readCommand('merge', words, MERGE_FORMS, 1, ({ positionals: [folder], texts, switches }) => {
    if (folder === undefined) return 'merge needs the folder of a corpus: merge DIR';
    const [quiet, json] = [switches.has('quiet'), switches.has('json')];
    const isPruning = switches.has('prune');
    const merge: MergeCommand = { folder, corpus: texts.get('corpus'), isPruning, quiet, json };
    return { kind: 'merge', merge } as const;
  });
}
