import { execFileSync } from 'node:child_process';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { recipesOf } from '../../site/pages/recipes.ts';
import { CATALOGUE } from './catalogue-under-test.ts';

function recipe(name: string, language: string): string {
  const dataset = CATALOGUE.datasets.find(({ table }) => table.name === name);
  if (dataset === undefined) throw new Error(`no dataset ${name}`);
  return recipesOf(dataset, 'kz-icescr-2.duckdb').find((each) => each.language === language)?.code ?? '';
}

/** Printed behind what a recipe prints. */
const END = '-- end of a recipe --';
const NAMES = CATALOGUE.datasets.map(({ table }) => table.name);

describe('the recipes of a dataset', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    const instance = await DuckDBInstance.create('output/kz-icescr-2.duckdb', { access_mode: 'READ_ONLY' });
    connection = await instance.connect();
  });

  it('give rows in SQL, for every dataset', async () => {
    for (const name of NAMES) {
      const rows = await connection.runAndReadAll(recipe(name, 'SQL'));
      expect(rows.currentRowCount, name).toBeGreaterThan(0);
    }
  });

  it('print rows in JavaScript', () => {
    const modules = NAMES.map(
      (name) => `data:text/javascript,${encodeURIComponent(recipe(name, 'JavaScript'))}`,
    );
    const each = `for (const module of process.argv.slice(1)) {
      await import(module);
      console.log(${JSON.stringify(END)});
    }`;
    const printed = printedBy(process.execPath, 'output/json', [
      '--input-type=module',
      '-e',
      each,
      ...modules,
    ]);
    for (const [at, name] of NAMES.entries())
      expect(printed[at]?.split('\n').length, name).toBeGreaterThan(5);
  });

  it.skipIf(!hasPython())('print rows in Python', () => {
    const each = `import sys\nfor code in sys.argv[1:]:\n    exec(code, {})\n    print(${JSON.stringify(END)})`;
    const printed = printedBy('python3', 'output/csv', [
      '-c',
      each,
      ...NAMES.map((name) => recipe(name, 'Python')),
    ]);
    for (const [at, name] of NAMES.entries()) expect(printed[at], name).toContain('cell_id');
  });

  it('name in R a file and a column that exist', () => {
    for (const { table, dimensions } of CATALOGUE.datasets) {
      const code = recipe(table.name, 'R');
      expect(code).toContain(`"${table.name}.csv"`);
      for (const { name } of dimensions.slice(0, 1)) expect(code).toContain(`${name} == `);
    }
  });
});

/** What each recipe of a program printed; they are run one after the other, as a process takes longer than they do. */
function printedBy(program: string, cwd: string, args: readonly string[]): readonly string[] {
  const most = 2 ** 28;
  return execFileSync(program, args, { cwd, encoding: 'utf8', maxBuffer: most }).split(`${END}\n`);
}

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version']);
    return true;
  } catch {
    return false;
  }
}
