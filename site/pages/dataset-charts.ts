import type { Dataset } from '../catalogue/dataset.ts';
import { MOST_LINES } from '../charts/number-line.ts';
import type { Markup } from '../html/markup.ts';
import { chosenChart } from './chosen-chart.ts';
import { multiples } from './multiples.ts';
import type { Place } from './page.ts';
import { pairs } from './pairs.ts';
import { placeMap } from './tile-map.ts';

/** The charts that suit a dataset: its headline and its dimensions say which. */
export function datasetCharts(place: Place, dataset: Dataset): readonly Markup[] {
  if (!dataset.isYearly) return [];
  const map = placeMap(place, dataset);
  const isMany = dataset.series.length > MOST_LINES || dataset.table.headline?.chart === 'multiples';
  return [
    chosenChart(place, dataset, map !== undefined),
    map,
    ...pairs(place, dataset),
    ...(isMany ? multiples(place, dataset) : []),
  ].filter((chart) => chart !== undefined);
}
