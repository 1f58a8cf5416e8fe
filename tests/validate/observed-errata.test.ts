import { describe, expect, it } from 'vitest';
import type { Erratum } from '../../pipeline/validate/erratum.ts';
import { observedErrata } from '../../pipeline/validate/observed-errata.ts';
import { document, whole } from '../project.ts';

const { normalised } = whole();
const [observed] = document.observations;
const errata = (change: object): readonly Erratum[] =>
  observedErrata({ ...document, observations: observed ? [{ ...observed, ...change }] : [] }, normalised);

describe('an error that a person found in the running text', () => {
  it('is an erratum as long as it is printed', () => {
    expect(errata({})).toHaveLength(1);
  });

  it('is refused once other words are printed there, with what to do', () => {
    expect(() => errata({ printed: 'no such words' })).toThrow(
      /text-layer\.txt:\d+: row paragraph \d+\n {2}expected "no such words", .*, found other words; remove the observation if the error is gone/,
    );
  });

  it('is refused where it names a cell that is not there', () => {
    expect(() => errata({ cells: ['poverty_rate:NOWHERE.2010'] })).toThrow(
      /expected the cell poverty_rate:NOWHERE\.2010 .*, found no such cell; correct its name/,
    );
  });
});
