import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutputTable } from '../../../pipeline/command-line/compare/output.ts';
import { compareOutputs } from '../../../release/compare/compare.ts';
import { allowedVersions, compareVersions, proposedVersion } from '../../../release/compare/version.ts';
import { output, renameColumn, table } from './outputs.ts';

const rain = table(
  'rain',
  ['place'],
  [
    { place: 'A', mm: '1' },
    { place: 'B', mm: '2' },
  ],
);
const to = (...tables: readonly OutputTable[]) => compareOutputs(output([rain]), output(tables));

const more = { ...rain, rows: [...rain.rows, { place: 'C', mm: '3' }] };
const corrected = {
  ...rain,
  rows: [
    { place: 'A', mm: '9' },
    { place: 'B', mm: '2' },
  ],
};

describe('the version that follows', () => {
  it.each([
    ['nothing', to(rain), '1.2.3'],
    ['a corrected value', to(corrected), '1.2.4'],
    ['new rows', to(more), '1.3.0'],
    ['a new table', to(rain, { ...rain, name: 'wind' }), '1.3.0'],
    ['a renamed column', to(renameColumn(rain, 'mm', 'millimetres')), '2.0.0'],
    ['a removed row', to({ ...rain, rows: rain.rows.slice(1) }), '2.0.0'],
    ['a removed table', to(), '2.0.0'],
  ])('of %s', (_, difference, version) => {
    expect(proposedVersion(difference, '1.2.3')).toBe(version);
  });

  it('counts the same before 1.0.0', () => {
    expect(proposedVersion(to(), '0.1.0')).toBe('1.0.0');
    expect(proposedVersion(to(more), '0.9.0')).toBe('0.10.0');
  });
});

describe('the versions that a difference may go by', () => {
  it('promise no more than it keeps, and skip no number', () => {
    expect(allowedVersions(to(corrected), '1.2.3')).toEqual(['1.2.4', '1.3.0', '2.0.0']);
    expect(allowedVersions(to(more), '1.2.3')).toEqual(['1.3.0', '2.0.0']);
    expect(allowedVersions(to(), '1.2.3')).toEqual(['2.0.0']);
  });

  it('are the old one alone when nothing changed', () => {
    expect(allowedVersions(to(rain), '1.2.3')).toEqual(['1.2.3']);
  });
});

describe('the order of versions', () => {
  it('is that of their numbers and not of their letters', () => {
    expect(['0.10.0', '0.9.1', '1.0.0', '0.9.10'].sort(compareVersions)).toEqual([
      '0.9.1',
      '0.9.10',
      '0.10.0',
      '1.0.0',
    ]);
  });

  it('puts every version that follows behind the one that it follows', () => {
    const version = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(version, fc.constantFrom(to(), to(more), to(corrected)), (old, difference) => {
        expect(compareVersions(old, proposedVersion(difference, old))).toBeLessThan(0);
      }),
    );
  });
});
