import { describe, expect, test } from 'vitest';
import { COMMANDS, type Command, OPTIONS, readArguments } from '../../pipeline/command-line/arguments.ts';
import { helpText } from '../../pipeline/command-line/help.ts';

const PLAIN: Command = {
  name: 'build',
  source: undefined,
  out: undefined,
  document: undefined,
  isPartial: false,
  quiet: false,
  json: false,
};

function runs(line: string): Command | string {
  const request = readArguments(line.split(' ').filter((word) => word !== ''));
  return request.kind === 'run' ? request.command : request.kind;
}

function refusal(line: string): string {
  const request = readArguments(line.split(' ').filter((word) => word !== ''));
  return request.kind === 'usage' ? request.message : request.kind;
}

describe('a command line is understood:', () => {
  test('build alone publishes the own text layer to output/', () => {
    expect(runs('build')).toEqual(PLAIN);
  });

  test('options may stand on either side of the command and be joined by =', () => {
    const asked = { ...PLAIN, source: 'a.pdf', out: 'b' };
    expect(runs('build --source a.pdf --out b')).toEqual(asked);
    expect(runs('--source=a.pdf build --out=b')).toEqual(asked);
  });

  test('flags may come in any order and in short', () => {
    expect(runs('-q build --json')).toEqual({ ...PLAIN, quiet: true, json: true });
    expect(runs('build --quiet')).toEqual({ ...PLAIN, quiet: true });
  });

  test('a file may have a number for a name', () => {
    expect(runs('build --source 435 --out 2017')).toEqual({ ...PLAIN, source: '435', out: '2017' });
  });

  const WORDS: Readonly<Record<string, readonly string[]>> = {
    look: ['file.pdf'],
    draft: ['file.pdf', '--document=name'],
    explain: ['document', 'table'],
    merge: ['corpus'],
    compare: ['old', 'new'],
    completion: ['bash'],
  };

  test.each([...COMMANDS])('%s takes the options of its help and no others', (name) => {
    for (const option of ['source', 'out', 'document', 'html', 'table', 'tables']) {
      const words = (WORDS[name] ?? []).filter((word) => !word.startsWith(`--${option}=`));
      const request = readArguments([name, ...words, `--${option}`, '7']);
      const isKnown = OPTIONS[name].includes(option);
      expect([option, request.kind !== 'usage']).toEqual([option, isKnown]);
      expect(new RegExp(`^  --${option} `, 'm').test(helpText(name))).toBe(isKnown);
    }
  });

  test.each([...COMMANDS])('%s --help asks for its help, whatever else is wrong', (name) => {
    expect(readArguments([name, '--help'])).toEqual({ kind: 'help', topic: name });
    expect(readArguments([name, '-h', 'more'])).toEqual({ kind: 'help', topic: name });
  });

  test('--help without a command asks for the help of all', () => {
    expect(readArguments(['--help'])).toEqual({ kind: 'help', topic: undefined });
    for (const name of COMMANDS) expect(helpText(undefined)).toContain(`\n  ${name} `);
  });
});

test('--version asks for the version, with a command or without one', () => {
  for (const words of [['--version'], ['build', '--version'], ['--version', 'frobnicate']]) {
    expect(readArguments(words)).toEqual({ kind: 'version' });
  }
});

