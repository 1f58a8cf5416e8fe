import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, inkOf } from '../../pipeline/locale/look-alikes.ts';
import { Gap, takeInk } from '../../pipeline/normalise/reading/ink.ts';
import { inkFor, inkOfCells } from './made-up-ink.ts';

describe('the ink of a text', () => {
  it('is the same however a word is spread, wrapped or torn by a page', () => {
    const ways = [
      'Батыс Қазақстан',
      'Б а т ы с  \nҚазақстан',
      'Батыс\n\n\n\nҚазақ\nстан',
      'Батыс\u00a0Қазақстан',
    ];
    expect(new Set(ways.map((text) => inkFor(text).folded))).toEqual(new Set([inkOf('Батыс Қазақстан')]));
  });

  it('remembers the white space before each character', () => {
    const { folded, gaps } = inkFor('a b\nc \n d e');
    expect([...folded].map((_, index) => gaps[index])).toEqual([
      Gap.none,
      Gap.space,
      Gap.line,
      Gap.line,
      Gap.space,
    ]);
  });

  it('remembers which white space certainly parts two cells', () => {
    const { gaps } = inkOfCells(['12 3', '4']);
    expect([...gaps]).toEqual([Gap.none, Gap.none, Gap.space, Gap.cell]);
  });

  it('a line break behind a certain cell break takes nothing from its certainty', () => {
    const layer = { text: '1\t\n2', evidence: { cellBreaks: [1], raised: [] } };
    expect(takeInk(layer).gaps[1]).toBe(Gap.cell);
  });

  it('sees an empty cell between two cell breaks of one line, not where a line ends between them', () => {
    const gapsOf = (text: string): Uint8Array =>
      takeInk({ text, evidence: { cellBreaks: [1, 2], raised: [] } }).gaps;
    expect(gapsOf('1\t\t2')[1]).toBe(Gap.emptyCell);
    const layer = { text: '1\t\n\t2', evidence: { cellBreaks: [1, 3], raised: [] } };
    expect(takeInk(layer).gaps[1]).toBe(Gap.cell);
  });

  it('knows where every character stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'аb1 \n-') }), (text) => {
        const { folded, offsets } = takeInk({ text, evidence: { cellBreaks: [], raised: [] } });
        expect(folded).toBe(fold(text).replace(/\s/g, ''));
        expect([...offsets].map((offset) => fold(text).charAt(offset)).join('')).toBe(folded);
        expect([...offsets]).toEqual([...offsets].sort((a, b) => a - b));
      }),
    );
  });
});

describe('characters that print alike are one', () => {
  it.each([
    ['белсендi', 'белсенді'],
    ['XII', 'ХІІ'],
    ['2010–2015', '2010-2015'],
    ['−5', '-5'],
    ['«Заң»', '"Заң"'],
    ['“Заң”', '"Заң"'],
    ['Aқмoлa', 'Ақмола'],
  ])('%s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(fold(one)).toHaveLength(one.length);
  });

  it('but letters that print differently are not', () => {
    const letters = [...'абвгғдежзийкқлмнңопрсұүфхһцчшщъыіьэюя'];
    expect(new Set(letters.map(fold)).size).toBe(letters.length);
  });

  it('a letter composed of two is the letter', () => {
    expect(inkOf('Қырғыз йод'.normalize('NFD'))).toBe(inkOf('Қырғыз йод'));
  });
});
