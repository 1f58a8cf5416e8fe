import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import '../needs-report.ts';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { sqlAssets } from '../../site/sql/assets.ts';
import { EXAMPLES, examplesFor } from '../../site/sql/examples.ts';
import { type SqlPage, sqlPage } from '../../site/sql/page.ts';
import { linkOf } from '../../site/sql/query-link.ts';
import { type Relation, readRelations } from '../../site/sql/relations.ts';
import { DATABASE } from './sql-site.ts';

const published: { relations: readonly Relation[] } = { relations: [] };
beforeAll(async () => {
  published.relations = await readRelations(DATABASE);
});

/** A page of the given tables in English. */
function pageOf(changes: Partial<SqlPage>): string {
  const file = { href: '../file', bytes: 1, sent: 1 };
  const page = {
    language: 'en',
    relations: [],
    said: () => undefined,
    worker: file,
    module: file,
    database: file,
  } as const;
  return String(sqlPage({ ...page, ...changes }));
}

describe('the tables beside the editor', () => {
  it('are all that are published, with their columns, types and comments', () => {
    const tables = published.relations.filter(({ kind }) => kind === 'table');
    expect(tables.map(({ name }) => name)).toEqual(
      readdirSync('output/csv')
        .map((file) => file.replace('.csv', ''))
        .sort(),
    );
    const rate = tables.find(({ name }) => name === 'poverty_rate');
    expect(rate?.columns.map(({ name, type }) => `${name} ${type}`)).toContain('percent DECIMAL(18,1)');
    expect(rate?.columns.every(({ comment }) => comment.length > 10)).toBe(true);
    expect(published.relations.find(({ name }) => name === 'observations_leaf')?.kind).toBe('table');
    expect(published.relations.find(({ name }) => name === 'check_headcount_by_area')?.kind).toBe('check');
  });

  it.each(LANGUAGES)('are named in the page in %s, each with a link to its rows', (language) => {
    const html = pageOf({ language, relations: published.relations });
    for (const { name } of published.relations)
      expect(html).toContain(`href="${linkOf(`from ${name} limit 1000;`)}"`);
    for (const { title } of EXAMPLES) expect(html).toContain(title[language].replace(/"/g, '&quot;'));
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<script|<style/);
  });

  it('offer only examples that they answer: of a document with other tables, those tables', () => {
    const column = { name: 'cell_id', type: 'VARCHAR', comment: '' };
    const wells: Relation = { name: 'wells', kind: 'table', comment: 'Wells.', columns: [column] };
    const html = pageOf({ relations: [wells] });
    expect(html).toContain('>from wells limit 100;</textarea>');
    for (const { title } of EXAMPLES) expect(html).not.toContain(title.en);
    expect(examplesFor(published.relations)).toEqual(EXAMPLES);
  });

  it('are described in the reader’s language where there is one, else in the English of the file', () => {
    const relations: readonly Relation[] = [
      {
        name: 'one',
        kind: 'table',
        comment: 'One. All of it.',
        columns: [{ name: 'n', type: 'INTEGER', comment: 'Number' }],
      },
    ];
    const file = pageOf({ language: 'kk', relations });
    expect(file).toContain('<span lang="en">One</span>');
    expect(file).toContain('<span lang="en">All of it.</span>');
    const title = { text: 'Бір', language: 'kk' } as const;
    const told = pageOf({ language: 'kk', relations, said: () => ({ title, description: title }) });
    expect(told).toContain('<small>Бір</small>');
    expect(told).not.toContain('One');
  });

  it('cannot bring HTML into the page by their names and comments', () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const column = { name: hostile, type: hostile, comment: hostile };
    for (const kind of ['table', 'check'] as const)
      expect(
        pageOf({ relations: [{ name: hostile, kind, comment: hostile, columns: [column] }] }),
      ).not.toContain('<img');
  });
});

describe('the files of the engine', () => {
  it('are there to be copied, from the installed package', () => {
    const { worker, module } = sqlAssets();
    expect([worker.name, module.name]).toEqual(['duckdb-browser-eh.worker.js', 'duckdb-eh.wasm']);
    expect(module.bytes).toBeGreaterThan(1e6);
  });
});
