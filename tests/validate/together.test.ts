import { describe, expect, it } from 'vitest';
import { openDocument } from '../../pipeline/command-line/folders.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import { TOGETHER, togetherOf } from '../../pipeline/template/together.ts';
import { togetherDatasets } from '../../pipeline/validate/together.ts';
import { whole } from '../project.ts';

const { datasets } = whole().validated;
const rowsOf = (table: string): readonly Row[] =>
  datasets.find(({ schema }) => schema.name === table)?.rows ?? [];
const all = rowsOf(TOGETHER.all);
const leaf = rowsOf(TOGETHER.leaf);

/** As the data contract lists them. */
const COLUMNS =
  'dataset series region area sex household_size measure article formality indicator right_category year value unit obs_status notes cell_id is_total';
const DIMENSIONS = COLUMNS.split(' ').slice(2, 11);

function sum(rows: readonly Row[]): number {
  return rows.reduce((total, { value }) => total + Number(value ?? 0), 0);
}

describe('all observations together', () => {
  it('have the columns of the contract, then the labels in three languages', () => {
    const names = Object.keys(all[0] ?? {});
    expect(names.slice(0, 18).join(' ')).toBe(COLUMNS);
    for (const name of ['dataset', ...DIMENSIONS, 'unit'])
      for (const language of ['kk', 'ru', 'en']) expect(names.slice(18)).toContain(`${name}_${language}`);
  });

  it('are every value of every table, as it stands there', () => {
    const tables = datasets.filter(({ schema }) => schema.kind === 'observations');
    const values = tables.flatMap(({ schema, rows }) =>
      schema.fields
        .filter(({ name, type }) => type !== 'string' && !schema.primaryKey.includes(name))
        .flatMap(({ name }) =>
          rows.map((row) => `${schema.name} ${row.cell_id} ${row[name]} ${row.obs_status}`),
        ),
    );
    expect(values.length).toBeGreaterThan(2400);
    const together = all.map((row) => `${row.dataset} ${row.cell_id} ${row.value} ${row.obs_status}`);
    expect(together.sort()).toEqual(values.sort());
  });

  it('leave no dimension empty, and name every code that a table breaks its values down by', () => {
    expect(all.filter((row) => DIMENSIONS.some((name) => row[name] === null))).toEqual([]);
    for (const row of rowsOf('poverty_rate').slice(0, 30)) {
      const found = all.find((each) => each.observation_id === row.cell_id);
      expect([found?.region, found?.area, found?.sex]).toEqual([row.region, row.area, '_T']);
    }
    const urban = all.find(({ observation_id }) => observation_id === 'poverty_rate:KZ-AKM.U.2010');
    expect([urban?.region_en, urban?.area_ru, urban?.area_kk, urban?.sex_en, urban?.unit_en]).toEqual([
      'Akmola Region',
      'Городская местность',
      'Қалалық жерде',
      null,
      'Per cent',
    ]);
    expect(urban?.value).toBe('2.9');
  });

  it('name the column where a row has several values', () => {
    const terms = all.filter(({ dataset, year }) => dataset === 'trafficking_convictions' && year === 2015);
    expect(terms.map(({ series }) => series)).toEqual(['persons', 'min_term_months', 'max_term_months']);
  });
});

describe('those without totals', () => {
  const of = (rows: readonly Row[], dataset: string, year: number): readonly Row[] =>
    rows.filter((row) => row.dataset === dataset && row.year === year);

  it.each([
    ['poverty_headcount', ['KZ._T']],
    ['poverty_headcount_by_sex', ['_T']],
    ['drug_crimes', ['KZ']],
    ['drug_register', ['KZ']],
    ['trafficking_cases', ['_T']],
  ])('of %s add up to its printed total', (dataset, [total]) => {
    for (const year of [2011, 2012, 2013]) {
      const whole = of(all, dataset, year).filter(({ series }) => series === total);
      expect(whole).toHaveLength(1);
      expect(whole[0]?.is_total).toBe(true);
      expect(sum(of(leaf, dataset, year))).toBe(sum(whole));
    }
  });

  it('are the others with no total among them', () => {
    expect(leaf).toEqual(all.filter(({ is_total }) => is_total === false));
    expect(leaf.filter(({ region, area }) => area !== '_T' && region === 'KZ')).toEqual([]);
    expect(leaf.length).toBeGreaterThan(2000);
  });
});

describe('of another document', () => {
  it('the identities tell the totals, and the dimensions are its own', () => {
    const lights = openDocument('examples/lighthouses');
    const { together, codelists, totals } = lights;
    if (together === undefined) throw new Error('no table of observations');
    expect(together.dimensions.map(({ key }) => key)).toContain('light');
    const schema = together.values.find(({ schema: { name } }) => name === 'oil_burnt')?.schema;
    if (schema === undefined) throw new Error('no table oil_burnt');
    const row = { year: 1911, value: 5, unit: 'litres', obs_status: 'A', notes: null, cell_id: 'c' };
    const made = togetherDatasets(
      [
        {
          schema,
          rows: [
            { ...row, light: 'all' },
            { ...row, light: 'gull_rock' },
          ],
        },
      ],
      { together, codelists, totals },
    );
    expect(made[0]?.rows.map(({ light, is_total }) => [light, is_total])).toEqual([
      ['all', true],
      ['gull_rock', false],
    ]);
    expect(made[1]?.rows.map(({ observation_id }) => observation_id)).toEqual(['oil_burnt:gull_rock.1911']);
  });

  it('a key that is called like a column keeps its column apart', () => {
    const schema = {
      name: 't',
      title: 'T',
      description: 'T.',
      kind: 'observations',
      fields: [
        { name: 'unit', type: 'string', title: 'Unit', description: 'A unit of an army.' },
        { name: 'men', type: 'integer', title: 'Men', description: 'Men.' },
      ],
      primaryKey: ['unit'],
    } as const;
    const together = togetherOf(new Map([['t', schema]]), new Map());
    expect(together?.all.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['unit', 'unit_code', 'value']),
    );
    expect(new Set(together?.all.fields.map(({ name }) => name)).size).toBe(together?.all.fields.length);
  });

  it('without observations there is no such table', () => {
    expect(togetherOf(new Map(), new Map())).toBeUndefined();
  });
});
