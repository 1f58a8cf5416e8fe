import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fault } from '../../pipeline/page/finding.ts';
import { type Arguments, type CommandDescription, EXIT, runCommand } from '../../release/command.ts';

const compare: CommandDescription = {
  name: 'compare',
  summary: 'compares two folders',
  words: ['OLD', '[NEW]'],
  options: {
    json: { type: 'string', text: 'where to write JSON' },
    quiet: { type: 'boolean', text: 'say nothing' },
  },
  exits: { 10: 'they differ' },
};

/** What a command was given, what it ended with, and what a person saw. */
async function ran(words: readonly string[], work = async (): Promise<number> => 10) {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  vi.spyOn(console, 'log').mockImplementation(say);
  vi.spyOn(console, 'error').mockImplementation(say);
  let given: Arguments | undefined;
  const code = await runCommand(compare, words, (found) => {
    given = found;
    return work();
  });
  return { code, given, said: said.join('\n') };
}

afterEach(() => vi.restoreAllMocks());

describe('a command', () => {
  it('is given its words and options, and ends with its own exit code', async () => {
    const { code, given } = await ran(['a', '--json', 'out.json', 'b', '--quiet']);
    expect(code).toBe(10);
    expect(given?.words).toEqual(['a', 'b']);
    expect(given?.texts).toEqual(new Map([['json', 'out.json']]));
    expect(given?.flags).toEqual(new Set(['quiet']));
  });

  it.each([
    [[], 'OLD is missing'],
    [['a', 'b', 'c'], '"c" is one word too many'],
    [['a', '--jsonn', 'x'], 'there is no option --jsonn; did you mean --json?'],
    [['a', '--quite'], 'there is no option --quite; did you mean --quiet?'],
    [['a', '--frob'], 'there is no option --frob\n'],
    [['a', '--json'], 'argument missing'],
    [['a', '--json='], '--json needs a value'],
    [['a', '--quiet=perhaps'], 'does not take an argument'],
  ])('used wrongly as %j says what is wrong, and how it is used', async (words, wrong) => {
    const { code, given, said } = await ran(words);
    expect(code).toBe(EXIT.usage);
    expect(given).toBeUndefined();
    expect(said).toContain(wrong);
    expect(said).toContain('usage: npm run --silent compare -- OLD [NEW] [options]');
  });

  it('tells its help, with its own exit codes', async () => {
    const { code, said } = await ran(['--help']);
    expect(code).toBe(EXIT.done);
    expect(said).toContain('--json JSON  where to write JSON');
    expect(said).toContain('10 they differ');
  });

  it('tells the version of the program', async () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { code, said } = await ran(['--version']);
    expect({ code, said }).toEqual({
      code: EXIT.done,
      said: expect.stringMatching(new RegExp(` ${version}$`)),
    });
  });

  it('says a fault of its input in two lines, and leaves a bug a bug', async () => {
    const wrong = async (): Promise<number> => {
      throw fault({ kind: 'file', place: { file: 'x' }, expected: 'a file', found: 'none' });
    };
    const { code, said } = await ran(['a'], wrong);
    expect(code).toBe(EXIT.fault);
    expect(said).toBe('x: file\n  expected a file, found none');
    const bug = async (): Promise<number> => {
      throw new TypeError('undefined is not a function');
    };
    await expect(ran(['a'], bug)).rejects.toThrow(TypeError);
  });
});
