import { grouped } from '../../pipeline/page/grouped.ts';
import { actsOf } from '../catalogue/acts.ts';
import { told } from '../catalogue/language.ts';
import type { Row } from '../catalogue/package.ts';
import type { SearchEntry, Texts } from '../search/entry.ts';
import { fill } from '../words/words.ts';
import { headingOf } from './errata.ts';
import { unitName } from './labels.ts';
import { type Place, paragraphUrl, SECTION_PATHS } from './page.ts';
import { textsOf } from './search-texts.ts';

/** Letters of a text that are shown of it under its title. */
const BEGINNING = 110;

/** The paragraphs of the report, the acts that it cites, and its contradictions. */
export function documentEntries(places: readonly Place[]): readonly SearchEntry[] {
  return [...paragraphEntries(places), ...actEntries(places), ...erratumEntries(places)];
}

/** A paragraph is found by its text, by the titles of its sections, and by the figures in it with their units. */
function paragraphEntries(places: readonly Place[]): readonly SearchEntry[] {
  const [first] = places;
  if (first === undefined) return [];
  const { rows } = first.site.catalogue;
  const sections = new Map(rows('section').map((row) => [row.section ?? '', row]));
  const figures = grouped(rows('figure'), (row) => row.paragraph ?? '');
  return rows('paragraph').map((row): SearchEntry => {
    const number = row.paragraph ?? '';
    const text = row.text ?? '';
    const own = figures.get(number) ?? [];
    const headings = lineage(sections, row.section ?? '');
    return {
      kind: 'paragraph',
      title: textsOf(places, ({ words }) => fill(words.paragraphN, { n: number })),
      place: { kk: text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text },
      url: paragraphUrl(first.site.catalogue, number),
      text: {
        kk: text,
        ...textsOf(
          places.filter(({ language }) => language !== 'kk'),
          (place) =>
            [
              ...headings.map((section) => told(section, 'title', place.language)),
              ...own.map((figure) => ({
                text: `${figure.value} ${unitName(figure.unit ?? '', place)}`,
                language: place.language,
              })),
            ]
              .flatMap((each) => (each.language === place.language ? [each.text] : []))
              .join('; '),
        ),
      },
    };
  });
}

/** A section and those that it stands in, without the one that holds them all. */
function lineage(sections: ReadonlyMap<string, Row>, name: string): readonly Row[] {
  const row = sections.get(name);
  if (row === undefined) return [];
  return (row.parent ?? '') === '' ? [] : [row, ...lineage(sections, row.parent ?? '')];
}

/** An act once, however often it is cited; it leads to the first paragraph that cites it. */
function actEntries(places: readonly Place[]): readonly SearchEntry[] {
  const [place] = places;
  if (place === undefined) return [];
  const { catalogue } = place.site;
  return actsOf(catalogue.rows('legal_reference')).map(
    ({ type, name, paragraphs: [first = ''], quotes }): SearchEntry => ({
      kind: 'act',
      title: { kk: name },
      place: textsOf(places, ({ words }) => fill(words.paragraphN, { n: first })),
      url: paragraphUrl(catalogue, first),
      key: type.replaceAll('_', ' '),
      text: { kk: quotes.join('; ') },
    }),
  );
}

function erratumEntries(places: readonly Place[]): readonly SearchEntry[] {
  const errata = places[0]?.site.catalogue.errata ?? [];
  return errata.map((erratum): SearchEntry => {
    const said: Texts = textsOf(places, ({ language }) => told(erratum.row, 'description', language));
    return {
      kind: 'erratum',
      title: textsOf(places, (place) => headingOf(place, erratum)),
      place: said,
      url: `${SECTION_PATHS.errata}#${encodeURIComponent(erratum.id)}`,
      text: said,
    };
  });
}
