import { fault, type SourceFault } from '../../page/finding.ts';
import { SETTINGS } from './settings.ts';

/** A page says within its first bytes how its characters are written. */
const HEAD = SETTINGS.charsetWithin.value;
const COMMENTS = /<!--[\s\S]*?-->/g;
const XML_ENCODING = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']+)["']/i;
const META_CHARSET = /<meta\b[^<>]*?\bcharset\s*=\s*(?:["']\s*)?([^\s"'/>;]+)/i;
const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
  // No mark, but the first character of a page with its two bytes.
  { bytes: [0x3c, 0x00], charset: 'utf-16le' },
  { bytes: [0x00, 0x3c], charset: 'utf-16be' },
] as const;
/** What windows-1252 has from 0x80 to 0x9F; a decoder that takes it for ISO 8859-1 leaves control characters there. */
const IN_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
const DECLARE = 'name the right one as text_layer.charset in document.yaml';

/**
 * The characters of a page of HTML. How they are written is told by the first of: a byte order mark, `said` (what the
 * sender's header or the declaration says), an XML declaration, a `<meta>`; UTF-8 where nothing tells. Nothing is
 * replaced in silence.
 *
 * Throws a finding when the page is empty, names a charset that nobody knows, holds bytes that are none of its
 * characters, or says another charset while it is UTF-8: `–` would be read as `вЂ“`.
 */
export function decodedPage(bytes: Uint8Array, file: string, said?: string): string {
  if (bytes.length === 0) {
    throw fault({ kind: 'file', place: { file }, expected: 'a page of HTML', found: 'an empty file' });
  }
  const charset = charsetOf(bytes, said);
  const decoder = decoderOf(charset, file);
  const text = decoded(decoder, bytes);
  if (text === undefined) throw undecodable(charset, file);
  if (!/^utf-/.test(decoder.encoding) && isUtf8(bytes)) throw otherThanSaid(charset, file);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(/[\x80-\x9f]/g, (sign) => IN_1252.charAt(sign.charCodeAt(0) - 0x80));
}

function charsetOf(bytes: Uint8Array, said: string | undefined): string {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked.charset;
  if (said !== undefined) return said;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replace(COMMENTS, '');
  const named = (XML_ENCODING.exec(head) ?? META_CHARSET.exec(head))?.[1]?.trim() ?? 'utf-8';
  // What is read byte by byte up to here is no UTF-16, whatever it says.
  return /^utf-?16/i.test(named) ? 'utf-8' : named;
}

function decoderOf(charset: string, file: string): TextDecoder {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw fault({
      kind: 'encoding',
      place: { file },
      expected: 'a charset that is known, such as utf-8 or windows-1251',
      found: `"${charset.slice(0, 40)}"`,
      action: DECLARE,
    });
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Text of another charset is not by chance UTF-8 with letters beyond ASCII. */
function isUtf8(bytes: Uint8Array): boolean {
  return (
    bytes.some((byte) => byte > 0x7f) &&
    decoded(new TextDecoder('utf-8', { fatal: true }), bytes) !== undefined
  );
}

function undecodable(charset: string, file: string): SourceFault {
  const found = `bytes that are none of ${charset}`;
  return fault({ kind: 'encoding', place: { file }, expected: `text in ${charset}`, found, action: DECLARE });
}

function otherThanSaid(charset: string, file: string): SourceFault {
  const found = 'text in UTF-8';
  return fault({ kind: 'encoding', place: { file }, expected: `text in ${charset}`, found, action: DECLARE });
}
