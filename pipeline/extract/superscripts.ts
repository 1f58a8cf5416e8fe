import type { Span } from '../page/place.ts';
import type { TextLayer } from './text-layer.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁾';
const PLAIN = '0123456789)';
/** A footnote's mark; `м²` is none. */
const MARK = /[⁰¹²³⁴-⁹]{1,2}[⁾)]/g;

/**
 * Writes marks in characters that are raised by themselves as all others are, and notes that they stood raised.
 * Offsets stay as they are.
 *
 *     8962,0³⁾    // 8962,0 with the mark 3)
 */
export function withPlainMarks(layer: TextLayer): TextLayer {
  const found = [...layer.text.matchAll(MARK)].map(
    ({ 0: mark, index }): Span => ({ start: index, end: index + mark.length }),
  );
  if (found.length === 0) return layer;
  const known = layer.evidence.raised;
  const isNew = ({ start }: Span): boolean => !known.some((span) => span.start <= start && start < span.end);
  const raised = [...known, ...found.filter(isNew)].sort((one, other) => one.start - other.start);
  return { ...layer, text: layer.text.replace(MARK, plain), evidence: { ...layer.evidence, raised } };
}

function plain(mark: string): string {
  return [...mark].map((character) => PLAIN[RAISED.indexOf(character)] ?? character).join('');
}
