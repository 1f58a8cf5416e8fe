import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publish } from '../../pipeline/publish/publish.ts';
import { togetherOf } from '../../pipeline/template/together.ts';
import { togetherDatasets } from '../../pipeline/validate/together.ts';
import { readArrowRows } from '../../release/verify/arrow-rows.ts';
import { emptyFolder } from './folder.ts';
import { rainfall, withRows } from './rainfall.ts';
import { query } from './readers.ts';

const WORST = '12345678901234567890123456789012.6';
const COUNT = 345_678_901_234_567;
const common = { unit: 'force', obs_status: 'A', notes: null, cell_id: 'c1' };
const apart = withRows(rainfall(), 'storms', [
  { year: 2010, count: COUNT, worst: WORST, ...common },
  { year: 2011, count: -1, worst: `-${WORST}`, ...common },
  { year: 2012, count: null, worst: null, ...common },
]);

const none = { codelists: new Map(), totals: new Map() };
const together = togetherOf(new Map(apart.datasets.map(({ schema }) => [schema.name, schema])), new Map());
const all = together === undefined ? [] : togetherDatasets(apart.datasets, { together, ...none });
const wide = { ...apart, datasets: [...apart.datasets, ...all] };

test('a column is as wide as its widest value in every format, and no wider than the others need', async () => {
  const out = join(emptyFolder(), 'output');
  await publish(wide, out);
  const values = [
    [String(COUNT), WORST],
    ['-1', `-${WORST}`],
    [null, null],
  ];
  const text = 'select count::varchar as count, worst::varchar as worst';
  const file = join(out, 'rain-1.duckdb');
  for (const from of ['storms', `'${join(out, 'parquet/storms.parquet')}'`]) {
    const rows = await query(file, `${text} from ${from} order by year`);
    expect(rows.map(({ count, worst }) => [count, worst])).toEqual(values);
    const types = await query(
      file,
      `select typeof(count) as count, typeof(worst) as worst from ${from} limit 1`,
    );
    expect(types).toEqual([{ count: 'BIGINT', worst: 'DECIMAL(38,1)' }]);
  }
  const arrow = readArrowRows(readFileSync(join(out, 'arrow/storms.arrow')));
  expect(arrow.rows.map(({ count, worst }) => [count, worst])).toEqual(values);
  expect(arrow.columns).toContain('worst Decimal[38e+1]');
  expect(readFileSync(join(out, 'csv/storms.csv'), 'utf8')).toContain(`2010,${COUNT},${WORST},`);
  expect(readFileSync(join(out, 'json/storms.json'), 'utf8')).toContain(WORST);
  expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('decimal (38, 1)');
  const seen = await query(
    file,
    `select value::varchar as value from observations where dataset = 'storms' and value > 3`,
  );
  expect(new Set(seen.map(({ value }) => value))).toEqual(new Set([`${COUNT}.0000`, `${WORST}000`]));
  const usual = await query(file, `select typeof(mm) as mm, typeof("year") as y from shower limit 1`);
  expect(usual).toEqual([{ mm: 'DECIMAL(18,4)', y: 'INTEGER' }]);
});
