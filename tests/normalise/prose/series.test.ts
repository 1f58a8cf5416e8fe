import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindIdentities } from '../../../pipeline/document/identities.ts';
import { planSeries } from '../../../pipeline/document/series.ts';
import { renderFinding } from '../../../pipeline/finding.ts';
import { vocabularyOf } from '../../../pipeline/identities/binding.ts';
import { evaluate, type SlotValue } from '../../../pipeline/identities/verdict.ts';
import { kkSeries } from '../../../pipeline/languages/kk-series.ts';
import { decimalsOf } from '../../../pipeline/normalise/number.ts';
import { readSeries, type SeriesValue } from '../../../pipeline/normalise/prose/series.ts';
import { paragraph, reportParagraphs } from './report.ts';
import { plansOf, reportPlans, reportSeries, reportWorkshop } from './series-plans.ts';

const paragraphs = reportParagraphs();
const { plans, slots } = reportPlans();
const report = readSeries(paragraphs, plans, kkSeries);

describe('the series of the report', () => {
  test('are read without a finding', () => {
    expect(report.findings.map(renderFinding)).toEqual([]);
  });

  test('say what a person reads in the text', () => {
    const golden: readonly Record<string, string>[] = parse(
      readFileSync('tests/golden/narrative_series.csv', 'utf8'),
      { columns: true },
    );
    const rows = report.values.map(({ slot, value, qualifier, paragraph: number }) => ({
      ...slot.codes,
      value,
      unit: slot.unit,
      qualifier: qualifier ?? '',
      paragraph: String(number),
    }));
    expect(golden.length).toBeGreaterThan(450);
    expect(byText(rows)).toEqual(byText(golden));
  });

  test('point at the printed digits', () => {
    const texts = new Map(paragraphs.map(({ number, text }) => [number, text]));
    for (const { value, from, to, paragraph: number } of report.values) {
      const printed = texts.get(number)?.slice(from, to) ?? '';
      expect(printed.replace(/\s/g, '').replace(',', '.')).toBe(value);
    }
  });

  test('are the same however the paragraphs are wrapped', () => {
    const expected = report.values.map(said);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const wrapped = paragraphs.map((each) => ({ ...each, text: rewrapped(each.text, seed) }));
        const { values, findings } = readSeries(wrapped, plans, kkSeries);
        expect(findings.map(renderFinding)).toEqual([]);
        expect(values.map(said)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ['lost', ''],
    ['doubled', '$& және $&'],
    ['joined by another', '$&, 77 адам'],
    ['replaced by words', 'бірнеше'],
  ])('are refused when any one of their figures is %s', (_, change) => {
    const silent = report.values.filter((value) => {
      const changed = paragraphs
        .filter(({ number }) => number === value.paragraph)
        .map((each) => ({ ...each, text: edited(each.text, value, change) }));
      const own = plans.filter((plan) => plan.paragraph === value.paragraph);
      return readSeries(changed, own, kkSeries).findings.length === 0;
    });
    expect(silent.map(said)).toEqual([]);
  });

  test('contradict each other only where the source does', () => {
    const values: SlotValue[] = [];
    for (const { slot, value } of report.values) {
      values[slot.index] = { kind: 'number', value: Number(value), decimals: decimalsOf(value) };
    }
    const own = (reportSeries().identities ?? []).filter(({ says }) =>
      [...says.matchAll(/(\w+)\[/g)].every(([, table]) => table === 'narrative_series'),
    );
    const declared = own.map((identity) => ({ file: 'series.yaml', line: 1, identity }));
    const broken = bindIdentities(declared, vocabularyOf(slots))
      .filter((instance) => evaluate(instance, values)?.verdict === 'broken')
      .map(({ checkId }) => checkId);
    expect(own.length).toBeGreaterThan(70);
    expect(broken).toEqual([
      'special_needs_school:2016',
      'special_needs_preschool:2016',
      'special_needs_school_share:INCLUSIVE.2016',
      'special_needs_school_share:SPECIAL_SCHOOL.2016',
      'special_needs_school_share:SPECIAL_CLASS.2016',
      'special_needs_school_share:HOME.2016',
      'special_needs_school_share:PRIVATE.2016',
      'special_needs_school_share:COLLEGE.2016',
      'special_needs_preschool_share:SPECIAL_GROUP.2016',
      'special_needs_preschool_share:CORRECTION_ROOM.2016',
      'injured_fall:_T.2015',
      'killed_yearly:_T.2015',
      'basic_pension_recipients:_T.2017',
      'admitted_yearly:_T.2011',
      'water_rural_settlements:CENTRALISED.2015',
      'abortion_shares:UNDER_15.2015',
      'calculation_index_2017:_T.2017',
      'air_ambulance_share:MOTHERS_AND_CHILDREN.2015',
      'pneumonia_deaths_fall:2015',
      'preschool_organisations',
    ]);
  });
});

const ADMITTED = `
  - series: centres
    measure: admitted
    unit: persons
    passages:
      - paragraph: 1
        figures: [{ years: [2010, 2011] }]
`;

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
    ['a key that it does not know', one('[{ lable: a }]'), 'a key that the format knows'],
    ['kinds that would lose their order', one('[{ items: { "116": a } }]'), 'pattern'],
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

/** A series of one passage with the given figures. */
function one(figures: string): string {
  return `
  - series: made_up
    measure: number
    unit: persons
    year: 2015
    passages:
      - paragraph: 1
        figures: ${figures}
`;
}

function valuesOf(series: string, text: string): readonly string[] {
  const { values, findings } = readSeries([paragraph(text)], plansOf(`series:${series}`), kkSeries);
  expect(findings.map(renderFinding)).toEqual([]);
  return values.map(said);
}

function findingsOf(series: string, text: string): readonly string[] {
  return readSeries([paragraph(text)], plansOf(`series:${series}`), kkSeries).findings.map(renderFinding);
}

function said({ slot: { codes }, value }: SeriesValue): string {
  return `${codes.measure}.${codes.category}.${codes.year} ${value}`;
}

function byText(rows: readonly object[]): readonly string[] {
  return rows
    .map((row) =>
      Object.entries(row)
        .map(([key, value]) => `${key}=${value}`)
        .sort()
        .join(' '),
    )
    .sort();
}

/** The text with every space drawn anew: a line's end, one space or two. */
function rewrapped(text: string, seed: number): string {
  let state = seed;
  return text.replace(/ /g, () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return [' ', '\n', '  ', ' \n'][state % 4] ?? ' ';
  });
}

/** The text with a figure changed, `$&` standing for its digits. */
function edited(text: string, { from, to }: SeriesValue, change: string): string {
  return text.slice(0, from) + change.replaceAll('$&', text.slice(from, to)) + text.slice(to);
}
