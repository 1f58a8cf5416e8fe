import type { SlotValue } from '../../identities/verdict.ts';
import type { SymbolMeaning } from '../../template/notation.ts';
import type { Slot } from '../../template/plan.ts';
import { decimalsOf } from './number.ts';

/** What a cell can say. */
export type CellContent =
  | { readonly kind: 'number'; readonly value: string; readonly marks: readonly string[] }
  | { readonly kind: SymbolMeaning; readonly marks?: readonly string[] }
  | { readonly kind: 'not_in_force' };

/** Whether two cells say the same; marks aside. */
export function sameContent(a: CellContent | undefined, b: CellContent): boolean {
  if (a?.kind !== b.kind) return false;
  return a.kind !== 'number' || (b.kind === 'number' && a.value === b.value);
}

/** Whether two cells say the same and carry the same marks. */
export function sameCell(a: CellContent | undefined, b: CellContent): boolean {
  if (!sameContent(a, b)) return false;
  return marksOf(a).join(' ') === marksOf(b).join(' ');
}

/** The marks of notes that stand behind a value, or behind the symbol in its place. */
export function marksOf(content: CellContent | undefined): readonly string[] {
  return (content?.kind === 'not_in_force' ? undefined : content?.marks) ?? [];
}

/** What a cell says, as a message shows it: `100200`, `nil`, and with its marks `345 [1]`. */
export function contentText(content: CellContent): string {
  const said = content.kind === 'number' ? content.value : content.kind;
  return [said, ...marksOf(content).map((mark) => `[${mark}]`)].join(' ');
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
