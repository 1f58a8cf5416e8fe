import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ActualTexts, actualTextsOf } from './actual-text.ts';
import { isDrawnOver, overlaysOf } from './annotations.ts';
import type { RawObjects } from './dictionaries.ts';
import type { FontMetrics, Overlay, PageInk } from './drawing/ink.ts';
import type { Shown } from './drawing/marks.ts';
import { matrixOf } from './drawing/operands.ts';
import { type Drawing, drawingOf } from './drawing/operators.ts';
import { type PlacedPage, slantOf, straightened } from './drawing/slant.ts';
import { withRecognised } from './drawing/unseen.ts';
import { uprightInk } from './drawing/upright.ts';
import { metricsOf } from './fonts.ts';
import { AnnotationMode } from './pdfjs.ts';
import { withStructureTexts } from './structure-text.ts';

/** What the pages of a file share. */
export interface FileParts {
  readonly shownOf: (layer: unknown) => Shown;
  /** Whether something in it is printed over what is there, and not in its place. */
  readonly overprints: boolean;
  /** The fonts that are known by now: what a glyph stands for is found once a file. */
  readonly fonts: Map<string, FontMetrics>;
  /** The names of fonts of which the file has only numbers of glyphs. */
  readonly unnamed: ReadonlySet<string>;
  readonly objects: RawObjects;
  /** What the file says that its text stands for. */
  readonly actualTexts: ActualTexts;
  /** Why a page broke off that was read since this was last asked; undefined where none did. */
  readonly brokenOff: () => Error | undefined;
}

const PATTERN = 'a pattern that draws letters, or shapes which may be some';

/** A page that cannot be drawn to its end: what of it is missing, nobody can tell. */
export class BrokenPage extends Error {
  constructor(page: number, reason?: string) {
    super(`page ${page} breaks off${reason === undefined ? '' : `: ${reason}`}`);
  }
}

/** All that a page draws, turned so that most of it reads from left to right. */
export interface DrawnPage {
  /** What is seen and what is not. */
  readonly ink: PageInk;
  readonly nameless: number;
  readonly isRecognised: boolean;
  /** Whether no operator draws anything, or sets how it is drawn. */
  readonly isEmpty: boolean;
  /** Whether the marks of its structure can be believed. */
  readonly isMarkedWhole: boolean;
}

export async function drawnPage(
  page: PDFPageProxy,
  { shownOf, overprints, fonts, unnamed, objects, actualTexts, brokenOff }: FileParts,
): Promise<DrawnPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'any' });
  const annotationMode = annotations.some(isDrawnOver) ? AnnotationMode.ENABLE : AnnotationMode.DISABLE;
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode });
  const reason = brokenOff();
  if (reason !== undefined) throw new BrokenPage(page.pageNumber, reason.message);
  const objectOf = (id: string): unknown => (page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined);
  const fontOf = (name: string): FontMetrics => {
    const before = fonts.get(name);
    if (before !== undefined) return before;
    const font = objectOf(name);
    const metrics = metricsOf(font, objectOf, unnamed);
    if (font !== undefined) fonts.set(name, metrics);
    return metrics;
  };
  const pictureOf = (name: string): unknown => (page.objs.has(name) ? page.objs.get(name) : objectOf(name));
  const actual = actualTextsOf(actualTexts, page.ref?.num, fnArray, argsArray);
  const drawnOn = (paper: PlacedPage): Drawing =>
    drawingOf(fnArray, argsArray, { ...paper, fontOf, pictureOf, shownOf, overprints, actual });
  const asItLies: PlacedPage = { width, height, viewport: matrixOf(transform) };
  const askew = drawnOn(asItLies);
  const slant = slantOf(askew.glyphs);
  const paper = slant === 0 ? asItLies : straightened(asItLies, slant);
  const drawing = slant === 0 ? askew : drawnOn(paper);
  if (!drawing.isWhole) throw new BrokenPage(page.pageNumber);
  const said = withStructureTexts(drawing.glyphs, actualTexts.structure, page.ref?.num);
  const { glyphs, isRecognised } = withRecognised(said, drawing.pictures, paper);
  const overlays = [
    ...overlaysOf(annotations, paper.viewport, objects),
    ...drawing.patterns.map((box): Overlay => ({ box, kind: 'covers', says: PATTERN })),
  ];
  const ink = uprightInk({ ...drawing, glyphs, overlays }, paper.width, paper.height);
  const isEmpty = fnArray.length === 0;
  return { ink, nameless: drawing.nameless, isRecognised, isEmpty, isMarkedWhole: drawing.isMarkedWhole };
}

/** Tags are a help that many files lack; a page on which they are damaged is read without them. */
export function structureOf(page: PDFPageProxy): Promise<unknown> {
  return page.getStructTree().catch(() => undefined);
}
