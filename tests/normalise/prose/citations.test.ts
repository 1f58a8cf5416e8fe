import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { type Citation, readCitations } from '../../../pipeline/normalise/prose/citations.ts';
import { byParagraph, paragraph, passages, sourceSpan } from './report.ts';
import { wholeReport } from './whole-report.ts';

const { layer } = wholeReport;
const { paragraphs } = wholeReport.prose;
const citations = readCitations(passages(paragraphs), kk);

const told = ({ type, issuer, number, date, title }: Citation): string =>
  [type, issuer ?? '-', number ?? '-', date ?? '-', title ?? '-'].join(' | ');

const read = (text: string): readonly string[] => readCitations(passages([paragraph(text)]), kk).map(told);

describe('the citations of the report', () => {
  const golden: readonly Record<string, string>[] = parse(readFileSync('tests/golden/citations.csv'), {
    columns: true,
  });
  const dated = citations.filter(({ number, date }) => number !== null || date !== null);

  test('with a number or a date are those of the transcript, no more and no fewer', () => {
    const transcribed = golden.map((row) =>
      [
        row.paragraph,
        row.act_type,
        row.issuer || '-',
        row.number || '-',
        row.date || '-',
        row.title_kk || '-',
      ].join(' | '),
    );
    const found = dated.map((citation) => `${citation.paragraph} | ${told(citation)}`);
    expect([...found].sort()).toEqual([...transcribed].sort());
  });

  test('have ids that count up within their paragraph', () => {
    for (const [number, own] of byParagraph(citations, (citation) => citation.paragraph)) {
      expect(own.map(({ referenceId }) => referenceId)).toEqual(
        own.map((_, index) => `p${number}.${index + 1}`),
      );
    }
  });

  test('quote what stands in the text layer', () => {
    const ink = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');
    for (const { from, to, paragraph: number, quote, referenceId } of citations) {
      const holder = paragraphs.find((candidate) => candidate.number === number);
      const span = holder && sourceSpan(holder, { from, to });
      const letters = [...(holder?.origins.subarray(from, to) ?? [])].filter((origin) => origin >= 0);
      expect(ink(letters.map((origin) => layer.text[origin]).join('')), referenceId).toBe(ink(quote));
      expect(span, referenceId).toBeDefined();
    }
  });

  test('by name alone have neither number nor date, and stand once in a paragraph for each article', () => {
    const named = citations.filter((citation) => !dated.includes(citation));
    const names = named.map((citation) => `${citation.paragraph} ${told(citation)}`);
    const parts = named.map(({ article, part, point }, at) => [names[at], article, part, point].join());
    expect(new Set(parts).size).toBe(parts.length);
    expect(names).toContain('151 law | - | - | - | Білім туралы');
    expect(names).toContain('74 law | - | - | - | Рұқсаттар мен хабарламалар туралы');
    expect(names).toContain('98 constitution | - | - | - | -');
    expect(names).toContain('201 code | - | - | - | Қылмыстық-атқару кодексі');
  });
});

