import { expect, test } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { lettersOf } from '../../../pipeline/normalise/prose/citations/marks.ts';

test('the letters that a pattern certainly has are none of a group, of a class, or of what may be missing', () => {
  expect(lettersOf('(?:e|f)?abcd?')).toEqual(['abc']);
  expect(lettersOf('ab(?:cdef(?:gh)?)(?=ijklm)n')).toEqual(['ab']);
  expect(lettersOf('ab[cdef]ghi\\p{L}*')).toEqual(['ghi']);
  expect(lettersOf('ab(?:c|d)?|efg \\(hijkl\\)')).toEqual(['ab', 'hijkl']);
  expect(lettersOf('[ab]c{0,2}')).toEqual(['']);
});

test('no pattern of a state fits a text without its letters', () => {
  const { issuers, codes, treatyNames, shortNames } = kk.acts;
  const stems = [
    ...issuers.map(({ name }) => name),
    ...[...codes, ...treatyNames, ...shortNames].map((each) => each.stem),
  ];
  for (const stem of stems) {
    for (const letters of lettersOf(stem)) {
      expect(letters).not.toBe('');
      // Whatever else its groups let it be, that stretch is literal in it.
      expect(stem).toContain(letters);
    }
  }
});
