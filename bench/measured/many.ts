import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadDuckdb } from '../../pipeline/publish/duckdb/duckdb.ts';
import { writeReport } from '../../tests/corpus/made-up-corpus.ts';
import { exponentOf, type Row, seconds, shown } from './measure.ts';

/** What no process may pass, in MiB: a corpus is built one document after the other, however many there are. */
const MOST_MEBIBYTES = 500;
/** The exponent that time may grow with: 1 is linear, the rest is what the clock of a small run is off by. */
const MOST_EXPONENT = 1.15;

/**
 * Declares so many small documents in a folder, each a page of HTML of its own with a table of three rows and two years,
 * six values, of which one row is the sum of the others: what a document costs beside its values.
 */
function declare(count: number, folder: string): void {
  for (let number = 0; number < count; number += 1) {
    const [north, south] = [100 + number, 50 + 2 * number];
    const first = 1901 + (number % 100);
    writeReport(folder, {
      name: `harvest-${String(number).padStart(5, '0')}`,
      years: [first, first + 1],
      tonnes: {
        north: [`${north}.5`, `${north + 1}.5`],
        south: [`${south}.5`, `${south + 2}.5`],
        all: [`${north + south + 1}.0`, `${north + south + 4}.0`],
      },
    });
  }
}

/** MiB of memory: of the largest process, and of all that run at the same time. */
interface Memory {
  readonly one: number;
  readonly all: number;
}

/** What a process and those below it hold at most, looked at again and again. */
function watched(pid: number): () => Memory {
  let most: Memory = { one: 0, all: 0 };
  const look = (): void => {
    const sizes = residents(pid, parents());
    most = {
      one: Math.max(most.one, ...sizes),
      all: Math.max(
        most.all,
        sizes.reduce((sum, each) => sum + each, 0),
      ),
    };
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return most;
  };
}

/** The processes of the machine by the one that started them; none where the system does not tell. */
function parents(): ReadonlyMap<number, readonly number[]> {
  const below = new Map<number, number[]>();
  try {
    for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
      const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
      below.set(parent, [...(below.get(parent) ?? []), Number(name)]);
    }
  } catch {
    // A process that has ended meanwhile.
  }
  return below;
}

/** MiB that a process and each below it hold now. */
function residents(pid: number, below: ReadonlyMap<number, readonly number[]>): readonly number[] {
  let own = 0;
  try {
    own = Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    // It has ended.
  }
  return [own, ...(below.get(pid) ?? []).flatMap((each) => residents(each, below))];
}

/** Runs the command line, which must end well, and tells the memory that it took at most. */
async function etl(...words: readonly string[]): Promise<Memory> {
  const all = [resolve('pipeline/command-line/start.mjs'), ...words, '--quiet'];
  const running = spawn(process.execPath, all, { stdio: 'ignore' });
  const memory = watched(running.pid ?? 0);
  const [code] = await once(running, 'close');
  const most = memory();
  if (code !== 0) throw new Error(`etl ${words[0]}: expected exit status 0, found ${code}`);
  return most;
}

/** A command over so many documents, as a line of the table. */
async function rowOf(
  what: string,
  count: number,
  work: () => Promise<Memory>,
): Promise<Row & { time: number }> {
  const begun = performance.now();
  let memory: Memory = { one: 0, all: 0 };
  const time = await seconds(async () => {
    memory = await work();
  });
  const clock = (performance.now() - begun) / 1000;
  return {
    what,
    ours: `${shown(time)} of processor, ${shown(clock)} by the clock`,
    against: `at most ${memory.one.toFixed(0)} MiB a process, ${memory.all.toFixed(0)} MiB in all`,
    ratio: `${(count / time).toFixed(1)} a second and core`,
    aim: `below ${MOST_MEBIBYTES} MiB a process`,
    isAbove: memory.one > MOST_MEBIBYTES,
    time,
  };
}

/** Builds of 1, 10, 100, ... documents by one command; `most` is the last, which is then built again and merged. */
export async function* manyDocuments(scratch: string, most: number): AsyncGenerator<Row> {
  const points: [number, number][] = [];
  let corpus = '';
  for (let count = 1; count <= most; count *= 10) {
    const folder = resolve(mkdtempSync(join(scratch, 'many-')));
    declare(count, join(folder, 'documents'));
    corpus = join(folder, 'corpus');
    const named = `${count} small ${count === 1 ? 'document' : 'documents'}`;
    const build = (): Promise<Memory> =>
      etl('build', '--documents', `${folder}/documents/*/document.yaml`, '--out', corpus);
    const first = await rowOf(`${named}, \`etl build --documents\``, count, build);
    points.push([count, first.time]);
    yield first;
    if (count * 10 <= most) continue;
    yield await rowOf(`${named}, the same again, nothing to do`, count, build);
    yield await rowOf(`${named}, \`etl merge\``, count, () => etl('merge', corpus));
  }
  const exponent = exponentOf(points.slice(-2));
  if (points.length > 2)
    yield {
      what: 'growth of the first building with the number of documents',
      ours: '',
      against: 'n',
      ratio: `n^${exponent.toFixed(2)}`,
      aim: `n^${MOST_EXPONENT}`,
      isAbove: exponent > MOST_EXPONENT,
    };
  yield* await queries(corpus, most);
}

const QUERIES: Readonly<Record<string, string>> = {
  'count of all values': 'select count(*) from {}',
  'values of one document': "select * from {} where document = 'harvest-00000'",
  'mean by orchard and year': 'select orchard, year, avg(tonnes) from {} group by all order by all',
};

/** Queries over what was built. */
async function queries(corpus: string, count: number): Promise<readonly Row[]> {
  const { DuckDBInstance } = await loadDuckdb();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const relation = `read_parquet('${corpus}/data/harvest/*/*.parquet', hive_partitioning = true)`;
  const rows: Row[] = [];
  for (const [what, query] of Object.entries(QUERIES)) {
    const time = await seconds(() => connection.runAndReadAll(query.replace('{}', relation)));
    rows.push({
      what: `query over ${count} documents: ${what}`,
      ours: shown(time),
      against: '',
      ratio: '',
      aim: '',
    });
  }
  connection.closeSync();
  instance.closeSync();
  return rows;
}
