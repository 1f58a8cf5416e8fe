import { readCsvRows } from '../../pipeline/command-line/copy/csv-rows.ts';
import type { DescribedTable, Descriptor } from '../../pipeline/command-line/copy/descriptor.ts';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { CHECKSUMS } from '../../pipeline/publish/folder/checksums.ts';
import { compareText } from '../../pipeline/publish/key-order.ts';
import { rowDifferences } from './formats.ts';
import { difference } from './objects.ts';

/** Endings of files that a person can read line by line. */
const TEXT = /\.(csv|json|jsonld|md|txt|ttl|cff)$/;

/** More differences of one table are told by their number. */
const MOST_TOLD = 20;

/**
 * Holds every file of a copy against the same file as this program makes it, byte by byte; a table of values is told
 * by its rows and columns. The DuckDB file is left out, whose bytes do not tell (see `objects.ts`), and so is the list
 * of checksums, which names it; files that tell its checksum may tell the copy's.
 */
export function madeAgainFindings(
  copy: Files,
  made: Files,
  { tables, database }: Descriptor,
): readonly Finding[] {
  const byPath = new Map(tables.map((table) => [table.path, table]));
  const again = withItsDatabase(copy, made, database);
  const paths = [...new Set([...made.keys(), ...copy.keys()])].sort(
    (a, b) => rank(a) - rank(b) || compareText(a, b),
  );
  return paths
    .filter((path) => path !== CHECKSUMS && path !== database)
    .flatMap((path): readonly Finding[] => {
      const [ours, theirs] = [again.get(path), copy.get(path)];
      if (ours === undefined) return [wrong(path, 'no file that this program does not make', 'one')];
      if (theirs === undefined) return [wrong(path, 'this file, which the source gives', 'no such file')];
      if (Buffer.compare(ours, theirs) === 0) return [];
      const table = byPath.get(path);
      const rows = table === undefined ? [] : tableDifferences(table, made, copy);
      return rows.length > 0 ? rows : [fileDifference(path, ours, theirs)];
    });
}

/** Files that name the checksums of others, each after those that it names. */
const NAMING = ['dataset.jsonld', 'dcat.ttl', 'ro-crate-metadata.json'];

/**
 * What this program makes, told of the copy's database: where another system wrote that, its bytes are others, and so
 * are its size and checksum in the metadata, and the checksums of the metadata in the crate.
 */
function withItsDatabase(copy: Files, made: Files, database: string | undefined): Files {
  const [ours, theirs] = [made.get(database ?? ''), copy.get(database ?? '')];
  if (ours === undefined || theirs === undefined || Buffer.compare(ours, theirs) === 0) return made;
  const told: [string, string][] = [
    [sha256(ours), sha256(theirs)],
    [`"${ours.length}`, `"${theirs.length}`],
  ];
  const again = new Map(made);
  for (const path of NAMING) {
    const before = made.get(path);
    if (before === undefined) continue;
    const text = told.reduce((all, [from, to]) => all.replaceAll(from, to), Buffer.from(before).toString());
    const after = Buffer.from(text);
    again.set(path, after);
    told.push([sha256(before), sha256(after)]);
  }
  return again;
}

/** Values first, then texts: what differs in other files most often follows from them, such as a checksum. */
function rank(path: string): number {
  return path.startsWith('csv/') ? 0 : /\.(md|txt)$/.test(path) ? 1 : 2;
}

function tableDifferences(table: DescribedTable, made: Files, copy: Files): readonly Finding[] {
  const [ours, theirs] = [readCsvRows(table, made), readCsvRows(table, copy)];
  if (ours.findings.length > 0 || theirs.findings.length > 0) return [];
  const found = rowDifferences(
    { schema: table, rows: ours.rows },
    table.path,
    theirs.rows,
    'made again from the source',
  );
  const left = found.length - MOST_TOLD;
  const more = left > 0 ? [wrong(table.path, 'the values that the source gives', `${left} more others`)] : [];
  return [...found.slice(0, MOST_TOLD), ...more];
}

function fileDifference(path: string, ours: Uint8Array, theirs: Uint8Array): Finding {
  if (!TEXT.test(path)) return wrong(path, 'the bytes that this program makes', 'others');
  const [expected, found] = [ours, theirs].map((bytes) => Buffer.from(bytes).toString().split('\n'));
  const line = (expected ?? []).findIndex((text, at) => text !== found?.[at]);
  const at = line < 0 ? (expected?.length ?? 0) : line;
  const place = { file: path, line: at + 1 };
  const says = difference(expected?.[at] ?? '', found?.[at] ?? '');
  return { kind: 'file', place, expected: 'the line that this program makes', found: says };
}

function wrong(file: string, expected: string, found: string): Finding {
  return { kind: 'file', place: { file }, expected, found };
}
