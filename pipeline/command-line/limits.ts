const MIB = 1024 * 1024;

/** The most bytes of a source that are read: a PDF may hold pictures. Ten times the largest report known. */
export const MOST_SOURCE_BYTES = 256 * MIB;

/** The most bytes of a text layer, a layout, a code list or a schema; what is larger was not made by a person. */
export const MOST_TEXT_BYTES = 16 * MIB;

/** A size as a person is told it. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / MIB)} MiB`;
}

/** What reading a source may take, from the declarations to what is published. */
export interface ReadingLimits {
  readonly seconds: number;
  /** Memory beside that of the rest of the program. */
  readonly mebibytes: number;
}

/** What every source is read with: many times what the largest reports need, and no more than a small machine has. */
export const READING_LIMITS: ReadingLimits = { seconds: 180, mebibytes: 1536 };
