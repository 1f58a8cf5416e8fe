import { minimist } from 'zx';
import { STAGES, type Stage } from '../build.ts';

/** What the command line asks for. */
export interface Command {
  readonly name: 'build' | Stage;
  readonly source: string | undefined;
  readonly out: string;
  readonly document: string | undefined;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** A request for help, or wrong usage with what is wrong. */
export type Request =
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'help'; readonly topic: string | undefined }
  | { readonly kind: 'usage'; readonly message: string };

/** The commands, in the order of help. */
export const COMMANDS = ['build', ...STAGES] as const;

const TEXTS = ['source', 'out', 'document'] as const;
const FLAGS = ['quiet', 'json', 'help'] as const;
/** Long options as they may be written; minimist would take `--no-quiet` and `--quiet=perhaps`, and trip over `--toString`. */
const LONG = new RegExp(`^--(?:(?:${TEXTS.join('|')})(?:=.*)?|${FLAGS.join('|')})$`, 's');
/** Which options a command knows; the others are wrong usage there. */
export const OPTIONS: Readonly<Record<Command['name'], readonly string[]>> = {
  build: ['source', 'out', 'document'],
  extract: ['source', 'document'],
  normalise: ['document'],
  validate: ['document'],
  publish: ['out', 'document'],
};

/** Reads the words of the command line. Everything that is not understood is wrong usage, nothing is ignored. */
export function readArguments(words: readonly string[]): Request {
  const usage = (message: string): Request => ({ kind: 'usage', message });
  const odd = words.find((word) => /^--./.test(word) && !LONG.test(word));
  if (odd !== undefined) return usage(`there is no option ${odd}`);
  const unknown: string[] = [];
  const parsed: Readonly<Record<string, unknown>> & { readonly _: readonly string[] } = minimist([...words], {
    string: [...TEXTS],
    boolean: [...FLAGS],
    alias: { h: 'help', q: 'quiet' },
    unknown: (word: string) => {
      if (word.startsWith('-')) unknown.push(word);
      return true;
    },
  });
  const [name, ...rest] = parsed._.map(String);
  if (parsed.help === true) return { kind: 'help', topic: COMMANDS.find((command) => command === name) };
  if (name === undefined) return usage('a command is missing');
  const command = COMMANDS.find((each) => each === name);
  if (command === undefined) return usage(`there is no command "${name}"`);
  if (unknown[0] !== undefined) return usage(`there is no option ${unknown[0]}`);
  if (rest[0] !== undefined) return usage(`"${rest[0]}" is one word too many`);
  const texts = new Map<string, string>();
  for (const option of TEXTS) {
    const value = parsed[option];
    if (value === undefined) continue;
    if (!OPTIONS[command].includes(option)) return usage(`${command} has no option --${option}`);
    if (typeof value !== 'string' || value === '') return usage(`--${option} needs one value`);
    texts.set(option, value);
  }
  return {
    kind: 'run',
    command: {
      name: command,
      source: texts.get('source'),
      out: texts.get('out') ?? 'output',
      document: texts.get('document'),
      quiet: parsed.quiet === true,
      json: parsed.json === true,
    },
  };
}
