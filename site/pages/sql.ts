import { examplesFor } from '../sql/examples.ts';
import { ownExamples } from '../sql/own-examples.ts';
import { type LoadedFile, sqlPage } from '../sql/page.ts';
import { SQL_WORDS } from '../sql/words.ts';
import { dataFacts, factsCard } from './cards.ts';
import { descriptionOf, titleOf } from './labels.ts';
import { type Page, type Place, pathOf } from './page.ts';

/** The SQL page in the layout of the site: its files from the site, its tables with the titles of the package. */
export function sqlSitePage(place: Place): Page {
  const { site, language, toRoot } = place;
  const { database, tables } = site.catalogue.package;
  const words = SQL_WORDS[language];
  const loaded = (file: LoadedFile): LoadedFile => ({ ...file, href: toRoot(file.href) });
  const body = sqlPage({
    language,
    relations: site.relations,
    examples: examplesFor(
      site.introduction?.queries ?? [],
      ownExamples(site.catalogue.datasets, site.relations),
      site.relations,
    ),
    said: (relation, column) => {
      const table = tables.get(relation);
      const told = column === undefined ? table : table?.fields.find(({ name }) => name === column);
      return told && { title: titleOf(told, place), description: descriptionOf(told, place) };
    },
    worker: loaded(site.assets.sql.worker),
    module: loaded(site.assets.sql.module),
    csvHelp: { href: place.to('downloads.html', 'spreadsheets'), title: place.words.spreadsheetTitle },
    database: {
      href: toRoot(pathOf.download(database.path)),
      bytes: database.bytes,
      sent: site.databaseSent,
    },
  });
  const card = factsCard(place, words.title, place.words.siteSubtitle, dataFacts(place));
  return { place, title: words.title, description: words.lead, body, section: 'sql', card, runsSql: true };
}
