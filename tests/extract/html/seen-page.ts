import { expect } from 'vitest';
import { htmlSource } from '../../../pipeline/extract/html/source.ts';
import { linesOf, type Source } from '../../../pipeline/page/source.ts';
import { type Table, tableTexts } from '../../../pipeline/page/table.ts';
import { textOf } from '../../../pipeline/page/token.ts';

/** What is seen of a page of HTML. */
export function seen(html: string, part?: string): Source {
  return htmlSource(new TextEncoder().encode(html), 'page.html', { part });
}

/** Its tables. */
export function tablesOf({ pages }: Source): readonly Table[] {
  return pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

/** The texts of the only table of a page. */
export function cells(html: string): readonly (readonly string[])[] {
  const [table, ...more] = tablesOf(seen(html));
  expect(more).toEqual([]);
  return table === undefined ? [] : tableTexts(table);
}

/** The lines of a page, each with the kind of its block. */
export function lines(html: string, part?: string): readonly string[] {
  return seen(html, part).pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => linesOf(block).map(({ tokens }) => `${block.kind}: ${textOf(tokens)}`)),
  );
}
