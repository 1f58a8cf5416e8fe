import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PrintRemark } from '../text-layer.ts';
import { drawnSigns } from './drawing/drawn-signs.ts';
import type { FontMetrics, Glyph, PageInk } from './drawing/ink.ts';
import { withMarksOnLetters } from './drawing/letters.ts';
import { matrixOf } from './drawing/operands.ts';
import { drawingOf } from './drawing/operators.ts';
import { hiddenBeside, withRecognised } from './drawing/unseen.ts';
import { uprightInk } from './drawing/upright.ts';
import { metricsOf } from './fonts.ts';
import { layoutOf, type PageLayout } from './page.ts';
import { hasOpenTables, sortedInk } from './sorted-ink.ts';
import { taggedTables } from './tables/tags.ts';

/** A page as it is read, and what counts for its file. */
export interface ReadPage {
  readonly layout: PageLayout;
  /** How many glyphs are read, and how many of them stand for no character that the file names. */
  readonly letters: number;
  readonly nameless: number;
  /** Whether its text was recognised in a picture of the page. */
  readonly isRecognised: boolean;
}

/** Reads a page by what its operators draw; `isShown` tells whether a layer of the file is switched on. */
export async function readPage(page: PDFPageProxy, isShown: (layer: unknown) => boolean): Promise<ReadPage> {
  const { ink: drawn, nameless, isRecognised, isMarkedWhole } = await drawnPage(page, isShown);
  const upright = seenInk(drawn);
  const ink = sortedInk(upright);
  const tags = isMarkedWhole && hasOpenTables(ink) ? taggedTables(await structureOf(page)) : [];
  page.cleanup();
  const letters = upright.glyphs.length + upright.turned.length;
  return { layout: layoutOf(ink, tags), letters, nameless, isRecognised };
}

/** All that a page draws, turned so that most of it reads from left to right. */
export interface DrawnPage {
  /** What is seen and what is not. */
  readonly ink: PageInk;
  readonly nameless: number;
  readonly isRecognised: boolean;
  /** Whether the marks of its structure can be believed. */
  readonly isMarkedWhole: boolean;
}

export async function drawnPage(
  page: PDFPageProxy,
  isShown: (layer: unknown) => boolean,
): Promise<DrawnPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const objectOf = (id: string): unknown => (page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined);
  const fonts = new Map<string, FontMetrics>();
  const fontOf = (name: string): FontMetrics => {
    const known = fonts.get(name) ?? metricsOf(objectOf(name), objectOf);
    fonts.set(name, known);
    return known;
  };
  const drawing = drawingOf(fnArray, argsArray, {
    width,
    height,
    viewport: matrixOf(transform),
    fontOf,
    isShown,
  });
  if (!drawing.isWhole) throw new Error(`page ${page.pageNumber} breaks off`);
  const { glyphs, isRecognised } = withRecognised(drawing.glyphs, drawing.pictures, { width, height });
  const ink = uprightInk({ ...drawing, glyphs }, width, height);
  return { ink, nameless: drawing.nameless, isRecognised, isMarkedWhole: drawing.isMarkedWhole };
}

/** A page without what cannot be seen on it; what is seen right beside that carries a remark. */
export function seenInk(ink: PageInk): PageInk {
  const hidden = ink.glyphs.filter((glyph) => glyph.hidden !== undefined);
  const seen = hidden.length === 0 ? ink.glyphs : ink.glyphs.filter((glyph) => glyph.hidden === undefined);
  const beside = hidden.length === 0 ? new Map() : hiddenBeside(hidden, seen, ink.rules);
  const remarked = seen.map((glyph): Glyph => {
    const words = beside.get(glyph);
    return words === undefined ? glyph : { ...glyph, remark: hiddenRemark(words) };
  });
  const own = beside.size === 0 ? seen : remarked;
  return {
    ...ink,
    glyphs: withMarksOnLetters([...own, ...drawnSigns(own, ink.rules)]),
    turned: withMarksOnLetters(ink.turned.filter((glyph) => glyph.hidden === undefined)),
  };
}

function hiddenRemark(words: readonly { readonly text: string; readonly hidden: string }[]): PrintRemark {
  const texts = words.map(({ text, hidden }) => `"${text}" (${hidden})`).join(', ');
  return { says: `hidden text beside it, which is not read: ${texts}`, stops: false };
}

/** Tags are a help that many files lack; a page on which they are damaged is read without them. */
export function structureOf(page: PDFPageProxy): Promise<unknown> {
  return page.getStructTree().catch(() => undefined);
}
