import type { ToldBy } from '../../page/table.ts';
import type { UnwrittenLine } from '../source-text.ts';
import type { FilledTable } from './table.ts';

/** A block before it is known where it stands in the text. */
export type UnwrittenBlock =
  | {
      readonly kind: 'paragraph' | 'furniture' | 'unseen';
      readonly lines: readonly UnwrittenLine[];
      readonly begins: boolean;
    }
  | {
      readonly kind: 'table';
      readonly table: FilledTable;
      readonly rowsToldBy: ToldBy;
      readonly columnsToldBy: ToldBy;
    };
