import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../pipeline/page/finding.ts';
import { headlineFindings, MOST_LINES } from '../../pipeline/template/schema/headline.ts';
import { readSchemas } from '../../pipeline/template/schema/schemas.ts';
import type { Headline, TableSchema } from '../../pipeline/template/schema/table-schema.ts';
import { MOST_LINES as DRAWN } from '../../site/charts/number-line.ts';
import { reportIsThere } from '../report.ts';

const field = (name: string, type: 'string' | 'integer' | 'number') => ({
  name,
  type,
  title: name,
  description: `${name}.`,
});
const ABOUT_TREES: Headline = { measure: 'tonnes', members: { fruit: ['all_fruit'] }, chart: 'lines' };
const SCHEMA: TableSchema = {
  name: 'harvest',
  title: 'Harvest',
  description: 'What the trees bore.',
  kind: 'observations',
  fields: [
    field('fruit', 'string'),
    field('year', 'integer'),
    field('tonnes', 'number'),
    field('unit', 'string'),
  ],
  primaryKey: ['fruit', 'year'],
  headline: ABOUT_TREES,
};
const row = (fruit: string, year: number, unit = 'tonnes') => ({ fruit, year, tonnes: '1', unit });
const ROWS = [
  row('all_fruit', 2010),
  row('all_fruit', 2011),
  row('apples', 2010),
  row('prices', 2010, 'tenge'),
];

/** What a schema with this headline is refused for, by its reader. */
function refused(headline: object, schema: object = SCHEMA): readonly string[] {
  try {
    readSchemas('schemas', new Map([['harvest.json', JSON.stringify({ ...schema, headline }, null, 2)]]));
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map(({ place, expected, found }) => `${place.line ?? ''} ${expected}: ${found}`);
  }
}

/** What a table with this headline is refused for, once its rows are known. */
function found(headline: Headline, rows: readonly ReturnType<typeof row>[] = ROWS): readonly string[] {
  return headlineFindings({ schema: { ...SCHEMA, headline }, rows }).map((finding) => finding.found);
}

describe('the headline of a table', () => {
  it('is read with the schema', () => {
    expect(refused(ABOUT_TREES)).toEqual([]);
    expect(refused({ ...ABOUT_TREES, members: { fruit: 'all' }, chart: 'multiples' })).toEqual([]);
  });

  it('is refused with its line when it is about no column of numbers, or leaves a key open', () => {
    expect(refused({ ...ABOUT_TREES, measure: 'tons' })[0]).toMatch(
      /^\d+ a headline about a column .*"tons"/,
    );
    expect(refused({ ...ABOUT_TREES, measure: 'year' })).toHaveLength(1);
    expect(refused({ ...ABOUT_TREES, members: {} })[0]).toContain('members of the key fruit');
    expect(refused({ ...ABOUT_TREES, members: { fruit: 'all', tree: 'all' } })[0]).toContain('"tree"');
    expect(refused(ABOUT_TREES, { ...SCHEMA, primaryKey: ['fruit'] })[0]).toContain('by year');
  });

  it('is refused when it is of another form', () => {
    expect(refused({ ...ABOUT_TREES, chart: 'pie' })).toHaveLength(1);
    expect(refused({ ...ABOUT_TREES, members: { fruit: 'some' } }).length).toBeGreaterThan(0);
    expect(refused({ measure: 'tonnes', chart: 'lines' })).toHaveLength(1);
  });

  it('is refused when it would draw nothing, or what no one chart can show', () => {
    const fruit = (codes: 'all' | readonly string[]): Headline => ({
      ...ABOUT_TREES,
      members: { fruit: codes },
    });
    expect(found(ABOUT_TREES)).toEqual([]);
    expect(found(fruit(['all_fruit', 'pears']))).toEqual(['"pears"']);
    expect(found(fruit('all'), [])).toEqual(['none']);
    expect(found(fruit('all'))).toEqual(['tonnes, tenge']);
    const many = Array.from({ length: MOST_LINES + 1 }, (_, at) => row(`fruit_${at}`, 2010));
    expect(found(fruit('all'), many)).toEqual([`${MOST_LINES + 1} series`]);
    expect(found({ ...fruit('all'), chart: 'multiples' }, many)).toEqual([]);
  });

  it('may have as many lines as the charts of the site have colours and shapes', () => {
    expect(MOST_LINES).toBe(DRAWN);
  });

  it.runIf(reportIsThere)('is carried by the data package, to those who draw from the output alone', () => {
    const { resources }: { resources: { name: string; headline?: Headline }[] } = JSON.parse(
      readFileSync('output/datapackage.json', 'utf8'),
    );
    const carried = resources.filter(({ headline }) => headline !== undefined);
    expect(carried.length).toBeGreaterThan(10);
    for (const { name, headline } of carried)
      expect(headline).toEqual(
        JSON.parse(readFileSync(`sources/kz-icescr-2/schemas/${name}.json`, 'utf8')).headline,
      );
  });
});
