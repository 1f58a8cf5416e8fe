import { describe, expect, test } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { readCitations } from '../../../pipeline/normalise/prose/citations.ts';
import { citations, read } from './citations-told.ts';
import { paragraph, passages } from './report.ts';

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
