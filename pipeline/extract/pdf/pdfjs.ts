import { createRequire } from 'node:module';

const { push } = Array.prototype;

/**
 * pdf.js and pdf-parse. Loading them replaces `Array.prototype.push` for the whole process, on Node 20, by one that
 * takes a quarter of the time in which a PDF is read: it mends what V8 does with an array whose length is not
 * writable, of which there is none here or there. So V8's own is put back; this is why they are loaded here alone.
 */
export const { PDFParse } = await import('pdf-parse');
export const { AnnotationMode, OPS, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
export const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');

Array.prototype.push = push;

/**
 * The folder of the tables of characters that the standard defines, which a PDF of Chinese, Japanese or Korean fonts
 * only names. They come with pdf.js, which reads them from the disk.
 */
export const CHARACTER_MAPS = createRequire(import.meta.url)
  .resolve('pdfjs-dist/package.json')
  .replace(/package\.json$/, 'cmaps/');
