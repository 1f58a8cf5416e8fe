import { describe, expect, test } from 'vitest';
import { kk } from '../../../pipeline/locale/kk.ts';
import { correctedFigures } from '../../../pipeline/normalise/prose/corrected-figures.ts';
import { type Figure, readFigures } from '../../../pipeline/normalise/prose/figures.ts';
import { memberTime } from '../../../pipeline/normalise/prose/series/member-time.ts';
import type { Slot } from '../../../pipeline/template/plan.ts';
import { paragraph, passages } from './report.ts';

const figuresIn = (text: string): readonly Figure[] => readFigures(passages([paragraph(text)]), kk);

/** `2015-01-01..2015-12-31`, `@2017-06-01` or a dash, of each figure. */
const days = ({ extent: { start, end, asOf } }: Pick<Figure, 'extent'>): string =>
  asOf !== null ? `@${asOf}` : start === null && end === null ? '-' : `${start ?? ''}..${end ?? ''}`;
const read = (text: string): string => figuresIn(text).map(days).join(' ');

describe('the days of a figure', () => {
  test.each([
    ['a year', '2015 жылы 4 адам', '2015-01-01..2015-12-31'],
    ['a year that is a target', '2020 жылға қарай 80 %', '..2020-12-31'],
    ['a month, a leap year too', '2016 жылғы ақпанда 4 адам', '2016-02-01..2016-02-29'],
    ['months', '2016 жылғы қаңтар – маусым айларында 4 адам', '2016-01-01..2016-06-30'],
    ['a half', '2014 жылғы 1-жартыжылдықта 4 адам', '2014-01-01..2014-06-30'],
    ['a quarter', '2014 жылдың III тоқсанында 4 адам', '2014-07-01..2014-09-30'],
    ['its first months', '2014 жылдың 9 айында 4 адам', '2014-01-01..2014-09-30 2014-01-01..2014-09-30'],
    ['a day as of which it is', '2018 жылғы 1 қаңтардағы жағдай бойынша 4 адам', '@2018-01-01'],
    ['a day', '2018 жылғы 1 қаңтарға 4 адам', '@2018-01-01'],
    ['days of a month', '2010 жылғы 3-21 мамыр кезеңінде 4 адам', '2010-05-03..2010-05-21'],
    ['two days with all between', '2016 жылғы 1 және 12 маусым аралығында 4 адам', '2016-06-01..2016-06-12'],
    ['a beginning', '2015 жылдан бастап 4 адам', '2015-01-01..'],
    ['a first day', '2018 жылғы 1 шілдеден бастап 4 теңге', '2018-07-01..'],
    ['a last day', '2016 жылғы 1 қаңтарға дейін 4 адам', '..2016-01-01'],
    ['several years', '2010 – 2015 жылдары 4 адам', '2010-01-01..2015-12-31'],
    ['from one to another', '2010 жылдан 2015 жылға дейін 4 %-ға төмендеді', '2010-01-01..2015-12-31'],
    [
      'years that open a list with one verb',
      '2011 – 2015 жылдары 3 кітап (4 бет); 44 фильм және 2 ән жасалды',
      '2011-01-01..2015-12-31 2011-01-01..2015-12-31 2011-01-01..2015-12-31 2011-01-01..2015-12-31',
    ],
    [
      'to a day',
      '2014 жылдан бастап 2017 жылғы 1 маусымға дейінгі кезеңде 4 теңге',
      '2014-01-01..2017-06-01',
    ],
    [
      'each end of a change',
      '2001 жылдан 2015 жылға дейін 14 %-дан 3 %-ға дейін',
      '2001-01-01..2001-12-31 2015-01-01..2015-12-31',
    ],
    [
      'the base of a comparison, of what stands in its brackets',
      '2010 жылмен салыстырғанда (4 теңге) 5 %',
      '2010-01-01..2010-12-31 -',
    ],
  ])('are those of %s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['a school year', '2015 – 2016 оқу жылында 4 адам'],
    ['the beginning of a year', '2015 жылдың басында 4 адам'],
    ['a part of a year that nothing numbers', '2015 жылдың сол тоқсанында 4 адам'],
    ['years that do not follow each other', '2015 және 2017 жылдары 4 адам'],
    ['years in the wrong order', '2015 – 2015 жж. 4 адам'],
    ['a day that is none', '2015 жылғы 31 маусымға 4 адам'],
    ['two days without all between', '2016 жылғы 1 және 12 маусымда 4 адам'],
  ])('are not told by %s, but its words are', (_, text) => {
    expect(read(text)).toBe('-');
    expect(figuresIn(text)[0]?.timeQuote).toMatch(/^\d{4}/);
  });

  test.each([
    ['another figure', 'Қазір 4 адам. 2015 жылы 5 адам', '- 2015-01-01..2015-12-31'],
    ['what stands in brackets', '(2010 жылы 4 адам) 5 адам', '2010-01-01..2010-12-31 -'],
    ['an act', '2015 жылғы 8 желтоқсандағы заңмен 4 адам', '-'],
    ['a plan', '2016-2019 жылдарға арналған бағдарлама бойынша 4 адам', '-'],
    ['a description', '2005 жылдан бастап жұмыс істейтін кеңестің 26 мүшесі', '-'],
    ['what a clause goes on to tell', '2000 жылдан бастап жүйе бар, оның артықшылығы 4 %', '-'],
    [
      'another item',
      '2003 жылдан 2016 жылға дейін 4 адам; мөлшері 5 теңге төлеу',
      '2003-01-01..2016-12-31 -',
    ],
    [
      'a clause behind the verb of another',
      '2011 – 2015 жылдары 3 мектеп салынды; 44 бала оқиды',
      '2011-01-01..2015-12-31 -',
    ],
    ['the ends of a change in it', '2014 – 2015 жылдары 98-ден 78-ге дейін', '- -'],
    ['an age', '2015 жылы 18 жас', '-'],
  ])('are not those of %s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('are told with their words, which go on with "of them"', () => {
    const [, ofThem] = figuresIn('2015 жылдан бастап 9 әйел несие алды, олардың 4-сі алғаш рет');
    expect(ofThem).toMatchObject({ timeQuote: '2015 жылдан', extent: { start: '2015-01-01', end: null } });
  });

  test('are none where a person says that the time is not that of the figure', () => {
    const figures = figuresIn('2001 – 2015 жылдары 2 есе қысқарып, 5-ті құрады');
    const correct = (time: string) =>
      correctedFigures(
        figures,
        [
          {
            paragraph: 1,
            quote: '5-ті',
            read: { time_quote: time },
            is: { time_quote: null },
            because: 'its end',
          },
        ],
        'made-up',
      );
    const { figures: corrected, findings } = correct('2001 – 2015 жылдары');
    expect(findings).toEqual([]);
    expect(corrected.map(days)).toEqual(['2001-01-01..2015-12-31', '-']);
    expect(correct('2010 жылы').findings[0]?.found).toContain('2001 – 2015');
  });
});

