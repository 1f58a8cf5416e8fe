import { counted } from '../../page/finding.ts';
import type { Box } from '../../page/place.ts';
import { linesOf, type Page, type Source, tokensOf } from '../../page/source.ts';
import { type Cell, cellText, rowsOf, type Table } from '../../page/table.ts';
import { type Token, textOf } from '../../page/token.ts';

const STYLE = `body{font:14px system-ui,sans-serif;margin:1rem;background:#eee}
figure{margin:0 0 1.5rem}svg{background:#fff;max-width:100%;height:auto;border:1px solid #999}
text{font-family:serif;fill:#222}.raised{fill:#b35c00}.struck{text-decoration:line-through;fill:#b00020}
.unseen text,.furniture text{fill:#888}.table{fill:none;stroke:#0a7d32;stroke-width:2}
.cell{fill:#1769d0;fill-opacity:.06;stroke:#1769d0;stroke-width:.5}.head{fill:#7a3cc0;fill-opacity:.1}
.empty{fill:#d0a017;fill-opacity:.15}.token{fill:none;stroke:#999;stroke-width:.2}
.unseen .token{stroke:#b00020;stroke-width:.6;stroke-dasharray:2}
.key b{display:inline-block;width:1em;height:1em;margin:0 .3em 0 1em;vertical-align:-.15em;border:1px solid}
ul{margin:.3rem 0;padding-left:1.2rem}td{border:1px solid #1769d0;padding:.1em .4em}td.empty{background:#faf1d9}
table{border-collapse:collapse;border:2px solid #0a7d32;background:#fff;margin:.5rem 0}`;

/** Colours with what is drawn in them. */
const KEY: readonly (readonly [colour: string, meaning: string])[] = [
  ['#0a7d32', 'table'],
  ['#1769d0', 'cell'],
  ['#7a3cc0', 'cell of the boxhead'],
  ['#d0a017', 'empty cell'],
  ['#b35c00', 'raised or lowered'],
  ['#b00020', 'struck out; dashed: not seen by a reader'],
  ['#888888', 'furniture'],
];

/** A point and a character of a text are drawn so large, in pixels. */
const PIXELS: Readonly<Record<Source['unit'], number>> = { point: 1.5, character: 8, none: 1 };

/**
 * What the engine sees as one page of HTML that needs nothing else: each page as a picture, its text at its places,
 * with the boxes of tokens, cells and tables over it, in colours that it explains. A source without places, such as a page
 * of HTML, is shown as text, its tables as tables.
 */
export function seenHtml(source: Source): string {
  const scale = PIXELS[source.unit];
  const key = KEY.map(([colour, meaning]) => `<b style="background:${colour}"></b>${meaning}`).join('');
  const title = escaped(source.file.replace(/^.*[\\/]/, ''));
  return [
    '<!DOCTYPE html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1><p class="key">${key}</p>`,
    ...source.pages.map((page) => (source.unit === 'none' ? withoutPlaces(page) : figure(page, scale))),
    '</body></html>\n',
  ].join('\n');
}

