import { parseArgs } from 'node:util';
import type { PageRange } from '../extract/pdf/source.ts';
import { hint } from '../page/nearest.ts';

/** The options of a command by their long names: with a value, or a switch. */
export type OptionForms = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>
>;

/** The words behind a command as they were understood, or what is wrong with them. */
export type Words =
  | {
      readonly kind: 'words';
      /** What is no option, in its order. */
      readonly positionals: readonly string[];
      readonly texts: ReadonlyMap<string, string>;
      readonly switches: ReadonlySet<string>;
    }
  | { readonly kind: 'usage'; readonly message: string };

/** Reads the words behind a command. Everything that is not understood is wrong usage, nothing is ignored. */
export function readWords(command: string, words: readonly string[], options: OptionForms): Words {
  const usage = (message: string): Words => ({ kind: 'usage', message });
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
      return usage(`${command} has no option ${rawName}${hint(rawName, known)}`);
    }
    if (form.type === 'boolean') {
      if (value !== undefined) return usage(`--${name} takes no value`);
      switches.add(name);
    } else {
      const isWanting = value === undefined || value === '' || (value.startsWith('-') && !inlineValue);
      if (isWanting || texts.has(name)) return usage(`--${name} needs one value`);
      texts.set(name, value);
    }
  }
  return { kind: 'words', positionals: positionals.slice(1), texts, switches };
}

const PAGES = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/;

/** Pages such as `3` or `3-5`; undefined for anything else. */
export function pageRange(text: string): PageRange | undefined {
  const found = PAGES.exec(text);
  const first = Number(found?.[1]);
  const last = Number(found?.[2] ?? found?.[1]);
  return found === null || last < first ? undefined : { first, last };
}
