import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import './needs-report.ts';
import { makeFolder, removeFolder } from './publish/folder.ts';

const NOTEBOOK = resolve('docs/first-question.py');
const [head = '', ...cells] = readFileSync(NOTEBOOK, 'utf8').split(/^# %%/m);

type Rows = readonly Readonly<Record<string, string>>[];

function table(name: string): Rows {
  return parse(readFileSync(`output/csv/${name}.csv`), { columns: true });
}

/** The share of a region's villages in a year. */
const shares = new Map(
  table('poverty_rate').flatMap(({ region = '', area, year, percent }) =>
    area === 'R' && percent !== '' ? [[`${region}.${year}`, Number(percent)] as const] : [],
  ),
);
const regions = table('region').filter(({ region }) => region !== 'KZ' && shares.has(`${region}.2010`));

describe('the notebook of a first question', () => {
  it('is one of cells, each text before its code', () => {
    expect(head).toContain('format_name: percent');
    const isText = cells.map((cell) => cell.startsWith(' [markdown]'));
    expect(isText.filter((text) => !text).length).toBeGreaterThan(5);
    expect(isText[0]).toBe(true);
    for (const cell of cells.filter((_, at) => isText[at]))
      expect(cell.trim().split('\n').slice(1)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^# \S/)]),
      );
  });

  it('runs from top to bottom in another folder, and answers as the data do', async ({ skip }) => {
    const cwd = makeFolder();
    const { error, status, stdout, stderr } = spawnSync('python3', ['-I', NOTEBOOK], {
      cwd,
      encoding: 'utf8',
    });
    await removeFolder(cwd);
    if (error !== undefined) skip('there is no Python here');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const fallOf = (code: string | undefined): number =>
      (shares.get(`${code}.2010`) ?? 0) - (shares.get(`${code}.2015`) ?? 0);
    const [most] = [...regions].sort((a, b) => fallOf(b.region) - fallOf(a.region));
    expect(regions).toHaveLength(14);
    expect(stdout).toContain(
      `fell most in ${most?.name_en}: by ${fallOf(most?.region).toFixed(1)} percentage points, 2010 to 2015.`,
    );
    for (const { region, name_en = '' } of regions) {
      const line = stdout.split('\n').find((each) => each.startsWith(name_en)) ?? '';
      expect(line).toContain(`${shares.get(`${region}.2010`)?.toFixed(1)} -> `);
      expect(line).toContain(`-> ${shares.get(`${region}.2015`)?.toFixed(1).padStart(4)} `);
    }
    for (const cell of table('cell').filter(
      ({ cell_id: id }) => id === `poverty_rate:${most?.region}.R.2015`,
    ))
      expect(stdout).toContain(`page ${cell.page}, line ${cell.line_start}, printed '${cell.raw}'`);
    expect(stdout).toContain('KZ-YUZ -> KZ-79 Shymkent narrow 2018-06-19');
  });
});
