import type { Token } from '../page/token.ts';
import type { TextLayer } from './text-layer.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾';
const PLAIN = '0123456789()';
/** A footnote's mark; `м²` is none. */
const MARK = /[⁰¹²³⁴-⁹]{1,2}[⁾)]/g;
/** Raised digits behind all else of a word. */
const BEHIND = /^[^⁰¹²³⁴-⁹⁽]*(?=⁽?[⁰¹²³⁴-⁹]+[⁾)]?$)/u;

/** A text, and where in it characters are raised. */
interface MarkedText {
  readonly text: string;
  readonly raised: ReadonlySet<number>;
}

/**
 * Writes marks in characters that are raised by themselves as all others are, and tells which characters stood raised.
 * Offsets stay as they are.
 *
 *     8962,0³⁾    // 8962,0 with the mark 3)
 */
export function plainMarks(text: string): MarkedText {
  const raised = new Set<number>();
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    for (let at = 0; at < mark.length; at += 1) raised.add(index + at);
  }
  return { text: raised.size === 0 ? text : text.replace(MARK, plain), raised };
}

/** The same for a layer that knows of others that stand raised. */
export function withPlainMarks(layer: TextLayer): TextLayer {
  const { text, raised: found } = plainMarks(layer.text);
  if (found.size === 0) return layer;
  const known = layer.evidence.raised;
  const isNew = (at: number): boolean => !known.some(({ start, end }) => start <= at && at < end);
  const own = [...found].filter(isNew).map((at) => ({ start: at, end: at + 1 }));
  const raised = [...known, ...own].sort((one, other) => one.start - other.start);
  return { ...layer, text, evidence: { ...layer.evidence, raised } };
}

/** Parts a token before the digits at its end that are raised by themselves: `12²` is 12 with a raised 2. */
export function withSuperscripts(token: Token): readonly Token[] {
  const level = BEHIND.exec(token.text)?.[0];
  if (level === undefined || token.span.end - token.span.start !== token.text.length) return [token];
  const at = token.span.start + level.length;
  const raised: Token = {
    ...token,
    text: plain(token.text.slice(level.length)),
    span: { start: at, end: token.span.end },
    print: { ...token.print, stands: 'raised' },
    joined: level !== '' || token.joined,
  };
  return level === ''
    ? [raised]
    : [{ ...token, text: level, span: { start: token.span.start, end: at } }, raised];
}

function plain(mark: string): string {
  return [...mark].map((character) => PLAIN[RAISED.indexOf(character)] ?? character).join('');
}