describe('a build of many documents', () => {
  const many = (line: string): unknown => {
    const request = readArguments(line.split(' '));
    return request.kind === 'many' ? request.many : request;
  };

  test('takes a pattern, a folder, and what each document may take', () => {
    expect(many('build --documents a/*/document.yaml --out corpus')).toMatchObject({
      pattern: 'a/*/document.yaml',
      out: 'corpus',
      shard: { index: 1, of: 1 },
      workers: undefined,
    });
    expect(
      many('-q build --documents=a --out=b --shard 3/8 --workers 2 --seconds 9 --mebibytes 100 --json'),
    ).toMatchObject({
      shard: { index: 3, of: 8 },
      workers: 2,
      seconds: 9,
      mebibytes: 100,
      quiet: true,
      json: true,
    });
    expect(readArguments(['build', '--shard', '1/2', '--help'])).toEqual({ kind: 'help', topic: 'build' });
    expect(readArguments(['build', '--shard', '1/2', '--version'])).toEqual({ kind: 'version' });
    expect(helpText('build')).toContain('3 --documents: done, some documents were refused');
  });

  test.each([
    ['--shard 1/2', "--shard needs --documents 'GLOB'"],
    ['--documents a', '--documents needs --out DIR'],
    ['--documents a b --out c', '"b" is one word too many: write the pattern of --documents in quotes'],
    ['--documents a --out c --shard 3/2', '--shard takes I/N, such as 2/8: the second of eight'],
    ['--documents a --out c --shard 0/2', '--shard takes I/N, such as 2/8: the second of eight'],
    ['--documents a --out c --workers 0', '--workers takes a whole number from 1'],
    ['--documents a --out c --source b', 'build --documents has no option --source'],
  ])('%s: %s', (line, message) => {
    expect(many(`build ${line}`)).toEqual({ kind: 'usage', message });
  });
});

test('a comparison takes the folders of two outputs', () => {
  expect(readArguments(['compare', 'old', 'new', '--json'])).toEqual({
    kind: 'compare',
    compare: { old: 'old', next: 'new', json: true },
  });
  expect(readArguments(['compare', 'old'])).toMatchObject({
    message: 'compare needs two folders that were built: compare OLD NEW',
  });
});

test('a merge takes the folder of a corpus', () => {
  expect(readArguments(['merge', 'made', '--prune', '--corpus', 'corpus.yaml', '--json'])).toEqual({
    kind: 'merge',
    merge: { folder: 'made', corpus: 'corpus.yaml', isPruning: true, quiet: false, json: true },
  });
  expect(readArguments(['merge'])).toMatchObject({
    message: 'merge needs the folder of a corpus: merge DIR',
  });
  expect(readArguments(['merge', 'a', 'b'])).toMatchObject({ message: '"b" is one word too many' });
});

describe('wrong usage is refused:', () => {
  test.each([
    ['', 'a command is missing'],
    ['--quiet', 'a command is missing'],
    ['frobnicate', 'there is no command "frobnicate"'],
    ['Build', 'there is no command "Build"; did you mean build?'],
    ['435', 'there is no command "435"'],
    ['build now', '"now" is one word too many'],
    ['build -- now', '"now" is one word too many'],
    ['build --frob', 'there is no option --frob'],
    ['build --frob=1', 'there is no option --frob=1'],
    ['build --Source a.txt', 'there is no option --Source; did you mean --source?'],
    ['build -x', 'there is no option -x'],
    ['build -qx', 'there is no option -x'],
    ['build -', '"-" is one word too many'],
    ['build --source', '--source needs one value'],
    ['build --source=', '--source needs one value'],
    ['build --source --json', '--source needs one value'],
    ['build --source a.txt --source b.txt', '--source needs one value'],
    ['build --out', '--out needs one value'],
    ['extract --out b', 'extract has no option --out'],
    ['normalise --source a.txt', 'normalise has no option --source'],
    ['build --quiet=perhaps', 'there is no option --quiet=perhaps'],
    ['build --no-quiet', 'there is no option --no-quiet'],
    ['biuld', 'there is no command "biuld"; did you mean build?'],
    ['publsh', 'there is no command "publsh"; did you mean publish?'],
    ['build --oot x', 'there is no option --oot; did you mean --out?'],
    ['build --documnet=x', 'there is no option --documnet=x; did you mean --document?'],
    ['build --jsno', 'there is no option --jsno; did you mean --json?'],
    ['build --verison', 'there is no option --verison; did you mean --version?'],
  ])('"%s": %s', (line, message) => {
    expect(refusal(line)).toBe(message);
  });

  test('an option that every object has is no option', () => {
    expect(refusal('build --constructor x')).toBe('there is no option --constructor');
    expect(refusal('build --toString')).toBe('there is no option --toString');
    expect(refusal('build --__proto__ x')).toBe('there is no option --__proto__');
  });
});
