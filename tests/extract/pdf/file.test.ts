import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import { pdfLayer } from '../../layers.ts';
import { helvetica, pageDrawn } from './written-pdf.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'pdf');
const fixture = (name: string): Buffer => readFileSync(join(FOLDER, name));

/** A PDF of one page in Helvetica, drawn by `content`. */
function drawn(content: string, page = '', font = ''): Uint8Array {
  return pageDrawn(content, [helvetica(font)], page);
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  const fault = await pdfLayer(bytes, 'report.pdf').then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(SourceFault);
  const message = fault instanceof SourceFault ? fault.message : '';
  expect(message.split('\n')).toHaveLength(2);
  expect(message).toMatch(/^report\.pdf: pdf\n {2}expected /);
  return message;
}

describe('a file that cannot be read', () => {
  it('is empty', async () => {
    expect(await faultOf(new Uint8Array())).toContain('found an empty file');
  });

  it('is plain text under the name of a PDF', async () => {
    const text = new TextEncoder().encode('Plain text, whatever its name says.');
    expect(await faultOf(text)).toContain('found a file of another format');
  });

  it('was cut off on the way', async () => {
    const whole = fixture('ruled.pdf');
    expect(await faultOf(whole.subarray(0, whole.length / 2))).toContain('found a file that ends too early');
  });

  it('was cut off and given an end', async () => {
    const whole = fixture('ruled.pdf');
    const torn = Buffer.concat([whole.subarray(0, whole.length / 3), Buffer.from('\n%%EOF\n')]);
    expect(await faultOf(torn)).toContain('found a damaged one');
  });

  it('is locked with a password', async () => {
    expect(await faultOf(fixture('encrypted.pdf'))).toContain('save a copy without the password');
  });

  it('holds lines and no letters', async () => {
    expect(await faultOf(drawn('10 10 m 200 10 l S'))).toContain('found pictures of pages');
  });

  it('breaks off in the middle of a page', async () => {
    expect(await faultOf(drawn('BT /F 10 Tf 20 200 Td (one) Tj'))).toContain('page 1 breaks off');
  });

  it('does not say which characters its letters are', async () => {
    const nameless = '/Encoding<</Type/Encoding/Differences[65/uniE001/uniE002/uniE003]>>';
    const numbers = drawn('BT /F 10 Tf 20 200 Td (ABC) Tj ET', '', nameless);
    expect(await faultOf(numbers)).toContain('found fonts without a table of characters');
  });

  it('does not lose the bytes it was given', async () => {
    const bytes = fixture('decomposed.pdf');
    const before = Buffer.from(bytes);
    await pdfLayer(bytes, 'report.pdf');
    expect(bytes.equals(before)).toBe(true);
  });
});

describe('drawing operators', () => {
  const textOf = async (content: string, page = ''): Promise<string> =>
    (await pdfLayer(drawn(content, page), 'x.pdf')).text;

  it('place glyphs by matrices, moves and leading', async () => {
    const content =
      'q 1 0 0 1 0 50 cm BT /F 10 Tf 14 TL 20 200 Td (one) Tj T* (two) Tj 40 0 Td (three) Tj ET Q';
    expect(await textOf(`${content} BT /F 10 Tf 1 0 0 1 20 20 Tm (four) Tj ET`)).toBe('one\ntwo three\nfour');
  });

  it('count adjustments and spacing between letters, not as words', async () => {
    expect(await textOf('BT /F 10 Tf 20 200 Td [(o) 20 (ne) -600 (two)] TJ ET')).toBe('one two');
    expect(await textOf('BT /F 10 Tf 3 Tc 20 200 Td (spread letters) Tj ET')).toBe('spread letters');
    expect(await textOf('BT /F 10 Tf 50 Tz 20 200 Td (ab) Tj 10 0 Td (cd) Tj ET')).toBe('ab cd');
  });

  it('see a superscript made by text rise', async () => {
    const { text, evidence } = await pdfLayer(
      drawn('BT /F 10 Tf 20 200 Td (8962,0) Tj /F 7 Tf 4 Ts (3\\)) Tj 0 Ts /F 10 Tf ( and) Tj ET'),
      'x.pdf',
    );
    expect(text).toBe('8962,03) and');
    expect(evidence.raised).toEqual([{ start: 6, end: 8 }]);
  });

  it('read a page that is turned, by its rotation or by its text', async () => {
    expect(await textOf('BT /F 10 Tf 0 1 -1 0 100 50 Tm (up) Tj 0 -14 Td (and on) Tj ET', '/Rotate 90')).toBe(
      'up\nand on',
    );
    expect(await textOf('BT /F 10 Tf 0 1 -1 0 100 50 Tm (up) Tj 0 -14 Td (and on) Tj ET')).toBe('up\nand on');
  });

  it('read a table whose rules are stroked', async () => {
    const rules =
      '10 100 m 210 100 l 10 120 m 210 120 l 10 140 m 210 140 l 10 100 m 10 140 l 110 100 m 110 140 l 210 100 m 210 140 l S';
    const words = 'BT /F 10 Tf 115 125 Td (b) Tj -100 -20 Td (c) Tj 100 0 Td (d) Tj -100 20 Td (a) Tj ET';
    const { text, evidence } = await pdfLayer(drawn(`${rules} ${words}`), 'x.pdf');
    expect(text).toBe('a\tb\nc\td');
    expect(evidence.cellBreaks).toEqual([1, 5]);
  });
});
