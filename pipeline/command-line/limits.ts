const MIB = 1024 * 1024;

/** The most bytes of a source that are read: a PDF may hold pictures. Ten times the largest report known. */
export const MOST_SOURCE_BYTES = 256 * MIB;

/** The most bytes of a text layer, a layout, a code list or a schema; what is larger was not made by a person. */
export const MOST_TEXT_BYTES = 16 * MIB;

/** A size as a person is told it. */
export function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / MIB)} MiB`;
}
