import { linesOf, type Source } from '../page/source.ts';
import { extract } from './extract.ts';
import type { Markup } from './html/source.ts';
import { sourceIn } from './source.ts';
import type { TextLayer } from './text-layer.ts';

/** The value of the extract stage: the text of a source, or all of its pages where its tables are read by their places. */
export type Extracted =
  | { readonly kind: 'layer'; readonly layer: TextLayer }
  | { readonly kind: 'pages'; readonly source: Source };

/** The extract stage: reads what is declared of a document, its text or its pages. */
export async function extracted(
  bytes: Uint8Array,
  file: string,
  byPlaces: boolean,
  markup?: Markup,
): Promise<Extracted> {
  return byPlaces
    ? { kind: 'pages', source: await sourceIn(bytes, file, { markup }) }
    : { kind: 'layer', layer: await extract(bytes, file, markup) };
}

/** The file that was read, as the user named it. */
export function fileOf(value: Extracted): string {
  return value.kind === 'layer' ? value.layer.file : value.source.file;
}

/** How much was extracted, for who asked for this stage alone. */
export function countsOf(value: Extracted): Readonly<Record<string, number>> {
  if (value.kind === 'layer') return { lines: value.layer.lines.length, characters: value.layer.text.length };
  const { pages, text } = value.source;
  const lines = pages.flatMap(({ blocks }) => blocks.flatMap(linesOf));
  return { pages: pages.length, lines: lines.length, characters: text.length };
}
