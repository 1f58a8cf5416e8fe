import { parseHTML } from 'linkedom';
import { drawn, type Markup } from '../html/markup.ts';

/** Draws a chart while the site is built: the same functions draw in the browser, there in its own document. */
export function draw(make: (document: Document) => Element): Markup {
  return drawn(make(BOARD).outerHTML);
}

const BOARD: Document = parseHTML('<!doctype html><html><body></body></html>').document;
