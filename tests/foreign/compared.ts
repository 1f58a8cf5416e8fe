import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { openDocument } from '../../pipeline/command-line/folders.ts';
import { inkOf } from '../../pipeline/locale/look-alikes.ts';
import type { CellContent } from '../../pipeline/normalise/reading/cell-content.ts';
import { normaliseTables } from '../../pipeline/normalise/tables/cells/read-tables.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { Source } from '../../pipeline/page/source.ts';
import type { PlannedStep } from '../../pipeline/template/tables/table-plan.ts';

/** What became of the numbers of a document. */
export interface Compared {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly refused: readonly string[];
}

interface Expected {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly flag: string;
}

/** Compares what a folder's declarations make of a document with what a person reads in it, cell by cell in their order. */
export function compared(declarations: string, pages: Source, expectations: string): Compared {
  const expected: readonly Expected[] = parse(readFileSync(expectations), { columns: true });
  const document = openDocument(declarations);
  try {
    const { cells } = normaliseTables(pages, document);
    const values = new Map(
      cells.flatMap((cell) => cell.values.map(({ slot, content }) => [slot, content] as const)),
    );
    const names = [...new Set(expected.map(({ table }) => table))];
    const read = document.plan.tables.map(({ steps }) =>
      rowsOf(steps).flatMap(({ text, heading, slots }) =>
        slots.flatMap((slot) => (values.has(slot) ? [{ text, heading, content: values.get(slot) }] : [])),
      ),
    );
    const tables = names.map((name) => {
      const own = expected.filter(({ table }) => table === name);
      const tries = read.map((cells) => against(own, cells));
      return tries.reduce((best, each) => (each.right > best.right ? each : best), {
        right: 0,
        wrong: [`${name}: not read`],
      });
    });
    return {
      right: tables.reduce((sum, table) => sum + table.right, 0),
      wrong: tables.flatMap(({ wrong }) => wrong),
      refused: [],
    };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { right: 0, wrong: [], refused: error.message.split('\n') };
  }
}

interface ReadCell {
  readonly text: string;
  readonly heading: string;
  readonly content: CellContent | undefined;
}

/** Holds the cells of a table against those that were read, in their order. */
function against(
  expected: readonly Expected[],
  read: readonly ReadCell[],
): { readonly right: number; readonly wrong: readonly string[] } {
  const wrong = read.length === expected.length ? [] : [`${read.length} cells instead of ${expected.length}`];
  let right = 0;
  for (const [index, { table, row, column, value, flag }] of expected.entries()) {
    const { text = '', heading = '', content } = read[index] ?? {};
    const printed = content?.kind === 'number' ? content.value : '';
    const marks = content?.kind === 'number' ? content.marks.map((mark) => `mark ${mark})`).join(' ') : flag;
    const isRow = [text, text.replace(heading, '')].some(
      (each) => inkOf(row.replaceAll('>', '')) === inkOf(each),
    );
    if (isRow && printed === value && (value === '' || marks === flag)) right += value === '' ? 0 : 1;
    else wrong.push(`${table}, ${row}, ${column}: ${value} ${flag}, not ${text}: ${printed} ${marks}`);
  }
  return { right, wrong };
}

function rowsOf(
  steps: readonly PlannedStep[],
): readonly (Omit<ReadCell, 'content'> & { readonly slots: readonly number[] })[] {
  let heading = '';
  return steps.flatMap((step) => {
    if (step.kind === 'heading') {
      heading = step.texts[0] ?? '';
      return [];
    }
    const labels = step.labels.map(({ texts }) => texts[0] ?? '');
    return [{ text: [heading, ...labels].join(' '), heading, slots: step.slots.map(({ index }) => index) }];
  });
}

/** The documents that are at hand: third parties' files, which are no part of the project. */
export const FOREIGN = process.env.FOREIGN_DOCUMENTS ?? '../shared/foreign';

/** Where a document's PDF and its expected values lie. */
export function filesOf(name: string): { readonly source: string; readonly expectations: string } {
  return { source: join(FOREIGN, name, 'document.pdf'), expectations: join(FOREIGN, name, 'expected.csv') };
}
