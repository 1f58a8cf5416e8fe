import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { read, readPartly } from '../../pipeline/build.ts';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { readOutput } from '../../pipeline/command-line/compare/output.ts';
import { folderFiles } from '../../pipeline/command-line/copy/files.ts';
import { openDocument, openSource } from '../../pipeline/command-line/folders.ts';
import { type Outcome, run } from '../../pipeline/command-line/stages.ts';
import { summaryTable } from '../../pipeline/command-line/summary.ts';
import type { Publication } from '../../pipeline/publish/publication.ts';
import { verifyCopy } from '../../release/verify/verify.ts';
import { readPackage } from '../../site/catalogue/package.ts';
import { edit, makeProject } from '../made-up-project.ts';
import { emptyFolder, removeFolder } from '../publish/folder.ts';

const PROJECT = resolve('.');
const EXAMPLE = resolve('examples/markets');
let folder = '';

beforeEach(() => {
  folder = makeProject('family-of-tables');
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(PROJECT);
  return removeFolder(folder);
});

async function etl(line: string): Promise<Outcome> {
  const request = readArguments(line.split(' '));
  if (request.kind !== 'run') throw new Error(`"${line}" is no command`);
  return run(request.command, () => undefined, {});
}

const LAYOUT = 'sources/document/tables/harvest.yaml';

/** A misprint in the source: of the tables of three years that of 2002 names a hill that nobody has declared. */
const misprint = (): void => {
  const printed = readFileSync('sources/document/input.txt', 'utf8');
  writeFileSync('misprint.txt', printed.replace('South Hill 21,5', 'South Hull 21,5'));
};
const PREVIEW = 'build --source misprint.txt --out preview --allow-partial';

function rowsOf(file: string): readonly string[] {
  const rows: readonly Record<string, string>[] = parse(readFileSync(file), { columns: true });
  return rows.map(({ orchard, year, tonnes }) => `${orchard} ${year} ${tonnes}`);
}

describe('a preview of a document that is at fault', () => {
  test('has the rows that can be read, as the whole would have them, and no other', async () => {
    await etl('build --out whole');
    misprint();
    await expect(etl('build --source misprint.txt --out none')).rejects.toThrow('South Hull');
    expect(existsSync('none')).toBe(false);
    const outcome = await etl(PREVIEW);
    const whole = rowsOf('whole/csv/harvest.csv');
    const rows = rowsOf('preview/csv/harvest.csv');
    expect(whole).toEqual(expect.arrayContaining([...rows]));
    expect(rows).toEqual(expect.arrayContaining(whole.filter((row) => !row.includes(' 2002 '))));
    expect(rows.join()).not.toContain('SOUTH 2002');
    expect(summaryTable(outcome, 1)).toContain('PARTIAL');
    expect(outcome).toMatchObject({ missing: [{ place: { table: 'harvest 2002' } }] });
  });

  test('is marked as such in every file that tells what it is, and says what is wrong', async () => {
    misprint();
    await etl(PREVIEW);
    const metadata = readdirSync('preview').filter((name) => /\.(md|jsonld|json|ttl|cff)$/.test(name));
    expect(metadata).toHaveLength(10);
    for (const name of metadata)
      expect(readFileSync(join('preview', name), 'utf8'), name).toContain('PARTIAL');
    expect(JSON.parse(readFileSync('preview/datapackage.json', 'utf8')).partial).toBe(true);
    expect(readFileSync('preview/PARTIAL.md', 'utf8')).toMatch(
      /^- .*expected "South Hill", found "South Hull/m,
    );
  });

  test('is taken by nothing that publishes: no comparison, no check of a copy, no site', async () => {
    misprint();
    await etl(PREVIEW);
    const refusal = 'expected a whole publication, found a preview that is marked as partial';
    expect(() => readOutput('preview')).toThrow(refusal);
    const checking = verifyCopy(folderFiles('preview'), 'preview', emptyFolder());
    await expect(checking).rejects.toThrow(refusal);
    expect(() => readPackage('preview')).toThrow(refusal);
  });

  test('is never written where documents are published', async () => {
    edit('.', 'sources/document/document.yaml', '\n', '\noutput: data/mine\n');
    for (const out of ['output', 'output/preview', 'outputs/document', 'data/mine', 'data'])
      await expect(etl(`build --out ${out} --allow-partial`), out).rejects.toThrow(
        'expected a folder for a preview, apart from what is published',
      );
    expect(readArguments(['build', '--allow-partial'])).toMatchObject({
      message: expect.stringContaining('--allow-partial needs --out DIR'),
    });
    expect(readArguments(['update', '--allow-partial', '--out', 'preview'])).toMatchObject({
      message: 'update has no option --allow-partial',
    });
  });

  test('is the whole, and not marked, where nothing is at fault', async () => {
    await etl('build --out whole');
    const outcome = await etl('build --out preview --allow-partial');
    expect(outcome).not.toHaveProperty('missing');
    expect(readFileSync('preview/SHA256SUMS')).toEqual(readFileSync('whole/SHA256SUMS'));
  });

  test('is refused where nothing can be read', async () => {
    edit('.', LAYOUT, 'Harvest of {year}', 'Sowing of {year}');
    await expect(etl('build --out preview --allow-partial')).rejects.toThrow('Sowing of');
    expect(existsSync('preview')).toBe(false);
  });
});

describe('a preview of tables that are read by their places', () => {
  const hear = { started: () => undefined };

  /** The published values, `apples old_town 2020 12`. */
  function valuesOf({ datasets }: Publication): readonly string[] {
    return datasets
      .filter(({ schema }) => schema.kind === 'observations')
      .flatMap(({ schema, rows }) => rows.map((row) => [schema.name, ...Object.values(row)].join(' ')));
  }

  test.each(['Altstadt', 'Hafen', 'Neumarkt', 'Zusammen', '2021'])(
    'holds no value that the whole does not hold, whatever is declared wrongly: %s',
    async (label) => {
      cpSync(EXAMPLE, 'markets', { recursive: true });
      const whole = openDocument('./markets');
      const { publication } = await read(openSource(undefined, whole), whole, hear);
      const [find, replace] = label === '2021' ? ['[2020, 2021]', '[2020, 2022]'] : [label, 'Markt'];
      edit('.', 'markets/tables/apples.yaml', find, replace);
      const document = openDocument('./markets');
      const partly = await readPartly(openSource(undefined, document), document, hear);
      expect(partly.findings.length).toBeGreaterThan(0);
      const values = valuesOf(partly.publication);
      expect(values.length).toBeGreaterThan(0);
      expect(valuesOf(publication)).toEqual(expect.arrayContaining([...values]));
    },
  );
});
