import { describe, expect, it } from 'vitest';
import { renderFinding } from '../../../pipeline/page/finding.ts';
import { compareOutputs } from '../../../release/compare/compare.ts';
import { type Candidate, refusals } from '../../../release/edition/refusals.ts';
import { output, table } from '../compare/outputs.ts';

const rain = table('rain', ['place'], [{ place: 'A', mm: '1' }]);
const more = table(
  'rain',
  ['place'],
  [
    { place: 'A', mm: '1' },
    { place: 'B', mm: '2' },
  ],
);
const old = output([rain], { place: 'data-v1.2.3', version: '1.2.3' });

/** New rows, released as 1.3.0, with all in order. */
const good: Candidate = {
  history: { series: 'data', commit: 'c0ffee', changed: [], released: ['1.2.3'], tagged: undefined },
  declared: {
    out: 'output',
    file: 'sources/rain/document.yaml',
    version: '1.3.0',
    created: '2026-02-02T00:00:00Z',
  },
  published: { version: '1.3.0', created: '2026-02-02T00:00:00Z' },
  difference: compareOutputs(old, output([more], { version: '1.3.0' })),
  prepared: [{ file: 'CHANGELOG.md', found: 'same', expected: 'same' }],
};

/** The same, declared and published as another version. */
function as(version: string, rest: Partial<Candidate> = {}): Candidate {
  return {
    ...good,
    declared: { ...good.declared, version },
    published: { ...good.published, version },
    ...rest,
  };
}

const said = (candidate: Candidate): readonly string[] => refusals(candidate).map(renderFinding);

describe('a release', () => {
  it('is made when everything agrees', () => {
    expect(said(good)).toEqual([]);
  });

  it('may promise less than it keeps, and may be made again at its own tag', () => {
    expect(said(as('2.0.0'))).toEqual([]);
    expect(said({ ...good, history: { ...good.history, tagged: 'c0ffee' } })).toEqual([]);
  });

  it('is refused from a tree that is not clean', () => {
    expect(said({ ...good, history: { ...good.history, changed: ['README.md', 'x'] } })).toEqual([
      'README.md: release\n  expected a clean tree: what is released is a commit, found a file that differs from it and 1 more; commit it or put it away',
    ]);
  });

  it.each([['1.2.4'], ['1.3.1'], ['1.2.3'], ['3.0.0']])(
    'is refused as %s, which the difference does not ask for',
    (version) => {
      expect(said(as(version))).toEqual([
        `sources/rain/document.yaml: release\n  expected version 1.3.0 or 2.0.0, by the difference to data-v1.2.3, found ${version}; npm run diff -- data-v1.2.3 output tells it`,
      ]);
    },
  );

  it('is refused when nothing changed', () => {
    const difference = compareOutputs(old, output([rain], { version: '1.2.3' }));
    expect(said(as('1.2.3', { difference }))).toEqual([
      expect.stringContaining('found none to 1.2.3; there is nothing to release'),
    ]);
  });

  it('is refused as a version that was released at another commit', () => {
    expect(said({ ...good, history: { ...good.history, tagged: 'dec0de' } })).toEqual([
      expect.stringContaining(
        'expected a version that was not released, found 1.3.0, which is data-v1.3.0; raise the version',
      ),
    ]);
  });

  it('is refused when the output was built as another version or on another day', () => {
    const published = { version: '1.2.3', created: '2026-01-01T00:00:00Z' };
    expect(said({ ...good, published })).toEqual([
      expect.stringContaining(
        'expected version 1.2.3 of 2026-01-01T00:00:00Z, as output/ has it, found 1.3.0 of 2026-02-02T00:00:00Z; build again',
      ),
    ]);
  });

  it('is refused when the files that belong to it were not prepared', () => {
    expect(said({ ...good, prepared: [{ file: 'CHANGELOG.md', found: 'old', expected: 'new' }] })).toEqual([
      'CHANGELOG.md: release\n  expected the file that belongs to this release, found another one; npm run release -- --prepare writes it; commit it',
    ]);
  });

  it('is told every reason at once', () => {
    const history = { ...good.history, changed: ['x'] };
    expect(
      said(as('9.0.0', { history, prepared: [{ file: 'CHANGELOG.md', found: '', expected: 'new' }] })),
    ).toHaveLength(3);
  });
});
