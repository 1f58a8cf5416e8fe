import type { Language } from '../locale/language.ts';
import type { LegalWords } from './act-kinds.ts';
import type { ActWords } from './act-words.ts';

/** A language as it is written in one jurisdiction: what the acts in force there are called, and how they are cited. */
export interface LegalLanguage extends Language {
  readonly prose: ActWords;
  readonly acts: LegalWords;
}
