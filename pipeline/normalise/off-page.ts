import type { Finding, FindingKind } from '../page/finding.ts';
import { type Box, boxAround, sharedHeight, sharedWidth } from '../page/place.ts';
import { type Page, type Source, tokensOf } from '../page/source.ts';
import { SETTINGS } from './settings.ts';

/** What is found at fault where a part of a table is not there. */
const OF_TABLES: ReadonlySet<FindingKind> = new Set(['anchor', 'header', 'label', 'cells']);
const ACTION = 'set the table so that all of it stands on its page: smaller, turned, or over several pages';

/**
 * Findings about tables of a page of which ink lies beside the page, as where a word processor sets a table that is wider
 * than its paper: what is missing of them lies there, and they say where.
 */
export function withInkOffPage(findings: readonly Finding[], source: Source): readonly Finding[] {
  if (source.unit !== 'point') return findings;
  const beside = source.pages.flatMap((page) => {
    const told = inkOffPage(page);
    return told === undefined ? [] : [{ page: page.number, told }];
  });
  if (beside.length === 0) return findings;
  return findings.map((finding): Finding => {
    const { kind, place, found } = finding;
    const own = beside.find(({ page }) => place.page === undefined || place.page === page);
    if (own === undefined || !OF_TABLES.has(kind)) return finding;
    return {
      ...finding,
      found: `${found}, and ink that lies off page ${own.page}, ${own.told}`,
      action: ACTION,
    };
  });
}

/** Ink that lies beside the tables of a page, or below the last of them, and where; undefined where there is none. */
function inkOffPage(page: Page): string | undefined {
  const seen = page.blocks.filter(({ kind }) => kind === 'table' || kind === 'paragraph');
  const tables = seen.flatMap(({ kind, box }) => (kind === 'table' && box !== undefined ? [box] : []));
  const isLast = (table: Box): boolean => seen.every(({ box }) => !box || box.bottom <= table.bottom);
  const isOfTable = (box: Box): boolean =>
    tables.length === 0 ||
    tables.some(
      (table) =>
        sharedHeight(table, box) > 0 ||
        (box.top >= page.height && isLast(table) && sharedWidth(table, box) > 0),
    );
  const off = tokensOf(page).flatMap(({ text, box, print }) =>
    print.hidden === 'off the page' && box !== undefined && isOfTable(box) ? [{ text, box }] : [],
  );
  const box = boxAround(off.map((each) => each.box));
  if (box === undefined) return undefined;
  const texts = off.slice(0, SETTINGS.shownOffPage.value).map(({ text }) => `"${text}"`);
  const more = off.length > texts.length ? `, ... (${off.length} words)` : '';
  return `${sideOf(page, box)}: ${texts.join(', ')}${more}`;
}

/** Where a box lies that reaches over the edge of a page, in points from its top left. */
function sideOf({ width, height }: Page, { left, top, right, bottom }: Box): string {
  const round = Math.round;
  const sides: readonly (readonly [number, string])[] = [
    [right - width, `right of its edge, up to ${round(right)} of ${round(width)} pt`],
    [-left, `left of its edge, by up to ${round(-left)} pt`],
    [bottom - height, `below its foot, down to ${round(bottom)} of ${round(height)} pt`],
    [-top, `above its top, by up to ${round(-top)} pt`],
  ];
  return sides.reduce((most, side) => (side[0] > most[0] ? side : most))[1];
}
