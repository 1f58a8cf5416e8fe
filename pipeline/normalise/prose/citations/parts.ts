import type { Head, Marks } from './marks.ts';

/** The parts of an act that a citation names, as printed; several of a kind are parted by spaces. */
export interface CitedParts {
  readonly article: string | null;
  readonly part: string | null;
  /** A point; a point within it stands behind in brackets, `1(2)`, and alone as `(12)`. */
  readonly point: string | null;
}

const NONE: CitedParts = { article: null, part: null, point: null };

/**
 * The articles, parts and points that stand right behind the word for an act:
 *
 *     of the Code its article 176, its point 1 and there 1)   ->   article 176, point 1(1)
 *     of the Law (hereinafter the Law) its articles 28, 31     ->   article 28 31
 *
 * Nothing where the word is followed by something else: what an act says of itself elsewhere is another citation.
 */
export function partsBehind({ folded, words }: Marks, head: Head): CitedParts {
  const { article, part, ordinal, point, subpoint } = words.parts.exec(folded.slice(head.to))?.groups ?? {};
  if (article === undefined) return NONE;
  const within = subpoint === undefined ? '' : `(${subpoint})`;
  const ordered = ordinal === undefined ? undefined : words.ordinals[ordinal];
  return {
    article: article.split(/[^\d-]+/u).join(' '),
    part: part ?? ordered ?? null,
    point: point === undefined && within === '' ? null : `${point ?? ''}${within}`,
  };
}
