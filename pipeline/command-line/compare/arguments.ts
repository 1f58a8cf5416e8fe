import { readCommand, SWITCH } from '../words.ts';

/** What `compare` is asked for: the folders of two outputs, of an earlier edition of a report and of a later one. */
export interface CompareCommand {
  readonly old: string;
  readonly next: string;
  readonly json: boolean;
}

/** Reads the words behind `compare`. */
export function readCompareArguments(words: readonly string[]) {
  return readCommand('compare', words, { json: SWITCH }, 2, ({ positionals: [old, next], switches }) =>
    old === undefined || next === undefined
      ? 'compare needs two folders that were built: compare OLD NEW'
      : ({ kind: 'compare', compare: { old, next, json: switches.has('json') } } as const),
  );
}
