import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../../pipeline/command-line/folders.ts';
import { fileLayer } from '../layers.ts';
import { document } from '../project.ts';

let connection: DuckDBConnection;

async function rows(query: string): Promise<readonly Record<string, unknown>[]> {
  return (await connection.runAndReadAll(query)).getRowObjectsJson();
}

beforeAll(async () => {
  const instance = await DuckDBInstance.create('output/kz-icescr-2.duckdb', { access_mode: 'READ_ONLY' });
  connection = await instance.connect();
});

describe('the published evidence', () => {
  // That each view gives the verdicts of the pipeline: tests/release/verify/published-output.test.ts.
  it('has a view for every identity that is declared', async () => {
    const views = await rows(
      `select view_name as name from duckdb_views() where starts_with(view_name, 'check_') and not internal`,
    );
    expect(views.map(({ name }) => name).sort()).toEqual(document.views.map(({ name }) => name).sort());
  });

  it('names for every broken identity an erratum or the cause that it shares', async () => {
    const [counts] = await rows(
      `select (select count(*) from check_result where verdict = 'broken')::int as broken,
              (select count(*) from erratum e join check_result c on c.check_id = e.erratum_id)::int as errata`,
    );
    expect(counts?.errata).toBeGreaterThan(0);
    expect(Number(counts?.errata)).toBeLessThanOrEqual(Number(counts?.broken));
  });

  it('has a review by a person for every erratum that arithmetic found', async () => {
    const found = await rows(
      'select e.erratum_id as id from erratum e join check_result c on c.check_id = e.erratum_id',
    );
    const heads = new Set(document.reviews.map(({ checks }) => Object.keys(checks)[0]));
    expect(found.map(({ id }) => String(id)).filter((id) => !heads.has(id))).toEqual([]);
  });

  it('has no review of what is not broken, and none of other numbers', async () => {
    const broken = await rows(
      `select check_id as id, left_value as l, right_value as r from check_result where verdict = 'broken'`,
    );
    const found = broken.map(({ id, l, r }) => [id, Number(l), Number(r)]);
    const reviewed = document.reviews.flatMap(({ checks }) =>
      Object.entries(checks).map(([id, sides]) => [id, ...sides]),
    );
    expect(new Set(reviewed.map(String))).toEqual(new Set(found.map(String)));
  });

  it('names in checks and errata no cell that is not published', async () => {
    const named = await rows(
      `with named as (
         select unnest(string_split(cells, ' ')) as cell_id from check_result
         union select unnest(string_split(cells, ' ')) from erratum
       )
       select cell_id from named anti join cell using (cell_id) where cell_id <> '' order by cell_id`,
    );
    expect(named).toEqual([]);
  });

  it('shows for every cell exactly the characters of the source', async () => {
    const { bytes, file } = openSource(undefined, document);
    const { text, lines } = fileLayer(bytes, file);
    const cells = await rows('select cell_id, char_start, char_end, line_start, page, raw from cell');
    expect(cells.length).toBeGreaterThan(2400);
    const wrong = cells.filter(
      ({ char_start, char_end, raw }) => text.slice(Number(char_start), Number(char_end)) !== raw,
    );
    expect(wrong).toEqual([]);
    const misplaced = cells.filter(({ char_start, line_start, page }) => {
      const line = lines[Number(line_start) - 1];
      return (
        line === undefined ||
        line.page !== Number(page) ||
        Number(char_start) < line.start ||
        Number(char_start) > line.end
      );
    });
    expect(misplaced).toEqual([]);
  });

  it('owns every character that is not white space once', async () => {
    const { bytes } = openSource(undefined, document);
    const [sum] = await rows('select sum(characters)::int as characters from coverage');
    expect(sum?.characters).toBe(new TextDecoder().decode(bytes).replace(/\s+/g, '').length);
  });
});
