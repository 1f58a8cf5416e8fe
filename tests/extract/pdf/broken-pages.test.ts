import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfLayer } from '../../layers.ts';
import { FIRST_OBJECT, madeUpPdf, stream, words } from './made-up-pdf.ts';

const FIRST = words(20, 200, 'first');
const LATER = words(20, 100, 'later');
const latin = (bytes: readonly number[]): string => Buffer.from(bytes).toString('latin1');
const textOf = async (bytes: Uint8Array): Promise<string> => (await pdfLayer(bytes, 'report.pdf')).text;

describe('a page that cannot be drawn to its end', () => {
  /** Reads a page between two others. */
  const between = (content: string): Promise<string> => textOf(madeUpPdf([FIRST, content, FIRST]));

  it.each([
    ['a form', '/None Do'],
    ['a state', '/None gs'],
    ['a shading', '/None sh'],
    ['a pattern', '/Pattern cs /None scn 10 10 20 20 re f'],
    ['a layer', '/OC /None BDC EMC'],
    ['a picture that says nothing of itself', 'BI /W 1 /H 1 ID xx EI'],
    ['the end of a list', '[ ( a ) 3 TJ'],
  ])('is refused where it lacks %s', async (_, operators) => {
    await expect(between(`${LATER} ${operators} ${LATER}`)).rejects.toThrow(
      /a damaged one \(page 2 breaks off: .+\); fetch the file again, or print it to a new PDF/,
    );
  });

  it('is refused where it lacks its content', async () => {
    const bytes = madeUpPdf([FIRST, { content: LATER, entries: '' }]);
    const lost = Buffer.from(bytes).toString('latin1').replace('/Contents 12 0 R', '/Contents 99 0 R');
    await expect(textOf(Buffer.from(lost, 'latin1'))).rejects.toThrow(
      'page 2 breaks off: its content, the object 99, is not in the file',
    );
  });
});

