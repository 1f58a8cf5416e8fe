import type { Told } from '../catalogue/language.ts';
import type { Texts } from '../search/entry.ts';
import type { Place } from './page.ts';

/** A text in each language that it is really there in. */
export function textsOf(places: readonly Place[], tell: (place: Place) => Told | string): Texts {
  return Object.fromEntries(
    places.flatMap((place) => {
      const said = tell(place);
      const { text, language } = typeof said === 'string' ? { text: said, language: place.language } : said;
      return text === '' || language !== place.language ? [] : [[language, text]];
    }),
  );
}
