import type { Language, ProseWords } from '../locale/language.ts';
import type { LegalWords } from './act-kinds.ts';

/** A language as it is written in one jurisdiction: what the acts in force there are called, and how they are cited. */
export interface LegalLanguage extends Language {
  readonly prose: ActWords;
  readonly acts: LegalWords;
}

/** What is known of acts to put displaced words of running text back: their names, their parts, whose they are. */
export interface ActWords extends ProseWords {
  /** A word for an act in any form, with the words that may stand before it in its name. */
  readonly acts: readonly ActForms[];
  /** A part of an act with its number (`16-` and the word for article), in any form. */
  readonly part: RegExp;
  /** The word for a part alone, as it stands when a line's end cut it from its number. */
  readonly cutPart: RegExp;
  /** An annex with its number, in any form. */
  readonly annex: RegExp;
  /** Acts and parts in a form that says whose they are, each with what may stand before it: an owner, a number, ... */
  readonly owned: readonly { readonly word: RegExp; readonly behind: RegExp }[];
  /** Words that come out of nowhere where displaced words were not put back, each with what may stand before it. */
  readonly strays: readonly { readonly word: RegExp; readonly behind: RegExp }[];
  /** Nouns that an act in that case goes on to own, such as its draft. */
  readonly ownedByAct: RegExp;
  /** The word that ends the quoted title of an act. */
  readonly titleEnd: string;
  /** The state whose act is named after it. */
  readonly state: string;
  /** Words that go with an act of the state, not with the state. */
  readonly notBehindState: ReadonlySet<string>;
}

/** Forms of one kind of act. */
export interface ActForms {
  readonly word: RegExp;
  /** First words of its name, such as the field that a code regulates; matched as a whole. */
  readonly before: RegExp;
  /** Whether the word is an act only behind one of them. */
  readonly needsBefore: boolean;
}
