import { $ } from 'zx';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { documentNames } from '../pipeline/command-line/published.ts';
import type { Fate } from './fates.ts';
import { changesOfAnnexes } from './power-annexes.ts';
import { changesOfTables } from './power-tables.ts';

type Counts = Record<Fate, number>;

const PROCESSES = 2;
const NONE: Counts = { stopped: 0, broken: 0, warned: 0, misled: 0, slipped: 0 };
const FATES = ['stopped', 'broken', 'warned', 'misled', 'slipped'] as const;

const [word = '', part, step] = process.argv.slice(2).filter((argument) => !argument.startsWith('--every='));
/** Only each of so many changes is tried, in the order of the source: `--every=20`. */
const every = Number(process.argv.find((argument) => argument.startsWith('--every='))?.slice(8) ?? step ?? 1);

/** Counts what becomes of every change of a document, of which each process takes its part. */
async function countAll(name: string, part: number): Promise<Record<string, Counts>> {
  const document = openDocument(name);
  const source = openSource(undefined, document);
  const hasTables = document.plan.tables.length > 0;
  const changes = hasTables ? changesOfTables(document, source) : changesOfAnnexes(document, source);
  const counts: Record<string, Counts> = {};
  let number = 0;
  for await (const { kind, table, fate } of changes) {
    number += 1;
    if (number % every !== 0 || (number / every) % PROCESSES !== part) continue;
    const key = `${kind}\t${table}`;
    counts[key] ??= { ...NONE };
    counts[key][fate()] += 1;
  }
  return counts;
}

function table(title: string, counts: ReadonlyMap<string, Counts>): string {
  const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;
  const rows = [...counts].map(([name, own]) => {
    const all = FATES.reduce((sum, fate) => sum + own[fate], 0);
    return `| ${name} | ${all} | ${FATES.map((fate) => percent(own[fate], all)).join(' | ')} |`;
  });
  return [
    `| ${title} | changes | build stops | identity broken | it is doubted | another is doubted | slips through |`,
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n');
}

/** What becomes of the changes of a document, as Markdown. */
async function powerOf(name: string): Promise<string> {
  const parts = await Promise.all(
    Array.from({ length: PROCESSES }, (_, index) =>
      $({ quiet: true })`${process.execPath} --import tsx bench/power.ts ${name} ${index} ${every}`.json<
        Record<string, Counts>
      >(),
    ),
  );
  const byTable = new Map<string, Counts>();
  const byKind = new Map<string, Counts>();
  for (const [key, counts] of parts.flatMap((each) => Object.entries(each))) {
    const [kind = '', name = ''] = key.split('\t');
    for (const [map, entry] of [
      [byTable, kind === 'digit' ? name : undefined],
      [byKind, kind],
      [byTable, kind === 'digit' ? 'all tables' : undefined],
    ] as const) {
      if (entry === undefined) continue;
      const sum = map.get(entry) ?? { ...NONE };
      for (const fate of FATES) sum[fate] += counts[fate];
      map.set(entry, sum);
    }
  }
  const all = byTable.get('all tables');
  byTable.delete('all tables');
  if (all !== undefined) byTable.set('all tables', all);
  return `Every printed digit to every other digit, by table:\n\n${table('table', byTable)}\n\nBy kind of change:\n\n${table('kind', byKind)}`;
}

// npm run power [-- NAME] [-- --every=20]: the named document (a folder under sources/, or a path), or every one there is.
if (part !== undefined) console.log(JSON.stringify(await countAll(word, Number(part))));
else {
  const names = word === '' ? documentNames() : [word];
  for (const name of names) console.log(`${names.length > 1 ? `${name}\n\n` : ''}${await powerOf(name)}`);
}
