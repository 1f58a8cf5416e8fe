import type { DatedHead } from './dated.ts';

/** Where the data can be had under a DOI reads what they are from this file in the root of the repository. */
export const ZENODO = '.zenodo.json';

/**
 * `.zenodo.json`, the metadata of a deposit, made of `document.yaml` alone:
 * https://developers.zenodo.org/#representation
 */
export function zenodoJson({
  title,
  description,
  version,
  created,
  keywords,
  licence,
  creators,
  contributors,
  sources,
  identifiers = [],
}: DatedHead): string {
  const deposit = {
    upload_type: 'dataset',
    title: title.en,
    description: `<p>${escaped(description.en.trim())}</p>`,
    version,
    publication_date: created.slice(0, 10),
    access_right: 'open',
    license: licence.name.toLowerCase(),
    creators: creators.map((name) => ({ name })),
    contributors: contributors.map(({ title: name }) => ({ name, type: 'Other' })),
    keywords: keywords.en,
    related_identifiers: [...sources, ...identifiers].map(({ path }) => ({
      identifier: path,
      relation: 'isDerivedFrom',
      scheme: 'url',
    })),
  };
  return `${JSON.stringify(deposit, null, 2)}\n`;
}

/** A description is HTML there. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
