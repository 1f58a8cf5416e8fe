import { describe, expect, it } from 'vitest';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
import { layoutSchema } from '../../pipeline/template/layout.ts';
import { readYaml } from '../../pipeline/template/yaml-file.ts';

const LAYOUT = `# A table.
dataset: harvest
value: tonnes
title: Harvest
columns:
  year: { range: [2001, 2003] }
rows:
  orchard: { codelist: orchard, label: name }
decimals: [1]
identities:
  - id: total
    kind: total
    says: harvest = harvest
    because: It is.
`;

/** What a layout file is refused for, as `line: found`. */
function faults(text: string): readonly string[] {
  return findings(text).map(({ place, found }) => `${place.line}: ${found}`);
}

function findings(text: string): readonly Finding[] {
  try {
    readYaml({ path: 'tables/x.yaml', text }, layoutSchema);
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings;
  }
}

describe('a YAML file', () => {
  it('is read as its value', () => {
    expect(readYaml({ path: 'x', text: LAYOUT }, layoutSchema)).toMatchObject({
      dataset: 'harvest',
      columns: { year: { range: [2001, 2003] } },
      decimals: [1],
    });
  });

  it.each([
    ['a misspelt key', 'title:', 'titel:', 4, '"titel"'],
    ['a misspelt key within another', 'codelist:', 'code_list:', 8, '"code_list"'],
    ['a misspelt key in a list', 'because:', 'why:', 14, '"why"'],
    ['a value of the wrong type', 'decimals: [1]', 'decimals: one', 9, '"one" in "decimals"'],
    [
      'a value that is not one of the known',
      'kind: total',
      'kind: totl',
      12,
      '"totl" in "identities.0.kind"',
    ],
    ['a number out of bounds', 'decimals: [1]', 'decimals: [99]', 9, '99 in "decimals.0"'],
    ['too few values', '[2001, 2003]', '[2001]', 6, '[2001] in "columns.year.range"'],
  ])('with %s is refused with its line', (_, from, to, line, found) => {
    const text = LAYOUT.replace(from, to);
    expect(faults(text)).toContain(`${line}: ${found}`);
    expect(
      findings(text).every(({ kind, place }) => kind === 'layout' && place.file === 'tables/x.yaml'),
    ).toBe(true);
  });

  it.each([
    ['a tab', LAYOUT.replace('  year:', '\tyear:'), 6],
    ['a key that stands twice', LAYOUT.replace('value: tonnes', 'value: tonnes\nvalue: trees'), 4],
    ['a bracket that is not closed', LAYOUT.replace('[2001, 2003] }', '[2001, 2003'), 6],
    ['an alias of nothing', LAYOUT.replace('Harvest', '*harvest'), 4],
  ])('with %s is refused with its line', (_, text, line) => {
    const [finding] = findings(text);
    expect(finding).toMatchObject({ kind: 'layout', expected: 'valid YAML' });
    expect(Math.abs((finding?.place.line ?? 0) - line)).toBeLessThanOrEqual(1);
  });

  it('with several faults is refused with all of them', () => {
    const text = LAYOUT.replace('kind: total', 'kind: totl').replace('id: total', 'id: To Tal');
    expect(faults(text)).toEqual(
      expect.arrayContaining(['11: "To Tal" in "identities.0.id"', '12: "totl" in "identities.0.kind"']),
    );
  });

  it('that lacks a key says which', () => {
    const [finding] = findings(LAYOUT.replace('value: tonnes\n', ''));
    expect(finding).toMatchObject({ expected: 'the key "value"', found: 'none in the file' });
  });

  it.each([
    ['decimals: [1]', 'decimals: one', 'a list'],
    ['kind: total', 'kind: totl', expect.stringMatching(/^one of "sum", "total", /)],
    ['decimals: [1]', 'decimals: [99]', '9 or less'],
    ['[2001, 2003]', '[2001]', 'at least 2 entries'],
    ['id: total', 'id: To Tal', 'a name of small letters, digits and underscores'],
  ])('says in plain words what it wants: %s, not %s', (from, to, expected) => {
    expect(findings(LAYOUT.replace(from, to))).toContainEqual(expect.objectContaining({ expected }));
  });

  it('that is no mapping is refused', () => {
    expect(findings('just words')).not.toEqual([]);
    expect(findings('')).not.toEqual([]);
  });

  it('that would unfold without end is refused, not unfolded', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map(
        (name, index) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${'abcdefgh'.charAt(index)}`)
            .join(', ')}]`,
      ),
    ].join('\n');
    expect(() => readYaml({ path: 'x.yaml', text: bomb }, layoutSchema)).toThrow(SourceFault);
  });
});
