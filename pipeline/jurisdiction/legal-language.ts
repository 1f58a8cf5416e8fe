import type { Language } from '../locale/language.ts';
import type { LegalWords } from './act-kinds.ts';
import type { ActWords } from './act-words.ts';

/** A language as it is written where these acts are in force: what they are called, and how they are cited in it. */
export interface LegalLanguage extends Language {
  readonly prose: ActWords;
  readonly acts: LegalWords;
}
