import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { openDocument, openSource } from '../../pipeline/command-line/folders.ts';
import { duckdb } from '../../pipeline/publish/duckdb/duckdb.ts';
import { contentsOf } from '../synthesis/contents.ts';
import { printedAnew } from '../synthesis/synthetic.ts';
import { exponentOf, type Row, seconds, shown } from './measure.ts';

const EXAMPLE = 'examples/lighthouses';
const MEMORY_AIM = 500;

/** Declares so many synthetic documents in a folder, each with its own file: every third is a PDF, a text, a page. */
async function declare(count: number, folder: string): Promise<void> {
  const document = openDocument(EXAMPLE);
  const known = await contentsOf(openSource(undefined, document), document);
  const head = readFileSync(join(EXAMPLE, 'document.yaml'), 'utf8');
  for (let number = 1; number <= count; number += 1) {
    const id = `lights-${String(number).padStart(5, '0')}`;
    const kind = (['html', 'text', 'pdf'] as const)[number % 3] ?? 'html';
    const { name, bytes } = printedAnew(document, known, kind, number);
    const own = join(folder, id);
    mkdirSync(own, { recursive: true });
    cpSync(join(EXAMPLE, 'tables'), join(own, 'tables'), { recursive: true });
    writeFileSync(join(own, name), bytes);
    writeFileSync(
      join(own, 'document.yaml'),
      head.replace('id: lighthouses', `id: ${id}`).replace('report.pdf', name),
    );
  }
}

/** MiB that a process and those below it hold at most at the same time, looked at again and again. */
function watched(pid: number): () => number {
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, resident(pid, parents()));
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return peak;
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

function resident(pid: number, below: ReadonlyMap<number, readonly number[]>): number {
  let own = 0;
  try {
    own = Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    // It has ended.
  }
  return (below.get(pid) ?? []).reduce((sum, each) => sum + resident(each, below), own);
}

/** Builds of 1, 10, 100, ... documents by one command; `most` is the last. */
export async function manyDocuments(scratch: string, most: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const points: [number, number][] = [];
  let corpus = '';
  for (let count = 1; count <= most; count *= 10) {
    const folder = mkdtempSync(join(scratch, 'many-'));
    await declare(count, join(folder, 'documents'));
    corpus = join(folder, 'corpus');
    let peak = 0;
    let clock = 0;
    const time = await seconds(async () => {
      const begun = performance.now();
      const words = [
        'build',
        '--documents',
        `${resolve(folder)}/documents/*/document.yaml`,
        '--out',
        resolve(corpus),
        '--quiet',
      ];
      const running = spawn(process.execPath, [resolve('pipeline/command-line/start.mjs'), ...words], {
        stdio: 'ignore',
      });
      const peakOf = watched(running.pid ?? 0);
      const [code] = await once(running, 'close');
      peak = peakOf();
      clock = (performance.now() - begun) / 1000;
      if (code !== 0) throw new Error(`${count} documents: expected exit status 0, found ${code}`);
    });
    points.push([count, time]);
    rows.push({
      what: `${count} synthetic ${count === 1 ? 'document' : 'documents'}, \`etl build --documents\``,
      ours: `${shown(time)} of processor, ${shown(clock)} by the clock`,
      against: `${peak.toFixed(0)} MiB at most, ${availableParallelism()} processors`,
      ratio: `${(count / time).toFixed(2)} a second and core`,
      aim: `flat, below ${MEMORY_AIM} MiB`,
    });
  }
  if (points.length > 2)
    rows.push({
      what: 'growth of that with their number',
      ours: '',
      against: 'n',
      ratio: `n^${exponentOf(points.slice(-2)).toFixed(2)}`,
      aim: 'n^1.1',
    });
  return [...rows, ...(await queries(corpus, most))];
}

const QUERIES: Readonly<Record<string, string>> = {
  'count of all values': 'select count(*) from {}',
  'values of one document': "select * from {} where document = 'lights-00001'",
  'mean by light and year': 'select light, year, avg(value) from {} group by all order by all',
};

/** Queries over what was built. */
async function queries(corpus: string, count: number): Promise<readonly Row[]> {
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const relation = `read_parquet('${corpus}/data/oil_burnt/*/*.parquet', hive_partitioning = true)`;
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
