import { parseHTML } from 'linkedom';
import { drawn, html, type Markup } from '../html/markup.ts';

/**
 * Draws a chart while the site is built: the same functions draw in the browser, there in its own document. The
 * chart's label comes from the data; it is escaped here, because the drawing board leaves `<` in attributes.
 */
export function draw(make: (document: Document) => Element): Markup {
  const svg = make(BOARD);
  const label = svg.getAttribute('aria-label') ?? '';
  svg.removeAttribute('aria-label');
  return html`${drawn('<svg')} aria-label="${label}"${drawn(svg.outerHTML.replace(/^<svg/, ''))}`;
}

const BOARD: Document = parseHTML('<!doctype html><html><body></body></html>').document;
