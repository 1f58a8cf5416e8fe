import { expect, it } from 'vitest';

it("leaves an array's push as it was: the one that pdf.js brings along is many times slower", async () => {
  const { push } = Array.prototype;
  await import('../../../pipeline/extract/pdf/pdfjs.ts');
  expect(Array.prototype.push).toBe(push);
});
