import { describe, expect, it } from 'vitest';
import type { Row } from '../../pipeline/template/schema/rows.ts';
import { whole } from '../project.ts';

const { datasets } = whole().validated;
const observed = datasets.filter(({ schema }) => schema.kind === 'observations');

/** The printed characters of each cell. */
const raw = new Map(
  datasets.find(({ schema }) => schema.name === 'cell')?.rows.map((row) => [row.cell_id, String(row.raw)]),
);

/** Statuses of which there is no value. */
const WITHOUT = new Set(['M', 'O', 'X']);

describe.each(observed.map((dataset) => [dataset.schema.name, dataset] as const))('of %s', (_, dataset) => {
  const { schema, rows } = dataset;
  const values = schema.fields
    .filter(({ name, type }) => type !== 'string' && !schema.primaryKey.includes(name))
    .map(({ name }) => name);
  const isEmpty = (row: Row): boolean => values.some((name) => row[name] === null);
  const withStatus = (status: string): readonly Row[] => rows.filter((row) => row.obs_status === status);

  it('a value is empty exactly where its status says that there is none', () => {
    expect(values.length).toBeGreaterThan(0);
    expect(rows.filter((row) => isEmpty(row) !== WITHOUT.has(String(row.obs_status)))).toEqual([]);
  });

  it('a nil is zero, and both it and what cannot be are printed as a dash', () => {
    for (const row of withStatus('Z')) expect(values.map((name) => Number(row[name]))).toEqual([0]);
    for (const row of [...withStatus('Z'), ...withStatus('M')])
      expect(raw.get(row.cell_id ?? '')).toMatch(/^[-–—]$/);
  });
});

it('the villages of the two cities cannot be poor; nobody in a household of one may be', () => {
  const rowsOf = (table: string): readonly Row[] =>
    observed.find(({ schema }) => schema.name === table)?.rows ?? [];
  for (const table of ['poverty_rate', 'poverty_headcount']) {
    const without = rowsOf(table).filter(({ obs_status }) => obs_status === 'M');
    expect(new Set(without.map(({ region, area }) => `${region} ${area}`))).toEqual(
      new Set(['KZ-AST R', 'KZ-ALA R']),
    );
    expect(without).toHaveLength(12);
  }
  const nil = rowsOf('poverty_headcount_by_household_size').filter(({ obs_status }) => obs_status === 'Z');
  expect(nil).toHaveLength(147);
  expect(new Set(nil.map(({ persons }) => persons))).toEqual(new Set([0]));
});
