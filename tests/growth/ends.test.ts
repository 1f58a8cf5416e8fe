import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asked } from './reader.ts';

/** What is longer than any reading of a few kilobytes on any machine: then it is taken for one without end. */
const WITHOUT_END_MS = 240_000;
const MINUTES = 600_000;

let folder = '';
let reader: Worker;

beforeAll(async () => {
  // A thread does not inherit how TypeScript is loaded.
  folder = mkdtempSync(resolve('build', 'ends-'));
  await build({
    entryPoints: ['tests/growth/reader.ts'],
    outfile: join(folder, 'reader.mjs'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    // The fixtures are found beside the tests.
    define: { 'import.meta.dirname': JSON.stringify(resolve('tests')) },
    logLevel: 'silent',
  });
  reader = new Worker(join(folder, 'reader.mjs'), { execArgv: [] });
});

afterAll(async () => {
  await reader.terminate();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether a text is read or refused; `endless` when it is neither, and the thread has been ended. */
function outcome(asked: Asked): Promise<string> {
  return new Promise((done, failed) => {
    const end = (answer: string): void => {
      clearTimeout(ender);
      reader.off('error', failed);
      done(answer);
    };
    const ender = setTimeout(() => {
      void reader.terminate();
      reader = new Worker(join(folder, 'reader.mjs'), { execArgv: [] });
      end('endless');
    }, WITHOUT_END_MS);
    reader.once('error', failed);
    reader.once('message', end);
    reader.postMessage(asked);
  });
}

/** Words that labels, headers and texts are made of; blanks, digits and signs are the ones that searches stumble over. */
const WORDS = [
  'Hill',
  'a',
  '1',
  '12',
  '2001',
  '-',
  '/',
  '(',
  ')',
  '1)',
  ',',
  '…',
  ' ',
  '\t',
  'trees',
  'сөз',
  '{',
  '.',
];
const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const repeated = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS, '\n', '100', '404', '12,5'), { minLength: 1, maxLength: 5 }),
    fc.nat(200),
  )
  .map(([words, times]) => `${words.join(' ')} `.repeat(times + 1));

const declared = fc.record({
  title: phrase,
  header: fc.array(phrase, { maxLength: 2 }),
  columns: fc.uniqueArray(phrase, { minLength: 1, maxLength: 4 }),
  rows: fc.array(phrase, { minLength: 3, maxLength: 3 }),
  decimals: fc.constantFrom('', 'decimals: [0]\n', 'decimals: [1]\n'),
  phrases: fc.option(phrase, { nil: undefined }),
  continued: fc.option(phrase, { nil: undefined }),
});

const CODES = ['ALL', 'NORTH', 'SOUTH'];

function layoutOf({
  title,
  header,
  columns,
  rows,
  decimals,
  phrases,
  continued,
}: typeof declared extends fc.Arbitrary<infer T> ? T : never): string {
  const labels = (texts: readonly string[], codes: (index: number) => string): string =>
    texts.map((text, index) => `${codes(index)}: ${JSON.stringify(text)}`).join(', ');
  return [
    'dataset: harvest',
    'value: tonnes',
    `title: ${JSON.stringify(title)}`,
    `header: ${JSON.stringify(header)}`,
    `columns: { year: { labels: { ${labels(columns, (index) => `"${2001 + index}"`)} } } }`,
    `rows: { orchard: { codelist: orchard, label: name, labels: { ${labels(rows, (index) => CODES[index] ?? '')} } } }`,
    ...(phrases === undefined
      ? []
      : [`phrases: [{ spanning: ${JSON.stringify(phrases)}, columns: 2, status: X }]`]),
    ...(continued === undefined ? [] : [`continued: { title: ${JSON.stringify(continued)} }`]),
    decimals,
  ].join('\n');
}

describe('a reading ends', () => {
  test('whatever is declared, and whatever the text repeats', { timeout: MINUTES }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        declared,
        fc.array(repeated, { minLength: 1, maxLength: 6 }),
        async (table, fillers) => {
          const { title, header, columns, rows } = table;
          const heading = [title, ...header, columns.join('  ')].join('\n');
          const body = rows.map((label, index) => `${label}  ${fillers[index % fillers.length]}`).join('\n');
          const text = `Appendix 1 to the report\n\n${heading}\n${body}\n${fillers.join('\n')}`;
          const found = await outcome({
            tables: ['harvest'],
            files: [['tables/harvest.yaml', layoutOf(table)]],
            text: text.slice(0, 9000),
          });
          seen.add(found);
          expect(found).not.toBe('endless');
        },
      ),
      { numRuns: 60 },
    );
    expect(seen.has('refused')).toBe(true);
  });

  test('and a table that is read like any other is read', async () => {
    const table = layoutOf({
      title: 'Harvest',
      header: [],
      columns: ['2001', '2002'],
      rows: ['All', 'North Hill', 'South Hill'],
      decimals: 'decimals: [1]\n',
      phrases: undefined,
      continued: undefined,
    });
    const text =
      'Appendix 1 to the report\n\nHarvest\n2001 2002\nAll 3,0 5,0\nNorth Hill 1,0 2,0\nSouth Hill 2,0 3,0\n';
    expect(await outcome({ tables: ['harvest'], files: [['tables/harvest.yaml', table]], text })).toBe(
      'read',
    );
  });
});
