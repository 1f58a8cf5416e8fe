import type { TextLayer } from '../../../extract/text-layer.ts';
import { inkOf, wordsOf } from '../../../locale/look-alikes.ts';
import type { Finding, FindingKind } from '../../../page/finding.ts';
import type { GridPlan } from '../../../template/plan.ts';
import type { Ink } from '../../reading/ink.ts';
import { findPhrase, matchPhrase, type Stretch } from '../../reading/phrase.ts';
import type { Context } from '../words/element-step.ts';
import { printedOrder } from '../words/header-order.ts';
import { matchHeading } from '../words/heading.ts';
import { placeAt, SHORT_EXCERPT, tableName, whatStands } from './fault-finder.ts';

type Where = Pick<Context, 'layer' | 'ink'>;

function made(
  { layer, ink }: Where,
  at: number,
  grid: GridPlan,
  kind: FindingKind,
  [expected, found, action]: readonly [expected: string, found: string, action: string],
): Finding {
  return { kind, place: { ...placeAt(layer, ink, at), table: tableName(grid) }, expected, found, action };
}

function namesOf({ columnHeaders }: GridPlan): string {
  return columnHeaders.map((header) => `"${header}"`).join(', ');
}

/** Column headers that do not stand behind the title of a table, whose rows begin at `to`: which, and what stands there. */
export function headerFinding(where: Where, at: number, grid: GridPlan, to: number): Finding {
  const { layer, ink } = where;
  const from = behindTitle(ink, at, grid);
  const meant =
    grid.meantHeaders &&
    matchHeading(ink, at, [grid.title, ...grid.header, ...grid.meantHeaders].map(wordsOf));
  const lost = lostHeader(ink, { from, to }, grid);
  const place = lost?.at ?? at;
  if (meant)
    return made(where, place, grid, 'correction', [
      `the misprinted header that corrections.yaml names (${namesOf(grid)})`,
      'the header as it is meant',
      'remove the correction',
    ]);
  return made(where, place, grid, 'header', [
    lost ? `the column header "${lost.header}"` : `the column headers ${namesOf(grid)}`,
    headerText(layer, ink, lost?.at ?? from, to),
    'a header is misspelt, missing or not declared',
  ]);
}

/** Headers with so many words in common that a limit is reached before they are told apart. */
export function sharedWords(where: Where, at: number, grid: GridPlan, to: number): Finding {
  const { layer, ink } = where;
  const text = headerText(layer, ink, behindTitle(ink, at, grid), to);
  return made(where, at, grid, 'header', [
    `column headers that can be told apart (${namesOf(grid)})`,
    `${text}, words that several of them share, in more orders than are tried: a limit is reached`,
    'print the words of each header one behind the other',
  ]);
}

/** Headers that stand in another order than they are declared in. */
export function orderFinding(
  where: Where,
  at: number,
  grid: GridPlan,
  places: readonly (readonly number[])[],
): Finding {
  return made(where, at, grid, 'columns', [
    `the columns in the order ${namesOf(grid)}`,
    printedOrder(grid.columnHeaders, places),
    'two columns are swapped',
  ]);
}

function behindTitle(ink: Ink, at: number, { title }: GridPlan): number {
  return Math.max(at, matchPhrase(ink, at, inkOf(title)));
}

/** What stands between a title and the first row; a text that is cut off there has no row. */
function headerText(layer: TextLayer, ink: Ink, from: number, row: number): string {
  if (row > from) return whatStands(layer, ink, from, row);
  if (row === from && row < ink.folded.length)
    return `${whatStands(layer, ink, row, row + SHORT_EXCERPT)}, the first row`;
  const rest = from < ink.folded.length ? `${whatStands(layer, ink, from)} and ` : '';
  return `${rest}the end of the text`;
}

/** The one column header that does not stand in its place among the others, and where it should. */
function lostHeader(
  ink: Ink,
  { from, to }: Stretch,
  { columnHeaders }: GridPlan,
): { readonly header: string; readonly at: number } | undefined {
  const lost: { header: string; at: number }[] = [];
  let at = from;
  for (const header of columnHeaders) {
    const found = findPhrase(ink, at, inkOf(header));
    if (found !== undefined && found.to <= to) at = found.to;
    else lost.push({ header, at });
  }
  const [first] = lost;
  return lost.length === 1 && to > from ? first : undefined;
}
