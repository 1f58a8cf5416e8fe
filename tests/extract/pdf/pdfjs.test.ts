import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

it('loading pdf.js leaves the arrays of the process as they were, and no classes of what draws', async () => {
  const { push } = Array.prototype;
  await import('../../../pipeline/extract/pdf/pdfjs.ts');
  expect(Array.prototype.push).toBe(push);
  const drawing = ['DOMMatrix', 'ImageData', 'Path2D'].filter((name) => name in globalThis);
  const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) =>
    path.includes('@napi-rs'),
  );
  expect([drawing, loaded]).toEqual([[], []]);
});
