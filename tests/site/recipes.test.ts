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
    for (const name of NAMES.slice(0, 6)) {
      const code = recipe(name, 'JavaScript');
      const run = ['--input-type=module', '-e', code];
      const printed = execFileSync(process.execPath, run, { cwd: 'output/json', encoding: 'utf8' });
      expect(printed.split('\n').length, name).toBeGreaterThan(5);
    }
  });

  it.skipIf(!hasPython())('print rows in Python', () => {
    for (const name of NAMES.slice(0, 6)) {
      const printed = execFileSync('python3', ['-c', recipe(name, 'Python')], {
        cwd: 'output/csv',
        encoding: 'utf8',
      });
      expect(printed, name).toContain('cell_id');
    }
  });

  it('name in R a file and a column that exist', () => {
    for (const { table, dimensions } of CATALOGUE.datasets) {
      const code = recipe(table.name, 'R');
      expect(code).toContain(`"${table.name}.csv"`);
      for (const { name } of dimensions.slice(0, 1)) expect(code).toContain(`${name} == `);
    }
  });
});

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version']);
    return true;
  } catch {
    return false;
  }
}
