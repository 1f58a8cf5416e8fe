import type { PDFParse as Parser } from 'pdf-parse';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fault, type SourceFault } from '../../page/finding.ts';
import { CHARACTER_MAPS, PDFParse, PDFWorker, WorkerMessageHandler } from './pdfjs.ts';
import { PdfPort } from './port.ts';

const HEADER = '%PDF-';
const TRAILER = '%%EOF';
/** A header may follow a little rubbish and a trailer may precede some. */
const HEADER_WITHIN = 1024;
const TRAILER_WITHIN = 4096;
/** What pdf.js finds wrong with a file has other names. */
const PROGRAMMING_ERRORS: ReadonlySet<string> = new Set([
  'TypeError',
  'ReferenceError',
  'RangeError',
  'SyntaxError',
]);

interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Why a page broke off that was read since this was last asked; undefined where none did. */
  brokenOff(): Error | undefined;
  close(): Promise<void>;
}

/** Opens a PDF from memory, offline and silently, or throws a finding that says why it cannot be read. */
export async function openPdf(bytes: Uint8Array, file: string): Promise<OpenPdf> {
  checkWhole(bytes, file);
  const port = new PdfPort();
  WorkerMessageHandler.initializeFromPort(port);
  const worker = PDFWorker.create({ port, verbosity: 0 });
  const parser = new PDFParse({
    data: bytes.slice(),
    worker,
    stopAtErrors: true,
    useSystemFonts: false,
    cMapUrl: CHARACTER_MAPS,
    cMapPacked: true,
    useWorkerFetch: false,
    // With what fonts say of the names and the outlines of their glyphs.
    disableFontFace: true,
    fontExtraProperties: true,
    verbosity: 0,
  });
  const close = async (): Promise<void> => {
    await parser.destroy();
    worker.destroy();
  };
  try {
    return { document: await documentOf(parser), brokenOff: () => port.brokenOff(), close };
  } catch (error) {
    await close();
    throw unreadable(error, file);
  }
}

/** pdf.js would rebuild a torn file from what is left of it; then pages would be missing without a word. */
function checkWhole(bytes: Uint8Array, file: string): void {
  const place = { file };
  if (bytes.length === 0) throw fault({ kind: 'pdf', place, expected: 'a PDF', found: 'an empty file' });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, HEADER_WITHIN).includes(HEADER)) {
    const action = 'check the file, or rename it if it is plain text';
    throw fault({ kind: 'pdf', place, expected: 'a PDF', found: 'a file of another format', action });
  }
  if (!buffer.subarray(-TRAILER_WITHIN).includes(TRAILER)) {
    throw damaged(file, 'a file that ends too early');
  }
}

/** PDFParse keeps the loaded document to itself; this is the one place that reaches for it. */
async function documentOf(parser: Parser): Promise<PDFDocumentProxy> {
  const load: unknown = Reflect.get(parser, 'load');
  if (typeof load !== 'function') throw new TypeError('pdf-parse no longer has the method load');
  const document: unknown = await Reflect.apply(load, parser, []);
  if (!isDocument(document)) throw new TypeError('pdf-parse no longer loads a pdf.js document');
  return document;
}

function isDocument(value: unknown): value is PDFDocumentProxy {
  return typeof value === 'object' && value !== null && 'numPages' in value && 'getPage' in value;
}

/** What pdf.js throws, as a finding. A programming error is passed on as it is. */
export function unreadable(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || PROGRAMMING_ERRORS.has(error.name)) return error;
  if (error.name === 'SourceFault') return error;
  if (error.name === 'PasswordException') {
    const action = 'save a copy without the password';
    return fault({
      kind: 'pdf',
      place: { file },
      expected: 'an open PDF',
      found: 'an encrypted one',
      action,
    });
  }
  return damaged(file, `a damaged one (${error.message.split('\n')[0] ?? error.name})`);
}

function damaged(file: string, found: string): SourceFault {
  return fault({
    kind: 'pdf',
    place: { file },
    expected: 'a whole PDF',
    found,
    action: 'fetch the file again',
  });
}
