import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_SETTINGS } from '../pipeline/command-line/look/settings.ts';
import { documentNames } from '../pipeline/command-line/published.ts';
import type { Setting } from '../pipeline/page/setting.ts';
import { constantsOf } from './constants.ts';
import { circlesOf, importsOf, upwardImports } from './imports.ts';
import { reportIsThere } from './report.ts';

const ROOT = join(import.meta.dirname, '..');

/** Every file of the engine: its path under pipeline/, and its text. */
const files = readdirSync(join(ROOT, 'pipeline'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => ({
    path: join(parentPath, name).slice(join(ROOT, 'pipeline').length + 1),
    text: readFileSync(join(parentPath, name), 'utf8'),
  }));

const documents = documentNames();
/** The files of schemas by the tables that they are of. */
const tables = new Map(
  ['schemas', ...documents.map((name) => join('sources', name, 'schemas'))]
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.json'))
    .map((file) => [basename(file, '.json'), file]),
);

/**
 * How many numbers of the reading layers still stand outside of settings, by folder. Some decide nothing (how much of a
 * text a message shows); no folder may have more, and who moves some lowers its number.
 */
const NUMBERS_TO_MOVE: Readonly<Record<string, number>> = {
  extract: 3,
  'extract/docx': 3,
  'extract/layout': 27,
  'extract/pdf': 41,
  'normalise/prose': 1,
  'normalise/tables': 10,
  validate: 4,
};

/** The lines that match a pattern, each with its place, of all files but those that may hold such a line. */
function found(
  pattern: RegExp,
  isAllowed: (path: string) => boolean,
  ofText = (text: string): string => text,
): readonly string[] {
  return files
    .filter(({ path }) => !isAllowed(path))
    .flatMap(({ path, text }) =>
      ofText(text)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`pipeline/${path}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
}

/** A file's code without its comments, line by line. */
function code(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '');
}

const inLanguages = (path: string): boolean => /^(locale|jurisdiction)\//.test(path);

describe('the engine', () => {
  it('is all there to be looked at', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.runIf(reportIsThere)('is looked at with the names of the report and its tables', () => {
    expect(documents).toContain('kz-icescr-2');
    expect([...tables.keys()]).toContain('poverty_rate');
  });

  it.runIf(documents.length > 0)('knows no document', () => {
    const names = new RegExp(documents.map((name) => `(?<![\\w-])${name}(?![\\w-])`).join('|'));
    expect(found(names, () => false)).toEqual([]);
  });

  it('holds no text of a document in its code', () => {
    const letters = /\p{Script=Cyrillic}/u;
    expect(found(letters, inLanguages, code)).toEqual([]);
  });

  it.runIf(reportIsThere)('names no table of observations', () => {
    const published = [...tables.keys()].filter((table) => kindOf(table) === 'observations');
    expect(published.length).toBeGreaterThan(10);
    const names = new RegExp(published.map((name) => `(?<![\\w.])${name}(?!\\w)`).join('|'));
    expect(found(names, inLanguages, code)).toEqual([]);
  });

  it('has no file longer than 300 lines', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('reads the clock and ends the process in cli.ts alone, but for the watch over a reading that never ends and the start of a program', () => {
    const clock =
      /\bnew Date\(\)|\bDate\.now\(|\bperformance\b|\bprocess\.(exit|exitCode|hrtime|uptime|abort)\b|\bMath\.random\b|\bset(Timeout|Interval|Immediate)\(/;
    const others = [
      'command-line/limited-reading.ts',
      'command-line/compiled.mjs',
      'command-line/corpus/pool.ts',
    ];
    expect(found(clock, (path) => path === 'cli.ts' || others.includes(path), code)).toEqual([]);
    expect(files.find(({ path }) => path === 'cli.ts')?.text).toMatch(clock);
  });

  it('touches the disk, the network and the process in the command line and in publish/ alone', () => {
    const world = /\bnode:(fs|child_process|net|http|https|os|worker_threads)\b|\bfetch\(|\bprocess\b/;
    const isAllowed = (path: string): boolean =>
      path === 'cli.ts' || path.startsWith('command-line/') || path.startsWith('publish/');
    expect(found(world, isAllowed, code)).toEqual([]);
  });

  it('shows the settings of every module that has any', () => {
    const modules = files.flatMap(({ path }) => /^(.+)\/settings\.ts$/.exec(path)?.[1] ?? []);
    const shown = Object.keys(ALL_SETTINGS);
    expect(modules.filter((module) => module !== 'command-line/look').sort()).toEqual(shown.sort());
    const settings = Object.values(ALL_SETTINGS).flatMap(Object.values<Setting>);
    expect(settings.length).toBeGreaterThan(50);
    expect(settings.filter(({ unit, measured }) => unit === '' || measured.length < 20)).toEqual([]);
  });

  it('names no number that decides a reading outside of settings, but for those still to be moved', () => {
    const left = constantsOf(files.map(({ path, text }) => ({ path, text: code(text) })));
    const folders = new Set([...left.map(({ folder }) => folder), ...Object.keys(NUMBERS_TO_MOVE)]);
    for (const folder of folders) {
      const places = left.filter((each) => each.folder === folder).map(({ place }) => place);
      const most = NUMBERS_TO_MOVE[folder] ?? 0;
      const advice = `${folder}: ${places.length} numbers, of which ${most} are known; new ones belong in its settings.ts\n`;
      expect(places.length, `${advice}${places.join('\n')}`).toBeLessThanOrEqual(most);
    }
  });

  it('takes for such a number a named one and a fraction, in whatever form', () => {
    const found = constantsOf([
      {
        path: 'extract/pdf/lines/a.ts',
        text: 'const MOST = 12;\nexport const NEAR_2 = -0.25;\nconst LONG = 60 * 1_024;',
      },
      {
        path: 'normalise/b.ts',
        text: "if (gap > 0.3 * size) return 'of 0.3';\nconst half = x * 0.5;\nlist[2] = 7;",
      },
      {
        path: 'validate/c.ts',
        text: 'const FINE = 1e-4;\nconst NAME = /1\\.5/;\nconst SHARE = SETTINGS.share.value;',
      },
      { path: 'extract/pdf/settings.ts', text: 'const MOST = 12;' },
      { path: 'publish/d.ts', text: 'const MOST = 12;' },
    ]);
    expect(found.map(({ folder, place }) => `${folder} ${place}`)).toEqual([
      'extract/pdf extract/pdf/lines/a.ts:1: const MOST = 12;',
      'extract/pdf extract/pdf/lines/a.ts:2: export const NEAR_2 = -0.25;',
      'extract/pdf extract/pdf/lines/a.ts:3: const LONG = 60 * 1_024;',
      "normalise normalise/b.ts:1: if (gap > 0.3 * size) return '';",
      'validate validate/c.ts:1: const FINE = 1e-4;',
    ]);
  });

  it('keeps no state between calls', () => {
    expect(found(/^(export )?let /, () => false)).toEqual([]);
  });

  it('casts nothing to any and asserts nothing to be there', () => {
    expect(found(/\bas any\b|: any\b|@ts-(ignore|expect-error|nocheck)/, () => false, code)).toEqual([]);
  });
});

describe('imports', () => {
  const imports = importsOf(files.filter(({ path }) => path.endsWith('.ts')));

  it('go down the list of layers, those of types too', () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(upwardImports(imports)).toEqual([]);
  });

  it('form no circle of files', () => {
    expect(circlesOf(imports)).toEqual([]);
  });

  it('of anything that is not of the engine are none in its ground but for digests', () => {
    const foreign = /\bfrom '(?!\.|node:crypto)/;
    expect(found(foreign, (path) => !path.startsWith('page/'), code)).toEqual([]);
  });

  it('that go up, or to a file of no layer are told, whatever form they have', () => {
    const made = importsOf([
      { path: 'page/source.ts', text: "import type { A } from '../locale/words.ts';" },
      { path: 'locale/words.ts', text: 'import {\n  b,\n} from "../jurisdiction/acts.ts";' },
      { path: 'jurisdiction/acts.ts', text: "export { c } from '../page/source.ts';" },
      { path: 'template/plan.ts', text: "const { d } = await import('../publish/table.ts');" },
      { path: 'publish/table.ts', text: "import { b } from '../locale/words.ts';\nimport './sql.ts';" },
      { path: 'publish/sql.ts', text: "import '../elsewhere/e.ts';" },
      { path: 'elsewhere/e.ts', text: '' },
    ]);
    expect(made).toHaveLength(7);
    expect(upwardImports(made)).toEqual([
      'page/source.ts -> locale/words.ts',
      'locale/words.ts -> jurisdiction/acts.ts',
      'template/plan.ts -> publish/table.ts',
      'publish/sql.ts -> elsewhere/e.ts',
    ]);
  });

  it('that lead back to where they began are told with the way around', () => {
    const files = ['a -> b', 'b -> c', 'c -> d', 'd -> b', 'c -> e', 'a -> e', 'f -> f'].map((arrow) => {
      const [from = '', to = ''] = arrow.split(' -> ');
      return { from, to };
    });
    expect(circlesOf(files)).toEqual(['b -> c -> d -> b', 'f -> f']);
    expect(circlesOf(files.filter(({ from }) => from !== 'd' && from !== 'f'))).toEqual([]);
  });
});

describe('whatever removes something', () => {
  /** Every program of the project, also those of other kinds. */
  const programs = [
    'pipeline',
    'release',
    'site',
    'bench',
    '.github',
    '.ci',
    'Makefile',
    'package.json',
  ].flatMap((name) => {
    const isFolder = statSync(join(ROOT, name)).isDirectory();
    const paths = isFolder ? readdirSync(join(ROOT, name), { recursive: true, encoding: 'utf8' }) : [''];
    return paths
      .map((path) => join(name, path))
      .filter((path) => !path.startsWith('site/dist/') && statSync(join(ROOT, path)).isFile())
      .map((path) => ({ path, text: code(readFileSync(join(ROOT, path), 'utf8')) }));
  });
  const OWNER = 'pipeline/publish/folder/removal.ts';

  it('is one module, which removes files and empty folders one by one', () => {
    const removal =
      /\b(rm|rmSync|rmdir|rmdirSync|unlink|unlinkSync|rimraf|emptyDir|emptyDirSync|removeSync)\b/;
    expect(programs.length).toBeGreaterThan(300);
    expect(programs.filter(({ text }) => removal.test(text)).map(({ path }) => path)).toEqual([OWNER]);
    const owner = programs.find(({ path }) => path === OWNER)?.text ?? '';
    expect(owner).not.toMatch(/\brm(Sync)?\b|recursive|force/);
  });
});

function kindOf(table: string): unknown {
  const schema: unknown = JSON.parse(readFileSync(join(ROOT, tables.get(table) ?? ''), 'utf8'));
  return typeof schema === 'object' && schema !== null && 'kind' in schema ? schema.kind : undefined;
}
