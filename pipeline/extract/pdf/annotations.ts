import type { Box } from '../../page/place.ts';
import { entriesOf, type RawObjects, referred } from './dictionaries.ts';
import { type Matrix, type Overlay, pointAt } from './drawing/ink.ts';
import { isNumbers } from './drawing/operands.ts';
import { boundsOf } from './drawing/painted.ts';

/** Annotations that neither strike out nor hide anything: they link, mark, or open elsewhere. */
const HARMLESS: ReadonlySet<string> = new Set([
  'Link',
  'Popup',
  'Text',
  'Highlight',
  'FileAttachment',
  'Sound',
  'Movie',
  'Screen',
  '3D',
  'RichMedia',
  'PrinterMark',
  'TrapNet',
  'Watermark',
]);
/** Those that draw a line along text: in the middle of the boxes that they name, or at their feet. */
const LINES: ReadonlyMap<string, Overlay['kind']> = new Map([
  ['StrikeOut', 'strikes'],
  ['Underline', 'underlines'],
  ['Squiggly', 'underlines'],
]);
/** The flags of annotations: hidden, printed, not for the screen. */
const FLAGS = { hidden: 2, printed: 4, offScreen: 32 } as const;
/** Those that mark text, in the boxes that they name. */
const MARKUP: ReadonlySet<string> = new Set(['Highlight', 'Underline', 'Squiggly']);
const FILLED_IN: ReadonlySet<string> = new Set(['Tx', 'Ch']);
const LONGEST = 40;

/**
 * Whether an annotation is drawn over the page that is no overlay: a marker, a button, a signature. What it draws is
 * read with the page, since it may be a box or another number.
 */
export function isDrawnOver(annotation: unknown): boolean {
  if (typeof annotation !== 'object' || annotation === null || isUnseen(annotation)) return false;
  const subtype = String(Reflect.get(annotation, 'subtype'));
  // Who shows a marker without an appearance of its own multiplies its colour into the page.
  const isColoured = isNumbers(Reflect.get(annotation, 'quadPoints')) && isColour(annotation);
  if (subtype === 'Highlight' && isColoured) return true;
  if (Reflect.get(annotation, 'hasAppearance') !== true) return false;
  return (
    HARMLESS.has(subtype) ||
    LINES.get(subtype) === 'underlines' ||
    (subtype === 'Widget' && filledIn(annotation) === undefined)
  );
}

/**
 * The overlays among a page's annotations; `viewport` leads from their places to those of the page. What a marker draws
 * by itself other programs draw, and pdf.js only where the marker names its boxes and something to mix its ink with.
 */
export function overlaysOf(
  annotations: readonly unknown[],
  viewport: Matrix,
  objects: RawObjects,
): readonly Overlay[] {
  return annotations.flatMap((annotation): Overlay[] => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const of = (key: string): unknown => Reflect.get(annotation, key);
    const subtype = String(of('subtype'));
    const box = boxOf(of('rect'), viewport);
    if (box === undefined || isUnseen(annotation)) return [];
    if (MARKUP.has(subtype) && of('hasAppearance') === true && !isDrawnAsItSays(annotation, objects))
      return [{ box, kind: 'covers', says: `an annotation of the kind ${subtype} that draws over it` }];
    if (HARMLESS.has(subtype)) return [];
    if (subtype === 'Widget') {
      const value = filledIn(annotation);
      if (value === undefined) return [];
      return [{ box, kind: 'fills in', says: `a form field that holds "${value}"` }];
    }
    const contents = textOf(contentsOf(of('contentsObj')));
    const words = contents === '' ? '' : ` ("${contents}")`;
    const line = LINES.get(subtype);
    if (line !== undefined) {
      const says = `text that an annotation strikes out${words}`;
      return quadsOf(of('quadPoints'), viewport, box).map((quad) => ({ box: quad, kind: line, says }));
    }
    return [{ box, kind: 'covers', says: `an annotation of the kind ${subtype} over it${words}` }];
  });
}

function isColour(annotation: object): boolean {
  const colour: unknown = Reflect.get(annotation, 'color');
  return colour !== null && colour !== undefined;
}

/** Whether pdf.js draws the appearance of a marker, and not another one in its place. */
function isDrawnAsItSays(annotation: object, objects: RawObjects): boolean {
  if (!isNumbers(Reflect.get(annotation, 'quadPoints'))) return false;
  if (Reflect.get(annotation, 'subtype') !== 'Highlight') return true;
  const number = /^(\d+)R/.exec(String(Reflect.get(annotation, 'id')))?.[1];
  const own = entriesOf(objects.get(Number(number ?? Number.NaN)));
  const appearances = entriesOf(referred(own.get('AP'), objects));
  const appearance = entriesOf(referred(appearances.get('N'), objects));
  return entriesOf(referred(appearance.get('Resources'), objects)).has('ExtGState');
}

function isUnseen(annotation: object): boolean {
  const flags: unknown = Reflect.get(annotation, 'annotationFlags');
  if (typeof flags !== 'number') return false;
  return (flags & FLAGS.hidden) !== 0 || (flags & (FLAGS.offScreen | FLAGS.printed)) === FLAGS.offScreen;
}

/** What a field of a form was filled in with; one that says nothing of it may draw something all the same. */
function filledIn(widget: object): string | undefined {
  const value = textOf(Reflect.get(widget, 'fieldValue'));
  return FILLED_IN.has(String(Reflect.get(widget, 'fieldType'))) && value !== '' ? value : undefined;
}

function contentsOf(contents: unknown): unknown {
  return typeof contents === 'object' && contents !== null ? Reflect.get(contents, 'str') : undefined;
}

function textOf(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}...` : plain;
}

function quadsOf(quads: unknown, viewport: Matrix, whole: Box): readonly Box[] {
  if (!isNumbers(quads)) return [whole];
  const numbers = [...quads];
  const boxes: Box[] = [];
  for (let at = 0; at + 7 < numbers.length; at += 8) {
    const xs = [0, 2, 4, 6].map((index) => numbers[at + index] ?? 0);
    const ys = [1, 3, 5, 7].map((index) => numbers[at + index] ?? 0);
    const rect = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    const box = boxOf(rect, viewport);
    if (box !== undefined) boxes.push(box);
  }
  return boxes;
}

function boxOf(rect: unknown, viewport: Matrix): Box | undefined {
  if (!isNumbers(rect)) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
  const corners = [pointAt(viewport, x1, y1), pointAt(viewport, x2, y1), pointAt(viewport, x2, y2)];
  return boundsOf([[...corners, pointAt(viewport, x1, y2)]]);
}
