import { describe, expect, it } from 'vitest';
import { inkOf, labelOf } from '../../pipeline/locale/look-alikes.ts';
import { findPhrase, matchLabel, matchPhrase } from '../../pipeline/normalise/reading/phrase.ts';
import { inkFor } from './made-up-ink.ts';

/** What stands behind a phrase that begins the text, or that it does not stand there. */
function behind(text: string, phrase: string, marks: readonly string[] = []): string | undefined {
  const ink = inkFor(text);
  const end = matchPhrase(ink, 0, inkOf(phrase), marks);
  return end < 0 ? undefined : ink.folded.slice(end);
}

describe('a phrase', () => {
  it.each([
    ['Батыс Қазақстан 6,7', '6,7'],
    ['Б а т ы с  \nҚ а з а қ\nс т а н6,7', '6,7'],
    ['Батыс-\nҚазақстан 6,7', '6,7'],
    ['Батыс Қа\u00ad\nзақстан 6,7', '6,7'],
    ['БатысҚазақ-стан 6,7', '6,7'],
  ])('is found in %j', (text, rest) => {
    expect(behind(text, 'Батыс Қазақстан')).toBe(rest);
  });

  it('is found without the hyphen that it is declared with', () => {
    expect(behind('әлеуметтікэкономикалық даму', 'әлеуметтік-экономикалық')).toBe(inkOf('даму'));
  });

  it.each(['Шығыс Қазақстан', 'Батыс', 'Батыс Қазақстандық', 'БатысҚазақстанда 6'])(
    'is not found in %j',
    (text) => {
      expect(behind(text, 'Батыс Қазақстан')).toBeUndefined();
    },
  );

  it('does not end within a word or a number', () => {
    expect(behind('Адамдар', 'Адам')).toBeUndefined();
    expect(behind('2010', '201')).toBeUndefined();
    expect(behind('Адам дар', 'Адам')).toBe(inkOf('дар'));
    expect(behind('Адам5', 'Адам')).toBe('5');
  });

  it('may hold each of its footnote marks once, wherever it was displaced to', () => {
    expect(behind('саны , мың 1)\n\nадам 35,4', 'саны, мың адам', ['1'])).toBe('35,4');
    expect(behind('саны, мың адам1) 35,4', 'саны, мың адам', ['1'])).toBe('35,4');
    expect(behind('саны, мың адам 35,4', 'саны, мың адам', ['1'])).toBe('35,4');
    expect(behind('саны1) , мың1) адам', 'саны, мың адам', ['1'])).toBeUndefined();
    expect(behind('саны2), мың адам', 'саны, мың адам', ['1'])).toBeUndefined();
  });

  it('is found at its next place', () => {
    const ink = inkFor('Батыс Сібір, Батыс Қазақстандық, Б атыс\nҚазақстан 5');
    expect(findPhrase(ink, 0, inkOf('Батыс Қазақстан'))).toEqual({ from: 29, to: 43 });
    expect(findPhrase(ink, 30, inkOf('Батыс Қазақстан'))).toBeUndefined();
  });
});

describe('a label', () => {
  const insides = (
    text: string,
    label: string,
    marks: readonly string[] = [],
  ): readonly string[] | undefined => {
    const ink = inkFor(text);
    return matchLabel(ink, 0, labelOf(label, marks))?.inside.map(({ from, to }) =>
      ink.folded.slice(from, to),
    );
  };

  it('may stand before its numbers, however it is wrapped', () => {
    expect(
      insides('Туу коэффициенті (1000\nадамға шаққанда) 22,5', 'Туу коэффициенті (1000 адамға шаққанда)'),
    ).toEqual([]);
  });

  it('may go on behind its numbers, at the start of a line', () => {
    const text = 'Туу коэффициенті (1000 адамға 22,54 22,52 …\nшаққанда)\n\nКелесі';
    expect(insides(text, 'Туу коэффициенті (1000 адамға шаққанда)')).toEqual(['22,5422,52…']);
  });

  it('may be broken behind a hyphen, but not within a word', () => {
    expect(insides('Ана өлім- 22,7 17,4\n\n\n\nжітімі (мың)', 'Ана өлім-жітімі (мың)')).toEqual(['22,717,4']);
    expect(insides('Ана өлім 22,7 17,4\nжітімі (мың)', 'Ана өлімжітімі (мың)')).toBeUndefined();
  });

  it('may be broken behind a slash', () => {
    expect(insides('Баға, доллар/ 79,64 112 …\nбаррель', 'Баға, доллар/баррель')).toEqual(['79,64112…']);
  });

  it('may go on with a number behind its numbers', () => {
    const label = 'Сәби өлім-жітімі (туылған 1000 балаға)';
    expect(insides('Сәби өлім-\nжітімі\n(туылған 16,58 14,93\n1000\nбалаға)', label)).toEqual(['16,5814,93']);
    expect(insides('Сәби өлім-жітімі (туылған 1000\nбалаға) 16,58', label)).toEqual([]);
  });

  it('may be broken by numbers several times', () => {
    expect(insides('Туу 22,54\nкоэффициенті 22,52\n(мың) 7', 'Туу коэффициенті (мың)')).toEqual([
      '22,54',
      '22,52',
    ]);
  });

  it('does not go on within a line, nor behind other words', () => {
    expect(insides('Туу 22,54 коэффициенті', 'Туу коэффициенті')).toBeUndefined();
    expect(insides('Туу 22,54 және\nкоэффициенті', 'Туу коэффициенті')).toBeUndefined();
  });

  it('may be broken by a page that prints the header of its table again', () => {
    const ink = inkFor('Туу 22,54 22,52\n\n\n\n2010 2011\nкоэффициенті\nКелесі');
    const header = ink.folded.indexOf('20102011');
    const match = matchLabel(ink, 0, labelOf('Туу коэффициенті'), {
      phraseEnd: () => undefined,
      mostPieces: 24,
      headerEnd: (index) => (index === header ? index + 8 : undefined),
      isCell: (index) => /[\d,]/.test(ink.folded[index] ?? ''),
    });
    expect(match?.inside.map(({ from, to }) => ink.folded.slice(from, to))).toEqual(['22,5422,52']);
    expect(match?.headers).toEqual([{ from: header, to: header + 8 }]);
  });

  it('that begins with a number may be broken too', () => {
    expect(insides('1000 адамға 13,57 13,77\nшаққанда', '1000 адамға шаққанда')).toEqual(['13,5713,77']);
  });
});
