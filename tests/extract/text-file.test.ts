import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../pipeline/extract/text-file.ts';
import { lineOf } from '../../pipeline/extract/text-layer.ts';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
import { fileLayer, plainLayer } from '../layers.ts';

function read(text: string) {
  return fileLayer(new TextEncoder().encode(text), 'x.txt');
}

/** What a file is refused for. */
function refusal(bytes: Uint8Array): Finding | undefined {
  try {
    readTextFile(bytes, 'x.txt');
    return undefined;
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings[0];
  }
}

describe('a text file', () => {
  it.each([
    ['a byte order mark', '\ufeffа\nб'],
    ['Windows line ends', 'а\r\nб'],
    ['old Mac line ends', 'а\rб'],
    ['the line ends of Unicode', 'а\u2028б'],
    ['a soft hyphen', 'а\u00ad\nб'],
    ['zero-width spaces and joiners', 'а\u200b\nб\u200d\u2060'],
  ])('is the same with %s', (_, text) => {
    expect(read(text).text).toBe('а\nб');
  });

  it('shows every kind of space as a space', () => {
    expect(read('1\u00a0003\u202f756\u20071\u2009000\u30005').text).toBe('1 003 756 1 000 5');
  });

  it('shows a tab as what it looks like: an indent before a line, a gap within one', () => {
    expect(read('\t5. ҚР\tбабына\n \t \u00a06. ҚР').text).toBe('      5. ҚР  бабына\n      6. ҚР');
  });

  it('composes letters, so that its offsets count composed letters', () => {
    const decomposed = 'й\n5'.normalize('NFD');
    expect(decomposed).toHaveLength(4);
    expect(read(decomposed)).toEqual(read('й\n5'));
  });

  it('keeps every other character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абв 012,-–«»()%'), minLength: 1 }), (text) => {
        expect(read(text).text).toBe(text);
      }),
    );
  });

  it('knows its lines by number and offset', () => {
    const layer = read('ab\n\ncde');
    expect(layer.lines.map(({ number, start, end }) => [number, layer.text.slice(start, end)])).toEqual([
      [1, 'ab'],
      [2, ''],
      [3, 'cde'],
    ]);
    expect([0, 2, 3, 4, 6, 99].map((offset) => lineOf(layer, offset).number)).toEqual([1, 1, 2, 3, 3, 3]);
  });

  it('proves nothing about cells', () => {
    expect(read('1\t2').evidence).toEqual({ cellBreaks: [], raised: [], remarks: [], notes: [] });
  });
});

describe('a page', () => {
  const pages = (text: string): readonly (readonly [string, number])[] => {
    const layer = plainLayer(text, 'x.txt');
    return layer.lines
      .map(({ start, end, page }) => [layer.text.slice(start, end).trim(), page] as const)
      .filter(([line]) => line !== '');
  };

  it('begins behind three empty lines, not behind fewer nor behind lines of spaces', () => {
    expect(pages('a\n\nb\n\n\nc\n\n\n\nd\n \n  \n\ne')).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 2],
      ['e', 2],
    ]);
  });

  it('begins at a form feed where the text has any', () => {
    expect(pages('a\n\n\n\nb\fc\n\fd')).toEqual([
      ['a', 1],
      ['b c', 2],
      ['d', 3],
    ]);
  });

  it('is the first for empty lines at the start of the text', () => {
    expect(pages('\n\n\n\na\n\n\n\nb')).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('at a form feed leaves a space, so that offsets stay and words stay apart', () => {
    expect(plainLayer('a\fb', 'x.txt').text).toBe('a b');
  });
});

describe('a file that is no text layer is refused', () => {
  it('when it is empty', () => {
    expect(refusal(new Uint8Array())).toMatchObject({
      kind: 'file',
      place: { file: 'x.txt' },
      found: 'an empty file',
    });
  });

  it('when it is not UTF-8, with the line', () => {
    const bytes = new Uint8Array([0x61, 0x0a, 0x62, 0x0a, 0xea, 0xe0, 0xe7]);
    expect(refusal(bytes)).toMatchObject({
      kind: 'encoding',
      place: { file: 'x.txt', line: 3 },
      expected: 'text in UTF-8',
    });
  });

  it('when it is UTF-16', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x62, 0x00]);
    expect(refusal(utf16)).toMatchObject({ kind: 'encoding', expected: 'text in UTF-8' });
  });

  it.each([
    ['a NUL', 'a\nb\u0000', 'U+0000'],
    ['an escape sequence', 'a\n\u001b[31mb', 'U+001B'],
    ['a direction override', 'a\nb\u202e', 'U+202E'],
    ['a replacement character', 'a\n\ufffd', 'U+FFFD'],
  ])('when it holds %s, with the line', (_, text, found) => {
    const finding = refusal(new TextEncoder().encode(text));
    expect(finding).toMatchObject({ kind: 'encoding', place: { file: 'x.txt', line: 2 } });
    expect(finding?.found).toContain(found);
  });
});
