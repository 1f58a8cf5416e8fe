import { htmlSource } from '../../../pipeline/extract/html/source.ts';
import { layerOfSource } from '../../../pipeline/extract/source-layer.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';

/** What stands for a value that something stops. */
export const DRAWN = '\ufffd';

/** The text of a cell of a page with a style, and whether something stops its value. All is as Chromium shows it. */
export function cell(style: string, html: string): string {
  const page = `<style>${style}</style><table><tr><th>Place<th>Rain<tr><td>Hill<td id=x>${html}</table>`;
  const source = htmlSource(new TextEncoder().encode(page), 'page.html');
  const [table] = source.pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const isStopped = (layerOfSource(source).evidence.remarks ?? []).some(({ stops }) => stops);
  const text = table === undefined ? '' : (tableTexts(table)[1]?.[1] ?? '');
  return isStopped && !text.includes(DRAWN) ? `${DRAWN}${text}` : text;
}
