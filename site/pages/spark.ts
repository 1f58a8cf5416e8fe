import type { Dataset } from '../catalogue/dataset.ts';
import { headlineSeries } from '../catalogue/headline.ts';
import { draw } from '../charts/drawing-board.ts';
import type { Line } from '../charts/number-line.ts';
import { sparkline } from '../charts/small.ts';
import { scopeOf, subjectOf, titleText } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal } from '../words/numbers.ts';
import { linesOf, titleOfChart } from './chart-parts.ts';
import { titleStem } from './labels.ts';
import { lineLegend } from './line-legend.ts';
import type { Place } from './page.ts';

/**
 * The headline of a dataset in small, with what it shows written under it; nothing for a dataset without one chart of
 * its own. The heading of the card says what the whole table measures and is not repeated.
 */
export function spark(place: Place, dataset: Dataset): Markup | undefined {
  if (!dataset.isYearly || dataset.table.headline?.chart === 'multiples') return undefined;
  const shown = headlineSeries(dataset);
  if (shown.length === 0) return undefined;
  const { shared, lines } = linesOf(place, dataset, shown);
  const title = titleOfChart(place, dataset, shown, shared);
  const names = lines.map(({ label }) => label);
  const label = `${titleText(title, names)}. ${lines.map((line) => told(place, line)).join('; ')}`;
  const heading = titleStem(dataset.table, place).text;
  const group =
    title.measure === heading ? shared.filter((each) => each !== heading).join(' · ') : subjectOf(title);
  const caption = [group, scopeOf(title)].filter((part) => part !== '').join(', ');
  return html`<figure class="spark">${draw((document) => sparkline(lines, { document, label }))}<figcaption>${caption}</figcaption>${lines.length > 1 && lineLegend(lines)}</figure>`;
}

/** The first and the last value of a line for those who do not see it. */
function told({ language }: Place, { label, points }: Line): string {
  const known = points.filter(({ printed }) => printed !== null);
  const ends = [...new Set([known[0], known.at(-1)])];
  const values = ends.map(
    (point) => `${point?.year ?? ''}: ${formatDecimal(point?.printed ?? '', language)}`,
  );
  return [label, values.join(', ')].filter((part) => part !== '').join(' ');
}
