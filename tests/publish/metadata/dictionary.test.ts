import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../../pipeline/command-line/folders.ts';
import { publish } from '../../../pipeline/publish/publish.ts';
import { reportIsThere } from '../../report.ts';
import { emptyFolder } from '../folder.ts';
import { rainfall, withRows } from '../rainfall.ts';
import { DESCRIPTIONS, type Files, NAMES, textOf, useOutputs } from './outputs.ts';

const outputs = useOutputs();
const FILE = 'README.md';

/** The part of the dictionary on one table. */
function section(files: Files, table: string): string {
  const [, ...sections] = textOf(files, FILE).split(/^### /m);
  return sections.find((text) => text.startsWith(`${table}\n`)) ?? '';
}

function rows(files: Files, table: string): readonly Readonly<Record<string, string>>[] {
  return parse(textOf(files, `csv/${table}.csv`), { columns: true });
}

describe('the data dictionary', () => {
  test.each(NAMES)('has every table with every column, in the order of the file (%s)', (name) => {
    const files = outputs.files(name);
    const tables = [...files.keys()].flatMap((path) => /^csv\/(.+)\.csv$/.exec(path)?.[1] ?? []);
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      const columns = [
        ...section(files, table).matchAll(/^\| `(\w+)` \| (?:text|integer|decimal|boolean)/gm),
      ];
      const header = textOf(files, `csv/${table}.csv`).split('\n')[0]?.split(',');
      expect(
        columns.map(([, column]) => column),
        table,
      ).toEqual(header);
    }
  });

  test.runIf(reportIsThere)(
    'says in which annex and on which pages a table is printed, as the layouts and the cells have it',
    () => {
      const files = outputs.files('own');
      expect(section(files, 'poverty_rate')).toContain(
        '306 rows; annex 5; pages 74-77 of the document; years 2010-2015.',
      );
      const { plan } = openDocument('kz-icescr-2');
      const cells = rows(files, 'cell');
      for (const { annex, elements } of plan.annexes) {
        for (const { table } of elements.filter(({ kind }) => kind === 'grid')) {
          const pages = cells.filter(({ dataset }) => dataset === table).map(({ page }) => Number(page));
          const place =
            section(files, table)
              .split('\n')
              .find((line) => line.includes(' rows')) ?? '';
          expect(place, table).toContain(`annex ${annex}`);
          expect(place, table).toContain(String(Math.min(...pages)));
          expect(place, table).toContain(String(Math.max(...pages)));
        }
      }
    },
  );

  test.runIf(reportIsThere)('names units and codes in words, and links a code to its list', () => {
    const poverty = section(outputs.files('own'), 'poverty_rate');
    expect(poverty).toMatch(/^\| `percent` \| decimal \(18, 1\), 0 to 100, may be empty \| Per cent \|/m);
    expect(poverty).toMatch(/^\| `area` \| text \| {2}\| \[`area`\]\(#area\) \|/m);
    expect(section(outputs.files('own'), 'area')).toMatch(/^\| `R` \| Rural areas? \|/m);
    expect(section(outputs.files('own'), 'obs_status')).toMatch(/^\| `O` \|/m);
  });

  test.runIf(reportIsThere)('lists the known errata of each table, all that the data have', () => {
    const files = outputs.files('own');
    const errata = rows(files, 'erratum').filter(({ dataset }) => dataset !== '');
    expect(errata.length).toBeGreaterThan(10);
    for (const { erratum_id: id, dataset = '' } of errata)
      expect(section(files, dataset), id).toContain(`- \`${id}\` (`);
    const listed = textOf(files, FILE).match(/^- `[^`]+` \((?:proven|likely)\)/gm);
    expect(listed).toHaveLength(errata.length);
  });

  test.each(NAMES)('links to nothing but what is there (%s)', (name) => {
    const files = outputs.files(name);
    const text = textOf(files, FILE);
    const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(20);
    const headings = new Set([...text.matchAll(/^### (\w+)$/gm)].map(([, heading]) => `#${heading}`));
    const lost = targets.filter(
      (target) => !/^https?:/.test(target) && !headings.has(target) && !files.has(target),
    );
    expect(lost).toEqual([]);
  });

  test('a label that is markup does not break it', async () => {
    const out = join(emptyFolder(), 'output');
    const publication = rainfall();
    const list = publication.datasets.find(({ schema }) => schema.name === 'place');
    const fields = [...(list?.schema.fields ?? [])].map((field) =>
      field.name === 'name' ? { ...field, name: 'name_en' } : field,
    );
    const label = 'a | b\n# c <script>alert(1)</script> [d](e) `f`';
    const renamed = publication.datasets.map((dataset) =>
      dataset === list
        ? {
            schema: { ...list.schema, fields },
            rows: list.rows.map(({ place = null }) => ({ place, name_en: label })),
          }
        : dataset,
    );
    await publish({ ...publication, datasets: renamed }, out);
    const line = readFileSync(join(out, FILE), 'utf8')
      .split('\n')
      .find((each) => each.startsWith('| `B` |'));
    expect(line).toBe('| `B` | a \\| b # c \\<script\\>alert(1)\\</script\\> \\[d\\](e) \\`f\\` |');
  });

  test.runIf(reportIsThere)('tells what the metadata files and the marks in CSV are', () => {
    const text = textOf(outputs.files('own'), FILE);
    for (const path of outputs.files('own').keys()) {
      if (/\.(json|jsonld|ttl|cff)$/.test(path) && !path.includes('/')) expect(text).toContain(path);
    }
    expect(text).toContain('one apostrophe');
  });
});

test('metadata say the same on every run, with LF line ends and a line end behind them', async () => {
  const [a, b] = [join(emptyFolder(), 'a'), join(emptyFolder(), 'b')];
  await publish(rainfall(), a);
  await publish(withRows(rainfall(), 'place', [...(rainfall().datasets[3]?.rows ?? [])].reverse()), b);
  for (const name of DESCRIPTIONS) {
    const text = readFileSync(join(a, name), 'utf8');
    expect(text.endsWith('\n'), name).toBe(true);
    expect(text).not.toContain('\r');
    expect(readFileSync(join(b, name), 'utf8')).toBe(text);
  }
});
