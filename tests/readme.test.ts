import './needs-report.ts';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';

const README = readFileSync('README.md', 'utf8');

function recipes(language: string): readonly string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );
}

describe('every recipe of the README works', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    const instance = await DuckDBInstance.create('output/kz-icescr-2.duckdb', { access_mode: 'READ_ONLY' });
    connection = await instance.connect();
  });

  for (const [index, query] of recipes('sql').entries()) {
    it(`SQL recipe ${index + 1} gives rows`, async () => {
      expect((await connection.runAndReadAll(query)).currentRowCount).toBeGreaterThan(0);
    });
  }

  for (const [index, code] of recipes('js').entries()) {
    it(`JavaScript recipe ${index + 1} prints something`, () => {
      mkdirSync('build', { recursive: true });
      const file = `build/readme-recipe-${index}.mjs`;
      writeFileSync(file, code);
      const printed = execFileSync(process.execPath, [file], { encoding: 'utf8' });
      rmSync(file);
      expect(printed.trim()).not.toBe('');
    });
  }

  for (const [index, code] of recipes('python').entries()) {
    it.skipIf(!hasPython())(`Python recipe ${index + 1} prints something`, () => {
      expect(execFileSync('python3', ['-c', code], { encoding: 'utf8' }).trim()).not.toBe('');
    });
  }

  it('the R recipe names files and columns that exist', () => {
    const [code = ''] = recipes('r');
    const files = [...code.matchAll(/"(output\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(0);
    const headers = files.flatMap((path) => readFileSync(path, 'utf8').split('\n')[0]?.split(',') ?? []);
    for (const column of ['region', 'area', 'year', 'percent', 'name_en']) {
      expect(code).toContain(column);
      expect(headers).toContain(column);
    }
  });

  it('every make target and npm script that it names exists', () => {
    const makefile = readFileSync('Makefile', 'utf8');
    for (const [, target = ''] of README.matchAll(/^make (\w+)$/gm))
      expect(makefile).toMatch(new RegExp(`^[\\w ]*\\b${target}\\b[\\w ]*:`, 'm'));
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const [, script = ''] of README.matchAll(/npm run (?:--silent )?([\w-]+)/g))
      expect(scripts).toHaveProperty(script);
  });

  it('every file and folder that it links to exists', () => {
    const links = [...README.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('every table that it names is published', () => {
    const names = [...README.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, name = '']) => name);
    const columns = new Set(['obs_status', 'cell_id', 'check_headcount_by_area', 'text_layer']);
    for (const name of names.filter((each) => !columns.has(each)))
      expect(existsSync(`output/csv/${name}.csv`), name).toBe(true);
  });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
