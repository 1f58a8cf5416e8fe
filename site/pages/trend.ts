import type { Series } from '../catalogue/dataset.ts';
import { closeScaleOf } from '../charts/number-line.ts';
import { trendOf } from '../charts/trend.ts';
import { html, type Markup } from '../html/markup.ts';
import { formatDecimal, writtenValue } from '../words/numbers.ts';
import { lineOf } from './chart-parts.ts';
import { evidenceAddress, type Place } from './page.ts';

const SMALL = { width: 120, height: 34, margin: 4 } as const;
const LARGE = { width: 640, height: 240, margin: 44 } as const;

/** The course of a series in small, from nought; its label says the first and the last value. */
export function trend(place: Place, series: Series): Markup | undefined {
  const { points, paths, nought } = trendOf(lineOf(series, '', 0), SMALL);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const written = [...new Set([first, last])].map(
    ({ year, printed }) => `${year}: ${formatDecimal(printed, place.language)}`,
  );
  return html`<svg class="trend" viewBox="0 0 ${SMALL.width} ${SMALL.height}" role="img" aria-label="${written.join(', ')}">${nought !== undefined && html`<line class="nought" x1="0" x2="${SMALL.width}" y1="${nought}" y2="${nought}"/>`}${paths.map((path) => html`<path d="${path}"/>`)}<circle cx="${last.x}" cy="${last.y}" r="3"/></svg>`;
}

/**
 * The course of a series with each value written at its point, which leads to its evidence. Numbers that stay far from
 * nought are drawn on a scale of their own: its axis is then cut, and says so.
 */
export function trendChart(place: Place, series: Series, label: string): Markup {
  const line = lineOf(series, label, 0);
  const { domain } = closeScaleOf([line]);
  const { points, paths, nought } = trendOf(line, { ...LARGE, domain });
  const write = writtenValue(place.language);
  const { width, height, margin } = LARGE;
  const base = height - margin;
  const dots = points.map(({ year, printed, x, y }) => {
    const cellId = series.byYear.get(year)?.cellId ?? '';
    const cell = place.site.catalogue.cells.get(cellId);
    const isContradicted = place.site.catalogue.errataOfCell.has(cellId);
    const shown = html`<circle class="reach" cx="${x}" cy="${y}" r="22"/><circle class="point" cx="${x}" cy="${y}" r="5"/><text class="value" x="${x}" y="${y - 12}">${write(printed)}${isContradicted && html`<tspan class="flag"> ▲</tspan>`}</text>`;
    return cell === undefined
      ? shown
      : html`<a class="v" href="${evidenceAddress(place, cell)}" aria-label="${year}: ${formatDecimal(printed, place.language)}">${shown}</a>`;
  });
  return html`<svg class="trend-chart" viewBox="0 0 ${width} ${height}" role="group" aria-label="${label}"><line class="nought" x1="${margin / 2}" x2="${width - margin / 2}" y1="${nought ?? base + 14}" y2="${nought ?? base + 14}"/>${nought === undefined && html`<path class="cut" d="M${margin / 2 - 6} ${base + 18}l4 -8m2 8l4 -8"/>`}${[...series.byYear.keys()].map((year) => html`<text class="year" x="${xOf(year, series)}" y="${height - 8}">${year}</text>`)}${paths.map((path) => html`<path d="${path}"/>`)}${dots}</svg>`;
}

function xOf(year: number, { byYear }: Series): number {
  const years = [...byYear.keys()];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const { width, margin } = LARGE;
  return Math.round(margin + ((width - 2 * margin) * (year - first)) / Math.max(1, last - first));
}
