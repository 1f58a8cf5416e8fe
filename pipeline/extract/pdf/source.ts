import type { Source } from '../../page/source.ts';
import type { InkPage, Rule } from '../layout/ink.ts';
import { sourceOf } from '../layout/source.ts';
import type { PageInk } from './drawing/ink.ts';
import { readableInk } from './drawing/readable.ts';
import { openPdf, unreadable } from './open.ts';
import { drawnPage, type FileParts } from './read-page.ts';
import { sidewaysTokens, tokensOf } from './tokens.ts';

/** Which pages of a file are read, both 1-based and read themselves. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a PDF as the engine sees it: every page with its tables, paragraphs and furniture.
 *
 * Throws a finding when the file is no PDF, or is damaged or encrypted.
 */
export async function readPdfSource(bytes: Uint8Array, file: string, range?: PageRange): Promise<Source> {
  const { document, close } = await openPdf(bytes, file);
  try {
    const pages: InkPage[] = [];
    const layers = await document.getOptionalContentConfig();
    const shared: FileParts = { isShown: (layer) => layers.isVisible(layer), fonts: new Map() };
    const last = Math.min(range?.last ?? document.numPages, document.numPages);
    for (let number = range?.first ?? 1; number <= last; number += 1) {
      const page = await document.getPage(number);
      const { ink } = await drawnPage(page, shared);
      page.cleanup();
      pages.push(inkPage(ink, number));
    }
    return sourceOf(pages, file, 'point');
  } catch (error) {
    throw unreadable(error, file);
  } finally {
    await close();
  }
}

function inkPage(drawn: PageInk, number: number): InkPage {
  const ink = readableInk(drawn);
  const unseen = drawn.glyphs.filter(({ hidden }) => hidden !== undefined);
  const dotted = ink.dots.flatMap(({ left, right, top, bottom }): Rule[] => [
    { axis: 'upright', at: (left + right) / 2, from: top, to: bottom },
    { axis: 'level', at: (top + bottom) / 2, from: left, to: right },
  ]);
  return {
    number,
    width: ink.width,
    height: ink.height,
    turns: 0,
    tokens: tokensOf(ink),
    sideways: sidewaysTokens(ink.turned),
    unseen: [
      ...tokensOf({ glyphs: unseen, rules: [] }),
      ...sidewaysTokens(drawn.turned.filter(({ hidden }) => hidden !== undefined)),
    ],
    rules: [...ink.rules, ...dotted],
    fills: ink.fills,
  };
}
