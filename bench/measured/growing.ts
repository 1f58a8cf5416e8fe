import { stagesOf } from '../../pipeline/build.ts';
import { extract } from '../../pipeline/extract/extract.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import { manyColumns, manyPages, manyRows } from './made-up.ts';
import { exponentOf, type Row, seconds, shown } from './measure.ts';

/** What grows as n log n shows an exponent of 1.1 to 1.2 at these sizes; the rest is the noise of small times. */
const MOST = 1.35;

interface Grown {
  readonly what: string;
  readonly sizes: readonly number[];
  /** A reading of that size, ready to be timed. */
  readonly reading: (size: number) => () => Promise<unknown>;
}

async function read({
  document,
  bytes,
}: {
  readonly document: DocumentDescription;
  readonly bytes: Uint8Array;
}) {
  try {
    await stagesOf(
      () => ({ file: 'report.txt', bytes }),
      document,
      async (_, make) => make(),
    ).validate();
  } catch (error) {
    // What is refused has been read as well.
    if (!(error instanceof SourceFault)) throw error;
  }
}

const GROWN: readonly Grown[] = [
  {
    what: 'pages of a PDF, a table without rules on each',
    sizes: [10, 100, 1000],
    reading: (pages) => {
      const bytes = manyPages(pages);
      return () => extract(bytes.slice(), 'pages.pdf');
    },
  },
  {
    what: 'rows of a table, read and checked',
    sizes: [10, 1000, 10_000],
    reading: (rows) => {
      const made = manyRows(rows);
      return () => read(made);
    },
  },
  {
    what: 'columns that only spaces part, thousands too',
    sizes: [5, 12, 30],
    reading: (columns) => {
      const made = manyColumns(columns);
      return () => read(made);
    },
  },
];

/** How the time of a reading grows with its size: the exponent that fits best. */
export async function growth(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { what, sizes, reading } of GROWN) {
    // Once, uncounted, so that what is loaded and compiled at the first reading is no part of it.
    await reading(sizes[0] ?? 1)();
    const points: [number, number][] = [];
    for (const size of sizes) points.push([size, await seconds(reading(size))]);
    const exponent = exponentOf(points.slice(-2));
    rows.push({
      what: `growth: ${sizes.join(', ')} ${what}`,
      ours: points.map(([, time]) => shown(time)).join(', '),
      against: 'n log n',
      ratio: `n^${exponent.toFixed(2)}`,
      aim: `n^${MOST}`,
      isAbove: exponent > MOST,
    });
  }
  return rows;
}
