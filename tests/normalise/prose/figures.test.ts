import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kk } from '../../../pipeline/locale/kk.ts';
import { readFigures, unclearNumbers } from '../../../pipeline/normalise/prose/figures.ts';
import { figures, read, rows, told } from './figures-of-report.ts';
import { paragraph, passages } from './report.ts';

describe('a quantity', () => {
  test.each([
    ['2 103 806 адамды құрады', '2103806 persons - -'],
    ['2015 жылы 2179 адам зардап шекті', '2179 persons 2015 -'],
    ['сату – 41\n134 бала қамтылды', '41 - - -|134 persons - -'],
    ['2016 жылы – 8,6 млн. теңге', '8.6 million_tenge 2016 -'],
    ['(412,0 мың шотта 116,3 млрд.теңге)', '412.0 thousand_accounts - -|116.3 billion_tenge - -'],
    ['1 136,8 мың ш. метр пәтерлер', '1136.8 thousand_square_metres - -'],
    ['шамамен 14,0-мың материал', '14.0 thousand_media_items - about'],
    ['9000-нан астам келісім', '9000 agreements - more_than'],
    ['кемiнде 15 жыл', '15 years - more_than'],
    ['65 және одан үлкен жастағы', '65 years_of_age - more_than'],
    ['598 мыңға жуық адам', '598 thousand_persons - about'],
    ['халықтың 40-пайызын қамту', '40 percent - -'],
    ['ЖІӨ-ге 3,6 %', '3.6 percent_of_gdp - -'],
    ['5 %-дық жарналар', '5 percent - -'],
    ['4-тен 6,2 %-ға дейін', '4 percent - -|6.2 percent - -'],
    ['1-ден 12 млрд. теңгеге дейін өсті', '1 billion_tenge - -|12 billion_tenge - -'],
    ['инфляцияны 3-4 % дейін', '3 percent - -|4 percent - -'],
    ['өсуін 5-6, 8 % деңгейінде', '5 percent - -'],
    ['өсуін 5-6,8 % деңгейінде', '5 percent - -|6.8 percent - -'],
    ['аналар өлімі көрсеткішіне баға берілді. Көрсеткіш 12,0-ді құрады', '12.0 rate - -'],
    ['Сәбилер өлімі көрсеткіші 9,4-ке дейін төмендеді', '9.4 rate - -'],
    ['Сәбилер өлімі көрсеткіші 1000 тірі туылғанға 9,4-ке дейін төмендеді', '9.4 per_1000_births - -'],
    ['аналар өлімі көрсеткіші 12,0-ді құрады, айырмашылық ±3 шегінде', '12.0 rate - -|3 - - -'],
    ['табыс қатынасы қорлар коэффициенті болып табылады, ол 5,6-ны құрады', '5.6 times - -'],
    ['Джини коэффициенті 0,278-ге дейін қысқарды', '0.278 coefficient - -'],
    ['үлесі 15-24 жас шамасында', '15 years_of_age - -|24 years_of_age - -'],
    ['1926 әйел микрокредит алды, олардың 1102-сі', '1926 persons - -|1102 persons - -'],
    ['163 елдің 92-сі', '163 countries - -|92 countries - -'],
    ['8 834 мектепке дейінгі ұйым', '8834 organisations - -'],
    ['1000 тірі туылғанға 13-ті құрады', '13 per_1000_births - -'],
    ['(43,5 %-ды (3 114 мектеп)', '43.5 percent - -|3114 schools - -'],
    ['25 тармаққа жақсартып', '25 positions - -'],
  ])('is read from %j', (text, expected) => {
    expect(read(text).join('|')).toBe(expected);
  });

  test.each([
    ['a year', '2010 – 2015 жылдары, 2012 жылдың мамыр айынан бастап, 2015 және 2017 жылдары, 2014 ж.'],
    ['a school year', '2010/11 оқу жылында, 2015 – 2016 оқу жылының басына'],
    ['a date', '2010 жылғы 3-21 мамыр кезеңінде, 2017 жылғы 1 қаңтарға, 1 және 12 маусым аралығында'],
    ['an ordinal', '44-сессиясында, 86-орынға, 2011 жылы 111 орында болған, 11-ші науқан, 1-жартыжылдықта'],
    ['a part of an act', '28, 31, 35-баптарына, 119-1-бабына, 22-б. 1-т., 134 б. бойынша, 57-59-баптарына'],
    ['a clause with a bracket', 'Заңның 68-бабының 1-1) – 5), 7) – 11) тармақшаларында, 12) тармақшасына'],
    ['an annex', '3-қосымшада көрсетілген'],
    ['the number of an act', 'қаулысымен № 285, № 354-IV Заңы, (ҚР МС 03-2007)'],
    ['a class', '9-11 сыныптарда, 1 сыныптан бастап'],
    ['a telephone number', '1402 бірыңғай хабарласу нөмірі, (150 телефоны), "150-сенім желісі"'],
    ['a name', '"Жұмыспен қамту 2020", "Қазақстан-2050", "Балалар еңбегіне қарсы 12 күн", 100 нақты қадам'],
    [
      'part of a word',
      'N1, N6 және N7а құрамдауыштары, 13-валенттік вакцина, Child Mortality Report 2015 есебі',
    ],
    ['the mark of a list', 'мынадай:\n1) АҚУ (бекітеді);\n11) сайтында'],
    ['a Roman numeral', 'ІІ топ мүгедектеріне, III тоқсанда'],
  ])('is not seen in %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('the year of a figure', () => {
  test.each([
    ['the last one said before it', '2013 жылы 15 қылмыс; 2014 жылы – 7 қылмыс', '2013 2014'],
    [
      'that of its brackets, and only there',
      '2016 жылы 10 адам (2014 жылы – 20 адам), 30 адам',
      '2016 2014 2016',
    ],
    ['not that of a comparison', '2015 жылы 2010 жылмен салыстырғанда 20 %-ға', '2015'],
    [
      'that of the comparison for what it gives',
      '2017 жылы 2010 жылмен салыстырғанда 2,3 есе (5 981 теңге)',
      '2017 2010',
    ],
    ['not that of an act', 'ҚР Үкіметінің 2010 жылғы 1 ақпандағы № 9 қаулысымен 40 адам', 'none'],
    ['not that of a plan', '2012 – 2014 жылдарға арналған жоспармен 40 адам', 'none'],
    ['none for several', '2010 – 2015 жылдары 2 566 өтініш', 'none'],
    ['none for a beginning', '2015 жылдан бастап 1926 әйел', 'none'],
    [
      'one for each end of a change',
      '2001 жылдан 2015 жылға дейін 14,8%-дан 0,3%-ға дейін (49 есеге)',
      '2001 2015 none',
    ],
    ['that of the state as of a day', '2017 жылғы 1 маусымдағы жағдай бойынша 7,0 трлн. теңге', '2017'],
    ['not that of an item before', 'мыналар:\n2017 жылы – 10 теңге;\nжалпы 20 теңге', '2017 none'],
    ['that of a list for its items', '2015 жылы 345 іс қозғалды:\nұрлау – 1;\nсату – 2', '2015 2015 2015'],
    [
      'that of the sentence before for parts of it',
      '2015 жылы 10 мақала шықты. Оның ішінде 4 мақала',
      '2015 2015',
    ],
    [
      'none for what is said of all that a list of years spoke of',
      'олардың саны 2013 жылы – 20-ны, 2012 жылы 16-ны құрады (2010 жылы 0-ді құраған), олар 13 563 оқушы оқытады',
      '2013 2012 2010 none',
    ],
    [
      'that of a single year for what is said of it',
      '2013 жылы 20 ұйым жұмыс істеген, оларда 13 бала болған',
      '2013 2013',
    ],
    ['none for an age', '2015 жылы 18 жасқа дейінгі 20 бала', 'none 2015'],
  ])('is %s', (_, text, expected) => {
    const years = readFigures(passages([paragraph(text)]), kk).map(({ year }) => year ?? 'none');
    expect(years.join(' ')).toBe(expected);
  });
});

describe('the qualifier of a figure', () => {
  test.each([
    ['Барлығы 4 501 адам, оның ішінде 1 034 адам', 'total -'],
    ['пациенттердің жалпы саны – 910 адам (ерлер – 738)', 'total -'],
    ['мүгедектердің жалпы санының 56,2 %-ы', '-'],
    ['2020 жылға қарай 70 %-ды құрайды', 'plan'],
    ['қамтамасыз ету жоспарлануда: 2018 жылы 93%', 'plan'],
    ['инфляцияны 3-4 % дейін төмендетуге бағытталған шаралар әзірленетін болады', 'plan plan'],
    ['инфляцияны 8 %-дан 4 %-ға дейін төмендететін болады', '- plan'],
    ['ол тек жасқа жеткенде (58 жас) тағайындалатын болады', '-'],
    ['сот залдары 73 %-ға жабдықталған. Келесі жылы жабдықталатын болады', '-'],
    ['2 еседен аса өсті', 'more_than'],
    ['80 %-ынан (шекті масса) астамы', 'more_than'],
    ['5 жылдан кем емес', 'more_than'],
  ])('is told in %j', (text, expected) => {
    const qualifiers = readFigures(passages([paragraph(text)]), kk).map(({ qualifier }) => qualifier ?? '-');
    expect(qualifiers.join(' ')).toBe(expected);
  });
});

describe('what is counted', () => {
  const inRow = (...texts: readonly string[]): readonly string[] =>
    readFigures(passages(texts.map((text, index) => ({ ...paragraph(text), number: index + 1 }))), kk).map(
      told,
    );

  test('goes on in a paragraph that opens with "of them"', () => {
    const first = 'Мектептерде 3 402 мигрант бала оқиды.';
    expect(inRow(first, 'Олардың көбі Қызыл (1 423) және Сары (351) ауылдарында тұрады.')).toEqual([
      '3402 persons - -',
      '1423 persons - -',
      '351 persons - -',
    ]);
    expect(inRow(first, 'Қызыл (1 423) және Сары (351) ауылдары.').slice(1)).toEqual([
      '1423 - - -',
      '351 - - -',
    ]);
  });
});

describe('a number that can be read in two ways', () => {
  test('is told with its place, and only what is sure of it is a figure', () => {
    const text = 'Өсім 2013 жылы 3-4 %, 2014 жылы 5-6, 8 % болды';
    const own = passages([paragraph(text)]);
    expect(unclearNumbers(own, kk).map(({ from, to }) => text.slice(from, to))).toEqual(['5-6, 8']);
    expect(readFigures(own, kk).map(told)).toEqual([
      '3 percent 2013 -',
      '4 percent 2013 -',
      '5 percent 2014 -',
    ]);
  });

  test('is listed with its line among what is unsure in the report, as is a word whose number is missing', () => {
    const lines = rows('output/csv/unsure_text.csv').map(({ paragraph: number, why }) => [number, why]);
    expect(lines).toEqual([
      ['376', expect.stringContaining('"-тармағының" begins with a hyphen: the number before it is missing')],
      ['546', expect.stringContaining('"5-6, 8" may be one range or a range and a number')],
    ]);
    expect(figures.filter(({ paragraph: number }) => number === 546).map(told)).toEqual(['5 percent - plan']);
  });
});

describe('a printed number', () => {
  const grouped = (whole: bigint, gap: string): string => whole.toString().replace(/\B(?=(?:\d{3})+$)/g, gap);
  const gap = fc.constantFrom(' ', '\u00a0');
  const whole = fc.bigInt(0n, 10n ** 12n);
  const decimals = fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: '' });

  test('keeps exactly its digits, with its thousands apart or not, with decimals or without', () => {
    fc.assert(
      fc.property(whole, decimals, gap, fc.boolean(), (integer, fraction, between, apart) => {
        const printed = apart ? grouped(integer, between) : integer.toString();
        const text = `бюджеттен ${printed}${fraction === '' ? '' : `,${fraction}`} теңге бөлінді`;
        const value = fraction === '' ? integer.toString() : `${integer}.${fraction}`;
        expect(read(text)).toEqual([`${value} tenge - -`]);
      }),
    );
  });

  test('is one number whatever case it stands in, and none when another word hangs on it', () => {
    const endings = ['ы', 'сі', 'ның', 'ге', 'ді', 'дан', 'ның', 'мен', 'ының'];
    const words = ['сессия', 'орын', 'ші', 'бап', 'валенттік', 'б', 'т'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(...endings), (number, ending) => {
        expect(read(`олардың ${number}-${ending} болды`)).toEqual([`${number} - - -`]);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(...words), (number, word) => {
        expect(read(`оның ${number}-${word} болды`)).toEqual([]);
      }),
    );
  });

  test('is never read from a year that is called one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.constantFrom('жылы', 'жылғы', 'жылдан бастап', 'ж.', 'жылға дейін', 'жылмен салыстырғанда'),
        (year, word) => {
          expect(read(`бұл ${year} ${word} болды`)).toEqual([]);
        },
      ),
    );
  });

  test('may stand in a chain of any length; nothing is tried twice as often for each more', () => {
    expect(read(`бұл ${'3,0-'.repeat(500)}3,0 адам`)).toHaveLength(501);
  });
});
