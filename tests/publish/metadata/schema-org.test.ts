import { describe, expect, test } from 'vitest';
import { reportIsThere } from '../../report.ts';
import { type Claim, changed, claimFaults, type Files, NAMES, textOf, useOutputs } from './outputs.ts';
import { type Node, nodes, unknownProperties, within } from './vocabulary.ts';

const outputs = useOutputs();
const FILE = 'dataset.jsonld';

function dataset(files: Files): Node {
  return JSON.parse(textOf(files, FILE));
}

/** What is wrong with the description: strange properties, and what it says of files that is not so. */
function faults(files: Files): readonly string[] {
  const root = dataset(files);
  const claims = nodes(root.distribution).map(
    ({ contentUrl, contentSize, sha256 }): Claim => ({
      path: String(contentUrl),
      ...(contentSize !== undefined && { bytes: Number.parseInt(String(contentSize), 10) }),
      ...(sha256 !== undefined && { sha256: String(sha256) }),
    }),
  );
  return [...within(root).flatMap((node) => unknownProperties(node)), ...claimFaults(files, claims)];
}

describe('dataset.jsonld', () => {
  test.each(NAMES)('is a Dataset with all that search engines for data want (%s)', (name) => {
    const root = dataset(outputs.files(name));
    expect(root).toMatchObject({ '@context': 'https://schema.org/', '@type': 'Dataset' });
    for (const property of ['name', 'description', 'license', 'version', 'datePublished', 'isBasedOn', 'url'])
      expect(root[property], property).toBeTruthy();
    expect(String(root.description).length).toBeLessThan(5000);
    expect(String(root.datePublished)).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(nodes(root.creator).length).toBeGreaterThan(0);
  });

  test.each(NAMES)('has no strange property and says nothing of a file that is not so (%s)', (name) => {
    expect(faults(outputs.files(name))).toEqual([]);
  });

  test.each(NAMES)('has every table in every format as a download, and the DuckDB file (%s)', (name) => {
    const files = outputs.files(name);
    const downloads = nodes(dataset(files).distribution).map(({ contentUrl }) => String(contentUrl));
    const data = [...files.keys()].filter((path) =>
      /^(csv|json|parquet|arrow)\/|\.(duckdb|xlsx)$/.test(path),
    );
    expect([...downloads].sort()).toEqual(data.sort());
  });

  test.runIf(reportIsThere)('measures one variable for every column of values, with its unit', () => {
    const variables = nodes(dataset(outputs.files('rain')).variableMeasured);
    expect(variables.map(({ propertyID }) => propertyID).sort()).toEqual([
      'shower.mm',
      'storms.count',
      'storms.worst',
    ]);
    expect(variables.find(({ propertyID }) => propertyID === 'shower.mm')).toMatchObject({
      unitText: 'millimetres',
    });
    const own = nodes(dataset(outputs.files('own')).variableMeasured);
    expect(own.find(({ propertyID }) => propertyID === 'poverty_rate.percent')).toMatchObject({
      unitText: 'Per cent',
    });
  });

  test.runIf(reportIsThere)(
    'covers the years of its observations, the place of the document, and what it was made from',
    () => {
      expect(dataset(outputs.files('own'))).toMatchObject({
        temporalCoverage: '2007/2015',
        spatialCoverage: { '@type': 'Place', name: 'Kazakhstan', identifier: 'KZ' },
        isBasedOn: [
          { '@type': 'CreativeWork' },
          { '@type': 'MediaObject', url: 'text-layer.txt' },
          { '@type': 'Report', reportNumber: 'E/C.12/KAZ/2', url: 'https://undocs.org/E/C.12/KAZ/2' },
        ],
        inLanguage: ['en', 'kk', 'ru'],
      });
    },
  );

  test('with a wrong checksum, a wrong size, a strange property or a lost file is noticed', () => {
    const files = outputs.files('rain');
    const broken = (find: RegExp, replace: string): readonly string[] =>
      faults(changed(files, FILE, (text) => text.replace(find, replace)));
    expect(broken(/(B",\s+"sha256": ")[0-9a-f]{4}/, '$10000')).toEqual([
      expect.stringMatching(/another checksum$/),
    ]);
    expect(broken(/"contentSize": "/, '"contentSize": "1')).toEqual([expect.stringMatching(/bytes, not 1/)]);
    expect(broken(/"variableMeasured"/, '"variablesMeasured"')).toContain(
      'Dataset: unknown property variablesMeasured',
    );
    expect(broken(/csv\/place\.csv/, 'csv/plaice.csv')).toEqual(['csv/plaice.csv: no such file']);
  });
});
