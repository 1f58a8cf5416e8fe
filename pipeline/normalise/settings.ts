/**
 * Limits of what is tried before a row is told as one that cannot be decided. Set by the rows of the report and of the
 * texts of bench/growth: none of theirs comes near, and what reaches one of these takes about a second.
 */
export const NARROWING = {
  /** Combinations of what rows may say that are tried one by one; the most of the report are 4 200. */
  mostCombinations: 20_000,
  /** Things that a row may say in the columns of an identity; a row of eight columns of six digits has 6 435. */
  mostSayings: 20_000,
  /** Sums of one half of the rows that are held against those of the other: 0.1 s. */
  mostSums: 50_000,
  /** Pairs of sums that are looked at because they may come to nothing: 0.2 s. */
  mostPairs: 5_000_000,
  /** Of a sum, since doubles carry 15 digits. */
  relativeError: 1e-12,
} as const;

/** What is looked at of the other readings of a row, and when a row is doubted. */
export const DOUBTS = {
  /** Readings of a row that are held against identities one by one. */
  mostReadings: 20_000,
  /** Cells that are tried for a row whose lines stand beside each other: 0.3 s. */
  mostSteps: 200_000,
  /** Lines of a row; one of more has its cells one below the other. */
  mostLinesBeside: 3,
  /** So many times as great as any other number of its row: `140 123` beside 135 and 155 may be two. */
  farGreater: 20,
  /** Readings that are shown where several are left. */
  shown: 4,
} as const;
