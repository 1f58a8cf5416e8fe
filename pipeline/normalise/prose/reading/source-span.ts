import type { ProseText } from '../paragraph.ts';
import type { Span } from './structure.ts';

/**
 * Where a stretch of repaired text stands in the text layer: from its first character there to behind its last.
 * Where displaced words were put back between them, what stood there before lies in between too. Undefined for
 * a stretch without ink.
 */
export function sourceSpan({ origins }: ProseText, { from, to }: Span): Span | undefined {
  const places = origins.subarray(from, to).filter((origin) => origin >= 0);
  if (places.length === 0) return undefined;
  const ordered = [...places].sort((a, b) => a - b);
  const [first = 0, last = 0] = [ordered[0], ordered.at(-1)];
  return { from: first, to: last + 1 };
}
