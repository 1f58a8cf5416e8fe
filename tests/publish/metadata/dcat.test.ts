import { Parser, type Quad, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, test } from 'vitest';
import { reportIsThere } from '../../report.ts';
import { type Claim, changed, claimFaults, type Files, NAMES, textOf, useOutputs } from './outputs.ts';
import { official, officialTest } from './standards.ts';

const outputs = useOutputs();
const FILE = 'dcat.ttl';

/** Where the tests say that the files stand; any place does, because addresses are relative. */
const BASE = 'https://example.org/data/';
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const DCATAP = 'http://data.europa.eu/r5r/';
const VCARD = 'http://www.w3.org/2006/vcard/ns#';
const SPDX = 'http://spdx.org/rdf/terms#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What DCAT-AP makes mandatory, by class. */
const MANDATORY: Readonly<Record<string, readonly string[]>> = {
  [`${DCAT}Catalog`]: [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCAT}dataset`],
  [`${DCAT}Dataset`]: [`${DCT}title`, `${DCT}description`],
  [`${DCAT}Distribution`]: [`${DCAT}accessURL`],
  [`${FOAF}Agent`]: [`${FOAF}name`],
  [`${SPDX}Checksum`]: [`${SPDX}algorithm`, `${SPDX}checksumValue`],
};

/** The properties that DCAT-AP 3 lists for the classes; others would be slips. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  [`${DCAT}Catalog`]: listed(
    'dct:title description publisher issued modified license language spatial|dcat:dataset themeTaxonomy|foaf:homepage',
  ),
  [`${DCAT}Dataset`]: [
    ...listed(
      'dct:title description identifier creator publisher issued accessRights accrualPeriodicity spatial temporal language source relation hasPart isPartOf|dcat:keyword version theme distribution contactPoint|foaf:page',
    ),
    'http://www.w3.org/2004/02/skos/core#scopeNote',
  ],
  [`${DCAT}Distribution`]: listed(
    'dct:title description format license|dcat:accessURL downloadURL mediaType byteSize|spdx:checksum|dcatap:availability',
  ),
  [`${FOAF}Agent`]: listed('foaf:name'),
  [`${FOAF}Document`]: listed('dct:title description identifier|spdx:checksum'),
  [`${VCARD}Organization`]: listed('vcard:fn hasEmail hasURL'),
  [`${SPDX}Checksum`]: listed('spdx:algorithm checksumValue'),
  [`${DCT}PeriodOfTime`]: listed('dcat:startDate endDate'),
  [`${DCT}Location`]: [...listed('dcat:bbox centroid'), 'http://www.w3.org/2004/02/skos/core#prefLabel'],
  [`${DCT}LicenseDocument`]: listed('dct:title type description'),
};

/** What DCAT-AP 3 recommends, by class. */
const RECOMMENDED: Readonly<Record<string, readonly string[]>> = {
  [`${DCAT}Catalog`]: listed('dct:language issued modified license spatial|dcat:themeTaxonomy|foaf:homepage'),
  [`${DCAT}Dataset`]: listed('dct:publisher spatial temporal|dcat:contactPoint distribution keyword theme'),
  [`${DCAT}Distribution`]: listed('dct:description format license|dcatap:availability'),
  [`${DCT}LicenseDocument`]: listed('dct:type'),
  [`${DCT}Location`]: listed('dcat:bbox centroid'),
  [`${DCT}PeriodOfTime`]: listed('dcat:startDate endDate'),
};

function listed(names: string): readonly string[] {
  const vocabularies: Readonly<Record<string, string>> = {
    dct: DCT,
    dcat: DCAT,
    dcatap: DCATAP,
    foaf: FOAF,
    spdx: SPDX,
    vcard: VCARD,
  };
  return names.split('|').flatMap((group) => {
    const [prefix = '', terms = ''] = group.split(':');
    return terms.split(' ').map((term) => `${vocabularies[prefix]}${term}`);
  });
}

function graph(files: Files): Store {
  return new Store(new Parser({ baseIRI: BASE }).parse(textOf(files, FILE)));
}

/** What is wrong by the rules of DCAT-AP that need no shapes, and what is said of files that is not so. */
function faults(files: Files): readonly string[] {
  const store = graph(files);
  const has = (subject: Quad['subject'], property: string): boolean =>
    store.getQuads(subject, property, null, null).length > 0;
  const described = store.getQuads(null, TYPE, null, null);
  return [
    ...described.flatMap(({ subject, object }) =>
      (MANDATORY[object.value] ?? []).flatMap((property) =>
        has(subject, property) ? [] : [`${object.value}: no ${property}`],
      ),
    ),
    ...described.flatMap(({ subject, object }) => {
      const known = KNOWN[object.value];
      if (known === undefined) return [`unknown class ${object.value}`];
      return store
        .getQuads(subject, null, null, null)
        .map(({ predicate }) => predicate.value)
        .filter((property) => property !== TYPE && !known.includes(property))
        .map((property) => `${object.value}: unknown ${property}`);
    }),
    ...store
      .getQuads(null, null, null, null)
      .map(({ object }) => object.value)
      .filter((value) => value.startsWith(`${BASE}${FILE}#`) || value.startsWith(`${BASE}#`))
      .filter((value) => store.getQuads(value, TYPE, null, null).length === 0)
      .map((value) => `nothing is said of ${value}`),
    ...claimFaults(files, claims(store)),
  ];
}

