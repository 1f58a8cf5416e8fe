import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** An instruction of a Dockerfile: its word, the options in front, and the words behind. */
interface Instruction {
  readonly word: string;
  readonly options: readonly string[];
  readonly words: readonly string[];
  readonly text: string;
}

/** The stages of a Dockerfile, each from its FROM on. */
function stagesOf(text: string): readonly (readonly Instruction[])[] {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line): Instruction => {
      const [word = '', ...rest] = line.split(/\s+/);
      const options = rest.filter((each) => each.startsWith('--'));
      const words = rest.filter((each) => !each.startsWith('--'));
      return { word, options: word === 'RUN' ? [] : options, words, text: line.slice(word.length + 1) };
    });
  const starts = lines.flatMap(({ word }, at) => (word === 'FROM' ? [at] : []));
  return starts.map((start, at) => lines.slice(start, starts[at + 1]));
}

const stages = stagesOf(readFileSync('Dockerfile', 'utf8'));
const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n');
const packageFile: {
  readonly scripts: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
} = JSON.parse(readFileSync('package.json', 'utf8'));
const all = stages.flat();
const those = (word: string): readonly Instruction[] => all.filter((each) => each.word === word);

describe('the container file', () => {
  it('has only instructions that every builder knows, and each stage begins with the Node that is tested', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'USER', 'ENTRYPOINT', 'CMD'];
    expect(all.map(({ word }) => word).filter((word) => !known.includes(word))).toEqual([]);
    const [tested] =
      readFileSync('.github/workflows/test.yml', 'utf8')
        .match(/node-version: (\d+)/)
        ?.slice(1) ?? [];
    expect(tested).toBeDefined();
    for (const { words } of those('FROM')) expect(words[0]).toMatch(new RegExp(`^node:${tested}-`));
  });

  it('copies what is there and is not kept from the builder, and from stages that come before', () => {
    const made = new Map(stages.map(([from], at) => [from?.words[2], at]));
    for (const [at, stage] of stages.entries())
      for (const { words, options } of stage.filter(({ word }) => word === 'COPY')) {
        const from = /^--from=(.+)$/.exec(options[0] ?? '')?.[1];
        if (from !== undefined) {
          expect(made.get(from)).toBeLessThan(at);
          continue;
        }
        for (const path of words.slice(0, -1)) {
          expect(existsSync(path), path).toBe(true);
          expect(ignored, path).toContain(`!${path}`);
        }
      }
    expect(ignored[0]).toBe('*');
  });

  it('copies all that is compiled: what the engine imports lies in what is copied', () => {
    const copied = stages[0]?.flatMap(({ word, words }) => (word === 'COPY' ? words.slice(0, -1) : [])) ?? [];
    const outside = readdirSync('pipeline', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.m?ts$|\.mjs$/.test(path))
      .flatMap((path) => {
        const text = readFileSync(`pipeline/${path}`, 'utf8');
        const up = '../'.repeat(path.split('/').length);
        return [...text.matchAll(/from '((?:\.\.\/)+[^']+)'/g)]
          .flatMap(([, target = '']) => (target.startsWith(up) ? [target.slice(up.length)] : []))
          .filter((target) => !target.startsWith('pipeline/'));
      });
    expect(outside).toContain('package.json');
    expect(outside.filter((target) => !copied.includes(target))).toEqual([]);
  });

  it('runs what npm run package runs, and holds what a package holds', () => {
    const runs = those('RUN').map(({ text }) => text);
    expect(runs).toEqual([
      'npm ci',
      expect.stringMatching(/^node /),
      expect.stringMatching(/^npm ci --omit=dev/),
    ]);
    expect(packageFile.scripts.package?.split(' && ')[0]).toBe(runs[1]);
    const last = stages.at(-1) ?? [];
    const targets = last.flatMap(({ word, words }) => (word === 'COPY' ? words.slice(-1) : []));
    expect(targets).toEqual(expect.arrayContaining(packageFile.files.map((path) => path.split('/')[0])));
  });

  it('starts the command that the package has, as somebody who is not root', () => {
    const start: unknown = JSON.parse(those('ENTRYPOINT')[0]?.text ?? 'null');
    expect(start).toEqual(['node', `/engine/${packageFile.bin.etl}`]);
    const last = (stages.at(-1) ?? []).map(({ word }) => word);
    expect(last.indexOf('USER')).toBeGreaterThan(last.lastIndexOf('RUN'));
    expect(last.indexOf('USER')).toBeLessThan(last.indexOf('ENTRYPOINT'));
  });
});
