import { describe, expect, test } from 'vitest';
import { placeOf } from '../../site/pages/page.ts';
import { structuredHome } from '../../site/pages/structured.ts';
import { CATALOGUE as catalogue, siteOf } from './catalogue-under-test.ts';

function whole(url: string, language: 'en' | 'kk'): Readonly<Record<string, unknown>> {
  const graph = JSON.parse(
    JSON.stringify(
      structuredHome(placeOf(siteOf(catalogue, url), language, 'index.html'), catalogue.datasets),
    ),
  )['@graph'];
  return graph.find((each: { readonly '@type': string }) => each['@type'] === 'Dataset');
}

describe('what search engines for data read on the home page', () => {
  test('is the dataset as a whole, with the file of all tables and every table as a part', () => {
    const dataset = whole('https://example.org/data/', 'en');
    expect(dataset).toMatchObject({
      url: 'https://example.org/data/en/index.html',
      license: expect.stringMatching(/^https:/),
      creator: [{ '@type': 'Organization' }],
      temporalCoverage: '2007/2015',
      distribution: [
        {
          contentUrl: `https://example.org/data/download/${catalogue.package.database.path}`,
          sha256: catalogue.package.database.sha256,
        },
      ],
    });
    expect(String(dataset.description).length).toBeGreaterThan(50);
    expect(dataset.hasPart).toHaveLength(catalogue.datasets.length);
    expect(dataset.isBasedOn).toContainEqual(
      expect.objectContaining({ url: 'https://example.org/data/download/text-layer.txt' }),
    );
    expect(dataset.isBasedOn).toContainEqual(expect.objectContaining({ reportNumber: 'E/C.12/KAZ/2' }));
  });

  test('is told in the language of the page, with addresses from there where the site knows none of its own', () => {
    const dataset = whole('', 'kk');
    expect(dataset).toMatchObject({
      name: catalogue.package.title_kk,
      distribution: [{ contentUrl: `../download/${catalogue.package.database.path}` }],
    });
  });
});
