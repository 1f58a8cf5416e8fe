import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PDFParse } from '../../pipeline/extract/pdf/pdfjs.ts';
import { outcomeOf, SAME } from '../project.ts';

it('the text that pdf-parse itself gives of the annexes says the same as their PDF', async () => {
  const parser = new PDFParse({ data: new Uint8Array(readFileSync('tests/fixtures/pdf/annexes.pdf')) });
  const { text } = await parser.getText();
  await parser.destroy();
  expect(text).toContain('-- 1 of 24 --');
  expect(outcomeOf(text)).toEqual(SAME);
});
