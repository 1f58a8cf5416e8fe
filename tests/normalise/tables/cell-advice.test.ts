import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../../pipeline/normalise/tables/diagnosis/cell-advice.ts';
import { notationOf } from '../../../pipeline/template/notation.ts';

const PLAIN = { notation: notationOf({ decimal: '.', negative: ['-'] }, undefined) };

describe('what is advised for a cell that is no value', () => {
  it.each(['\u2011', '\u2012', '\u2212', '\ufe63'])(
    'is to declare the sign before its number as it is printed: %s',
    (sign) => {
      expect(adviceFor(`${sign}345.5`, PLAIN)).toContain(`negative: ["${sign}"]`);
      const declared = notationOf({ decimal: '.', negative: [sign] }, undefined);
      expect(adviceFor(`${sign}345.5`, { notation: declared })).not.toContain('negative');
    },
  );

  it.each(['5 - 6', '0 - 1 100', '12 – 1 100'])('is to print a sign at its own number: %s', (cell) => {
    expect(adviceFor(cell, PLAIN)).toContain('between two numbers');
  });

  it('is to look at the page where something is printed that is no text', () => {
    expect(adviceFor('\ufffd345.5', PLAIN)).toContain('no text');
  });

  it('is to declare a letter behind a number as the mark of a note, as it is printed', () => {
    expect(adviceFor('2,840 (p)', PLAIN)).toContain('marks: ["({n})"]');
    expect(adviceFor('28 e', PLAIN)).toContain('marks: ["{n}"]');
  });

  it('is to compare with the page where the notation knows all of it', () => {
    expect(adviceFor('-345.5', PLAIN)).toBe('compare this row with the printed page');
  });
});
