import { escaped } from './html.ts';
import type { Block, MatrixCell } from './matrix.ts';

/** Blocks as a page of HTML; `part` is a CSS selector of the element that is the document, such as `div.page.text`. */
export function htmlPage(blocks: readonly Block[], part: string | undefined): string {
  const [, tag = 'div', classes = ''] = /^([a-z]+)?((?:\.[\w-]+)*)$/.exec(part ?? '') ?? [];
  const names = classes
    .split('.')
    .filter((name) => name !== '')
    .join(' ');
  const body = blocks.map(markup).join('\n');
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>x</title></head><body>
<${tag}${names === '' ? '' : ` class="${names}"`}>
${body}
</${tag}>
</body></html>
`;
}

function markup(block: Block): string {
  if (block.kind === 'text') return `<p>${escaped(block.text)}</p>`;
  const row = (tag: string) => (cells: readonly MatrixCell[]) =>
    `<tr>${cells.map((cell) => cellMarkup(tag, cell)).join('')}</tr>`;
  const head = block.head.length === 0 ? '' : `<thead>\n${block.head.map(row('th')).join('\n')}\n</thead>\n`;
  const title = block.title === undefined ? '' : `<p>${escaped(block.title)}</p>\n`;
  return `${title}<table border="1">\n${head}<tbody>\n${block.body.map(row('td')).join('\n')}\n</tbody>\n</table>`;
}

function cellMarkup(tag: string, { text, raised, columns }: MatrixCell): string {
  const span = columns > 1 ? ` colspan="${columns}"` : '';
  const mark = raised === undefined ? '' : `<sup>${escaped(raised)}</sup>`;
  return `<${tag}${span}>${escaped(text)}${mark}</${tag}>`;
}
