import { cpSync, rmSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { run } from '../../pipeline/command-line/stages.ts';
import type { Bundle } from '../../site/bundle.ts';
import { filesOf, publishedSites } from '../../site/sites.ts';
import { edit, makeProject } from '../made-up-project.ts';
import { removeFolder } from '../publish/folder.ts';

const PROJECT = resolve('.');
const URL = 'https://example.org/data/';
const ASSETS = [
  'style.css',
  'site.js',
  'sql.css',
  'sql.js',
  'worker.js',
  'duckdb.wasm',
  'icon.svg',
  'social-card.png',
];
const asset = (name: string): string => `assets/${name}`;
/** What the bundler would give, without its work. */
const BUNDLE: Bundle = {
  assets: {
    style: asset('style.css'),
    script: asset('site.js'),
    sql: {
      style: asset('sql.css'),
      script: asset('sql.js'),
      worker: { href: asset('worker.js'), bytes: 1, sent: 1 },
      module: { href: asset('duckdb.wasm'), bytes: 1, sent: 1 },
    },
  },
  files: ASSETS.map((name) => ({ path: asset(name), content: name })),
};
/** What the painter of cards would give, without its work. */
const PAINTED = Buffer.from('painted');
let folder = '';

/** Two documents, the first of which declares output/ as its folder. */
beforeAll(async () => {
  folder = makeProject('family-of-tables');
  process.chdir(folder);
  cpSync('sources/document', 'sources/orchards', { recursive: true });
  edit('.', 'sources/orchards/document.yaml', 'id: document', 'id: orchards');
  edit('.', 'sources/orchards/document.yaml', 'A report on orchards', 'Another report');
  edit('.', 'sources/document/document.yaml', '\n', '\noutput: output\n');
  await update();
});

afterAll(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

async function update(): Promise<void> {
  const request = readArguments(['update']);
  if (request.kind === 'run') await run(request.command, () => undefined, {});
}

/** The text files of the catalogue by their paths. */
async function catalogue(url = ''): Promise<ReadonlyMap<string, string>> {
  const files = await filesOf(publishedSites(), url, BUNDLE, async () => () => PAINTED);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  return new Map(files.map(({ path, content }) => [path, String(content)]));
}

/** The links of all pages that lead to no file of the site. */
function broken(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([path, text]) =>
    !path.endsWith('.html') || path.endsWith('404.html')
      ? []
      : [...text.matchAll(/(?:href|src)="(?!https?:)([^"#?]+)/g)]
          .map(([, href = '']) => posix.join(posix.dirname(path), href))
          .filter((target) => !files.has(target))
          .map((target) => `${path} -> ${target}`),
  );
}

describe('a catalogue of several documents', () => {
  it('has the pages of that of output/ where they are without another, and lists all in its root', async () => {
    const files = await catalogue();
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['en/errata.html', 'documents/orchards/en/errata.html', 'download/SHA256SUMS']),
    );
    expect(broken(files)).toEqual([]);
    const root = files.get('index.html') ?? '';
    for (const language of ['kk', 'ru', 'en']) {
      expect(root).toContain(`<a href="${language}/index.html"`);
      expect(root).toContain(`<a href="documents/orchards/${language}/index.html"`);
    }
    expect(root).toContain('Another report');
    expect(files.get('documents/orchards/ru/errata.html')).toContain('href="../../../index.html">Документы');
    expect([...files.keys()].filter((path) => path.endsWith('.wasm'))).toEqual(['assets/duckdb.wasm']);
  });

  it('tells of each document what is true of it, and nothing of another', async () => {
    const files = await catalogue();
    expect(files.get('documents/orchards/en/index.html')).toContain('Another report, as open data');
    expect(files.get('en/index.html')).toContain('A report on orchards, as open data');
    expect(files.get('documents/orchards/en/index.html')).not.toMatch(/Kazakh|A report on/);
    // No running text is published of them.
    expect(files.has('en/report.html')).toBe(false);
    expect(files.get('en/index.html')).not.toContain('report.html');
    expect(files.get('en/index.html')).toContain('The data are CC0 1.0');
  });

  it('gives each page its whole address where the site will stand', async () => {
    const files = await catalogue(URL);
    const card = 'documents/orchards/cards/ru/index.png';
    expect(files.get('documents/orchards/ru/index.html')).toContain(`content="${URL}${card}"`);
    expect(files.get(card)).toBe('painted');
    expect(files.get('documents/orchards/sitemap.xml')).toContain(
      `<loc>${URL}documents/orchards/en/index.html`,
    );
    expect(files.get('documents/orchards/en/errata.html')).toContain(
      `rel="canonical" href="${URL}documents/orchards/en/errata.html"`,
    );
  });

  it('has no pages of a document in its root where none is published in output/', async () => {
    edit('.', 'sources/document/document.yaml', 'output: output\n', '');
    rmSync('output', { recursive: true });
    await update();
    const files = await catalogue(URL);
    expect(broken(files)).toEqual([]);
    const root = [...files.keys()].filter((path) => !/^(documents|assets)\//.test(path));
    expect(root.sort()).toEqual(['404.html', 'index.html', 'sitemap.xml']);
    expect(files.get('sitemap.xml')).toContain(`<loc>${URL}documents/orchards/sitemap.xml</loc>`);
  });
});
