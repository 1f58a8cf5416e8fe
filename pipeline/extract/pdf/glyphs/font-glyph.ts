const BLANK = /^[\s\u00a0\u2000-\u200b\u202f\u205f\u3000]*$/u;

/** White space, also of no width, and joiners around other characters. */
const AROUND = /^[\s\u200b-\u200d\u2060]+|(?<![\s\u200b-\u200d\u2060])[\s\u200b-\u200d\u2060]+$/gu;

/** No glyph stands for several Chinese characters that are these with their bytes exchanged. */
const SMALL_LATIN = /^[a-z]+$/;

/** A glyph as pdf.js shows it. */
export interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  /** Its code in its font, and what its outline is known by. */
  readonly originalCharCode?: number;
  readonly fontChar?: string;
  /** Whether its font has an outline for it; an empty one, such as a space's, counts as none. */
  readonly isInFont?: boolean;
}

export function isFontGlyph(item: unknown): item is FontGlyph {
  return (
    typeof item === 'object' &&
    item !== null &&
    'unicode' in item &&
    typeof item.unicode === 'string' &&
    'width' in item &&
    typeof item.width === 'number' &&
    'isSpace' in item
  );
}

/** Draws nothing: any kind of space. */
export function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code <= 0x20) return text.trim() === '';
  return (code === 0xa0 || code >= 0x1680) && BLANK.test(text);
}

/**
 * The characters that a glyph stands for. Some producers name a comma "space and comma", or "space of no width and
 * comma"; the space draws nothing, and how far a glyph stands from the one before it is seen by where it is drawn. Others
 * write the letters of a ligature with the two bytes of each exchanged: `\u6600\u6900` is `fi`.
 */
export function nameOf({ unicode }: FontGlyph): string {
  if (unicode.length < 2) return unicode;
  const exchanged = withBytesExchanged(unicode);
  if (SMALL_LATIN.test(exchanged)) return exchanged;
  const bare = unicode.replace(AROUND, '');
  return bare === '' ? unicode : bare;
}

/** A font without its table of characters leaves numbers of glyphs, which look like control characters. */
export function isNameless(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code <= 0x20) return text.trim() !== '';
  return !(code < 0x7f) && (!(code > 0x9f) || (code >= 0xe000 && code < 0xf900) || code === 0xfffd);
}

function withBytesExchanged(text: string): string {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return String.fromCharCode(...codes.map((code) => ((code & 0xff) << 8) | (code >> 8)));
}
