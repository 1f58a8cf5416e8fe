import { describe, expect, test } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { kkSeries } from '../../../pipeline/locale/kk-series.ts';
import { readRunningText } from '../../../pipeline/normalise/prose/running-text.ts';
import { readSeries } from '../../../pipeline/normalise/prose/series.ts';
import { renderFinding } from '../../../pipeline/page/finding.ts';
import { planSeries } from '../../../pipeline/template/series.ts';
import { plainLayer } from '../../layers.ts';
import { ADMITTED, findingsOf, one, valuesOf } from './made-up-series.ts';
import { paragraph } from './report.ts';
import { plansOf, reportSeries, reportWorkshop } from './series-plans.ts';

describe('a series is refused', () => {
  test('when a member has no figure', () => {
    expect(findingsOf(ADMITTED, '2010 жылы – 6 237, 2011 жылы жоқ')).toEqual([
      expect.stringMatching(
        /row centres\.admitted\._T\.2011 \(paragraph 1\)\n {2}expected a figure at "2011", found/,
      ),
    ]);
  });

  test('when a member has two figures', () => {
    expect(findingsOf(ADMITTED, '2010 жылы – 6 237, 2011 жылы – 4 805, 2011 жылы – 4 806')).toEqual([
      expect.stringContaining(
        'expected one figure at "2011", found two: "4 805, 2011 жылы – 4 806" and "4 806"',
      ),
    ]);
  });

  test('when a figure has no member', () => {
    expect(findingsOf(ADMITTED, '2010 жылы – 6 237, 2011 жылы – 4 805, тағы 12 адам')).toEqual([
      expect.stringContaining(
        'expected a member for every figure of the passage, found "12 адам" that none accounts for',
      ),
    ]);
  });

  test('when the words that bound it are not there', () => {
    const yaml = ADMITTED.replace('paragraph: 1', 'paragraph: 1\n        from: жыл сайын');
    expect(findingsOf(yaml, 'жылда 2010 жылы – 6 237')).toEqual([
      expect.stringContaining('expected the words "жыл сайын", where the series centres begins or ends'),
    ]);
  });

  test('when its paragraph is not there', () => {
    const { findings } = readSeries([paragraph('7', 2)], plansOf(`series:${ADMITTED}`), kkSeries);
    expect(findings.map(renderFinding)).toEqual([
      expect.stringContaining('expected paragraph 1, found none'),
    ]);
  });

  test('by the file, the page and the line of its paragraph', () => {
    const layer = plainLayer('      1. Бөлім\n      1. 2010 жылы – 6 237.', 'report');
    const outline = {
      paragraphs: 1,
      parts: [{ id: 'part', title: '1. Бөлім', en: 'Part' }],
      annexes: { count: 1, title: '{number}-қосымша', en: 'Annex {number}' },
    };
    const declared = {
      language: kk,
      plan: {
        series: plansOf(`series:${ADMITTED}`),
        quotes: [],
        annexes: [],
        slots: [],
        tables: [],
        ignored: [],
      },
      figureCorrections: [],
      folder: 'sources/report',
      acts: undefined,
    };
    const read = (printed?: []): unknown =>
      readRunningText({ ...layer, ...(printed !== undefined && { printed }) }, [], outline, declared);
    expect(() => read()).toThrow(/^report:2: /);
    expect(() => read([])).toThrow(/^report: page 1, line 2 of its text: /);
  });

  test('when a figure is printed in another scale than its unit', () => {
    const yaml = one('[{ label: орталықта, unit: thousand_persons }]');
    expect(findingsOf(yaml, 'орталықта 7 мың адам')).toEqual([]);
    expect(findingsOf(yaml, 'орталықта 7 млн. адам')).toEqual([
      expect.stringContaining('expected a figure in "мың адам"'),
    ]);
    expect(findingsOf(yaml, 'орталықта 7 адам')).toHaveLength(1);
    expect(findingsOf(one('[{ label: орталықта }]'), 'орталықта 7 мың адам')).toHaveLength(1);
  });

  test('unless the scale stands behind the other end of a span', () => {
    const yaml = one(
      '[{ label: шығыны, category: LOW, unit: billion_tenge }, { category: HIGH, unit: billion_tenge }]',
    );
    expect(valuesOf(yaml, 'мемлекеттің шығыны 1-ден 12 млрд. теңгеге дейін')).toEqual([
      'number.LOW.2015 1',
      'number.HIGH.2015 12',
    ]);
  });

  test('when a value cannot be one of its unit', () => {
    const yaml = one('[{ label: үлесі, unit: percent }]');
    expect(findingsOf(yaml, 'үлесі 4 160 %')).toEqual([
      expect.stringContaining('expected a value from 0 to '),
    ]);
  });

  test('when digits are not grouped as a number is', () => {
    const findings = findingsOf(one('[{ label: орталықта }]'), 'орталықта 1 03 756 адам');
    expect(findings.length).toBeGreaterThan(0);
  });

  test('when two passages read one figure', () => {
    const yaml = `${one('[{ label: орталықта }]')}${one('[{ label: орталықта }]').replace('series: made_up', 'series: other')}`;
    expect(findingsOf(yaml, 'орталықта 7 адам')).toEqual([expect.stringContaining('two passages overlap')]);
  });
});

describe('series.yaml is refused', () => {
  test.each([
    [
      'a unit that no code list has',
      one('[{ label: орталықта, unit: parsecs }]'),
      'a code of code list unit',
    ],
    ['a figure without a measure', ADMITTED.replace('measure: admitted', ''), 'a measure for each figure'],
    [
      'a figure without a year',
      ADMITTED.replace('years: [2010, 2011]', 'label: a'),
      'a year for each figure',
    ],
    ['one member twice', one('[{ label: a }, { label: b }]'), 'each member once'],
    ['two places in a label', one('[{ label: _ a _ }]'), 'one _ in a label'],
    ['a label beside years', one('[{ label: a, years: [2010] }]'), 'one of label, years and items'],
    ['each without a list', one('[{ label: a, each: [{}] }]'), 'years or items beside each'],
    ['a first year that is not before the year', one('[{ label: a, first_year: 2015 }]'), 'before the year'],
    [
      'a first year of what is no period',
      one('[{ label: a, first_year: 2010, year_basis: since }]'),
      'a period where a first_year stands',
    ],
    ['a key that it does not know', one('[{ lable: a }]'), 'a key that the format knows'],
  ])('for %s', (_, yaml, expected) => {
    expect(() => plansOf(`series:${yaml}`)).toThrow(expected);
  });

  test('when the code list has a series that it does not declare', () => {
    const file = reportSeries();
    const fewer = { ...file, series: file.series.slice(1) };
    expect(() => planSeries('series.yaml', fewer, reportWorkshop())).toThrow(
      'passages for series ombudsman_work',
    );
  });
});
