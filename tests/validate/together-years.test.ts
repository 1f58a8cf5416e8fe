import { expect, it } from 'vitest';
import { extractByPlaces } from '../../pipeline/extract/extract.ts';
import { normaliseTables } from '../../pipeline/normalise/tables/cells/read-tables.ts';
import { validate } from '../../pipeline/validate/validate.ts';
import { declare } from '../normalise/tables/printed.ts';

const table = (title: string, years: readonly string[]): string =>
  `<table><caption>${title}</caption><tr><th></th>${years.map((year) => `<th>${year}</th>`).join('')}</tr>
   <tr><td>Pupils</td>${years.map((_, at) => `<td>${at + 1}</td>`).join('')}</tr></table>`;
const columns = (years: readonly string[]): string =>
  `columns: { year: { labels: { ${years.map((year) => `"${year}": "${year}"`).join(', ')} } } }\nrows: { who: { labels: [Pupils] } }\n`;

it('years of all tables are texts where those of one are no numbers, such as a school year', async () => {
  const [plain, schools] = [
    ['2018', '2019'],
    ['2018/19', '2019/20'],
  ] as const;
  const document = declare({
    tables: { births: `title: Births\n${columns(plain)}`, schools: `title: Schools\n${columns(schools)}` },
  });
  const page = Buffer.from(`<body>${table('Births', plain)}${table('Schools', schools)}</body>`);
  const { datasets } = validate(
    normaliseTables(await extractByPlaces(page, 'survey.html'), document),
    document,
  );
  const together = datasets.find(({ schema }) => schema.name === 'observations');
  expect(together?.schema.fields.find(({ name }) => name === 'year')?.type).toBe('string');
  expect(together?.rows.map(({ year }) => year)).toEqual(['2018', '2019', '2018/19', '2019/20']);
  expect(datasets.find(({ schema }) => schema.name === 'births')?.rows[0]?.year).toBe(2018);
});
