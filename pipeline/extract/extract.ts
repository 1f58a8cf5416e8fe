import { fault } from '../page/finding.ts';
import { hiddenIn } from '../page/hidden-characters.ts';
import type { Markup } from './html/source.ts';
import { isMarkedUp, sourceIn, unknownEnding } from './source.ts';
import { layerOfSource } from './source-layer.ts';
import { withPlainMarks } from './superscripts.ts';
import { readTextFile } from './text-file.ts';
import type { TextLayer } from './text-layer.ts';

const PDF_MAGIC = '%PDF-';
const HEAD = 1024;

/**
 * The extract stage: the bytes of a source become its text layer. A name that ends in `.pdf` is read as a
 * PDF, `.html` as a page of HTML, `.docx` as one of a word processor, `.txt` as a text layer; any other is refused. A file can be made to take all time and memory there is:
 * who reads files of strangers does so within limits, see command-line/limited-reading.ts.
 */
export async function extract(bytes: Uint8Array, file: string, markup: Markup = {}): Promise<TextLayer> {
  return withPlainMarks(await layerIn(bytes, file, markup));
}

async function layerIn(bytes: Uint8Array, file: string, markup: Markup): Promise<TextLayer> {
  if (isMarkedUp(file)) return layerOfSource(await sourceIn(bytes, file, { markup }));
  if (/\.pdf$/i.test(file)) {
    // Loaded when there is a PDF, because loading takes longer than a text layer does.
    const { readPdf } = await import('./pdf/file.ts');
    const { text, lines, evidence } = await readPdf(bytes, file);
    const hidden = hiddenIn(text.replaceAll('\ufffd', ''));
    if (hidden !== undefined) {
      const found = `the control character ${hidden.name}`;
      const action = 'export the PDF again, with its text searchable';
      throw fault({ kind: 'pdf', place: { file }, expected: 'plain text', found, action });
    }
    return { file, text, lines, evidence };
  }
  if (!/\.txt$/i.test(file)) throw unknownEnding(file);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).trimStart().startsWith(PDF_MAGIC)) {
    const action = 'rename the file to .pdf';
    throw fault({ kind: 'encoding', place: { file }, expected: 'a text layer', found: 'a PDF', action });
  }
  return readTextFile(bytes, file);
}
