import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../pipeline/page/nearest.ts';

const KNOWN = ['build', 'update', 'extract', 'normalise', 'validate', 'publish'];

test('a word with one letter wrong, missing, too many or exchanged stands for the known one', () => {
  const misspelt = fc
    .record({ word: fc.constantFrom(...KNOWN), at: fc.nat(4), how: fc.nat(3) })
    .map(({ word, at, how }) => {
      const [before, letter, next, rest] = [
        word.slice(0, at),
        word[at] ?? '',
        word[at + 1] ?? '',
        word.slice(at + 2),
      ];
      const forms = [
        `${before}z${next}${rest}`,
        `${before}${next}${rest}`,
        `${before}${letter}z${next}${rest}`,
      ];
      return { word, typed: forms[how] ?? `${before}${next}${letter}${rest}` };
    });
  fc.assert(
    fc.property(misspelt, ({ word, typed }) => {
      expect(nearest(typed, KNOWN)).toBe(word);
    }),
  );
});

test('a word that is far from all, or as near to two, stands for none', () => {
  expect(nearest('frobnicate', KNOWN)).toBeUndefined();
  expect(nearest('', KNOWN)).toBeUndefined();
  expect(nearest('cat', ['bat', 'rat'])).toBeUndefined();
});
