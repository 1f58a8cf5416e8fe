import { fault, type SourceFault } from '../page/finding.ts';
import type { Source } from '../page/source.ts';
import type { Markup } from './html/source.ts';
import type { PageRange } from './pdf/source.ts';
import { textSource } from './text-source.ts';

/** What is asked of a source, and what is known of one besides its bytes. */
export interface Asked {
  /** The pages that are read; all where none are named. */
  readonly range?: PageRange | undefined;
  /** Of a page of HTML: its charset, and its part that is the document. */
  readonly markup?: Markup | undefined;
}

/**
 * A source as the engine sees it, page by page: by the name's end a PDF, a page of HTML, a document of a word
 * processor, or a text that keeps its columns. Nothing is declared of it. Readers are loaded when there is something
 * for them, because loading takes longer than a text does.
 */
export async function sourceIn(
  bytes: Uint8Array,
  file: string,
  { range, markup }: Asked = {},
): Promise<Source> {
  if (/\.pdf$/i.test(file)) {
    const { readPdfSource } = await import('./pdf/source.ts');
    return readPdfSource(bytes, file, range);
  }
  if (/\.docx$/i.test(file)) {
    const { docxSource } = await import('./docx/source.ts');
    return withPages(docxSource(bytes, file), range);
  }
  if (isMarkedUp(file)) {
    const { htmlSource } = await import('./html/source.ts');
    return withPages(htmlSource(bytes, file, markup), range);
  }
  if (/\.txt$/i.test(file)) return textSource(bytes, file, range);
  throw unknownEnding(file);
}

/** Whether a file names its cells itself: HTML, or DOCX. */
export function isMarkedUp(file: string): boolean {
  return /\.(?:x?html?|docx)$/i.test(file);
}

/** What is said of a file whose name ends in nothing that is read. */
export function unknownEnding(file: string): SourceFault {
  const found = `"${file.replace(/^.*\//, '')}"`;
  return fault({
    kind: 'file',
    place: { file },
    expected: 'a name that ends in .pdf, .html, .docx or .txt',
    found,
  });
}

/** The pages of a range; such a file has one. */
function withPages(source: Source, range: PageRange | undefined): Source {
  if (range === undefined) return source;
  const pages = source.pages.filter(({ number }) => number >= range.first && number <= range.last);
  return { ...source, pages };
}
