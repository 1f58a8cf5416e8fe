import { html, type Markup } from '../html/markup.ts';
import { type Place, SECTION_PATHS } from './page.ts';
import { searchData } from './search.ts';

/** The search of the home page, which answers while one writes; shown when a script can answer it. */
export function searchBox(place: Place): Markup {
  const { words } = place;
  return html`<form class="search" role="search" action="${place.to(SECTION_PATHS.search)}" hidden ${searchData(place)}>
<label for="query">${words.searchLabel}</label>
<p class="ask"><input id="query" type="search" name="q" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}" aria-describedby="found"><button type="submit">${words.searchGo}</button></p>
<p id="found" class="found" role="status"></p>
<ul class="results"></ul>
</form>`;
}

/** The search in the head of every other page: it leads to the page of the search. */
export function headSearch({ words, to }: Place): Markup {
  return html`<form class="head-search" role="search" action="${to(SECTION_PATHS.search)}" hidden>
<label class="visually-hidden" for="head-query">${words.searchLabel}</label>
<input id="head-query" type="search" name="q" autocomplete="off" spellcheck="false" placeholder="${words.search}"><button type="submit">${words.searchGo}</button>
</form>`;
}
