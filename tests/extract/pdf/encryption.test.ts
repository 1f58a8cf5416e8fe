import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringOf } from '../../../pipeline/extract/pdf/dictionaries.ts';
import { pdfLayer } from '../../layers.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/pdf/encrypted');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf'));

describe('what an encrypted file says that its text stands for', () => {
  it.each(FILES)('is read as that of any other: %s', async (name) => {
    const { text, evidence } = await pdfLayer(new Uint8Array(readFileSync(join(FOLDER, name))), name);
    expect(text.trim().split(/\s+/)).toEqual(['11', '12', '13', '14']);
    expect(
      (evidence.remarks ?? []).map(({ start, end, says }) => `${text.slice(start, end)} ${says}`),
    ).toEqual(
      [
        [11, 91],
        [12, 92],
        [13, 93],
      ].map(([drawn, said]) => `${drawn} letters that the file says to stand for "${said}"`),
    );
  });
});

describe('a string of a PDF', () => {
  it.each([
    ['(17)', '17'],
    ['<3137>', '17'],
    ['<feff22120031>', '\u22121'],
    ['<fffe12223100>', '\u22121'],
    ['<efbbbfe2889231>', '\u22121'],
    ['<8a31>', '\u22121'],
    ['(\\21217)', '\u221217'],
    ['/Name', undefined],
  ])('is read by its mark: %s', (written, says) => {
    expect(stringOf(written)).toBe(says);
  });
});
