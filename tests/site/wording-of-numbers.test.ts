import { describe, expect, it } from 'vitest';
import { valueCount } from '../../site/catalogue/dataset.ts';
import { LANGUAGES, type Language } from '../../site/catalogue/language.ts';
import { saysUnit } from '../../site/charts/title.ts';
import { formatDecimal } from '../../site/words/numbers.ts';
import { counted } from '../../site/words/plurals.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { bare, body, DATA_PAGES, datasets, EVIDENCE, evidence } from './wording.ts';

describe('numbers on the pages', () => {
  it('stand with the noun in the form that the language asks for', () => {
    expect([1, 2, 5, 11, 54, 81, 102, 111].map((amount) => counted(amount, 'values', 'ru'))).toEqual([
      '1 значение',
      '2 значения',
      '5 значений',
      '11 значений',
      '54 значения',
      '81 значение',
      '102 значения',
      '111 значений',
    ]);
    expect([1, 81].map((amount) => counted(amount, 'values', 'en'))).toEqual(['1 value', '81 values']);
    expect(counted(81, 'values', 'kk')).toBe('81 мән');
  });

  it('count the values of a table, not its empty cells', () => {
    for (const dataset of datasets.filter(({ isYearly }) => isYearly)) {
      const columns = dataset.measures.map(({ field }) => field.name);
      const cells = dataset.table.rows.flatMap((row) => columns.map((name) => row[name]));
      expect(valueCount(dataset)).toBe(cells.filter((value) => value !== '').length);
    }
    const home = body('ru');
    const cards = [...home.matchAll(/<p class="meta">([^<]*)</g)].map(([, text = '']) => text);
    expect(cards).toHaveLength(datasets.length);
    for (const text of cards) expect(text).toMatch(/^(?:\d{4}–\d{4} · )?[\d\u00a0]+ значени[еяй]$/u);
  });

  it('are all grouped alike, years not at all', () => {
    for (const language of LANGUAGES) {
      const gap = language === 'en' ? ',' : '\u00a0';
      expect(['999', '2566', '28157'].map((text) => formatDecimal(text, language))).toEqual([
        '999',
        `2${gap}566`,
        `28${gap}157`,
      ]);
      const years = DATA_PAGES.filter((each) => each.language === language).flatMap(({ page }) => [
        ...page.matchAll(/<a class="v[^>]*>((?:19|20)\d\d)</g),
      ]);
      expect(years.length).toBeGreaterThan(1);
    }
  });

  it('that are years stay so in contradictions and in their arithmetic', () => {
    for (const language of LANGUAGES) {
      const of = datasets.find(({ table }) => table.name === 'quoted_figure');
      const pages = [body(language, 'errata.html'), evidence(language, of)].map(bare);
      for (const page of pages) {
        expect(page).toContain('2014');
        expect(page).not.toMatch(/(?<![\d,\u00a0])2[,\u00a0]01[45](?![\d,.\u00a0])/);
      }
    }
  });

  it('have their unit once', () => {
    expect(saysUnit('Уровень безработицы, в процентах', 'процентов')).toBe(true);
    expect(saysUnit('Жұмыссыздық деңгейі, пайызбен', 'пайыз')).toBe(true);
    expect(saysUnit('Crude marriage rate (per 1,000 persons)', 'per 1,000 persons')).toBe(true);
    expect(saysUnit('Maternal mortality (per 100,000 births)', 'per 1,000 births')).toBe(false);
    expect(saysUnit('Share of the population', 'per cent')).toBe(false);
    for (const language of LANGUAGES) {
      const headings = EVIDENCE(language).flatMap((page) => [
        ...page.matchAll(
          /<span class="what">([^<]*)<\/span> <span class="value">.*?(?:<small>\(([^<]*)\)<\/small>)?<\/span>/g,
        ),
      ]);
      expect(headings.length).toBeGreaterThan(400);
      for (const [, what = '', unit = ''] of headings)
        expect(unit !== '' && saysUnit(what, unit), `${what} ${unit}`).toBe(false);
    }
  });
});

describe('a unit behind a number with decimals', () => {
  const page = (name: string, language: Language): string => {
    const of = datasets.find(({ table }) => table.name === name);
    if (of === undefined) throw new Error(`no table ${name}`);
    return bare(evidence(language, of));
  };

  it('is in the genitive singular in Russian, as in 2,5 процента', () => {
    const text = page('narrative_series', 'ru');
    expect(text).toMatch(/\d,\d+ процента(?!\p{L})/u);
    expect(text).toMatch(/\d,\d+ тысячи человек/);
    expect(text).toMatch(/\d процентов/);
    expect(text).not.toMatch(/\d,\d+ (?:процентов|тысяч|миллионов|миллиардов|раз|лет)(?!\p{L})/u);
    expect(page('narrative_series', 'kk')).toMatch(/\d,\d+ пайыз/);
  });

  it('has such a form wherever its plural has an ending, and is as it was elsewhere', () => {
    for (const { unit, name_ru = '', name_ru_decimal: form = '' } of CATALOGUE.rows('unit')) {
      if (
        /^(?:процентов|тысяч|миллионов|миллиардов|триллионов|граммов|долларов|лет|раз|месячных)(?!\p{L})/u.test(
          name_ru,
        )
      )
        expect(form, unit).not.toBe('');
      expect(form, unit).not.toBe(name_ru);
    }
  });
});

describe('numbers in drawings', () => {
  it.each(LANGUAGES)('are whole under a title that counts in thousands or millions (%s)', (language) => {
    const multiples = CATALOGUE.rows('unit').filter(({ multiplier }) => multiplier !== '');
    const names = multiples.map((row) => row[`name_${language}`]?.toLowerCase() ?? '');
    const drawn = DATA_PAGES.filter((each) => each.language === language).flatMap(({ page }) => [
      ...page.matchAll(/<svg[^>]*aria-label="([^"]*)"[^>]*>(.*?)<\/svg>/gs),
    ]);
    const counting = drawn.filter(([, label = '']) => names.some((name) => saysUnit(label, name)));
    expect(counting.length).toBeGreaterThan(5);
    for (const [, label, drawing = ''] of counting)
      expect(drawing, label).not.toMatch(/>[\d.,]+\u00a0?(?:M|k|млн|мың|тыс\.)</);
  });
});

describe('a number that a sentence repeats', () => {
  it('has the unit that the sentence prints, and a year none', () => {
    const units = CATALOGUE.rows('quoted_figure').map(({ quote = '', unit }) => [quote.slice(0, 7), unit]);
    expect(new Set(units.map(String))).toEqual(new Set(['annex_5,percent', 'p317_fi,', 'p317_la,']));
  });
});

describe('the home page counts', () => {
  it('each place of the source once, and calls no repetition arithmetic', () => {
    const cells = CATALOGUE.rows('cell');
    const places = new Set(cells.map((row) => `${row.char_start}-${row.char_end}`)).size;
    expect(places).toBeLessThan(cells.length);
    const home = bare(body('en'));
    expect(home).toContain(`${formatDecimal(String(places), 'en')} places read in the source`);
    expect(home).toMatch(/1,\d{3} checks/);
    expect(home).not.toContain('arithmetic check');
  });

  it('what stands in the text and in an annex under both', () => {
    expect(body('en')).toMatch(
      /<h2>From the running text · Annex 5<\/h2><ul class="datasets"><li class="card"><h3><a href="data\/quoted_figure/,
    );
  });
});