/** Read off the paragraphs: paragraph and name, article, part, point. */
const PARTS = [
  '1 covenant Экономикалық, әлеуметтік және мәдени құқықтар туралы халықаралық пакт: 16 17 / - / -',
  '6 code Қылмыстық-процестік кодекс: 2 / 3 / -',
  '6 code Азаматтық процестік кодекс: 2 / 3 / -',
  '6 code Әкімшілік құқық бұзушылық туралы кодекс: 1 / 4 / -',
  '6 code Қылмыстық кодекс: 1 / 3 / -',
  '98 constitution -: 14 / - / 2',
  '99 code Қылмыстық кодекс: 145 / - / -',
  '139 constitution -: 21 / - / -',
  '142 treaty Еуразиялық экономикалық қоғамдастық туралы шарт: 97 / - / 1',
  '151 law Білім туралы: 8 / - / -',
  '153 convention Бала құқықтары туралы конвенция: 28 / - / -',
  '160 law Халықтың көші-қоны туралы: 28 31 35 / - / -',
  '161 code Халық денсаулығы және денсаулық сақтау жүйесі туралы: 88 / - / 5',
  '163 law Халықтың көші-қоны туралы: 12 / - / -',
  '182 constitution -: 24 / - / 2',
  '182 constitution -: 14 / - / -',
  '183 code Еңбек кодексі: 6 / - / -',
  '200 code Қылмыстық кодекс: 44 / 1 / -',
  '201 code Қылмыстық-атқару кодексі: 63 / 2 / -',
  '221 law Ең төмен әлеуметтік стандарттар және олардың кепілдіктері туралы: 17 / - / 1',
  '227 code Еңбек кодексі: 1 / - / -',
  '230 code Еңбек кодексі: 107 / - / -',
  '244 code Кәсіпкерлік кодекс: 148 / - / -',
  '248 constitution -: 24 / - / 3',
  '252 code Еңбек кодексі: 163 / - / -',
  '254 constitution -: 39 / - / 1',
  '258 code Еңбек кодексі: 176 / - / 2',
  '261 code Еңбек кодексі: 176 / - / 1(1)',
  '262 law Азаматтық қорғау туралы: 70 71 / - / -',
  '265 code Еңбек кодексі: 172 / - / 2',
  '267 law Міндетті әлеуметтік сақтандыру туралы: 1 / - / (12)',
  '312 code Қылмыстық кодекс: 116 / - / -',
  '312 code Қылмыстық кодекс: 125 / 3 / 2',
  '312 code Қылмыстық кодекс: 126 / 3 / 2',
  '312 code Қылмыстық кодекс: 128 / - / -',
  '312 code Қылмыстық кодекс: 134 / - / -',
  '312 code Қылмыстық кодекс: 135 / - / -',
  '312 code Қылмыстық кодекс: 308 / - / -',
  '312 code Қылмыстық кодекс: 309 / - / -',
  '350 constitution -: 30 / - / -',
  '371 law Тұрғын үй қатынастары туралы: 15 / - / -',
  '386 law Тұрғын үй қатынастары туралы: 68 / - / -',
  '445 law Мәдениет туралы: 4 / - / -',
  '450 law Мәдениет туралы: 24 / - / 6',
  '479 convention Бала құқықтары туралы конвенция: 28 29 / - / -',
];

describe('the parts of acts', () => {
  test('are those that the paragraphs print right behind an act, no more and no fewer', () => {
    const found = citations
      .filter(({ article, part, point }) => article !== null || part !== null || point !== null)
      .map(
        ({ paragraph: number, type, title, article, part, point }) =>
          `${number} ${type} ${title ?? '-'}: ${[article, part, point].map((each) => each ?? '-').join(' / ')}`,
      );
    expect(found).toEqual(PARTS);
  });

  test.each([
    ['a list', '"Білім туралы" ҚР Заңының 8, 9 және 10-1-баптарына', '8 9 10-1'],
    ['short words', 'ҚР Конституциясының (24-б. 2-т.)', '24'],
    ['another word between', 'ҚР Конституциясының талаптарына, 14-бабына', null],
    ['an annex', 'ҚР Конституциясының 3-қосымшасына', null],
  ])('%s', (_, text, expected) => {
    const [citation] = readCitations(passages([paragraph(text)]), kk);
    expect(citation?.article ?? null).toBe(expected);
  });
});

describe('treaties and codes', () => {
  test('that are cited by name alone are those that the paragraphs name', () => {
    const named = citations.filter(
      ({ type, number, date, title }) =>
        ['covenant', 'convention', 'treaty'].includes(type) && number === null && date === null && title,
    );
    expect(named.map(({ paragraph: number, type }) => `${number} ${type}`)).toEqual([
      '1 covenant',
      '142 treaty',
      '153 convention',
      '171 convention',
      '479 convention',
      '515 convention',
      '517 convention',
      '519 convention',
      '527 covenant',
      '531 convention',
    ]);
  });

  test('are read by a short name, once for each article and not within a word', () => {
    const code = 'code | - | - | - | Қылмыстық кодекс';
    expect(read('ҚК-нің 116-бабы, ҚК-нің 116-бабы бойынша')).toEqual([code]);
    expect(read('ҚК-нің 116-бабы, ҚК-нің 128-бабы бойынша')).toEqual([code, code]);
    expect(read('ҚКМ-нің бұйрығы мен АҚК туралы')).toEqual([]);
    expect(read('Мүгедектердің құқықтары туралы заң')).toEqual([]);
  });
});

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
