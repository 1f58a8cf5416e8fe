import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fault } from '../../finding.ts';
import type { TextLayer } from '../text-layer.ts';
import type { FontMetrics } from './drawing/ink.ts';
import { withMarksOnLetters } from './drawing/letters.ts';
import { type Drawing, drawingOf, matrixOf, PLAIN_FONT } from './drawing/operators.ts';
import { uprightInk } from './drawing/upright.ts';
import { type Furniture, withoutFurniture } from './furniture.ts';
import { openPdf, unreadable } from './open.ts';
import { layoutOf, type PageLayout } from './page.ts';
import { hasOpenTables, sortedInk } from './sorted-ink.ts';
import { withSplitRowsJoined } from './splits.ts';
import { taggedTables } from './tables/tags.ts';
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
    let letters = 0;
    let nameless = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const { layout, drawing } = await readPage(await document.getPage(number));
      pages.push(layout);
      letters += drawing.glyphs.length;
      nameless += drawing.nameless;
    }
    if (letters === 0) throw noText(file);
    if (nameless > MOST_NAMELESS * letters) throw withoutCharacters(file);
    const { pages: bare, furniture } = withoutFurniture(pages);
    return { ...textLayerOf(withSplitRowsJoined(bare), file), furniture };
  } catch (error) {
    throw unreadable(error, file);
  } finally {
    await close();
  }
}

async function readPage(page: PDFPageProxy): Promise<{ layout: PageLayout; drawing: Drawing }> {
  const viewport = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const fonts = new Map<string, FontMetrics>();
  const fontOf = (name: string): FontMetrics => {
    const known =
      fonts.get(name) ?? metricsOf(page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined);
    fonts.set(name, known);
    return known;
  };
  const drawing = drawingOf(fnArray, argsArray, matrixOf(viewport.transform), fontOf);
  if (!drawing.isWhole) throw new Error(`page ${page.pageNumber} breaks off`);
  const glyphs = withMarksOnLetters(drawing.glyphs);
  const ink = sortedInk(uprightInk({ ...drawing, glyphs }, viewport.width, viewport.height));
  const tags = hasOpenTables(ink) ? taggedTables(await structureOf(page)) : [];
  page.cleanup();
  return { layout: layoutOf(ink, tags), drawing };
}

/** Tags are a help that many files lack; one in which they are damaged is read without them. */
function structureOf(page: PDFPageProxy): Promise<unknown> {
  return page.getStructTree().catch(() => undefined);
}

/**
 * A Type 3 font may draw its letters at any scale; the height of its box tells by how much. In place of a damaged
 * font pdf.js holds what is wrong with it, and leaves out the text that is set in it.
 */
function metricsOf(font: unknown): FontMetrics {
  if (typeof font === 'string') throw new Error(`a font cannot be read: ${font}`);
  if (typeof font !== 'object' || font === null) return PLAIN_FONT;
  const plain = { ...PLAIN_FONT, ...reachOf(font) };
  if (!('fontMatrix' in font) || !font.fontMatrix) return plain;
  const matrix = matrixOf(font.fontMatrix);
  const unit = matrix[0] || plain.unit;
  if (!('isType3Font' in font) || font.isType3Font !== true || !('bbox' in font)) return { ...plain, unit };
  const [, bottom = 0, , top = 0]: readonly number[] = Array.isArray(font.bbox) ? font.bbox : [];
  const height = Math.abs((top - bottom) * matrix[3]);
  return { ...plain, unit, em: height > 0.3 && height < 3 ? 1 : height || 1 };
}

/** Some producers leave out how high and deep a font's letters reach, or write zeros. */
function reachOf(font: object): Partial<FontMetrics> {
  if (!('ascent' in font) || !('descent' in font)) return {};
  const { ascent, descent } = font;
  if (typeof ascent !== 'number' || typeof descent !== 'number') return {};
  const height = ascent - descent;
  return height > 0.5 && height < 3 ? { ascent, descent: -descent } : {};
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
