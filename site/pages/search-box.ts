import { html, type Markup } from '../html/markup.ts';
import { fill } from '../words/words.ts';
import type { Place } from './page.ts';

/** The search; shown when a script can answer it. The script reads the index when it is first used. */
export function searchBox({ words, language, to, toRoot }: Place): Markup {
  return html`<form class="search" role="search" hidden data-index="${toRoot(`assets/search-${language}.json`)}" data-text="${toRoot('assets/search-text.json')}" data-root="${to('index.html').replace(/index\.html$/, '')}" data-found="${fill(words.searchFound, { n: '#' })}" data-first="${fill(words.searchFirst, { n: '#', m: '#' })}" data-nothing="${words.searchNothing}" data-paragraph="${fill(words.paragraphN, { n: '#' })}">
<label for="query">${words.searchLabel}</label>
<input id="query" type="search" name="q" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}" aria-describedby="found">
<p id="found" class="found" role="status"></p>
<ul class="results"></ul>
</form>`;
}
