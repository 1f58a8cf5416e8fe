import type { Dataset } from '../catalogue/dataset.ts';
import { headlineSeries } from '../catalogue/headline.ts';
import { told } from '../catalogue/language.ts';
import { draw } from '../charts/drawing-board.ts';
import { chartSizes, lineChart } from '../charts/lines.ts';
import { scopeOf, subjectOf, titleText } from '../charts/title.ts';
import { html, type Markup } from '../html/markup.ts';
import { contentSecurityPolicy } from '../security-policy.ts';
import { fill } from '../words/words.ts';
import { linesOfChart } from './chart-parts.ts';

import { titleOf } from './labels.ts';
import { flagNote, lineLegend } from './line-legend.ts';
import { type Place, pathOf } from './page.ts';

/** Pixels of the frame that other sites show the chart in: the drawing, its title, legend and source. */
const FRAME = { width: 760, height: 540 } as const;

/** The chart of a dataset by itself, for a frame in a page elsewhere: no script, and the way to the whole page. */
export function embedPage(place: Place, dataset: Dataset): Markup | undefined {
  const { words, language, site, toRoot } = place;
  const shown = headlineSeries(dataset);
  if (shown.length === 0) return undefined;
  const { title, lines, ...drawn } = linesOfChart(place, dataset, shown);
  const { licence, version } = site.catalogue.package;
  const { text: document } = told({ ...site.catalogue.package }, 'title', language);
  const source = fill(words.saveSource, { title: document, version, licence: licence.title });
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(false)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${titleText(title)}</title>
<link rel="stylesheet" href="${toRoot(site.assets.style)}">
</head>
<body class="embed">
<main>
<figure class="chart"><figcaption><h1>${subjectOf(title)}</h1> <span class="unit">${scopeOf(title)}</span></figcaption>
<div class="drawing">${chartSizes(false).map(({ name, ...size }) => html`<div class="${name}">${draw((board) => lineChart(lines, { document: board, ...drawn, ...size }))}</div>`)}</div>
${lineLegend(lines)}${flagNote(lines, words.flagLegend)}</figure>
<p class="hint">${source} <a href="${place.to(pathOf.dataset(dataset.table.name))}" target="_top">${titleOf(dataset.table, place).text}</a></p>
</main>
</body>
</html>
`;
}

/** The code that shows the chart elsewhere; it needs a whole address, so there is none without the site's own. */
export function embedCode({ site, language, words }: Place, { table }: Dataset): Markup | false {
  if (site.url === '') return false;
  const address = `${site.url}${language}/${pathOf.embed(table.name)}`;
  const code = `<iframe src="${address}" width="${FRAME.width}" height="${FRAME.height}" loading="lazy" title="${table.name}"></iframe>`;
  return html`<details class="embed-code"><summary>${words.embed}</summary><pre tabindex="0"><code>${code}</code></pre><p class="actions"><button type="button" class="copy" hidden data-copied="${words.copied}">${words.copyRecipe}</button></p></details>`;
}
