import { LINE_SHAPES, type Line } from '../charts/number-line.ts';
import { html, type Markup } from '../html/markup.ts';

/** Names of the lines of a chart beside their colours and shapes; nothing for a chart of one line. */
export function lineLegend(lines: readonly Pick<Line, 'label' | 'slot'>[]): Markup {
  const entries = lines.length < 2 ? [] : lines;
  return html`<ul class="lines"${entries.length === 0 && html` hidden`}>${entries.map(
    ({ label, slot }) =>
      html`<li class="s${slot + 1}"><svg viewBox="-6 -6 12 12" aria-hidden="true">${shapeOf(slot)}</svg>${label}</li>`,
  )}</ul>`;
}

/**
 * What the sign at a point means, where a drawn point has one; a script that draws other lines hides or shows it.
 * Without it a reader takes the sign for a point of a line that is drawn with triangles.
 */
export function flagNote(lines: readonly Pick<Line, 'points'>[], says: string): Markup {
  return html`<p class="flag-note"${!isFlagged(lines) && html` hidden`}><span class="flag">▲</span> ${says}</p>`;
}

/** True where a contradiction concerns a point that is drawn. */
export function isFlagged(lines: readonly Pick<Line, 'points'>[]): boolean {
  return lines.some(({ points }) =>
    points.some(({ isContradicted, value }) => isContradicted === true && value !== null),
  );
}

/** The shapes that Plot draws, as small pictures. */
const SHAPES: Readonly<Record<(typeof LINE_SHAPES)[number], Markup>> = {
  circle: html`<circle r="4.5"/>`,
  square: html`<rect x="-4" y="-4" width="8" height="8"/>`,
  triangle: html`<path d="M0,-5L5,4H-5Z"/>`,
  diamond: html`<path d="M0,-6L4,0L0,6L-4,0Z"/>`,
  star: html`<path d="M0,-6L1.4,-1.9L5.7,-1.9L2.2,.7L3.5,4.9L0,2.3L-3.5,4.9L-2.2,.7L-5.7,-1.9L-1.4,-1.9Z"/>`,
  cross: html`<path d="M-1.8,-5H1.8V-1.8H5V1.8H1.8V5H-1.8V1.8H-5V-1.8H-1.8Z"/>`,
};

/** The shape of a line's points, around the middle of a picture of 12 by 12. */
export function shapeOf(at: number): Markup {
  return SHAPES[LINE_SHAPES[at % LINE_SHAPES.length] ?? 'circle'];
}
