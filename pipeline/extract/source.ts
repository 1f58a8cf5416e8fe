import { fault } from '../page/finding.ts';
import type { Source } from '../page/source.ts';
import type { PageRange } from './pdf/source.ts';
import { textSource } from './text-source.ts';

/**
 * A source as the engine sees it, page by page: by the name's end a PDF, or a text that keeps its columns. Nothing is
 * declared of it.
 */
export async function sourceIn(bytes: Uint8Array, file: string, range?: PageRange): Promise<Source> {
  if (/\.pdf$/i.test(file)) {
    // Loaded when there is a PDF, because loading takes longer than a text does.
    const { readPdfSource } = await import('./pdf/source.ts');
    return readPdfSource(bytes, file, range);
  }
  if (/\.txt$/i.test(file)) return textSource(bytes, file, range);
  const found = `"${file.replace(/^.*\//, '')}"`;
  throw fault({ kind: 'file', place: { file }, expected: 'a name that ends in .txt or .pdf', found });
}
