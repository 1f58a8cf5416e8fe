import { readWords } from '../words.ts';

/** What `compare` is asked for: the folders of two outputs, of an earlier edition of a report and of a later one. */
export interface CompareCommand {
  readonly old: string;
  readonly next: string;
  readonly json: boolean;
}

export type CompareRequest =
  | { readonly kind: 'compare'; readonly compare: CompareCommand }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'usage'; readonly message: string };

const OPTION_FORMS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words behind `compare`. */
export function readCompareArguments(words: readonly string[]): CompareRequest {
  const read = readWords('compare', words, OPTION_FORMS);
  if (read.kind === 'usage') return read;
  const { positionals, switches } = read;
  if (switches.has('help')) return { kind: 'help', topic: 'compare' };
  const [old, next, more] = positionals;
  if (more !== undefined) return { kind: 'usage', message: `"${more}" is one word too many` };
  if (old === undefined || next === undefined)
    return { kind: 'usage', message: 'compare needs two folders that were built: compare OLD NEW' };
  return { kind: 'compare', compare: { old, next, json: switches.has('json') } };
}
