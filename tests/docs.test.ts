import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../pipeline/command-line/arguments.ts';

const ROOT = join(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Entry {
  readonly word: string;
  readonly meaning: string;
  readonly path: string;
}

/** The rows of the glossary's table. */
const entries = text('docs/glossary.md')
  .split('\n')
  .flatMap((line): Entry[] => {
    const [, word = '', meaning = '', path = ''] =
      /^\| ([a-z -]+) \| (.+) \| \[(pipeline\/[^\]]+)\]\(\.\.\/\3\) \|$/.exec(line) ?? [];
    return word === '' ? [] : [{ word, meaning, path }];
  });

/** The links of a page of docs/ to files of the project, by the page. */
function linksOf(page: string): readonly string[] {
  const links = [...text(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
  return links.map((link) => join(dirname(page), link));
}

describe('the glossary', () => {
  it('says of each word one sentence, in the order of the alphabet', () => {
    expect(entries.length).toBeGreaterThan(50);
    expect(text('docs/glossary.md').match(/^\| /gm)).toHaveLength(entries.length + 1);
    const words = entries.map(({ word }) => word);
    expect(words).toEqual([...new Set(words)].sort());
    expect(entries.filter(({ meaning }) => /\.$|\. /.test(meaning))).toEqual([]);
  });

  it('names for each word a file in which it stands', () => {
    const stray = entries.filter(({ word, path }) => {
      const first = word.split(/[ -]/)[0] ?? '';
      return !existsSync(join(ROOT, path)) || !text(path).toLowerCase().includes(first.replace(/y$/, ''));
    });
    expect(stray).toEqual([]);
  });
});

describe('the pages of docs/', () => {
  const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );

  it('link to files that are there', () => {
    const links = [...pages.map((page) => join('docs', page)), 'CONTRIBUTING.md'].flatMap(linksOf);
    expect(links.length).toBeGreaterThan(80);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('name each layer of the engine in the picture of the house and in its page', () => {
    const layers = readdirSync(join(ROOT, 'pipeline'));
    expect(layers).toContain('build.ts');
    for (const page of ['docs/architecture.md', 'docs/architecture.svg'])
      expect(layers.filter((layer) => !text(page).includes(layer))).toEqual([]);
  });

  it('show no kind of evidence that the published cells do not know, and all that they do', () => {
    const schema = text('schemas/cell.json');
    const told = [...text('docs/architecture.md').matchAll(/^\| (place|print|form|arithmetic) \|/gm)];
    const known = /"name":\s*"evidence"[\s\S]*?"enum":\s*\[([^\]]*)\]/.exec(schema)?.[1]?.match(/[a-z]+/g);
    expect(told.map(([, kind]) => kind)).toEqual(known);
  });
});

describe('what a newcomer is told', () => {
  const told = text('CONTRIBUTING.md');
  const manifest: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(text('package.json'));

  it('names commands that there are', () => {
    const scripts = [...told.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(scripts.length).toBeGreaterThan(8);
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
    const targets = [...told.matchAll(/^make (\w+)/gm)].map(([, name = '']) => name);
    expect(
      targets.filter((name) => !new RegExp(`^(\\w+ )*${name}( \\w+)*:`, 'm').test(text('Makefile'))),
    ).toEqual([]);
    const commands = [...told.matchAll(/npm run --silent etl -- (\w+)/g)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(3);
    for (const name of commands) {
      const request = readArguments([name, '--help']);
      expect([name, request.kind]).toEqual([name, 'help']);
    }
  });

  it('names files and folders that there are', () => {
    const paths = [...told.matchAll(/(?<![\w/])((?:tests|pipeline|site|docs|examples|bench)\/[\w./-]*)/g)];
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.map(([path]) => path).filter((path) => !existsSync(join(ROOT, path)))).toEqual([
      'examples/NAME/',
    ]);
  });

  it('has each decision in their list, on a page that says what was given up', () => {
    const pages = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => name !== 'README.md');
    expect(pages.length).toBeGreaterThanOrEqual(12);
    const listed = [...text('docs/decisions/README.md').matchAll(/^\| \[.+\]\((.+)\) \|/gm)].map(
      ([, page]) => page,
    );
    expect([...listed].sort()).toEqual(pages.sort());
    for (const page of pages)
      for (const part of ['Decided', 'Why', 'Given up', 'Where'])
        expect([page, text(`docs/decisions/${page}`).includes(`**${part}.**`)]).toEqual([page, true]);
  });
});