describe('the days of a member of a series', () => {
  const slot = (year: string, more: Partial<Slot> = {}): Slot => ({
    index: 0,
    table: 'narrative_series',
    column: 'value',
    codes: { year },
    cellId: 'x',
    unit: null,
    counted: false,
    paragraph: 1,
    ...more,
  });
  const member = (text: string, year: string, more: Partial<Slot> = {}): string =>
    days(memberTime(slot(year, more), figuresIn(text)[0]));

  test.each([
    ['the sentence', '2017 жылғы 1 маусымдағы жағдай бойынша 4 адам', '2017', {}, '@2017-06-01'],
    [
      'the sentence, of a change up to its year',
      '2010 – 2015 жылдары 4 есе',
      '2015',
      {},
      '2010-01-01..2015-12-31',
    ],
    ['nothing where the sentence says another year', '2014 жылы 4 адам', '2015', {}, '-'],
    ['nothing where its year was inferred', '2015 жылы 4 адам', '2015', { yearBasis: 'inferred' }, '-'],
    ['nothing where it is of every year', '2015 жылы 4 адам', '2015', { yearBasis: 'every_year' }, '-'],
    ['the declared year on', 'барлығы 4 адам', '2015', { yearBasis: 'since' }, '2015-01-01..'],
    [
      'the declared years',
      'барлығы 4 адам',
      '2016',
      { yearBasis: 'period', firstYear: 2010 },
      '2010-01-01..2016-12-31',
    ],
    [
      'what the sentence prints of them',
      '2014 жылдан бастап 2017 жылғы 1 маусымға дейінгі кезеңде 4 теңге',
      '2017',
      { yearBasis: 'period', firstYear: 2014 },
      '2014-01-01..2017-06-01',
    ],
    ['nothing of a period without its first year', 'барлығы 4 адам', '2015', { yearBasis: 'period' }, '-'],
  ] as const)('are those of %s', (_, text, year, more, expected) => {
    expect(member(text, year, more)).toBe(expected);
  });
});
