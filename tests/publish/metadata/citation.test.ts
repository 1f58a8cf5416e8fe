import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { reportIsThere } from '../../report.ts';
import { changed, type Files, NAMES, textOf, useOutputs } from './outputs.ts';
import { official, officialTest } from './standards.ts';
import { isNode, type Node, nodes } from './vocabulary.ts';

const outputs = useOutputs();
const FILE = 'CITATION.cff';

/** The properties of the format; those of a reference are a part of what it allows. */
const KNOWN =
  'abstract authors cff-version commit contact date-released doi identifiers keywords license license-url message preferred-citation references repository repository-artifact repository-code title type url version';
const KNOWN_OF_REFERENCE = 'type title authors url identifiers notes abstract year doi';

function citation(files: Files): Node {
  return parse(textOf(files, FILE), { version: '1.1' });
}

/** What is wrong by the rules of the Citation File Format 1.2. */
function faults(files: Files): readonly string[] {
  const root = citation(files);
  const strange = (node: Node, known: string): readonly string[] =>
    Object.keys(node).flatMap((name) => (known.split(' ').includes(name) ? [] : [`unknown: ${name}`]));
  const missing = (node: Node, names: readonly string[]): readonly string[] =>
    names.flatMap((name) => (node[name] === undefined ? [`no ${name}`] : []));
  const references = nodes(root.references);
  return [
    ...missing(root, ['authors', 'cff-version', 'message', 'title']),
    ...references.flatMap((reference) => missing(reference, ['authors', 'title', 'type'])),
    ...strange(root, KNOWN),
    ...references.flatMap((reference) => strange(reference, KNOWN_OF_REFERENCE)),
    ...(root['cff-version'] === '1.2.0' ? [] : ['another version of the format']),
    ...(['dataset', 'software'].includes(String(root.type)) ? [] : ['another type']),
    ...(/^\d{4}-\d\d-\d\d$/.test(String(root['date-released'])) ? [] : ['no day']),
    ...(nodes(root.authors).every(({ name }) => typeof name === 'string')
      ? []
      : ['an author without a name']),
  ];
}

describe('CITATION.cff', () => {
  test.each(NAMES)('keeps the rules of the Citation File Format (%s)', (name) => {
    expect(faults(outputs.files(name))).toEqual([]);
  });

  test.runIf(reportIsThere)('says what document.yaml says', () => {
    const head: Node = parse(readFileSync('sources/kz-icescr-2/document.yaml', 'utf8'));
    expect(citation(outputs.files('own'))).toMatchObject({
      type: 'dataset',
      title: isNode(head.title) ? head.title.en : undefined,
      version: head.version,
      'date-released': String(head.created).slice(0, 10),
      license: isNode(head.licence) ? head.licence.name : undefined,
      authors: [{ name: 'The authors of kz-icescr-open-data' }],
      references: [{ type: 'report', authors: [{ name: 'Government of the Republic of Kazakhstan' }] }],
    });
  });

  test.runIf(reportIsThere)(
    'at the root of the repository is the one of the output (copy output/CITATION.cff when it is not)',
    () => {
      expect(readFileSync(FILE, 'utf8')).toBe(textOf(outputs.files('own'), FILE));
    },
  );

  test('has its day as a text for readers of the older YAML too', () => {
    expect(textOf(outputs.files('rain'), FILE)).toContain('date-released: "2020-01-02"\n');
  });

  test('has no reference to a document whose author is not known', () => {
    expect(textOf(outputs.files('rain'), FILE)).toContain('references:');
    expect(
      faults(changed(outputs.files('rain'), FILE, (text) => text.replace(/ {4}authors:\n.*\n/, ''))),
    ).toContain('no authors');
  });

  test.each([
    ['a missing title', 'title:', 'titel:', 'no title'],
    ['an unknown property', 'license:', 'licence:', 'unknown: licence'],
    ['a day that is none', '2020-01-02', '2 January', 'no day'],
    ['a type that is none', 'type: dataset', 'type: data', 'another type'],
  ])('with %s is noticed', (_, find, replace, fault) => {
    expect(faults(changed(outputs.files('rain'), FILE, (text) => text.replace(find, replace)))).toContain(
      fault,
    );
  });
});

describe('by the official schema', () => {
  const validate = (files: Files): boolean => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    return ajv.compile(JSON.parse(official('cff-1.2.0.schema.json')))(citation(files)) === true;
  };

  for (const name of NAMES)
    officialTest(`the citation is valid (${name})`, () => expect(validate(outputs.files(name))).toBe(true));

  officialTest('a licence that is no SPDX identifier is not valid', () => {
    const broken = changed(outputs.files('rain'), FILE, (text) => text.replace('CC0-1.0', 'CC-Zero'));
    expect(validate(broken)).toBe(false);
  });
});
