import { describe, expect, it } from 'vitest';
import { erratumArticle } from '../../site/pages/errata.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { at, bare, body, DATA_PAGES, datasets, evidence } from './wording.ts';

describe('the second side of a contradiction', () => {
  const page = body('en', 'errata.html');
  const article = (id: string): string => {
    const [, rest = ''] = page.split(`<article class="erratum" id="${id}" `);
    return bare(/<dl class="facts">.*?<\/dl>/s.exec(rest)?.[0] ?? '');
  };

  it('is shown whole: a number with its thousands, a year as a year', () => {
    expect(article('paragraph_245_injured')).toContain('1,723');
    expect(article('paragraph_365_year_of_law')).toContain('2001');
  });

  it('is said to be of a source where no number of the report implies it', () => {
    for (const { id, row } of CATALOGUE.errata.filter(({ row }) => row.kind === 'fact')) {
      expect(article(id), row.kind).not.toContain('By the other numbers');
      const isSaid = row.implied !== '' && row.suggestion === '';
      if (isSaid) expect(article(id), id).toContain('By the source named');
    }
  });

  it('is of a table that is named where its codes do not say what is measured', () => {
    const heading = (id: string): string =>
      bare(new RegExp(`id="${id}"[^>]*>\\s*<h3>(.*?)<span`, 's').exec(page)?.[1] ?? '').trim();
    expect(heading('population_of_country:2010')).toBe(
      'Share of the population below the subsistence minimum · Republic of Kazakhstan · Total · 2010',
    );
    expect(heading('minimum_pension_usd:2012')).toBe('Minimum pension, US dollars · 2012');
    const [, rest = ''] = page.split('id="trafficking_yearly:2010"');
    const formula = bare(/<p class="formula">.*?<\/p>/s.exec(rest)?.[0] ?? '');
    expect(formula).toMatch(/267[^>]*trafficking[^>]*Total · 2012/i);
  });

  it('is said to turn what it turns', () => {
    const [erratum] = CATALOGUE.errata;
    if (erratum === undefined) throw new Error('no erratum');
    const told = (turns: string): string =>
      bare(erratumArticle(at('en'), { ...erratum, row: { ...erratum.row, turns } }, 3).toString());
    expect(told('sign')).toContain('What it turnsthe sign of the number');
    expect(told('trend')).toContain('What it turnsits trend');
    expect(told('order')).toContain('What it turnsits order');
    expect(told('')).not.toContain('What it turns');
  });
});

describe('what stands on a page in a language', () => {
  const CYRILLIC_WORD = /^[\p{Script=Cyrillic}\d]/u;

  it.each(['kk', 'ru'] as const)('is a sentence in it for every contradiction (%s)', (language) => {
    const page = body(language, 'errata.html');
    const sentences = [...page.matchAll(/<p class="says">(.*?)<\/p>/gs)].map(([, text = '']) => text);
    expect(sentences).toHaveLength(CATALOGUE.errata.length);
    for (const text of sentences) expect(text).toMatch(CYRILLIC_WORD);
  });

  it.each(['kk', 'ru'] as const)(
    'is a name for every code of a table, and for its qualifiers (%s)',
    (language) => {
      const tables = DATA_PAGES.filter((each) => each.language === language && !each.dataset.isYearly);
      const prose = tables.filter(({ dataset }) => dataset.table.name !== 'figure');
      for (const { page } of prose) {
        const body = /<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? '';
        expect(body.match(/<td><span lang="en"/g) ?? []).toEqual([]);
      }
      const all = tables.map(({ page }) => bare(page)).join(' ');
      expect(all).not.toMatch(/>(?:more_than|about|plan|total)</);
      expect(all).not.toMatch(/p317 last year|participant benefit mci|gdp share/);
    },
  );

  it('is the title of the report in a citation', () => {
    for (const { language, page } of DATA_PAGES) {
      const cited = /<p class="cite">(.*?)<\/p>/s.exec(page)?.[1] ?? '';
      expect(cited.startsWith({ kk: 'Экономикалық', ru: 'Второй', en: 'Second' }[language])).toBe(true);
    }
  });

  it('offers each name once in a choice', () => {
    for (const { page, dataset } of DATA_PAGES) {
      for (const [, choice = ''] of page.matchAll(/<select[^>]*>(.*?)<\/select>/gs)) {
        const names = [...choice.matchAll(/<option[^>]*>([^<]*)</g)].map(([, name]) => name);
        expect(new Set(names).size, dataset.table.name).toBe(names.length);
      }
    }
  });

  it('calls the year of what is said of every year so, and one that is not printed too', () => {
    const of = datasets.find(({ table }) => table.name === 'narrative_series');
    if (of === undefined) throw new Error('no series of the prose');
    const page = evidence('en', of);
    const what = (name: string): string =>
      new RegExp(`id="${name.replace('.', '\\.')}">\\s*<h2><span class="what">([^<]*)<`).exec(page)?.[1] ??
      '';
    expect(what('work_injuries.killed_yearly._T.2015')).toMatch(/ · every year$/);
    expect(what('trafficking_by_article.cases_opened_yearly._T.2015')).toMatch(/ · every year$/);
    expect(what('child_pneumonia.illness_cases.START.2013')).toMatch(/2013 \(the year is not printed\)$/);
    expect(what('aral_benefits.additional_leave.LOW.2015')).toMatch(/2015 \(the year is not printed\)$/);
    expect(what('work_injuries.killed._T.2015')).toMatch(/ · 2015$/);
    expect(what('ombudsman_work.complaints._T.2015'), 'of six years together').toMatch(/ · 2010–2015$/);
    expect(what('employment_roadmap.participants._T.2015')).toMatch(/ · several years up to 2015$/);
    expect(what('women_microcredit.borrowers._T.2015')).toMatch(/ · since 2015$/);
  });
});

describe('contradictions on the page of a dataset', () => {
  it('are all that its marked values lead to: its own told, the others by their links', () => {
    for (const { language, dataset, page } of DATA_PAGES) {
      const marked = CATALOGUE.errata.filter(({ cells }) =>
        cells.some((cell) => CATALOGUE.cells.get(cell)?.dataset === dataset.table.name),
      );
      for (const { id } of marked) {
        const isHere = page.includes(`id="${id}"`) || page.includes(`errata.html#${encodeURIComponent(id)}`);
        expect(isHere, `${language} ${dataset.table.name} ${id}`).toBe(true);
      }
    }
  });

  it('say that both sexes together are no population', () => {
    const pages = DATA_PAGES.filter(({ dataset }) => dataset.table.primaryKey.includes('sex'));
    expect(pages.length).toBeGreaterThan(0);
    for (const { page } of pages) expect(bare(page)).not.toMatch(/Total population|Все население/);
  });
});
