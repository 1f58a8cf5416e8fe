import type { TextLayer } from '../../../extract/text-layer.ts';
import type { Language } from '../../../locale/language.ts';
import type { Finding } from '../../../page/finding.ts';
import type { Notation } from '../../../template/notation.ts';
import type { Element } from '../../../template/plan.ts';
import type { SentenceValue } from '../../reading/cell.ts';
import type { Ink } from '../../reading/ink.ts';
import type { Stretch } from '../../reading/phrase.ts';
import type { ReadRow } from '../lattice/lattice.ts';

/** A stretch of ink and what it is: every character of the source belongs to exactly one claim. */
export interface Claim extends Stretch {
  readonly element:
    | 'body'
    | 'annex_stamp'
    | 'table_title'
    | 'heading'
    | 'row_label'
    | 'cell'
    | 'sentence'
    | 'note';
}

/** What reading one element gives, and how far it reached. */
export interface Step {
  readonly to: number;
  readonly rows?: readonly ReadRow[];
  readonly values?: readonly SentenceValue[];
  readonly claims?: readonly Claim[];
  readonly findings?: readonly Finding[];
  /** Text before the element that no rule accounts for. */
  readonly skipped?: Stretch;
  /** The element does not stand in the rest of the text. */
  readonly isMissing?: boolean;
}

/** Reads one element of an annex at a place of the ink; `follows` tells where the next one begins. */
export type ElementReader = (
  context: Context,
  at: number,
  element: Element,
  follows: (index: number) => boolean,
) => Step;

/** What every reader needs. */
export interface Context {
  readonly layer: TextLayer;
  readonly ink: Ink;
  readonly language: Language;
  readonly notation: Notation;
}
