import { describe, expect, it } from 'vitest';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import type { Row } from '../../pipeline/template/schema/rows.ts';
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

/** What comes of one identity over the orchards, whose parts make the whole exactly. */
function erratumOf(says: string): Row | undefined {
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
  return errata.find(({ erratum_id }) => /^told(:2001)?$/.test(String(erratum_id)));
}

function certaintyOf(says: string): unknown {
  return erratumOf(says)?.certainty;
}

describe('a limit that words state', () => {
  it('is proven wrong by the one number that it is said of', () => {
    expect(certaintyOf('harvest[orchard=NORTH] > harvest[orchard=SOUTH]')).toBe('proven');
    expect(certaintyOf('harvest[orchard=SOUTH] < 2 * harvest[orchard=NORTH]')).toBe('proven');
  });

  it('is contradicted by the number printed farthest beyond it, in its unit', () => {
    const every = 'harvest[orchard=NORTH, year=2001/2002] > harvest[orchard=SOUTH, year=2002]';
    expect(erratumOf(every)).toMatchObject({ printed: '21.5', implied: '10', relative_error: '0.534884' });
    const tenfold = 'harvest[orchard=SOUTH] < 2 * harvest[orchard=NORTH]';
    expect(erratumOf(tenfold)).toMatchObject({ printed: '10.0', implied: '10.25' });
  });

  it('is only likely wrong by a list, which need not be complete', () => {
    expect(certaintyOf('sum(harvest[orchard≠ALL]) > 2 * harvest[orchard=ALL]')).toBe('likely');
    expect(certaintyOf('harvest[orchard=ALL] * 3 < 2 * sum(harvest[orchard≠ALL])')).toBe('likely');
  });
});
