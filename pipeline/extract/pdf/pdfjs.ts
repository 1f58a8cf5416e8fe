import { createRequire, Module } from 'node:module';

const { push } = Array.prototype;
const ofProject = createRequire(import.meta.url);
const ofPdfjs = createRequire(ofProject.resolve('pdfjs-dist/package.json'));

/**
 * pdf.js loads a library that draws, in any case, and makes three of its classes global. Nothing is drawn here, and to
 * load it takes as long as to read a small PDF: while pdf.js is loaded, classes without anything stand for them.
 */
const DRAWING = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} };
const takeAway = standIn('@napi-rs/canvas', DRAWING);

/**
 * pdf.js and pdf-parse. Loading them replaces `Array.prototype.push` for the whole process, on Node 20, by one that
 * takes a quarter of the time in which a PDF is read: it mends what V8 does with an array whose length is not
 * writable, of which there is none here or there. So V8's own is put back; this is why they are loaded here alone.
 */
export const { PDFParse } = await import('pdf-parse');
export const { AnnotationMode, OPS, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
export const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');

Array.prototype.push = push;
takeAway();

/**
 * The folder of the tables of characters that the standard defines, which a PDF of Chinese, Japanese or Korean fonts
 * only names. They come with pdf.js, which reads them from the disk.
 */
export const CHARACTER_MAPS = ofProject
  .resolve('pdfjs-dist/package.json')
  .replace(/package\.json$/, 'cmaps/');

/** Has what pdf.js asks for under a name be something else, until that is taken away again; what is there already stays. */
function standIn(name: string, content: Readonly<Record<string, unknown>>): () => void {
  const path = ofPdfjs.resolve(name);
  if (path in ofPdfjs.cache) return () => undefined;
  const module = new Module(path);
  module.exports = content;
  module.loaded = true;
  ofPdfjs.cache[path] = module;
  return () => {
    delete ofPdfjs.cache[path];
    for (const [key, value] of Object.entries(content))
      if (Reflect.get(globalThis, key) === value) Reflect.deleteProperty(globalThis, key);
  };
}
