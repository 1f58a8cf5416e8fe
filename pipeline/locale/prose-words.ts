/** What the engine knows of a language to tell which words of running text belong together. */
export interface ProseWords {
  /** A word in the case in which what belongs to it stands behind it. */
  readonly owner: RegExp;
  /** Words that join the members of a list of numbers. */
  readonly conjunctions: ReadonlySet<string>;
  /** Words that want the word before them in one case. */
  readonly governs: ReadonlyMap<string, RegExp>;
}
