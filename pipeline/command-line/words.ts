import { parseArgs } from 'node:util';
import type { PageRange } from '../extract/pdf/source.ts';
import { hint } from '../page/nearest.ts';

/** The options of a command by their long names: with a value, or a switch. */
type OptionForms = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

/** The words behind a command as they were understood. */
export interface Words {
  /** What is no option, in its order. */
  readonly positionals: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** A request for help, or wrong usage with what is wrong. */
export type NotAsked =
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'usage'; readonly message: string };

export const TEXT = { type: 'string' } as const;
export const SWITCH = { type: 'boolean' } as const;
export const QUIET = { type: 'boolean', short: 'q' } as const;
export const HELP = { type: 'boolean', short: 'h' } as const;

/**
 * Reads the words behind a command that takes `most` words besides its options and `--help`: `asked` makes a request of
 * them, or says what is wrong.
 */
export function readCommand<T>(
  command: string,
  words: readonly string[],
  options: OptionForms,
  most: number,
  asked: (words: Words) => T | string,
): T | NotAsked {
  const read = readWords(command, words, { ...options, help: HELP });
  if (typeof read === 'string') return { kind: 'usage', message: read };
  if (read.switches.has('help')) return { kind: 'help', topic: command };
  const more = read.positionals[most];
  const request = more === undefined ? asked(read) : `"${more}" is one word too many`;
  return typeof request === 'string' ? { kind: 'usage', message: request } : request;
}

/** Reads the words behind a command, or says what is wrong: everything that is not understood is, nothing is ignored. */
function readWords(command: string, words: readonly string[], options: OptionForms): Words | string {
  const { positionals, tokens } = parseArgs({
    args: [...words],
    options: { ...options },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  // A map, so that `--constructor`, which every object has, is no option.
  const forms = new Map(Object.entries(options));
  const texts = new Map<string, string>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const form = forms.get(name);
    if (form === undefined) {
      const known = [...forms.keys()].map((each) => `--${each}`);
      return `${command} has no option ${rawName}${hint(rawName, known)}`;
    }
    if (form.type === 'boolean') {
      if (value !== undefined) return `--${name} takes no value`;
      switches.add(name);
    } else {
      const isWanting = value === undefined || value === '' || (value.startsWith('-') && !inlineValue);
      if (isWanting || texts.has(name)) return `--${name} needs one value`;
      texts.set(name, value);
    }
  }
  return { positionals: positionals.slice(1), texts, switches };
}

const PAGES = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/;

/** The pages that `--pages` names, such as `3` or `3-5`: all without it. What it says otherwise is wrong. */
export function pagesAsked(texts: Words['texts']): PageRange | undefined | string {
  const text = texts.get('pages');
  if (text === undefined) return undefined;
  const found = PAGES.exec(text);
  const first = Number(found?.[1]);
  const last = Number(found?.[2] ?? found?.[1]);
  return found === null || last < first ? `--pages takes 3 or 3-5, not "${text}"` : { first, last };
}
