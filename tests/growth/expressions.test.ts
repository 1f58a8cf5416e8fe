import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { $ } from 'zx';
import { eachNode, programOf } from '../../bench/syntax.ts';
import { kkInKazakhstan as kk } from '../../pipeline/jurisdiction/kz/kk-acts.ts';

/**
 * Every expression of the pipeline is looked at for ways to take more than linear time: an expression that can begin
 * anywhere in what it repeats, or that can share the same characters out between two repetitions. Those that stand in
 * the code are read there, those of a language are found in it, those that are made of words are caught in the making.
 */
interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Expressions over what is short whatever the source says, each with what it is held against. */
const OVER_SHORT_TEXTS: ReadonlyMap<string, string> = new Map([
  ['command-line/help.ts', 'an argument or a line of the help'],
  ['command-line/draft/arguments.ts', 'an argument or a line of the help'],
  ['command-line/draft/draft.ts', 'an argument or a line of the help'],
  ['command-line/draft/drafted-rows.ts', 'a single cell or note'],
  ['command-line/draft/notes.ts', 'a single cell or note'],
  ['command-line/draft/seen-cells.ts', 'a single cell or note'],
  ['command-line/draft/seen-tables.ts', 'a single cell or note'],
  ['publish/formats/report.ts', 'a count of this program'],
  ['validate/small-edits.ts', 'the digits of one value'],
  ['validate/check-results.ts', 'a difference of two values'],
  ['template/schema/schema-faults.ts', "Node's message on broken JSON, which shows a few characters"],
]);

function written(): readonly Found[] {
  return readdirSync('pipeline', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const found: Found[] = [];
      eachNode(programOf(path, readFileSync(`pipeline/${path}`, 'utf8')), (node) => {
        if (node.type === 'Literal' && 'regex' in node)
          found.push({ where: path, source: node.regex.pattern, flags: node.regex.flags });
        return true;
      });
      return found;
    });
}

/** The expressions that a language knows, wherever they stand in it. */
function known(value: unknown, where: string): readonly Found[] {
  if (value instanceof RegExp) return [{ where, source: value.source, flags: value.flags }];
  if (value instanceof Map) return known([...value.values()], where);
  if (Array.isArray(value)) return value.flatMap((each, index) => known(each, `${where}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => known(each, `${where}.${key}`));
}

function slow(expressions: readonly Found[]): readonly string[] {
  const once = new Map(expressions.map((each) => [`${each.where} /${each.source}/${each.flags}`, each]));
  return [...once].flatMap(([name, { where, source, flags }]) =>
    OVER_SHORT_TEXTS.has(where) || analyse({ source, flags }).reports.length === 0 ? [] : [name],
  );
}

test('the analysis knows a slow expression when it sees one', () => {
  const found = slow([
    { where: 'a', source: '(a+)+$', flags: '' },
    { where: 'b', source: '\\s+$', flags: '' },
    { where: 'c', source: '^\\s+', flags: '' },
  ]);
  expect(found).toEqual(['a /(a+)+$/', 'b /\\s+$/']);
});

test('expressions that stand in the code take linear time', () => {
  const all = written();
  expect(all.length).toBeGreaterThan(200);
  expect(slow(all)).toEqual([]);
});

test('expressions of a language take linear time', () => {
  const all = known(kk, 'kk');
  expect(all.length).toBeGreaterThan(50);
  expect(slow(all)).toEqual([]);
});

test('expressions that are made while a text is read take linear time', async () => {
  // By a process of its own: those that are kept are made once in each.
  const { stdout } = await $({
    quiet: true,
  })`${process.execPath} --import=tsx tests/growth/made-while-reading.ts`;
  const told: readonly Omit<Found, 'where'>[] = JSON.parse(stdout);
  const made = told.map((each) => ({ where: 'made of words', ...each }));
  expect(made.length).toBeGreaterThan(5);
  expect(slow(made)).toEqual([]);
});
