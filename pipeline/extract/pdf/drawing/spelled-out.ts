import type { PrintRemark } from '../../../page/token.ts';
import type { DrawnGlyph } from './show.ts';

const LETTER = /^\p{L}$/u;
/** What programs name beside a letter that it was set from, and draw nothing for. */
const BESIDE_LETTER = /(?<=\p{L})\u00ad|\u00ad(?=\p{L})/gu;

/** Notes at letters from a place on that the file says to stand for another text than they do. */
export function spellOut(text: string, from: number, glyphs: DrawnGlyph[]): void {
  glyphs.splice(from, glyphs.length - from, ...spelledOut(text, glyphs.slice(from)));
}

/**
 * The same for letters that stand together. A soft hyphen behind a letter that nothing is drawn for is none of them, and
 * small capitals are the letters that they stand for.
 */
export function spelledOut(text: string, glyphs: readonly DrawnGlyph[]): readonly DrawnGlyph[] {
  const drawn = plain(glyphs.map((glyph) => glyph.text).join(''));
  if (plain(text) === drawn || plain(text.replace(BESIDE_LETTER, '')) === drawn) return glyphs;
  const letters = [...text];
  if (letters.length === glyphs.length && glyphs.every((glyph, at) => isCapitalOf(glyph.text, letters[at])))
    return glyphs.map((glyph, at) => ({ ...glyph, text: letters[at] ?? glyph.text }));
  const remark: PrintRemark = { says: `letters that the file says to stand for "${text}"`, stops: true };
  return glyphs.map((glyph) => (glyph.blank || glyph.remark?.stops === true ? glyph : { ...glyph, remark }));
}

function isCapitalOf(drawn: string, letter = ''): boolean {
  return drawn === letter || (drawn === letter.toUpperCase() && LETTER.test(letter));
}

/** A text without its spaces, with one sign for all that look like a hyphen or a minus. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f]/g, '')
    .replace(/[\u00ad\u2010-\u2015\u2212]/g, '-');
}
