import type { Box } from '../../page/place.ts';
import { linesOf, type Page, type Source, tokensOf } from '../../page/source.ts';
import { cellText } from '../../page/table.ts';
import type { Token } from '../../page/token.ts';

const STYLE = `body{font:14px system-ui,sans-serif;margin:1rem;background:#eee}
figure{margin:0 0 1.5rem}svg{background:#fff;max-width:100%;height:auto;border:1px solid #999}
text{font-family:serif;fill:#222}.raised{fill:#b35c00}.struck{text-decoration:line-through;fill:#b00020}
.unseen text,.furniture text{fill:#888}.table{fill:none;stroke:#0a7d32;stroke-width:2}
.cell{fill:#1769d0;fill-opacity:.06;stroke:#1769d0;stroke-width:.5}.empty{fill:#d0a017;fill-opacity:.15}
.token{fill:none;stroke:#999;stroke-width:.2}`;

/** A character of a text is drawn so large, in pixels. */
const CHARACTER = 8;

/**
 * What the engine sees as one page of HTML that needs nothing else: each page as a picture, its text at its places,
 * with the boxes of tokens (grey), cells (blue, empty ones yellow) and tables (green) over it.
 */
export function seenHtml(source: Source): string {
  const scale = source.unit === 'character' ? CHARACTER : 1;
  const title = escaped(source.file.replace(/^.*[\\/]/, ''));
  return [
    '<!DOCTYPE html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1>`,
    ...source.pages.map((page) => figure(page, scale)),
    '</body></html>\n',
  ].join('\n');
}

function figure(page: Page, scale: number): string {
  const [width, height] = [page.width * scale, page.height * scale];
  const parts = page.blocks.flatMap((block) => {
    const tokens = linesOf(block).flatMap((line) => line.tokens.map((token) => tokenDrawn(token, scale)));
    if (block.kind !== 'table') return [`<g class="${block.kind}">${tokens.join('')}</g>`];
    const { rows, columns, rowsToldBy, columnsToldBy } = block;
    const told = `${rows} rows (${rowsToldBy}), ${columns} columns (${columnsToldBy})`;
    const cells = block.cells.map((cell) =>
      rect(cell.box, scale, cell.lines.length === 0 ? 'cell empty' : 'cell', cellText(cell)),
    );
    return [`<g>${rect(block.box, scale, 'table', told)}${cells.join('')}${tokens.join('')}</g>`];
  });
  const caption = `page ${page.number}: ${page.blocks.filter(({ kind }) => kind === 'table').length} tables, ${tokensOf(page).length} tokens`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}">${parts.join('\n')}</svg>`;
  return `<figure><figcaption>${caption}</figcaption>${svg}</figure>`;
}

function tokenDrawn({ text, box, print }: Token, scale: number): string {
  if (box === undefined) return '';
  const kinds = [...(print.stands === 'level' ? [] : ['raised']), ...(print.struck ? ['struck'] : [])].join(
    ' ',
  );
  const size = print.size * scale;
  const [x, y] = [box.left * scale, (box.bottom - 0.2 * print.size) * scale];
  const length =
    print.turns === 0
      ? ` textLength="${round((box.right - box.left) * scale)}" lengthAdjust="spacingAndGlyphs"`
      : '';
  const drawn = `<text class="${kinds}" x="${round(x)}" y="${round(y)}" font-size="${round(size)}"${length}>${escaped(text)}</text>`;
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
