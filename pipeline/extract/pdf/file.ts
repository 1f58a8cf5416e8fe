import { fault } from '../../page/finding.ts';
import type { TextLayer } from '../text-layer.ts';
import { UnreadableFont } from './fonts.ts';
import { type Furniture, withoutFurniture } from './furniture.ts';
import { openPdf, unreadable } from './open.ts';
import type { PageLayout } from './page.ts';
import { type FileParts, readPage } from './read-page.ts';
import { withSplitRowsJoined } from './splits.ts';
import { textLayerOf } from './text.ts';

/** A bullet may have no name, a text must have. */
const MOST_NAMELESS = 0.03;

/** The text layer of a PDF, and what was left out of it: running heads and page numbers. */
export interface PdfTextLayer extends TextLayer {
  readonly furniture: readonly Furniture[];
}

/**
 * Reads a PDF's text by the positions of its glyphs: lines in reading order, tables row by row with a tab between
 * cells, superscripts glued to what they mark.
 *
 * Throws a finding when the file is no PDF, is damaged or encrypted, or holds pictures of text only.
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<PdfTextLayer> {
  const { document, close } = await openPdf(bytes, file);
  try {
    const pages: PageLayout[] = [];
    const notes: string[] = [];
    const layers = await document.getOptionalContentConfig();
    const shared: FileParts = { isShown: (layer) => layers.isVisible(layer), fonts: new Map() };
    let letters = 0;
    let nameless = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const read = await readPage(await document.getPage(number), shared);
      pages.push(read.layout);
      letters += read.letters;
      nameless += read.nameless;
      if (read.isRecognised)
        notes.push(
          `page ${number} is a picture; the text that was recognised in it is read, and nobody sees it`,
        );
    }
    if (letters === 0) throw noText(file);
    if (nameless > MOST_NAMELESS * letters) throw withoutCharacters(file);
    const { pages: bare, furniture } = withoutFurniture(pages);
    const layer = textLayerOf(withSplitRowsJoined(bare), file);
    return { ...layer, evidence: { ...layer.evidence, notes }, furniture };
  } catch (error) {
    throw error instanceof UnreadableFont ? withoutFont(file, error) : unreadable(error, file);
  } finally {
    await close();
  }
}

/** Such a file may be whole: its font may need another one, or a table of characters, that this machine has not. */
function withoutFont(file: string, { message }: UnreadableFont): Error {
  return fault({
    kind: 'pdf',
    place: { file },
    expected: 'fonts that say which characters their letters are',
    found: `one that does not (${message.split('\n')[0] ?? ''})`,
    action: 'print it to a new PDF, or export its text',
  });
}

function withoutCharacters(file: string): Error {
  return fault({
    kind: 'pdf',
    place: { file },
    expected: 'letters that name their characters',
    found: 'fonts without a table of characters',
    action: 'export the PDF again, with its text searchable',
  });
}

function noText(file: string): Error {
  return fault({
    kind: 'pdf',
    place: { file },
    expected: 'a PDF with a text layer',
    found: 'pictures of pages',
    action: 'run the scan through text recognition first',
  });
}
