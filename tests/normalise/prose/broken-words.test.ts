import { describe, expect, it } from 'vitest';
import { readBehind, text } from './damaged-lines.ts';

/** Words as they stand whole within lines. */
const KNOWN =
  '      1. Бұл жоспарларды, мемлекеттер мен заңнаманың бәрін, сондай-ақ жер-суды\nжәне қала болды.';

/** What is read of lines. */
const read = (...lines: readonly string[]): string => text(readBehind(KNOWN, ...lines));

describe('a word that a line breaks', () => {
  it.each([
    ['a soft hyphen', '\u00ad'],
    ['a hyphen that stands at the ends of lines alone', '\u2010'],
  ])('is whole again: %s', (_, hyphen) => {
    expect(read(`Ол қар${hyphen}`, 'жы туралы болды.')).toBe('Ол қаржы туралы болды.');
  });

  it('is whole again where its words stand whole elsewhere', () => {
    expect(read('Ол жоспар-', 'лардың мемлекет-', 'терге, заңна-', 'маға және кө-', 'мек болды.')).toBe(
      'Ол жоспарлардың мемлекеттерге, заңнамаға және көмек болды.',
    );
  });

  it('keeps a hyphen that is its own', () => {
    expect(
      read('Ол жоспар-', 'лардың мемлекет-', 'терге, заңна-', 'маға, сондай-', 'ақ БҰҰ-', 'ның болды.'),
    ).toBe('Ол жоспарлардың мемлекеттерге, заңнамаға, сондай-ақ БҰҰ-ның болды.');
    expect(read('Ол қара-', 'ала болды.')).toBe('Ол қара-ала болды.');
    expect(read('Ол 25-', 'бап және Қазақстан-', 'Ресей болды.')).toBe(
      'Ол 25-бап және Қазақстан-Ресей болды.',
    );
  });

  const BROKEN = ['Ол жоспар-', 'лардың мемлекет-', 'терге, заңна-', 'маға, ол жер-'];

  it('keeps its hyphen and is listed as unsure where its parts are words and nothing tells it of one', () => {
    const prose = readBehind(KNOWN, ...BROKEN, 'қала болды.');
    expect(text(prose)).toBe('Ол жоспарлардың мемлекеттерге, заңнамаға, ол жер-қала болды.');
    expect(prose.unsure).toMatchObject([{ why: '"жер-" may be a part of a word that the line breaks' }]);
  });

  it('stops the reading where one of its parts is a word and nothing tells it of one', () => {
    expect(() => read(...BROKEN, 'көк болды.')).toThrow(
      /"жер-" at the end of one, in a text whose lines break words/,
    );
  });

  it('keeps the sign where hyphens of that kind stand within lines too', () => {
    expect(read('Ол ақ\u2010қара, көк\u2010', 'жасыл болды.')).toBe('Ол ақ\u2010қара, көк\u2010жасыл болды.');
  });
});
