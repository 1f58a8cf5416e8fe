import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../../pipeline/normalise/tables/diagnosis/cell-advice.ts';
import { notationOf } from '../../../pipeline/template/notation.ts';

const PLAIN = { notation: notationOf({ decimal: '.', negative: ['-'] }, undefined), marks: ['2'] };

describe('what is advised for a cell that is no value', () => {
  it.each(['\u2011', '\u2012', '\u2212', '\ufe63'])(
    'is to declare the sign before its number as it is printed: %s',
    (sign) => {
      expect(adviceFor(`${sign}345.5`, PLAIN)).toContain(`negative: ["${sign}"]`);
      const declared = notationOf({ decimal: '.', negative: [sign] }, undefined);
      expect(adviceFor(`${sign}345.5`, { notation: declared, marks: [] })).not.toContain('negative');
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

  it.each([
    ['76.43)', '3)'],
    ['76.4 3)', '3)'],
    ['1 76.42) 8 31)', '31)'],
  ])('is to list the note of a mark that no note has: %s', (cell, mark) => {
    expect(adviceFor(cell, PLAIN)).toBe(`if "${mark}" behind a number is the mark of a note, list its note`);
  });

  it.each(['76.42)', '76.412)', '1 2 34', '(12 34)'])(
    'is not to list a note where no other mark is printed: %s',
    (cell) => {
      const notation = notationOf({ decimal: '.', negative: ['({n})'] }, undefined);
      expect(adviceFor(cell, { notation, marks: ['2'] })).toBe('compare this row with the printed page');
    },
  );

  it('is to list the note of a mark without brackets where marks have none', () => {
    const notation = notationOf({ decimal: '.' }, ['{n}']);
    expect(adviceFor('76.4**', { notation, marks: ['*'] })).toContain('if "**" behind a number');
    expect(adviceFor('76.4', { notation, marks: ['*'] })).toContain('compare');
  });

  it('is to compare with the page where the notation knows all of it', () => {
    expect(adviceFor('-345.5', PLAIN)).toBe('compare this row with the printed page');
  });
});
