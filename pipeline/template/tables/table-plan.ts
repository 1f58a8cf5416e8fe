import type { Notation, SymbolMeaning } from '../notation.ts';
import type { Slot } from '../slot.ts';
import type { CellForm } from './cell-form.ts';

/** A code of a key, with the texts that may be printed for it: one, or one in each language. */
export interface Printed {
  readonly code: string;
  readonly texts: readonly string[];
}

/** What a column of values may look like. */
export interface ValueForm {
  readonly decimals: readonly number[];
  readonly minimum: number;
  readonly maximum: number;
}

/** What is printed above a column, level by level; each level in one language or another. */
export type HeaderLevels = readonly (readonly string[])[];

/** A declared column. */
export type PlannedColumn =
  | { readonly role: 'key'; readonly key: string; readonly header: HeaderLevels }
  | { readonly role: 'value'; readonly index: number; readonly header: HeaderLevels }
  /** Its cells hold several values. */
  | {
      readonly role: 'parts';
      readonly indexes: readonly number[];
      readonly form: CellForm;
      /** What stands in the place of a number: alone in a cell it stands for each of its values. */
      readonly symbols: readonly string[];
      /** Whether a space may part two values: not where it parts thousands, for `1 234` is one number there. */
      readonly isPartedBySpaces: boolean;
      readonly header: HeaderLevels;
    }
  | { readonly role: 'ignore'; readonly header: HeaderLevels };

/** The columns of a table or of its continuation: by their places, or by their headers alone. */
export interface PlannedColumns {
  readonly by: 'place' | 'header';
  readonly columns: readonly PlannedColumn[];
}

/** A step of the body, in printed order. */
export type PlannedStep =
  | { readonly kind: 'heading'; readonly texts: readonly string[] }
  | {
      readonly kind: 'row';
      /** Names the row in messages: its codes. */
      readonly name: string;
      /** For each key of the rows what is printed for it; the last is the row's own label. */
      readonly labels: readonly (Printed & { readonly key: string })[];
      /** Whether a table may do without it. */
      readonly isOptional: boolean;
      /** A slot for each column of values, by their index. */
      readonly slots: readonly Slot[];
    };

/** A declared table with its texts and slots spelt out. */
export interface TablePlan {
  readonly file: string;
  /** The name of the file, for messages; with its code where it is one of a family. */
  readonly name: string;
  readonly table: string;
  readonly title: readonly string[];
  /** The title that it goes on under. */
  readonly continuedTitle: string | undefined;
  /** What is printed again above the rows of a group that goes on on another page. */
  readonly continuedHeading: string | undefined;
  readonly pages: readonly (readonly [first: number, last: number])[];
  readonly place: number | undefined;
  /** The columns, and those of a continuation where they differ. */
  readonly columns: readonly PlannedColumns[];
  /** For each value column its form, where all of its values have one; and the row's where it has its own. */
  readonly forms: ReadonlyMap<number, ValueForm>;
  /** Keys of the rows, the outer first. */
  readonly rowKeys: readonly string[];
  readonly steps: readonly PlannedStep[];
  readonly notation: Notation;
  /** The marks that values and labels may carry; undefined where they are not listed. */
  readonly marks: readonly string[] | undefined;
  readonly blank: SymbolMeaning | undefined;
  readonly ignored: readonly string[];
}

/** The columns of values that a printed column holds, by their index: none, one, or one for each value of its cells. */
export function valueIndexes(column: PlannedColumn): readonly number[] {
  if (column.role === 'value') return [column.index];
  return column.role === 'parts' ? column.indexes : [];
}
