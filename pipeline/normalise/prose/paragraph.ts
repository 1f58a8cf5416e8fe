import type { HeadingWords } from '../../template/outline.ts';

/**
 * Text in its right order, with the origin of every character: `origins[i]` is the UTF-16 offset in the text
 * layer of `text[i]`, or -1 for white space that joining lines or moving words put in.
 */
export interface ProseText {
  readonly text: string;
  readonly origins: Int32Array;
}

/**
 * A piece of a paragraph that stands on a line of its own: running text, or a list item with its marker (`1)`,
 * `-`; null where a list has none). UTF-16 offsets into the paragraph's text; the marker stands before `from`.
 */
export interface Block {
  readonly kind: 'text' | 'item';
  readonly marker: string | null;
  readonly from: number;
  readonly to: number;
}

/** A numbered paragraph of the report, repaired; its number is not part of `text`. List items are lines of their own. */
export interface Paragraph extends ProseText {
  readonly number: number;
  /** Id of the section that it stands in. */
  readonly section: string;
  readonly page: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly blocks: readonly Block[];
}

/** A heading of the outline with the paragraphs under it. */
export interface Section extends ProseText {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: 'part' | 'recommendation' | 'subheading' | 'annex';
  /** The heading in other languages than that of the document. */
  readonly words: HeadingWords;
  readonly level: number;
  readonly position: number;
  /** The numbers in a recommendation's heading; two headings hold two. */
  readonly recommendations: readonly number[];
  readonly firstParagraph: number | null;
  readonly lastParagraph: number | null;
  readonly page: number;
}

/** What stands before the first part: the decree that approves the report, and the report's title. */
export interface Decree extends ProseText {
  readonly page: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly blocks: readonly Block[];
}

/** Displaced words that were put back. */
export interface Repair {
  /** Null outside the numbered paragraphs. */
  readonly paragraph: number | null;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly moved: string;
  readonly before: string;
  readonly after: string;
  /** Name of the rule that was sure of it. */
  readonly rule: string;
}

/** A line in which something looks displaced and no rule is sure; its words stand where they stood. */
export interface UnsureLine {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** A stretch of the text layer and the element that owns its ink. */
export interface ProseOwned {
  readonly element: string;
  readonly start: number;
  readonly end: number;
}

/** The document before its annexes: decree, report, outline. */
export interface Prose {
  readonly decree: Decree;
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly repairs: readonly Repair[];
  readonly unsure: readonly UnsureLine[];
  /** Who owns each character that is not white space: `decree`, `heading`, `paragraph`, ... without overlap. */
  readonly owned: readonly ProseOwned[];
}
