import { TOGETHER } from '../../template/together.ts';
import { tableMarkdown } from '../formats/report.ts';
import type { Facts } from './facts.ts';

/** What a reader may be after, and the table that has it; a row is shown where the table is published. */
const QUESTIONS: readonly (readonly [question: string, table: string, why: string])[] = [
  [
    'any values, to filter, pivot or draw',
    TOGETHER.all,
    'every value in a row of its own, with all keys, unit, status and the names of the codes. Totals are among them: `is_total`',
  ],
  [
    'sums and counts of my own',
    TOGETHER.leaf,
    'the same without totals, so that nothing is added to its own parts. Add up counted values of one `dataset` and one year only: shares, rates and ratios have no sum, and several tables count the same',
  ],
  ['the names of codes, regions, units', 'unit', 'and the other code lists below'],
  ['where a value is printed, and how it was read', 'cell', 'by `cell_id`'],
  ['whether a value can be trusted', 'erratum', 'known contradictions of the document, by `cells`'],
  ['the figures of the running text', 'figure', 'and `narrative_series` where they make series'],
  ['the text itself', 'paragraph', 'or the readable `report.md`'],
];

/** The first thing to know: which table to take. Nothing where a document has no values. */
export function whichTable({ tables }: Facts): readonly string[] {
  const published = new Set(tables.map(({ schema }) => schema.name));
  if (!published.has(TOGETHER.all)) return [];
  const rows = QUESTIONS.filter(([, table]) => published.has(table)).map(([question, table, why]) => [
    question,
    `[\`${table}\`](#${table})`,
    why,
  ]);
  const one = [
    'one table as it is printed',
    'its own, under Observations below',
    'with its own keys and columns',
  ];
  return [
    '## Which table do I use?',
    tableMarkdown(['you want', 'take', ''], [...rows.slice(0, 2), one, ...rows.slice(2)]),
  ];
}
