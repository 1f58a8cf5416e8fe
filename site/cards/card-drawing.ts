import { html, type Markup } from '../html/markup.ts';
import type { CardContent, CardFrame, CardPicture, LegendEntry } from './card.ts';
import { BOLD, type CardFonts, FONT_FAMILY } from './card-fonts.ts';
import { type Fitted, fitted } from './lines-of-text.ts';

/** Pixels of a card, as the networks that show it ask for. */
export const CARD = { width: 1200, height: 630 } as const;
const MARGIN = 60;
const WIDE = CARD.width - 2 * MARGIN;
/** Where the picture ends and the foot stands. */
const FLOOR = 560;
const FOOT = 600;
/** How many times larger than on a page a chart is drawn: cards are shown small. */
const CHART_SCALE = 1.8;
const PANEL = { width: 220, height: 116, columns: 3, heading: 20 } as const;

/** A card as SVG: whose it is, the title, unit and years, the picture, and the source. */
export function cardDrawing(content: CardContent, frame: CardFrame, fonts: CardFonts): string {
  const isOfFacts = content.picture.kind === 'facts';
  const title = fitted(content.title, fonts.bold, {
    width: WIDE,
    most: isOfFacts ? 3 : 2,
    sizes: isOfFacts ? [64, 52, 42] : [46, 40, 35],
  });
  const scope = fitted(content.scope, fonts.plain, {
    width: WIDE,
    most: isOfFacts ? 3 : 2,
    sizes: isOfFacts ? [32, 28] : [26],
  });
  const isNamed = content.title !== frame.brand;
  const titleTop = isNamed ? 84 : 44;
  const scopeTop = titleTop + heightOf(title) + 6;
  const top = scopeTop + heightOf(scope) + 14;
  const address = fitted(frame.address, fonts.plain, { width: WIDE / 2, most: 1, sizes: [22] });
  const room = WIDE - fonts.plain.width(address.lines.join(''), 22) - 40;
  const source = fitted(frame.source, fonts.plain, { width: room, most: 1, sizes: [22] });
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" font-family="${FONT_FAMILY}" color="var(--ink)" fill="var(--ink)">
<rect width="${CARD.width}" height="${CARD.height}" fill="var(--paper)"/><rect width="${CARD.width}" height="14" fill="var(--accent)"/>
${isNamed && html`<text x="${MARGIN}" y="58" font-size="24" font-weight="${BOLD}" fill="var(--accent)">${frame.brand}</text>`}
<g font-weight="${BOLD}">${textLines(title, titleTop)}</g><g fill="var(--quiet)">${textLines(scope, scopeTop)}</g>
${pictureOf(content.picture, top, fonts)}
<g fill="var(--quiet)" font-size="22"><text x="${MARGIN}" y="${FOOT}">${source.lines[0]}</text><text x="${CARD.width - MARGIN}" y="${FOOT}" text-anchor="end">${address.lines[0]}</text></g>
</svg>`.toString();
}

function heightOf({ lines, size }: Fitted): number {
  return Math.round(1.18 * size * lines.length);
}

/** Lines of text under `top`, one below the other. */
function textLines({ lines, size }: Fitted, top: number, left: number = MARGIN): readonly Markup[] {
  return lines.map(
    (line, at) =>
      html`<text x="${left}" y="${Math.round(top + 1.18 * size * (at + 0.78))}" font-size="${size}">${line}</text>`,
  );
}

function pictureOf(picture: CardPicture, top: number, fonts: CardFonts): Markup {
  if (picture.kind === 'facts') return facts(picture, top, fonts);
  if (picture.kind === 'panels') return panels(picture, top, fonts);
  const { rows, bottom } = legend(picture.legend, top, fonts);
  const width = Math.floor(WIDE / CHART_SCALE);
  const height = Math.floor((FLOOR - bottom) / CHART_SCALE);
  return html`${rows}<g transform="translate(${MARGIN} ${bottom}) scale(${CHART_SCALE})">${picture.draw({ width, height })}</g>`;
}

function legend(
  entries: readonly LegendEntry[],
  top: number,
  { plain }: CardFonts,
): { readonly rows: readonly Markup[]; readonly bottom: number } {
  const [size, line] = [24, 34];
  let [left, below] = [MARGIN, top + 8];
  const rows = entries.map(({ label, colour, shape }) => {
    const { lines } = fitted(label, plain, { width: WIDE - 32, most: 1, sizes: [size] });
    const wide = 32 + plain.width(lines[0] ?? '', size) + 36;
    if (left > MARGIN && left + wide - 36 > CARD.width - MARGIN) [left, below] = [MARGIN, below + line];
    const at = left;
    left += wide;
    return html`<g transform="translate(${Math.round(at) + 10} ${below + 9}) scale(1.7)" fill="var(--s${colour})">${shape}</g><text x="${Math.round(at) + 28}" y="${below + 17}" font-size="${size}">${lines[0]}</text>`;
  });
  return { rows, bottom: entries.length === 0 ? top : below + line };
}

function panels(
  { panels: all }: CardPicture & { readonly kind: 'panels' },
  top: number,
  { bold }: CardFonts,
): Markup {
  const columns = Math.min(PANEL.columns, all.length);
  const rows = Math.ceil(all.length / PANEL.columns);
  const [wide, high] = [WIDE / columns, (FLOOR - top) / rows];
  const titleLines = high > 170 ? 2 : 1;
  const heading = Math.round(1.18 * PANEL.heading * titleLines) + 6;
  const scale = Math.min((wide - 24) / PANEL.width, (high - heading - 8) / PANEL.height);
  return html`${all.map(({ title, draw }, at) => {
    const [x, y] = [MARGIN + wide * (at % columns), top + high * Math.floor(at / columns)].map(Math.round);
    const name = fitted(title, bold, { width: wide - 24, most: titleLines, sizes: [PANEL.heading] });
    return html`<g font-weight="${BOLD}">${textLines(name, y ?? 0, x)}</g><g transform="translate(${x} ${(y ?? 0) + heading}) scale(${Math.round(1000 * scale) / 1000})">${draw()}</g>`;
  })}`;
}

function facts(
  { facts: all }: CardPicture & { readonly kind: 'facts' },
  top: number,
  { plain }: CardFonts,
): Markup {
  const wide = WIDE / Math.max(all.length, 1);
  const base = Math.round((Math.max(top, 300) + FLOOR) / 2);
  return html`${all.map(({ amount, noun }, at) => {
    const x = Math.round(MARGIN + wide * at);
    const name = fitted(noun, plain, { width: wide - 30, most: 2, sizes: [25] });
    return html`<text x="${x}" y="${base}" font-size="72" font-weight="${BOLD}" fill="var(--accent)">${amount}</text><g fill="var(--quiet)">${textLines(name, base + 20, x)}</g>`;
  })}`;
}
