import { describe, expect, it } from 'vitest';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { validate } from '../../pipeline/validate/validate.ts';
import { madeUpDocument } from '../made-up-document.ts';
import { sourceOf } from '../project.ts';

const TEXT = `Appendix 1 to the report

Harvest of the orchards, in tonnes

2001 2002

All orchards 30,5 32,5

North Hill 10,0 11,0

South Hill 20,5 21,5
`;

/** The certainty of what comes of one identity over the orchards, whose parts make the whole exactly. */
function certaintyOf(says: string): unknown {
  const layout = `dataset: harvest
value: tonnes
title: Harvest of the orchards, in tonnes
columns:
  year: { range: [2001, 2002] }
rows:
  orchard: { codelist: orchard, label: name }
decimals: [1]
identities:
  - { id: whole, kind: total, says: "harvest[orchard=ALL] = sum(harvest[orchard≠ALL])", because: The whole is its parts. }
  - { id: told, kind: bound, says: "${says}", because: It is told so. }
`;
  const document = madeUpDocument(['harvest'], new Map([['tables/harvest.yaml', layout]]));
  const { datasets } = validate(normalise(sourceOf(TEXT), document), document);
  const errata = datasets.find(({ schema }) => schema.name === 'erratum')?.rows ?? [];
  return errata.find(({ erratum_id }) => erratum_id === 'told:2001')?.certainty;
}

describe('a limit that words state', () => {
  it('is proven wrong by the one number that it is said of', () => {
    expect(certaintyOf('harvest[orchard=NORTH] > harvest[orchard=SOUTH]')).toBe('proven');
    expect(certaintyOf('harvest[orchard=SOUTH] < 2 * harvest[orchard=NORTH]')).toBe('proven');
  });

  it('is only likely wrong by a list, which need not be complete', () => {
    expect(certaintyOf('sum(harvest[orchard≠ALL]) > 2 * harvest[orchard=ALL]')).toBe('likely');
    expect(certaintyOf('harvest[orchard=ALL] * 3 < 2 * sum(harvest[orchard≠ALL])')).toBe('likely');
  });
});
