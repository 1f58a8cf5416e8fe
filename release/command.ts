import { parseArgs } from 'node:util';
import { faultText } from '../pipeline/command-line/faults.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import { hint } from '../pipeline/page/nearest.ts';
import { versionText } from '../pipeline/publish/metadata/program.ts';
import { systemFault } from '../pipeline/publish/output-fault.ts';

/** Exit codes that all commands share; a command may add its own from 10 on. */
export const EXIT = { done: 0, fault: 1, usage: 2 } as const;

/** One option: what `--help` says of it, and whether it takes a value. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly text: string;
}

/** What a command is called and takes; its help is made from this alone. */
export interface CommandDescription {
  readonly name: string;
  readonly summary: string;
  /** The words it takes, in order, as help shows them: `OLD`, or `[DIR]` for one that may be left out. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Exit codes of its own, each with what it means. */
  readonly exits?: Readonly<Record<number, string>>;
}

/** What was typed: the words in order, and the options that were given. */
export interface Arguments {
  readonly words: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/**
 * Runs one command of a maintainer from its words: help and wrong usage are answered here, a `SourceFault` becomes
 * its findings on stderr, and the exit code is returned; anything else that is thrown is a bug and stays one.
 */
export async function runCommand(
  description: CommandDescription,
  words: readonly string[],
  work: (given: Arguments) => Promise<number>,
): Promise<number> {
  const given = readWords(description, words);
  if (given === 'help') {
    console.log(helpText(description));
    return EXIT.done;
  }
  if (given === 'version') {
    console.log(versionText());
    return EXIT.done;
  }
  if (typeof given === 'string') {
    console.error(`${given}\n\n${helpText(description)}`);
    return EXIT.usage;
  }
  try {
    return await work(given);
  } catch (error) {
    const told = systemFault(error);
    if (!(told instanceof SourceFault)) throw error;
    console.error(faultText(told.findings));
    return EXIT.fault;
  }
}

/** The words as a command understands them, `help`, `version`, or what is wrong with them. */
function readWords(
  { words: expected, options }: CommandDescription,
  words: readonly string[],
): Arguments | string {
  const known: Record<string, { type: Option['type']; short?: string }> = {
    ...Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
  };
  const { tokens } = parseArgs({
    args: [...words],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const names = new Set(Object.keys(known));
  const strange = tokens.flatMap((token) =>
    token.kind === 'option' && !names.has(token.name) ? [token] : [],
  )[0];
  if (strange !== undefined) {
    return `there is no option ${strange.rawName}${hint(strange.name, [...names], '--')}`;
  }
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: known, allowPositionals: true });
    if (values.help === true) return 'help';
    if (values.version === true) return 'version';
    const missing = expected.find((word, at) => !word.startsWith('[') && positionals[at] === undefined);
    if (missing !== undefined) return `${missing} is missing`;
    const extra = positionals[expected.length];
    if (extra !== undefined) return `"${extra}" is one word too many`;
    const texts = new Map<string, string>();
    for (const [name, value] of Object.entries(values)) {
      if (value === '') return `--${name} needs a value`;
      if (typeof value === 'string') texts.set(name, value);
    }
    const flags = new Set(Object.keys(values).filter((name) => values[name] === true));
    return { words: positionals, texts, flags };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}

/** The help of a command. */
function helpText({ name, summary, words, options, exits = {} }: CommandDescription): string {
  const rows = [
    ...Object.entries(options).map(([option, { type, text }]): [string, string] => [
      `--${option}${type === 'string' ? ` ${option.toUpperCase()}` : ''}`,
      text,
    ]),
    ['--help, -h', 'print this'] as const,
    ['--version', 'print the version of this program'] as const,
  ];
  const width = Math.max(...rows.map(([option]) => option.length));
  const meanings = {
    [EXIT.done]: 'done',
    [EXIT.fault]: 'the input is at fault',
    [EXIT.usage]: 'wrong usage',
    ...exits,
  };
  return [
    `usage: npm run --silent ${name} -- ${[...words, '[options]'].join(' ')}`,
    '',
    summary,
    '',
    ...rows.map(([option, text]) => `  ${option.padEnd(width)}  ${text}`),
    '',
    `exit status: ${Object.entries(meanings)
      .map(([code, meaning]) => `${code} ${meaning}`)
      .join('; ')}`,
  ].join('\n');
}
