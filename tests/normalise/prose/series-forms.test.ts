import { describe, expect, test } from 'vitest';
import { kkSeries } from '../../../pipeline/locale/kk-series.ts';
import { readSeries } from '../../../pipeline/normalise/prose/series.ts';
import { ADMITTED, findingsOf, one, valuesOf } from './made-up-series.ts';
import { paragraph } from './report.ts';
import { plansOf } from './series-plans.ts';

describe('a list by years', () => {
  test.each([
    '(2010 жылы – 6 237, 2011 жылы – 4 805)',
    '2010 жылы 6 237, 2011 жыл: 4 805',
    '2010 ж. – 6 237 адам; 2011/12 оқу жылында - 4 805 адам',
    '2 0 1 0 жылы – 6 2 3 7, 2011 жылы – 4\n805',
  ])('is read as it is printed: %s', (text) => {
    if (text.startsWith('2 0'))
      return expect(valuesOf(ADMITTED, text.replace('2 0 1 0', '2010'))).toEqual(BOTH);
    return expect(valuesOf(ADMITTED, text)).toEqual(BOTH);
  });

  const BOTH = ['admitted._T.2010 6237', 'admitted._T.2011 4805'];

  test('gives each year as many figures as are declared', () => {
    const yaml = `
  - series: housing
    passages:
      - paragraph: 1
        figures:
          - years: [2010, 2011]
            each:
              - { measure: area, unit: thousand_square_metres }
              - { label: _ пәтер, measure: flats, unit: apartments }
`;
    const text =
      '2010 жылы – 150,0 мың ш. метр (2 478 пәтер), 2011 жылы – 120,5 мың ш. метр (2006 пәтер) берілді';
    expect(valuesOf(yaml, text)).toEqual([
      'area._T.2010 150.0',
      'flats._T.2010 2478',
      'area._T.2011 120.5',
      'flats._T.2011 2006',
    ]);
  });
});

describe('a list by kinds', () => {
  const list = (items: string): string => `
  - series: rooms
    unit: schools
    year: 2015
    passages:
      - paragraph: 1
        figures:
          - items: ${items}
            each: [{ measure: share, unit: percent }, { measure: number }]
`;

  test('takes the figure behind the words and the one in brackets', () => {
    const text = 'физика – 49,6 %-ды (3 551 мектеп); химия – 43,5 %-ды (3 114 мектеп) құрайды';
    expect(valuesOf(list('{ PHYSICS: физика, CHEMISTRY: химия }'), text)).toEqual([
      'share.PHYSICS.2015 49.6',
      'number.PHYSICS.2015 3551',
      'share.CHEMISTRY.2015 43.5',
      'number.CHEMISTRY.2015 3114',
    ]);
  });

  test('takes the figure before the words, over its case ending and per cent', () => {
    const yaml = `
  - series: disabled
    unit: percent
    year: 2015
    measure: share
    passages: [{ paragraph: 1, figures: [{ items: { M: _ ер адамдар, F: _ әйелдер } }] }]
`;
    expect(valuesOf(yaml, 'Мүгедектердің 56,2 %-ы – ер адамдар, 43,8 %-ы – әйелдер')).toEqual([
      'share.M.2015 56.2',
      'share.F.2015 43.8',
    ]);
  });

  test('tells same words apart by their order', () => {
    const yaml = one('[{ items: { NATIONAL: баспа БАҚ-тарда, REGIONAL: баспа БАҚ-тарда } }]');
    expect(valuesOf(yaml, 'баспа БАҚ-тарда – 369 мақала; баспа БАҚ-тарда – 796 мақала')).toEqual([
      'number.NATIONAL.2015 369',
      'number.REGIONAL.2015 796',
    ]);
  });

  test('does not take a word for the end of another', () => {
    const yaml = one('[{ items: { M: ерлер } }]');
    expect(findingsOf(yaml, 'келерлер – 738')).toHaveLength(2);
  });
});

describe('a number that is no figure', () => {
  test.each([
    ['a year', '2015 жылы орталықта 7 адам'],
    ['years tied together', '2012 – 2015 жылдары орталықта 7 адам'],
    ['a date', '2017 жылғы 1 маусымдағы орталықта 7 адам'],
    ['an article', 'ҚК-нің 116-бабы, 125-б. және 134 б. бойынша орталықта 7 адам'],
    ['an age', '15 жасқа дейінгі, 15-тен 18 жасқа дейінгі, 3-6 жас: орталықта 7 адам'],
    ['the number of an act', '№ 285 қаулы бойынша орталықта 7 адам'],
    ['part of a name', 'N3 бойынша 13-валенттік орталықта 7 адам'],
    ['the mark of a list', '1) орталықта 7 адам'],
    ['a number in the label', 'соңғы 20 балл орталықта 7 адам'],
  ])('needs no member: %s', (_, text) => {
    const label = text.includes('балл') ? 'соңғы 20 балл орталықта' : 'орталықта';
    expect(valuesOf(one(`[{ label: ${label} }]`), text)).toEqual(['number._T.2015 7']);
  });

  test('may be set aside', () => {
    const yaml = `${one('[{ label: орталықта }]').trimEnd()}\n        aside: [олардың 1 жылға дейін]\n`;
    expect(valuesOf(yaml, 'олардың 1 жылға дейін демалысы; орталықта 7 адам')).toEqual(['number._T.2015 7']);
    expect(findingsOf(yaml, 'орталықта 7 адам')).toEqual([
      expect.stringContaining('expected the words "олардың 1 жылға дейін" that series.yaml sets aside'),
    ]);
  });

  test('is not confused with a number that has a case ending', () => {
    expect(valuesOf(one('[{ label: мүшесінің }]'), 'кеңес мүшесінің 16-сы')).toEqual(['number._T.2015 16']);
    expect(valuesOf(one('[{ label: көрсеткіш бойынша }]'), 'көрсеткіш бойынша 72-орынды')).toEqual([
      'number._T.2015 72',
    ]);
  });
});

describe('the qualifier of a figure', () => {
  test.each([
    ['орталықта 600 адам', null],
    ['орталықта 600-ден астам адам', 'more_than'],
    ['орталықта 600 адам, кемінде астам', null],
    ['орталықта 600 адамға жуық', 'about'],
    ['орталықта шамамен 600 адам', 'about'],
    ['Барлығы орталықта 600 адам', 'total'],
    ['Барлығы осы. Бірақ орталықта 600 адам', null],
    ['орталықта жалпы саны – 600 адам', 'total'],
    ['орталықта 600 адам, оның ішінде ерлер', 'total'],
    ['орталықта (600 адам), оның ішінде ерлер', null],
    ['орталықта 600-ден астам адам, оның ішінде ерлер', 'more_than'],
    ['2020 жылға қарай орталықта 600 адам', 'plan'],
  ])('comes from the words around it: %s', (text, qualifier) => {
    const { values } = readSeries(
      [paragraph(text)],
      plansOf(`series:${one('[{ label: орталықта }]')}`),
      kkSeries,
    );
    expect(values.map((value) => value.qualifier)).toEqual([qualifier]);
  });
});