function figure(page: Page, scale: number): string {
  const [width, height] = [page.width, page.height].map((length) => round(length * scale));
  const parts = page.blocks.flatMap((block) => {
    const tokens = linesOf(block).flatMap((line) => line.tokens.map((token) => tokenDrawn(token, scale)));
    if (block.kind !== 'table') return [`<g class="${block.kind}">${tokens.join('')}</g>`];
    const cells = block.cells.map((cell) => rect(cell.box, scale, kindsOf(cell, block), cellText(cell)));
    const drawn = [rect(block.box, scale, 'table', toldBy(block)), ...cells, ...tokens];
    return [`<g>${drawn.join('')}</g>`];
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}">${parts.join('\n')}</svg>`;
  return `<figure>${caption(page)}${svg}</figure>`;
}

function kindsOf({ row, lines }: Cell, { headRows }: Table): string {
  return ['cell', ...(row < headRows ? ['head'] : []), ...(lines.length === 0 ? ['empty'] : [])].join(' ');
}

/** What a page holds, and by which evidence its tables are told. */
function caption(page: Page): string {
  const tables = page.blocks.flatMap((block) => (block.kind === 'table' ? [toldBy(block)] : []));
  const about = `page ${page.number}: ${counted(tables.length, 'table')}, ${counted(tokensOf(page).length, 'token')}`;
  const unseen = page.blocks.flatMap((block) =>
    block.kind === 'unseen' ? linesOf(block).flatMap(({ tokens }) => tokens.map(unseenText)) : [],
  );
  const items = [...tables.map((told) => `table: ${told}`), ...unseen].map(
    (text) => `<li>${escaped(text)}</li>`,
  );
  return `<figcaption>${about}${items.length === 0 ? '' : `<ul>${items.join('')}</ul>`}</figcaption>`;
}

function unseenText({ text, print }: Token): string {
  return `not seen (${print.hidden ?? 'hidden'}): ${text}`;
}

function toldBy({ rows, columns, rowsToldBy, columnsToldBy }: Table): string {
  return `${counted(rows, 'row')} (${rowsToldBy}), ${counted(columns, 'column')} (${columnsToldBy})`;
}

/** A page whose text has no places: its lines, and its tables as they are marked up. */
function withoutPlaces(page: Page): string {
  const blocks = page.blocks.map((block) => {
    if (block.kind !== 'table') {
      const lines = linesOf(block).map(({ tokens }) => escaped(textOf(tokens)));
      return `<p class="${block.kind}">${lines.join('<br>')}</p>`;
    }
    const rows = rowsOf(block).map(
      (cells) => `<tr>${cells.map((cell) => marked(cell, block)).join('')}</tr>`,
    );
    return `<table>${rows.join('')}</table>`;
  });
  return `<figure>${caption(page)}${blocks.join('\n')}</figure>`;
}

function marked(cell: Cell, table: Table): string {
  const text = cell.lines.map(({ tokens }) => escaped(textOf(tokens))).join('<br>');
  return `<td class="${kindsOf(cell, table)}" rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}">${text}</td>`;
}

function tokenDrawn({ text, box, print }: Token, scale: number): string {
  if (box === undefined) return '';
  const kinds = [...(print.stands === 'level' ? [] : ['raised']), ...(print.struck ? ['struck'] : [])].join(
    ' ',
  );
  const size = round(print.size * scale);
  const [width, height] = [(box.right - box.left) * scale, (box.bottom - box.top) * scale];
  // A text on its side runs along the height of its box, from where its first letter stands.
  const isSideways = print.turns % 2 === 1;
  const length = isSideways ? height : width;
  const [x, y] = {
    0: [box.left * scale, (box.bottom - 0.2 * print.size) * scale],
    1: [(box.left + 0.2 * print.size) * scale, box.top * scale],
    2: [box.right * scale, (box.top + 0.2 * print.size) * scale],
    3: [(box.right - 0.2 * print.size) * scale, box.bottom * scale],
  }[print.turns].map(round);
  const turned = print.turns === 0 ? '' : ` transform="rotate(${90 * print.turns} ${x} ${y})"`;
  const drawn = `<text class="${kinds}" x="${x}" y="${y}" font-size="${size}" textLength="${round(length)}" lengthAdjust="spacingAndGlyphs"${turned}>${escaped(text)}</text>`;
  return rect(box, scale, 'token', print.hidden ?? '') + drawn;
}

function rect(box: Box | undefined, scale: number, kind: string, title: string): string {
  if (box === undefined) return '';
  const [x, y] = [box.left * scale, box.top * scale].map(round);
  const [width, height] = [(box.right - box.left) * scale, (box.bottom - box.top) * scale].map(round);
  const told = title === '' ? '' : `<title>${escaped(title)}</title>`;
  return `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}">${told}</rect>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Nothing that a file holds may become markup. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
