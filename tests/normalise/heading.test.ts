import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../pipeline/locale/look-alikes.ts';
import { matchHeading } from '../../pipeline/normalise/tables/words/heading.ts';
import { inkFor } from './made-up-ink.ts';

const TITLE = 'Халықтың үлесі';
const COLUMNS = ['Барлығы', 'қалалық жерде', 'ауылдық жерде'];

/** What stands behind a heading that begins the text, with the words its phrases begin with, in printed order. */
function heading(text: string, phrases: readonly string[] = [TITLE, ...COLUMNS]): string | undefined {
  const ink = inkFor(text);
  const match = matchHeading(ink, 0, phrases.map(wordsOf));
  return match && ink.folded.slice(match.to);
}

describe('a heading', () => {
  it.each([
    ['in its order', 'Халықтың үлесі\nБарлығы қалалық жерде ауылдық жерде | 6,5'],
    ['one word a line', 'Халықтың\nүлесі\n\nБарлығы\n\nқалалық\nжерде\n\nауылдық\nжерде\n| 6,5'],
    ['letter-spaced', 'Х а л ы қ т ы ң  ү л е с і\nБарлығы қ а л а л ы қ  ж е р д е ауылдық жерде | 6,5'],
    ['line by line across its columns', 'Халықтың үлесі\nБарлығы қалалық ауылдық\nжерде жерде | 6,5'],
    ['with its columns above the title', 'Барлығы қалалық жерде ауылдық жерде\n\n\n\nХалықтың үлесі | 6,5'],
    ['with its columns within the title', 'Халықтың Барлығы\nүлесі қалалық жерде ауылдық жерде | 6,5'],
  ])('is read %s', (_, text) => {
    expect(heading(text)).toBe('|6,5');
  });

  it.each([
    ['a word is missing', 'Халықтың үлесі Барлығы қалалық ауылдық жерде | 6,5'],
    ['a word is misspelt', 'Халықтың үлесі Барлығы қалалық жерде ауылдық жерда | 6,5'],
    ['another word stands between', 'Халықтың үлесі Барлығы мен қалалық жерде ауылдық жерде | 6,5'],
    ['a word stands there twice', 'Халықтың үлесі Барлығы Барлығы қалалық жерде ауылдық жерде | 6,5'],
    ['the text is cut off', 'Халықтың үлесі Барлығы қалалық жерде'],
  ])('is not read when %s', (_, text) => {
    expect(heading(text)).toBeUndefined();
  });

  it('reads words that several of its phrases share', () => {
    const phrases = ['2010 жыл', '2011 жыл', '2012 жыл'];
    expect(heading('2010\nжыл\n\n2011\nжыл\n\n2012\nжыл 5', phrases)).toBe('5');
    expect(heading('2010 2011 2012 жыл жыл жыл 5', phrases)).toBe('5');
    expect(heading('2010 2011 2012 жыл жыл 5', phrases)).toBeUndefined();
  });

  it('tells in which order its columns are printed', () => {
    const ink = inkFor('Үлес 2011 2010');
    const [, first = 0, second = 0] = (
      matchHeading(ink, 0, ['Үлес', '2010', '2011'].map(wordsOf))?.places ?? []
    ).map(([place]) => place);
    expect(first).toBeGreaterThan(second);
  });

  it('reads a word that is glued to the next', () => {
    expect(heading('2010 жыл(граммен)2011 жыл(граммен)5', ['2010 жыл (граммен)', '2011 жыл (граммен)'])).toBe(
      '5',
    );
  });
});
