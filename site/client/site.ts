import { startCiting } from './citing.ts';
import { startCopying } from './copy.ts';
import { startErrataFilter } from './errata-filter.ts';
import { startFilter } from './filter.ts';
import { startMap } from './map.ts';
import { startMultiples } from './multiples.ts';
import { startPanel } from './panel.ts';
import { startParts } from './parts.ts';
import { startPrinting } from './printing.ts';
import { startProseFilter } from './prose-filter.ts';
import { startRepairs } from './repairs.ts';
import { startSearch } from './search.ts';
import { startSmallReadouts } from './small-readout.ts';
import { startTable } from './table.ts';

/** Everything here adds to a page that is complete without it. */
const table = startTable();
const map = startMap();
startFilter(table, map);
startErrataFilter();
startMultiples(table);
startSmallReadouts(table);
startProseFilter();
startPanel();
startParts();
startSearch();
startRepairs();
startCiting();
startCopying();
startPrinting();

/** The same place in another language is the same fragment and filter too. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]'))
  link.addEventListener('click', () => {
    link.href = `${link.href.replace(/[?#].*$/, '')}${location.search}${location.hash}`;
  });
