import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../site/catalogue/catalogue.ts';
import type { Row, Table } from '../../site/catalogue/package.ts';
import { datasetPage } from '../../site/pages/dataset.ts';
import { errataPage } from '../../site/pages/errata.ts';
import { evidenceAddress, pathOf, placeOf } from '../../site/pages/page.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

/** The report as a document would be that declares no code lists: with the months of a year in the place of years. */
const published = CATALOGUE.package;
const named = (name: string): Table => {
  const table = published.tables.get(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
};
const rate = named('poverty_rate');
const month = (text: string): string => text.replace(/\byear\b/, 'month');
const renamed = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [month(key), value]));
const rows = rate.rows
  .filter(({ region }) => ['KZ-ATY', 'KZ-AKM'].includes(region ?? ''))
  .map((row, at): Row => renamed(at === 0 ? { ...row, obs_status: 'O', percent: '', notes: 'b' } : row));
const label = (key: string, code: string, text: string): Row => ({
  dataset: 'poverty_rate',
  key,
  code,
  label: text,
});
const tables = new Map<string, Table>([
  ['cell', named('cell')],
  [
    'poverty_rate',
    {
      ...rate,
      title: 'Depth',
      description: 'Depth, as printed.',
      primaryKey: rate.primaryKey.map(month),
      fields: rate.fields.map((field) => ({ ...field, name: month(field.name) })),
      references: new Map([['cell_id', 'cell']]),
      rows,
    },
  ],
  [
    'printed_label',
    {
      ...named('note'),
      name: 'printed_label',
      rows: [
        label('region', 'KZ-AKM', 'Church Green'),
        label('region', 'KZ-ATY', 'Mill Lane'),
        label('region', 'KZ-ATY', 'Ұста көшесі'),
        label('notes', 'b', 'Measured by hand.'),
      ],
    },
  ],
]);
const licence = { name: 'notspecified', title: 'No licence is declared', path: 'https://example.org/none' };
const catalogue = catalogueOf({ ...published, licence, tables });
const [dataset] = catalogue.datasets;
if (dataset === undefined) throw new Error('no dataset');
const place = placeOf(siteOf(catalogue), 'en', pathOf.dataset(dataset.table.name));
const { document } = parseHTML(`<main>${datasetPage(place, dataset).body}</main>`);
const shown = [...document.querySelectorAll('#values tbody tr')];

describe('a document without code lists', () => {
  it('has its codes named as it prints them, in the order in which it does', () => {
    const names = shown.map((row) => row.querySelector('td')?.textContent ?? '');
    expect([...new Set(names)].sort()).toEqual(['Church Green', 'Mill Lane / Ұста көшесі']);
    const starts = new Map([...catalogue.cells.values()].map(({ id, charStart }) => [id, charStart]));
    const first = (code: string): number =>
      Math.min(...rows.flatMap((row) => (row.region === code ? (starts.get(row.cell_id ?? '') ?? []) : [])));
    expect(names[0]).toBe(first('KZ-AKM') < first('KZ-ATY') ? 'Church Green' : 'Mill Lane / Ұста көшесі');
  });

  it('leads from every value to its evidence, whatever its column is called, and from where there is none', () => {
    const links = shown.map((row) => row.querySelector('td.n a.v')?.getAttribute('href'));
    const cells = rows.flatMap(({ cell_id: id = '' }) => catalogue.cells.get(id) ?? []);
    expect(new Set(links)).toEqual(new Set(cells.map((cell) => evidenceAddress(place, cell))));
  });

  it('says what its signs and footnotes mean, and no sign without a meaning', () => {
    const [missing] = shown.flatMap((row) => (row.textContent?.includes('…') ? [row] : []));
    expect(missing?.querySelector('sup')?.textContent).toBe('b');
    const legend = [...document.querySelectorAll('.legend div')].map(({ textContent }) => textContent);
    expect(legend).toEqual(['…Not known', 'bMeasured by hand.']);
  });

  it('explains no grades of contradictions where none is known', () => {
    const page = errataPage(placeOf(siteOf({ ...catalogue, errata: [] }), 'en', 'errata.html')).body;
    const { textContent } = parseHTML(`<main>${page}</main>`).document.querySelector('main') ?? {};
    expect(textContent).toContain('No contradiction is known.');
    expect(textContent).not.toMatch(/Grave:|Proven:/);
  });

  it('says nothing twice, and links no licence where none is declared', () => {
    expect(document.querySelectorAll('.lead')).toHaveLength(0);
    expect(document.querySelectorAll('[rel~=license]')).toHaveLength(0);
    expect(document.querySelector('main')?.textContent).toContain('No licence of the data is declared');
  });
});