function claims(store: Store): readonly Claim[] {
  const one = (subject: Quad['subject'], property: string): string | undefined =>
    store.getObjects(subject, property, null)[0]?.value;
  return store.getQuads(null, `${DCAT}downloadURL`, null, null).map(({ subject, object }) => {
    const bytes = one(subject, `${DCAT}byteSize`);
    const checksum = store.getQuads(subject, `${SPDX}checksum`, null, null)[0]?.object;
    const sha256 = checksum?.termType === 'BlankNode' ? one(checksum, `${SPDX}checksumValue`) : undefined;
    return {
      path: object.value.replace(BASE, ''),
      ...(bytes !== undefined && { bytes: Number(bytes) }),
      ...(sha256 !== undefined && { sha256 }),
    };
  });
}

function labels(store: Store, subject: string, property: string): readonly string[] {
  return store
    .getObjects(`${BASE}${subject}`, property, null)
    .map((label) => (label.termType === 'Literal' ? label.language : ''))
    .sort();
}

describe('dcat.ttl', () => {
  test.each(NAMES)('keeps the rules of DCAT-AP 3, and says nothing of a file that is not so (%s)', (name) => {
    expect(graph(outputs.files(name)).size).toBeGreaterThan(100);
    expect(faults(outputs.files(name))).toEqual([]);
  });

  test.runIf(reportIsThere)('has all that DCAT-AP recommends, where the document declares it', () => {
    const store = graph(outputs.files('own'));
    const missing = store
      .getQuads(null, TYPE, null, null)
      .flatMap(({ subject, object }) =>
        (RECOMMENDED[object.value] ?? [])
          .filter((property) => store.getQuads(subject, property, null, null).length === 0)
          .map((property) => `${subject.value}: no ${property}`),
      );
    expect(missing).toEqual([]);
    expect(store.getQuads(null, TYPE, `${DCAT}Distribution`, null).length).toBeGreaterThan(100);
  });

  test.runIf(reportIsThere)(
    'has the place with its edges, whom to ask, and the document as others call it',
    () => {
      const turtle = textOf(outputs.files('rain'), FILE);
      expect(turtle).toContain(
        '"POLYGON((4.5 57.9, 31.2 57.9, 31.2 71.2, 4.5 71.2, 4.5 57.9))"^^geo:wktLiteral',
      );
      expect(turtle).toContain('vcard:hasEmail <mailto:rain@example.org>');
      const store = graph(outputs.files('own'));
      const [document] = store.getObjects(`${BASE}#dataset`, `${DCT}relation`, null);
      expect(document?.value).toBe('https://undocs.org/E/C.12/KAZ/2');
      expect(store.getObjects(document ?? null, `${DCT}identifier`, null)[0]?.value).toBe('E/C.12/KAZ/2');
    },
  );

  test.runIf(reportIsThere)(
    'names the catalogue, the whole and every table in Kazakh, Russian and English',
    () => {
      const store = graph(outputs.files('own'));
      const subjects = ['#catalogue', '#dataset', '#poverty_rate', '#region', '#cell', '#paragraph'];
      for (const subject of subjects)
        expect(labels(store, subject, `${DCT}title`), subject).toEqual(['en', 'kk', 'ru']);
      expect(labels(store, '#dataset', `${DCT}description`)).toEqual(['en', 'kk', 'ru']);
      expect(new Set(labels(store, '#dataset', `${DCAT}keyword`))).toEqual(new Set(['en', 'kk', 'ru']));
    },
  );

  test.each(NAMES)(
    'has each table as a part of the whole, with a distribution for every file (%s)',
    (name) => {
      const files = outputs.files(name);
      const store = graph(files);
      const data = [...files.keys()].filter((path) =>
        /^(csv|json|parquet|arrow)\/|\.(duckdb|xlsx)$/.test(path),
      );
      expect(
        claims(store)
          .map(({ path }) => path)
          .sort(),
      ).toEqual(data.sort());
      const tables = data.filter((path) => path.startsWith('csv/')).length;
      expect(store.getQuads(`${BASE}#dataset`, `${DCT}hasPart`, null, null)).toHaveLength(tables);
      expect(store.getQuads(null, `${DCT}isPartOf`, `${BASE}#dataset`, null)).toHaveLength(tables);
    },
  );

  test.each([
    ['no access URL, which is mandatory', 'dcat:accessURL', 'dct:relation', /Distribution: no .*accessURL/],
    ['an unknown property', 'dcat:mediaType', 'dcat:mimeType', /unknown .*mimeType/],
    [
      'a distribution that is not described',
      'dcat:distribution <#place-csv>',
      'dcat:distribution <#plaice-csv>',
      /nothing is said of .*plaice-csv/,
    ],
    ['a wrong size', 'dcat:byteSize "', 'dcat:byteSize "1', /bytes, not 1/],
    ['a wrong checksum', /(accessURL <csv[\s\S]*?checksumValue ")[0-9a-f]{4}/, '$10000', /another checksum/],
    ['a file that is not there', 'downloadURL <csv/', 'downloadURL <csw/', /no such file/],
  ])('is noticed when it has %s', (_, find, replace, fault) => {
    const broken = changed(outputs.files('rain'), FILE, (text) => text.replace(find, replace));
    expect(faults(broken)).toContainEqual(expect.stringMatching(fault));
  });
});

describe('by the official shapes', () => {
  const validate = async (files: Files): Promise<readonly string[]> => {
    const shapes = new Store(new Parser().parse(official('dcat-ap-3-shapes.ttl')));
    const report = await new SHACLValidator(shapes).validate(graph(files));
    return report.results.map(({ path, focusNode }) => `${focusNode?.value} ${path?.value}`);
  };

  for (const name of NAMES)
    officialTest(`the catalogue conforms (${name})`, async () => {
      expect(await validate(outputs.files(name))).toEqual([]);
    });

  officialTest('a catalogue without its publisher does not conform', async () => {
    const broken = changed(outputs.files('rain'), FILE, (text) =>
      text.replace('dct:publisher', 'dct:relation'),
    );
    expect(await validate(broken)).toEqual([`${BASE}#catalogue ${DCT}publisher`]);
  });
});
