import { parseArgs } from 'node:util';
import { STAGES, type Stage } from '../build.ts';
import { hint } from '../page/nearest.ts';
import { type LookRequest, readLookArguments } from './look/arguments.ts';

/** What the command line asks for. */
export interface Command {
  readonly name: 'build' | 'update' | Stage;
  readonly source: string | undefined;
  readonly out: string;
  readonly document: string | undefined;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** A request for help, or wrong usage with what is wrong. */
export type Request =
  | LookRequest
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage'; readonly message: string };

/** The commands, in the order of help. */
export const COMMANDS = ['build', 'update', ...STAGES, 'look'] as const;

const OPTION_FORMS = {
  source: { type: 'string' },
  out: { type: 'string' },
  document: { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Which options a command knows; the others are wrong usage there. */
export const OPTIONS: Readonly<Record<(typeof COMMANDS)[number], readonly string[]>> = {
  build: ['source', 'out', 'document'],
  update: ['source', 'out', 'document'],
  extract: ['source', 'document'],
  normalise: ['document'],
  validate: ['document'],
  publish: ['out', 'document'],
  look: ['pages', 'seen', 'tables', 'html', 'settings'],
};

/** Reads the words of the command line. Everything that is not understood is wrong usage, nothing is ignored. */
export function readArguments(words: readonly string[]): Request {
  if (words.find((word) => !word.startsWith('-')) === 'look') return readLookArguments(words);
  const usage = (message: string): Request => ({ kind: 'usage', message });
  const { tokens } = parseArgs({
    args: [...words],
    options: OPTION_FORMS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [name, ...rest] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  // A map, so that `--constructor`, which every object has, is no option.
  const forms = new Map(Object.entries(OPTION_FORMS));
  const flags = new Set<string>();
  const texts = new Map<string, string>();
  const wrong: string[] = [];
  for (const { name: option, rawName, value, inlineValue } of given) {
    const type = forms.get(option)?.type;
    if (type === 'boolean' && value === undefined) flags.add(option);
    else if (type !== 'string') {
      const meant = forms.has(option) ? '' : hint(option, [...forms.keys()], '--');
      return usage(`there is no option ${rawName}${value === undefined ? '' : `=${value}`}${meant}`);
    } else if (value === undefined || value === '' || (value.startsWith('-') && !inlineValue)) {
      wrong.push(option);
    } else {
      if (texts.has(option)) wrong.push(option);
      texts.set(option, value);
    }
  }
  const command = COMMANDS.find((each) => each === name);
  if (flags.has('help')) return { kind: 'help', topic: command };
  if (flags.has('version')) return { kind: 'version' };
  if (name === undefined) return usage('a command is missing');
  if (command === undefined || command === 'look') {
    return usage(`there is no command "${name}"${hint(name, COMMANDS)}`);
  }
  if (rest[0] !== undefined) return usage(`"${rest[0]}" is one word too many`);
  const stray = [...texts.keys(), ...wrong].find((option) => !OPTIONS[command].includes(option));
  if (stray !== undefined) return usage(`${command} has no option --${stray}`);
  if (wrong[0] !== undefined) return usage(`--${wrong[0]} needs one value`);
  return {
    kind: 'run',
    command: {
      name: command,
      source: texts.get('source'),
      out: texts.get('out') ?? 'output',
      document: texts.get('document'),
      quiet: flags.has('quiet'),
      json: flags.has('json'),
    },
  };
}
