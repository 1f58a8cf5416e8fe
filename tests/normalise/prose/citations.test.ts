import { describe, expect, test } from 'vitest';
import { read } from './citations-told.ts';

describe('an act', () => {
  test.each([
    [
      'with issuer, date and number',
      'ҚР Үкіметінің 2012 жылғы 2 наурыздағы № 285 қаулысымен',
      'government_resolution | government | 285 | 2012-03-02 | -',
    ],
    [
      'with a year and a number',
      '(ҚР Президентінің 2016 жылғы № 384 Жарлығымен бекітілген)',
      'decree | president | 384 | 2016 | -',
    ],
    [
      'with its title in front',
      '"Білім туралы" 2001 жылғы 17 шілдедегі ҚР Заңы',
      'law | - | - | 2001-07-17 | Білім туралы',
    ],
    [
      'with its title behind the date',
      '2009 жылғы 18 қыркүйектегі "Денсаулық туралы" ҚР Кодексінде',
      'code | - | - | 2009-09-18 | Денсаулық туралы',
    ],
    [
      'adopted on a day',
      '2015 жылғы 31 қазанда "Сот туралы" ҚР Заңы қабылданды',
      'law | - | - | 2015-10-31 | Сот туралы',
    ],
    [
      'adopted in a month',
      'ҚР 2009 жылғы желтоқсанда "Тұрмыс туралы" Заңы қабылданды',
      'law | - | - | 2009-12 | Тұрмыс туралы',
    ],
    [
      'adopted in a year',
      '2015 жылы қабылданған "Кеңестер туралы" ҚР Заңының шеңберінде',
      'law | - | - | 2015 | Кеңестер туралы',
    ],
    [
      'with its year in brackets',
      '"Көмек туралы" (2002 жыл) ҚР Заңының',
      'law | - | - | 2002 | Көмек туралы',
    ],
    [
      'with its date behind its word',
      '"Кіріс туралы" ҚР Заңының жобасы (2015 жылғы 18 қарашадағы № 412-5)',
      'draft_law | - | 412-5 | 2015-11-18 | Кіріс туралы',
    ],
    [
      'of a ministry by its abbreviation',
      '(ҚР БҒМ-нің 2014 жылғы 19 желтоқсандағы № 534 бұйрығы)',
      'order | ministry_of_education_and_science | 534 | 2014-12-19 | -',
    ],
    [
      'of a ministry by its name',
      'ҚР Денсаулық сақтау министрінің 2011 жылғы 30 қыркүйектегі № 664 бұйрығы',
      'order | ministry_of_health | 664 | 2011-09-30 | -',
    ],
    [
      'of the Supreme Court',
      'ҚР Жоғарғы Соты 2008 жылғы 10 шілдедегі нормативтік қаулыны қабылдады',
      'normative_resolution | supreme_court | - | 2008-07-10 | -',
    ],
    [
      'of parliament under another name',
      'ҚР Жоғарғы Кеңесінің 1994 жылғы 8 қыркүйектегі қаулысымен',
      'resolution | supreme_council | - | 1994-09-08 | -',
    ],
    [
      'of the ILO',
      '2000 жылы ХЕҰ-ның "Сыйақы туралы" № 100 Конвенциясы ратификацияланды',
      'convention | ilo | 100 | - | Сыйақы туралы',
    ],
    [
      'named after a year',
      '1951 жылғы Женева Конвенциясын ратификациялаудан',
      'convention | - | - | 1951 | -',
    ],
    [
      'signed on a day',
      '2008 жылғы 14 қарашада Кишинев қаласында ТМД туралы конвенцияға қол қойылды',
      'convention | - | - | 2008-11-14 | -',
    ],
    [
      'misspelt',
      '"Қорғау туралы" 2014 жылғы 14 сәуірдегі ҚР Занының 70-бабында',
      'law | - | - | 2014-04-14 | Қорғау туралы',
    ],
    ['known by its sign', 'жүргізіледі (ҚР МС 03-2007)', 'standard | - | 03-2007 | - | -'],
  ])('is read %s', (_, text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test.each([
    ['came into force', 'ҚР-да 2011 жылғы 16 тамызда күшіне енген "Көші-қон туралы" Заң қабылданды'],
    ['takes effect', '2010 жылғы 1 қаңтардан бастап "Көші-қон туралы" ҚР Заңы қолданысқа енгізілді'],
    ['was amended', '"Көші-қон туралы" ҚР Заңына өзгерістер енгізілді (2014 жылғы 29 желтоқсан)'],
  ])('has not the date on which it %s', (_, text) => {
    expect(read(text)).toEqual(['law | - | - | - | Көші-қон туралы']);
  });

  test('has not the date on which it is ratified', () => {
    expect(
      read('2015 жылғы ақпанда Қазақстан Мүгедектердің құқықтары туралы конвенциясын ратификациялады'),
    ).toEqual(['convention | - | - | - | Мүгедектердің құқықтары туралы конвенция']);
  });

  test.each([
    ['agreements that were counted', '2014 жылы 9000-нан астам медиативтік келісім жасалды'],
    ['standards in general', '2015 жылы мүгедектің жұмыс орны стандарттары қабылданды'],
    ['a plan for some years', '2012 – 2014 жылдарға арналған кешенді жоспарда көзделген'],
    ['a number of something else', '№ 5 мектепте оқитын балалар үшін ереже Үкімет қаулысымен бекітілді'],
    ['the words of a title', '"ҚР Үкіметінің 2013 жылғы 21 қаңтардағы № 64 қаулысы туралы" есеп'],
  ])('is not seen in %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('several acts', () => {
  test('share one word and one title of a joint order', () => {
    const text =
      'ҚР ДСӘДМ-нің 2015 жылғы 25 қарашадағы № 905, ҰЭМ-нің 2015 жылғы 10 желтоқсандағы № 763 бұйрықтарымен "Бару туралы" бірлескен бұйрығына қол қойылды';
    expect(read(text)).toEqual([
      'order | ministry_of_health_and_social_development | 905 | 2015-11-25 | Бару туралы',
      'order | ministry_of_national_economy | 763 | 2015-12-10 | Бару туралы',
    ]);
  });

  test('share one date', () => {
    expect(read('2014 жылғы шілдеде жаңа Қылмыстық және Қылмыстық-атқару кодекстері қабылданды')).toEqual([
      'code | - | - | 2014-07 | Қылмыстық кодекс',
      'code | - | - | 2014-07 | Қылмыстық-атқару кодексі',
    ]);
    expect(read('2015 жылы мынадай:\n"А туралы";\n"Б туралы" ҚР Заңдары қабылданды.')).toEqual([
      'law | - | - | 2015 | А туралы',
      'law | - | - | 2015 | Б туралы',
    ]);
  });

  test('share one title, passed again in other years', () => {
    expect(read('(2004 ж., 2006 ж. – "Жоспар туралы" ҚР Үкіметінің қаулысы)')).toEqual([
      'government_resolution | government | - | 2004 | Жоспар туралы',
      'government_resolution | government | - | 2006 | Жоспар туралы',
    ]);
  });

  test('keep apart a treaty and the law that ratifies it', () => {
    expect(read('2007 жылғы 19 маусымдағы ҚР Заңымен ХЕҰ "Гигиена туралы" № 167 Конвенциясы')).toEqual([
      'law | - | - | 2007-06-19 | -',
      'convention | ilo | 167 | - | Гигиена туралы',
    ]);
  });
});
