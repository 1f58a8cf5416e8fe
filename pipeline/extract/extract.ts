import { fault, type SourceFault } from '../page/finding.ts';
import type { Source } from '../page/source.ts';
import { columnedText } from './columned-text.ts';
import type { Markup } from './html/source.ts';
import type { PageRange } from './pdf/source.ts';
import { readTextFile } from './text-file.ts';

const PDF_MAGIC = '%PDF-';
const HEAD = 1024;

/** What is asked of a source, and what is known of one besides its bytes. */
export interface Asked {
  /** The pages that are read; all where none are named. */
  readonly range?: PageRange | undefined;
  /** Of a page of HTML: its charset, and its part that is the document. */
  readonly markup?: Markup | undefined;
}

/**
 * The extract stage: the bytes of a file become a source, page by page. A name that ends in `.pdf` is read as a
 * PDF, `.html` as a page of HTML, `.docx` as one of a word processor, `.txt` as a text layer; any other is refused.
 * Readers are loaded when there is something for them, because loading takes longer than a text does. A file can be made
 * to take all time and memory there is: who reads files of strangers does so within limits, see
 * command-line/limited-reading.ts.
 */
export async function extract(
  bytes: Uint8Array,
  file: string,
  { range, markup }: Asked = {},
): Promise<Source> {
  if (/\.pdf$/i.test(file)) {
    const { readPdf } = await import('./pdf/source.ts');
    return readPdf(bytes, file, range);
  }
  if (/\.docx$/i.test(file)) {
    const { docxSource } = await import('./docx/source.ts');
    return inRange(docxSource(bytes, file), range);
  }
  if (/\.x?html?$/i.test(file)) {
    const { htmlSource } = await import('./html/source.ts');
    return inRange(htmlSource(bytes, file, markup), range);
  }
  if (!/\.txt$/i.test(file)) throw unknownEnding(file);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).trimStart().startsWith(PDF_MAGIC)) {
    const action = 'rename the file to .pdf';
    throw fault({ kind: 'encoding', place: { file }, expected: 'a text layer', found: 'a PDF', action });
  }
  return readTextFile(bytes, file);
}

/** The same for a document whose tables are read by the places of their cells: a text that keeps its columns has such. */
export async function extractByPlaces(bytes: Uint8Array, file: string, asked: Asked = {}): Promise<Source> {
  return /\.txt$/i.test(file) ? columnedText(bytes, file, asked.range) : extract(bytes, file, asked);
}

function unknownEnding(file: string): SourceFault {
  const found = `"${file.replace(/^.*\//, '')}"`;
  const expected = 'a name that ends in .pdf, .html, .docx or .txt';
  return fault({ kind: 'file', place: { file }, expected, found });
}

/** The pages of a range; such a file has one. */
function inRange(source: Source, range: PageRange | undefined): Source {
  if (range === undefined) return source;
  const pages = source.pages.filter(({ number }) => number >= range.first && number <= range.last);
  return { ...source, pages };
}
