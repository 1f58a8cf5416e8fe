import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import '../needs-report.ts';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { sqlAssets } from '../../site/sql/assets.ts';
import { refuseUnanswered } from '../../site/sql/declared-queries.ts';
import { type Example, examplesFor } from '../../site/sql/examples.ts';
import { type SqlPage, sqlPage } from '../../site/sql/page.ts';
import { linkOf } from '../../site/sql/query-link.ts';
import type { Relation } from '../../site/sql/relations.ts';
import { EXAMPLES, OWN, RELATIONS } from './sql-examples.ts';
import { DATABASE, openDisk } from './sql-on-disk.ts';

const published: { readonly relations: readonly Relation[] } = { relations: RELATIONS };

/** A page of the given tables in English. */
function pageOf(changes: Partial<SqlPage>): string {
  const file = { href: '../file', bytes: 1, sent: 1 };
  const page = {
    language: 'en',
    relations: [],
    examples: [],
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
    const html = pageOf({ language, relations: published.relations, examples: EXAMPLES });
    for (const { name } of published.relations)
      expect(html).toContain(`href="${linkOf(`from ${name} limit 1000;`)}"`);
    for (const { title } of EXAMPLES) expect(html).toContain(title[language].replace(/"/g, '&quot;'));
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<script|<style/);
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

describe('the queries to begin with', () => {
  const name = { kk: 'Құдықтар', ru: 'Колодцы', en: 'Wells' };
  const wells: Example = { title: name, sql: () => 'from wells limit 100;' };
  const cell: Relation = { name: 'cell', kind: 'table', comment: '', columns: [] };

  it('are the declared ones, else what the tables of the document suggest, then those of every document', () => {
    const declared = { title: { ...name, en: 'Deep wells' }, sql: 'from wells where depth_{language} > 9;' };
    const general = examplesFor([], [], [cell]).map(({ title }) => title.en);
    expect(general.length).toBe(2);
    const titles = (of: readonly Example[]) => of.map(({ title }) => title.en);
    expect(titles(examplesFor([], [wells], [cell]))).toEqual(['Wells', ...general]);
    expect(titles(examplesFor([declared], [wells], [cell]))).toEqual(['Deep wells', ...general]);
    expect(examplesFor([declared], [wells], [])[0]?.sql('ru')).toBe('from wells where depth_ru > 9;');
    expect(pageOf({ examples: [wells] })).toContain('>from wells limit 100;</textarea>');
  });

  it('all have an answer in the published file, in each language', async () => {
    const disk = await openDisk();
    const queries = [...EXAMPLES, ...OWN].flatMap(({ sql }) => LANGUAGES.map(sql));
    const empty: string[] = [];
    for (const sql of new Set(queries))
      if ((await disk.connection.runAndReadAll(sql)).currentRowCount === 0) empty.push(sql);
    disk.close();
    expect(empty).toEqual([]);
    expect(OWN.map(({ sql }) => sql('kk')).filter((sql) => sql.includes('join')).length).toBeGreaterThan(5);
  });

  it('stop the build of the site where the database has no answer, and say which and why', async () => {
    const query = { title: name, sql: 'select depth from poverty_rate' };
    await expect(refuseUnanswered('wells', [query], DATABASE)).rejects.toThrow(
      /catalogue\.yaml.*\n.*published database answers, found "Wells".*depth/,
    );
    const reads = { title: name, sql: "from read_text('package.json')" };
    await expect(refuseUnanswered('wells', [reads], DATABASE)).rejects.toThrow(/"Wells"/);
    await refuseUnanswered('wells', [{ title: name, sql: 'select percent from poverty_rate' }], DATABASE);
  });
});

describe('the files of the engine', () => {
  it('are there to be copied, from the installed package', () => {
    const { worker, module } = sqlAssets();
    expect([worker.name, module.name]).toEqual(['duckdb-browser-eh.worker.js', 'duckdb-eh.wasm']);
    expect(module.bytes).toBeGreaterThan(1e6);
  });
});
