import type { SlotValue } from '../../identities/verdict.ts';
import type { Slot } from '../../template/plan.ts';
import type { CellContent, ReadCell } from './cell.ts';
import { decimalsOf } from './number.ts';

/** One content a column: a spanning cell fills all of its columns. */
export function contentsOf(cells: readonly ReadCell[]): readonly CellContent[] {
  return cells.flatMap(({ content, columns }) => Array.from({ length: columns }, () => content));
}

/** Whether two cells say the same; marks aside. */
export function sameContent(a: CellContent | undefined, b: CellContent): boolean {
  if (a?.kind !== b.kind) return false;
  return a.kind !== 'number' || (b.kind === 'number' && a.value === b.value);
}

/** Whether two cells say the same and carry the same marks. */
export function sameCell(a: CellContent | undefined, b: CellContent): boolean {
  if (!sameContent(a, b)) return false;
  const marks = (content: CellContent | undefined): string =>
    content?.kind === 'number' ? content.marks.join(' ') : '';
  return marks(a) === marks(b);
}

/** A row as a message shows it: `1 | 100200 | nil`. */
export function readingText(cells: readonly ReadCell[]): string {
  return cells.map(({ content }) => (content.kind === 'number' ? content.value : content.kind)).join(' | ');
}

/** A cell's content for arithmetic: nil is zero, a missing value is unknown, and of the others there is none. */
export function arithmeticOf(content: CellContent, slot?: Pick<Slot, 'counted'>): SlotValue {
  if (content.kind === 'missing') return { kind: 'unknown' };
  if (content.kind === 'nil') return { kind: 'nil' };
  if (content.kind !== 'number') return { kind: 'none' };
  const number = {
    kind: 'number',
    value: Number(content.value),
    decimals: decimalsOf(content.value),
  } as const;
  return slot?.counted ? { ...number, exact: true } : number;
}
