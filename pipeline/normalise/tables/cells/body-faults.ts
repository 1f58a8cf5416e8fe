import { grouped } from '../../../page/grouped.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import { isText, lettersOf, shown } from './letters.ts';
import { type BodyRow, hasValues, type PrintedRow } from './pieces.ts';
import type { Step } from './steps.ts';

/** What does not stand in a body as it is declared. */
export interface BodyFault {
  readonly at: PrintedRow | undefined;
  readonly row?: string;
  readonly expected: string;
  readonly found: string;
  readonly action?: string;
}

const SHOWN = 3;
const HEADER_ACTION =
  'declare it as it is printed; if it is the header, declare it with the columns: { header: ..., ... }';
const MATCH_ACTION = 'declare it as it is printed, or leave it out with ignore: ["its text"]';

/** What is printed in a row where none of the awaited steps stands. */
export function unawaitedFault(at: PrintedRow, found: string, awaited: readonly Step[]): BodyFault {
  const expected = awaited.length === 0 ? 'the end of the table' : awaitedText(awaited);
  return { at, expected, found, action: at.isFirst ? HEADER_ACTION : MATCH_ACTION };
}

function awaitedText(awaited: readonly Step[]): string {
  const last = awaited.at(-1);
  const texts = [
    ...awaited.slice(0, SHOWN),
    ...(awaited.length > SHOWN && last !== undefined ? [last] : []),
  ].map(stepText);
  return awaited.length > SHOWN + 1
    ? `${texts.slice(0, SHOWN).join(', ')} ... or ${texts.at(-1)}`
    : texts.join(' or ');
}

function stepText({ kind, texts: [text = ''] }: Step): string {
  return kind === 'row' && text === '' ? 'a row without a label' : `the ${kind} "${text}"`;
}

/** Rows that hold values and no label. */
export function strayRows(
  rows: readonly PrintedRow[],
  own: readonly BodyRow[],
  ignored: readonly PrintedRow[],
): readonly BodyFault[] {
  const claimed = new Set([...own.flatMap(({ printed }) => printed), ...ignored]);
  return rows
    .filter((row) => !claimed.has(row) && hasValues(row))
    .slice(0, SHOWN)
    .map((at) => ({
      at,
      expected: 'a label for each row of values',
      found: `none beside ${shown(at.values.flatMap(({ cell }) => lettersOf(cell.lines)))}`,
      action:
        'compare with the printed page: the label may be part of another row; one that has none of its own, as errors below coefficients, is declared as ""',
    }));
}

/** The labels of outer keys in columns of their own: each is printed once for its rows, or in each of them. */
export function outerFaults(
  { rowKeys }: TablePlan,
  own: readonly BodyRow[],
  columnKeys: ReadonlySet<string>,
  ownKey: string,
  marks: readonly string[],
): readonly BodyFault[] {
  return rowKeys
    .filter((key) => key !== ownKey && columnKeys.has(key))
    .flatMap((key) => {
      const outer = rowKeys.slice(0, rowKeys.indexOf(key) + 1);
      const groups = grouped(own, ({ row: { labels } }) =>
        labels.flatMap((label) => (outer.includes(label.key) ? label.code : [])).join('\n'),
      );
      return [...groups.values()].flatMap((group): readonly BodyFault[] => {
        const cells = new Set(
          group.flatMap(({ printed }) => printed.flatMap(({ keys }) => keys.get(key) ?? [])),
        );
        const letters = [...cells].flatMap(({ lines }) => lettersOf(lines));
        const texts = group[0]?.row.labels.find((label) => label.key === key)?.texts ?? [];
        if (isText(letters, texts, marks) || (letters.length === 0 && texts.length === 0)) return [];
        const [first] = group;
        return [
          {
            at: first?.printed[0],
            row: first?.row.name ?? '',
            expected:
              texts.length === 0
                ? `no label of ${key}`
                : `the label ${texts.map((text) => `"${text}"`).join(' or ')} of ${key}`,
            found: letters.length === 0 ? 'none' : shown(letters),
            action: MATCH_ACTION,
          },
        ];
      });
    });
}

/** Steps that had to stand in a body and do not. */
export function missingFault(missing: readonly Step[], at: PrintedRow | undefined): BodyFault {
  return {
    at,
    expected: missing.slice(0, SHOWN).map(stepText).join(', '),
    found: 'the end of the table',
    action:
      'if the table goes on elsewhere, name all of its pages; if not every row is printed, declare printed: some',
  };
}
