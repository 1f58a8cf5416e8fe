import { html, type Markup } from '../html/markup.ts';
import { KINDS } from '../search/entry.ts';
import { dataFacts, factsCard } from './cards.ts';
import type { Page, Place } from './page.ts';
import { SECTION_PATHS } from './page.ts';

/** What the search reads, in the site. */
export const SEARCH_INDEX = 'assets/search.json';

/** The page of the search: `?q=` is what is looked for, `&kind=` of which kind. A script answers it. */
export function searchPage(place: Place): Page {
  const { words } = place;
  const kinds = KINDS.map(
    (kind) =>
      html`<li><button type="button" data-kind="${kind}" aria-pressed="false">${words[`found_${kind}`]} <span class="count"></span></button></li>`,
  );
  const body = html`<div class="page-head"><h1>${words.search}</h1><p class="lead">${words.searchLead}</p></div>
<noscript><p>${words.searchScript}</p></noscript>
<form class="search whole" role="search" action="${place.to(SECTION_PATHS.search)}" hidden ${searchData(place)}>
<label for="query">${words.searchLabel}</label>
<p class="ask"><input id="query" type="search" name="q" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}" aria-describedby="found"><button type="submit">${words.searchGo}</button></p>
<ul class="kinds" hidden><li><button type="button" data-kind="" aria-pressed="true">${words.foundAll} <span class="count"></span></button></li>${kinds}</ul>
<p id="found" class="found" role="status"></p>
<ul class="results"></ul>
<p><button type="button" class="more" hidden>${words.searchMore}</button></p>
</form>`;
  return {
    place,
    title: words.search,
    description: words.searchLead,
    body,
    section: 'search',
    card: factsCard(place, words.search, words.siteSubtitle, dataFacts(place)),
    hasSearch: true,
  };
}

/** What a script needs to search from a page: where the index stands, and the words that it answers with. */
export function searchData({ words, to, toRoot }: Place): Markup {
  return html`data-index="${toRoot(SEARCH_INDEX)}" data-root="${to('index.html').replace(/index\.html$/, '')}" data-found="${words.searchFound}" data-first="${words.searchFirst}" data-nothing="${words.searchNothing}" data-kinds="${JSON.stringify(Object.fromEntries(KINDS.map((kind) => [kind, words[`kind_${kind}`]])))}"`;
}
