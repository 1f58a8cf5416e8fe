import { describe, expect, it } from 'vitest';
import { decodedPage } from '../../../pipeline/extract/html/characters.ts';
import { htmlSource } from '../../../pipeline/extract/html/source.ts';

/** `Так` in windows-1251 and in KOI8-R. */
const IN_1251 = [0xd2, 0xe0, 0xea];
const IN_KOI8 = [0xf4, 0xc1, 0xcb];

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : part)),
  );
}

describe('the characters of a page of HTML', () => {
  it.each([
    ['<meta charset>', bytes('<meta charset="windows-1251"><p>', IN_1251)],
    [
      '<meta http-equiv>',
      bytes('<meta http-equiv=Content-Type content="text/html; charset=KOI8-R"><p>', IN_KOI8),
    ],
    ['an XML declaration', bytes("<?xml version='1.0' encoding='koi8-r'?><p>", IN_KOI8)],
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], '<meta charset=koi8-r><p>Так')],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from('\ufeff<p>Так', 'utf16le'))],
    ['UTF-16 without one', new Uint8Array(Buffer.from('<p>Так', 'utf16le'))],
    ['nothing: UTF-8', bytes('<p>Так')],
    [
      'a <meta> behind another in a comment',
      bytes('<!-- <meta charset=koi8-r> --><meta charset=windows-1251><p>', IN_1251),
    ],
  ])('are told by %s', (_, page) => {
    expect(decodedPage(page, 'page.html').endsWith('<p>Так')).toBe(true);
  });

  it.each(['windows-1252', 'iso-8859-1', 'us-ascii'])(
    'are dashes and quotes where a browser shows them: %s',
    (charset) => {
      const page = bytes(`<meta charset=${charset}>`, [0x93, 0x96, 0x80, 0xe9, 0x94]);
      expect(decodedPage(page, 'page.html').endsWith('\u201c\u2013\u20ac\u00e9\u201d')).toBe(true);
    },
  );

  it('are told by whoever sent it before the page itself', () => {
    expect(decodedPage(bytes('<meta charset=koi8-r>', IN_1251), 'page.html', 'windows-1251')).toContain(
      'Так',
    );
  });

  it.each([
    ['bytes that are none of utf-8', bytes('<p>', IN_1251), undefined],
    ['"klingon"', bytes('<meta charset=klingon><p>x'), undefined],
    ['text in UTF-8', bytes('<meta charset=windows-1251><p>Так'), undefined],
    ['text in UTF-8', bytes('<p>Так'), 'iso-8859-5'],
    ['bytes that are none of shift_jis', bytes('<p>', [0x81, 0x20]), 'shift_jis'],
    ['an empty file', bytes(), undefined],
  ])('are refused, never replaced: found %s', (found, page, said) => {
    expect(() => decodedPage(page, 'page.html', said)).toThrow(`found ${found}`);
  });

  it.each(['5&#0;6', '5\ufffd6', '5&#x202e;6', '5&#1;6', '<table><tr><td>a<td>5\u206a6</table>'])(
    'are refused where one was lost or is hidden: %j',
    (html) => {
      expect(() => htmlSource(bytes(`<p>${html}`), 'page.html')).toThrow('the character U+');
    },
  );

  it('may be anything outside of the document', () => {
    const { text } = htmlSource(bytes('<nav>\u202e5</nav><main>x</main>'), 'page.html', { part: 'main' });
    expect(text).toContain('x');
  });
});
