import { kk } from '../../locale/kk.ts';
import type { LegalLanguage } from '../legal-language.ts';
import { kkActWords } from './kk-act-words.ts';
import { kkActs } from './kk-acts.ts';

/** Kazakh as it is written in Kazakhstan: with the words for its acts, and how they are cited. */
export const kkInKazakhstan: LegalLanguage = { ...kk, prose: kkActWords, acts: kkActs };
