import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pdfReaderWithin } from '../../pipeline/command-line/limited-pdf.ts';
import { readPdf } from '../../pipeline/extract/pdf/file.ts';
import { bomb, loopOfForms, loopOfPages, manyForms, manyObjects } from './hostile-pdfs.ts';

const MINUTES = 300_000;
const read = pdfReaderWithin({ seconds: 240, mebibytes: 1024 });

describe('a PDF that is read within limits', () => {
  test('is read as it is without them', { timeout: MINUTES }, async () => {
    const bytes = new Uint8Array(readFileSync('tests/fixtures/pdf/row-over-pages.pdf'));
    const { furniture: _, ...expected } = await readPdf(bytes, 'report.pdf');
    expect(await read(bytes, 'report.pdf')).toEqual({ ...expected, file: 'report.pdf' });
  });

  test('may hold a million objects', { timeout: MINUTES }, async () => {
    expect((await read(manyObjects(1_000_000), 'report.pdf')).text).toBe('Some words on a page');
  });

  test('is refused in the same words when it is at fault', { timeout: MINUTES }, async () => {
    await expect(read(loopOfPages(), 'report.pdf')).rejects.toThrow(
      'report.pdf: pdf\n  expected a whole PDF, found a damaged one (Pages tree contains circular reference.)',
    );
    await expect(read(loopOfForms(), 'report.pdf')).rejects.toThrow('report.pdf: pdf\n  expected ');
  });

  test('is refused when it would take all time', { timeout: MINUTES }, async () => {
    const hasty = pdfReaderWithin({ seconds: 5, mebibytes: 2048 });
    await expect(hasty(manyForms(9), 'report.pdf')).rejects.toThrow(
      'report.pdf: pdf\n  expected a PDF that can be read in 5 s, found one that takes longer; print it to a new PDF, or export its text',
    );
  });

  test('is refused when it would take all memory', { timeout: MINUTES }, async () => {
    const narrow = pdfReaderWithin({ seconds: 240, mebibytes: 256 });
    await expect(narrow(bomb(1024), 'report.pdf')).rejects.toThrow(
      'report.pdf: pdf\n  expected a PDF that can be read with 256 MiB of memory, found one that takes more',
    );
  });
});
