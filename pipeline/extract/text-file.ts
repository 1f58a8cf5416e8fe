import { fault } from '../page/finding.ts';
import { hiddenIn } from '../page/hidden-characters.ts';
import type { Source } from '../page/source.ts';
import { inReadingOrder } from './columns/reading-order.ts';
import { withCountedPages } from './counted-pages.ts';
import { refuseLongLines } from './long-lines.ts';
import { withoutFurniture } from './page-furniture.ts';
import { withDrawnHyphens } from './soft-hyphens.ts';
import { sourceOfText } from './text-source.ts';

/** Spaces that typesetting puts inside numbers and between words: NBSP, thin, figure, narrow NBSP, ideographic. */
const ODD_SPACES = /[\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** A tab is wider than a space: it sets in what it stands before, and leaves a gap in a line. */
const TABS_BEFORE_INK = /^[^\S\n\r\u2028\u2029]*\t[^\S\n\r\u2028\u2029]*/gm;
const SET_IN = ' '.repeat(6);
const GAP = '  ';
/** Characters that carry no ink and no meaning: zero-width space and joiners, a BOM in the middle. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
/** Those that print nothing: where a word may be broken and is not, or was. */
const SOFT_HYPHENS = /\u00ad/g;

/**
 * Reads the bytes of a text layer as a source, in the unit of its characters: UTF-8, with or without BOM, LF or CRLF, composed or decomposed letters,
 * any kind of space; form feeds count as page breaks, page numbers and running heads are blanked out. Offsets count
 * in the normalised text that comes out.
 *
 * Throws a finding when the bytes are empty, are not UTF-8, or hold control characters.
 */
export function readTextFile(bytes: Uint8Array, file: string): Source {
  const plain = plainText(bytes, file);
  refuseLongLines(plain, file);
  const text = withCountedPages(plain);
  return sourceOfText(inReadingOrder(withoutFurniture(text)), file);
}

/** The same bytes as text whose lines and columns stand as they are: decoded and normalised, nothing left out. */
function plainText(bytes: Uint8Array, file: string): string {
  return withoutTabs(tabbedText(bytes, file));
}

/** The same with its tabs: they may stand between the cells of tables. Where places count, a wide space is two. */
export function tabbedText(bytes: Uint8Array, file: string, wideSpace = ' '): string {
  return plainCharacters(decoded(bytes, file), wideSpace);
}

/** Text with room in the place of tabs. */
export function withoutTabs(text: string): string {
  return text.replace(TABS_BEFORE_INK, SET_IN).replaceAll('\t', GAP);
}

function decoded(bytes: Uint8Array, file: string): string {
  if (bytes.length === 0) {
    throw fault({ kind: 'file', place: { file }, expected: 'a text layer', found: 'an empty file' });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const hidden = hiddenIn(text);
    if (hidden === undefined) return text;
    throw fault({
      kind: 'encoding',
      place: { file, line: lineAt(text, hidden.at) },
      expected: 'plain text',
      found: `the control character ${hidden.name}`,
      action: 'export the text layer again',
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const before = new TextDecoder('utf-8').decode(bytes);
    throw fault({
      kind: 'encoding',
      place: { file, line: lineAt(before, Math.max(0, before.indexOf('\ufffd'))) },
      expected: 'text in UTF-8',
      found: 'bytes that are not UTF-8',
      action: 'convert the file to UTF-8',
    });
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Text with the line ends, spaces and letters that are one to a reader written in one way. */
export function plainCharacters(text: string, wideSpace = ' '): string {
  const plain = text
    .replaceAll('\u3000', wideSpace)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(ODD_SPACES, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC');
  return withDrawnHyphens(plain).replace(SOFT_HYPHENS, '');
}
