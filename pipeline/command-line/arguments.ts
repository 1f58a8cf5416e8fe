import { parseArgs } from 'node:util';
import { STAGES, type Stage } from '../build.ts';
import { hint } from '../page/nearest.ts';
import { readCompareArguments } from './compare/arguments.ts';
import { isOfMany, MANY_OPTIONS, readManyArguments, readMergeArguments } from './corpus/arguments.ts';
import { readDraftArguments } from './draft/arguments.ts';
import { readExplainArguments } from './explain/arguments.ts';
import { readLookArguments } from './look/arguments.ts';
import { HELP, type NotAsked, QUIET, readCommand, SWITCH, TEXT } from './words.ts';

/** What the command line asks for. */
export interface Command {
  readonly name: 'build' | 'update' | Stage;
  readonly source: string | undefined;
  /** Undefined where the document decides: see published.ts. */
  readonly out: string | undefined;
  readonly document: string | undefined;
  /** Whether what can be read of a source at fault is published, into a folder of its own. */
  readonly isPartial: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** What a command is asked for, help, or wrong usage with what is wrong. */
export type Request =
  | NotAsked
  | ReturnType<
      | typeof readLookArguments
      | typeof readDraftArguments
      | typeof readExplainArguments
      | typeof readManyArguments
      | typeof readMergeArguments
      | typeof readCompareArguments
      | typeof readCompletionArguments
    >
  | { readonly kind: 'run'; readonly command: Command };

/** The commands that run stages. */
const RUNS = ['build', 'update', ...STAGES] as const;

/** The commands, in the order of help. */
export const COMMANDS = [...RUNS, 'look', 'draft', 'explain', 'merge', 'compare', 'completion'] as const;

const OPTION_FORMS = {
  source: TEXT,
  out: TEXT,
  document: TEXT,
  'allow-partial': SWITCH,
  quiet: QUIET,
  json: SWITCH,
  help: HELP,
  version: SWITCH,
} as const;

/** Which options a command knows; the others are wrong usage there. */
export const OPTIONS: Readonly<Record<(typeof COMMANDS)[number], readonly string[]>> = {
  build: ['source', 'out', 'document', 'allow-partial', ...MANY_OPTIONS],
  update: ['source', 'out', 'document'],
  extract: ['source', 'document'],
  normalise: ['document'],
  validate: ['document'],
  publish: ['out', 'document'],
  look: ['pages', 'json', 'tables', 'html', 'settings'],
  draft: ['document', 'pages', 'table'],
  explain: ['source'],
  merge: ['corpus', 'prune'],
  compare: [],
  completion: [],
};

/** The shells whose completion is written. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Reads the words behind `completion`. */
function readCompletionArguments(words: readonly string[]) {
  return readCommand('completion', words, {}, 1, ({ positionals: [name = ''] }) => {
    const shell = SHELLS.find((each) => each === name);
    if (shell === undefined) return `completion takes ${SHELLS.join(', ')}${hint(name, SHELLS)}`;
    return { kind: 'completion', shell } as const;
  });
}

/** Reads the words of the command line. Everything that is not understood is wrong usage, nothing is ignored. */
export function readArguments(words: readonly string[]): Request {
  const first = words.find((word) => !word.startsWith('-'));
  if (first === 'look') return readLookArguments(words);
  if (first === 'draft') return readDraftArguments(words);
  if (first === 'explain') return readExplainArguments(words);
  if (first === 'completion') return readCompletionArguments(words);
  if (first === 'merge') return readMergeArguments(words);
  if (first === 'compare') return readCompareArguments(words);
  if (words.includes('build') && isOfMany(words)) return readManyArguments(words);
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
  const run = RUNS.find((each) => each === name);
  if (run === undefined) {
    return usage(`there is no command "${name}"${hint(name, COMMANDS)}`);
  }
  if (rest[0] !== undefined) return usage(`"${rest[0]}" is one word too many`);
  const own = [...texts.keys(), ...wrong, ...[...flags].filter((flag) => flag === 'allow-partial')];
  const stray = own.find((option) => !OPTIONS[run].includes(option));
  if (stray !== undefined) return usage(`${run} has no option --${stray}`);
  if (wrong[0] !== undefined) return usage(`--${wrong[0]} needs one value`);
  if (flags.has('allow-partial') && !texts.has('out'))
    return usage('--allow-partial needs --out DIR: a preview is never published in the place of the whole');
  return {
    kind: 'run',
    command: {
      name: run,
      source: texts.get('source'),
      out: texts.get('out'),
      document: texts.get('document'),
      isPartial: flags.has('allow-partial'),
      quiet: flags.has('quiet'),
      json: flags.has('json'),
    },
  };
}