describe('a page whose content is written in another way than the file says', () => {
  const page = (content: string, change: (file: string) => string = (file) => file): Promise<string> => {
    const file = Buffer.from(madeUpPdf([FIRST, ''], { objects: [content] })).toString('latin1');
    return textOf(Buffer.from(change(file.replace('/Contents 13 0 R', '/Contents 10 0 R')), 'latin1'));
  };
  /** Each letter by its own code of LZW, so that codes stay short; begun and ended as they are. */
  const codes = [256, ...Buffer.from(LATER, 'latin1'), 257]
    .map((code) => code.toString(2).padStart(9, '0'))
    .join('');
  const lzw = (codes.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
  const hexadecimal = Buffer.from(LATER, 'latin1').toString('hex');

  it.each([
    ['no stream', '<</Length 3>>'],
    ['a number', '12'],
    ['no hexadecimal number', stream(LATER, '/Filter/ASCIIHexDecode')],
    ['not of base 85', stream(`${LATER}~>`, '/Filter/A85')],
    ['of base 85 by its letters alone', stream('zzPlainLetters~>', '/Filter/A85')],
    ['no operators', stream('plain letters')],
    ['not compressed', stream(LATER, '/Filter[/FlateDecode]')],
    ['no run of letters', stream(LATER, '/Filter/RunLengthDecode')],
    ['written by a filter of pictures', stream(LATER, '/Filter/DCTDecode')],
    ['written by a filter that nobody knows', stream(LATER, '/Filter/Own')],
    ['compressed behind another filter, and cut off', stream('789c00>', '/Filter[/AHx/Fl]')],
    ['of codes of LZW, and cut off', stream(latin(lzw.slice(0, -9)), '/Filter/LZWDecode')],
    ['of codes of LZW without their end', stream(latin(lzw.slice(0, -2)), '/Filter/LZW')],
    ['of codes of LZW that stand for nothing', stream(latin([128, 0x7f, 0xff]), '/Filter/LZW')],
  ])('is refused where it is %s', async (_, content) => {
    await expect(page(content)).rejects.toThrow(/a damaged one \(page 2 breaks off: /);
  });

  it('is refused where it is written in its place', async () => {
    const inPlace = (file: string): string => file.replace('/Contents 10 0 R', '/Contents <<>>  ');
    await expect(page(stream(LATER), inPlace)).rejects.toThrow('page 2 breaks off: its content is no stream');
  });

  it.each([
    ['hexadecimal', stream(`${hexadecimal}>`, '/Filter/ASCIIHexDecode')],
    [
      'in lines of hexadecimal, by a list',
      stream(`${hexadecimal.replace(/.{40}/g, '$&\r\n')}>`, '/Filter[/AHx]'),
    ],
    ['of base 85', stream(base85(Buffer.from(LATER, 'latin1')), '/Filter/ASCII85Decode')],
    ['compressed, and of base 85', stream(base85(deflateSync(LATER)), '/Filter[/A85/Fl]')],
    ['in runs', stream(`${String.fromCharCode(LATER.length - 1)}${LATER}\x80`, '/Filter/RL')],
    ['of codes of LZW', stream(latin(lzw), '/Filter/LZWDecode')],
    ['by no filter', stream(LATER, '/Filter[]')],
  ])('is read where it is %s', async (_, content) => {
    expect(await page(content)).toContain('later');
  });

  it('may be none, or blank', async () => {
    for (const blank of ['', ' \n', '% nothing\n']) expect(await page(stream(blank))).toContain('first');
    const none = (file: string): string => file.replace('/Contents 10 0 R', '/Contents null  ');
    expect(await page(stream(LATER), none)).toContain('first');
  });

  /** Four bytes as five letters; what is left at the end is written with as many letters as it needs. */
  function base85(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 4) {
      const four = [0, 1, 2, 3].map((index) => bytes[at + index] ?? 0);
      let number = four.reduce((sum, byte) => sum * 256 + byte, 0);
      let letters = '';
      for (let digit = 0; digit < 5; digit += 1) {
        letters = String.fromCharCode(33 + (number % 85)) + letters;
        number = Math.floor(number / 85);
      }
      text += letters.slice(0, Math.min(4, bytes.length - at) + 1);
    }
    return `${text}~>`;
  }
});

describe('a stream that is compressed', () => {
  const LINES = Array.from({ length: 40 }, (_, at) => words(20, 290 - 7 * at, `${(at * 7919) % 10007}`, 6));
  const packed = deflateSync(Buffer.from(LINES.join(''), 'latin1'));
  const WHOLE = LINES.length;

  /** A page of such a stream, which is its content or a form that it draws. */
  function pageOf(data: Uint8Array, isForm = false): Uint8Array {
    const latin = Buffer.from(data).toString('latin1');
    const form = '/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</Font<</F 3 0 R>>>>';
    const object = stream(latin, `/Filter/FlateDecode${isForm ? form : ''}`);
    const page = madeUpPdf([FIRST, isForm ? '/X Do' : ''], {
      objects: [object],
      resources: `/XObject<</X ${FIRST_OBJECT} 0 R>>`,
    });
    if (isForm) return page;
    const text = Buffer.from(page).toString('latin1');
    return Buffer.from(text.replace('/Contents 13 0 R', '/Contents 10 0 R'), 'latin1');
  }

  it.each([
    ['whole', packed],
    ['without the sum behind it', packed.subarray(0, -4)],
    ['with an end of line behind it', Buffer.concat([packed, Buffer.from('\r\n')])],
  ])('is read where it is %s', async (_, data) => {
    for (const isForm of [false, true])
      expect((await textOf(pageOf(data, isForm))).split('\n')).toHaveLength(4 + WHOLE);
  });

  const changed = Buffer.from(packed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  it.each([
    ['cut off', packed.subarray(0, packed.length / 2)],
    ['not what its sum says', changed],
  ])('is refused where it is %s', async (_, data) => {
    for (const isForm of [false, true])
      await expect(textOf(pageOf(data, isForm))).rejects.toThrow(
        /page \d breaks off: the stream of the object 10 is cut off or damaged/,
      );
  });
});
