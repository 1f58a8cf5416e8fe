import { fault } from '../finding.ts';
import { readTextFile } from './text-file.ts';
import type { TextLayer } from './text-layer.ts';

const PDF_MAGIC = '%PDF-';
const HEAD = 1024;

/**
 * The extract stage: the bytes of a source become its text layer. A name that ends in `.pdf` is read as a
 * PDF, `.txt` as a text layer; any other name is refused.
 */
export async function extract(bytes: Uint8Array, file: string): Promise<TextLayer> {
  if (/\.pdf$/i.test(file)) {
    const { readPdf } = await import('./pdf-file.ts');
    const { text, lines, evidence } = await readPdf(bytes, file);
    return { file, text, lines, evidence };
  }
  if (!/\.txt$/i.test(file)) {
    const found = `"${file.replace(/^.*\//, '')}"`;
    throw fault({ kind: 'file', place: { file }, expected: 'a name that ends in .txt or .pdf', found });
  }
  if (new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).trimStart().startsWith(PDF_MAGIC)) {
    const action = 'rename the file to .pdf';
    throw fault({ kind: 'encoding', place: { file }, expected: 'a text layer', found: 'a PDF', action });
  }
  return readTextFile(bytes, file);
}
