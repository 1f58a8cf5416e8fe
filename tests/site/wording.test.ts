import { describe, expect, it } from 'vitest';
import { looksOtherwise } from '../../pipeline/publish/formats/spreadsheet.ts';
import { type Dataset, valueCount } from '../../site/catalogue/dataset.ts';
import { LANGUAGES, type Language } from '../../site/catalogue/language.ts';
import { saysUnit } from '../../site/charts/title.ts';
import { hasSeveralUnits } from '../../site/pages/dataset-table.ts';
import { erratumArticle } from '../../site/pages/errata.ts';
import { type Place, pathOf, placeOf } from '../../site/pages/page.ts';
import { formatDecimal } from '../../site/words/numbers.ts';
import { counted } from '../../site/words/plurals.ts';
import { bodyOf, builtSite } from './catalogue-site.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const SITE = siteOf(CATALOGUE);
const at = (language: Language, path = 'index.html'): Place => placeOf(SITE, language, path);
const datasets = CATALOGUE.datasets;
/** Pages are read as text: to parse all of them would take longer than to build them. */
const dist = await builtSite();
const body = (language: Language, path = 'index.html'): string => bodyOf(dist, `${language}/${path}`);
const evidence = (language: Language, dataset: Dataset | undefined): string =>
  (CATALOGUE.evidenceParts.get(dataset?.table.name ?? '') ?? [])
    .map((_, part) => body(language, pathOf.evidence(dataset?.table.name ?? '', part)))
    .join('\n');
const bare = (html: string): string => html.replace(/<[^>]*>/g, '');
const DATA_PAGES = LANGUAGES.flatMap((language) =>
  datasets.map((dataset) => ({
    language,
    dataset,
    page: body(language, pathOf.dataset(dataset.table.name)),
  })),
);
/** The dataset with the most units, and all that are small enough to be built thrice. */
const WITH_EVIDENCE = datasets
  .filter((dataset) => hasSeveralUnits(dataset) || dataset.series.length === 9 || !dataset.isYearly)
  .slice(0, 4);
const EVIDENCE = (language: Language): readonly string[] =>
  WITH_EVIDENCE.map((dataset) => evidence(language, dataset));

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

describe('the letters of Russian texts', () => {
  it('are е alone where ё may stand too, in the data, the schemas and on the pages', () => {
    const tables = CATALOGUE.datasets.map(({ table }) => table);
    const rows = [...tables.flatMap(({ rows: own }) => own), ...CATALOGUE.errata.map(({ row }) => row)];
    const lists = [
      'unit',
      'narrative_measure',
      'narrative_category',
      'series',
      'indicator',
      'region',
      'note',
      'quote',
    ];
    const texts = [
      JSON.stringify([...rows, ...lists.flatMap((list) => CATALOGUE.rows(list))]),
      ...DATA_PAGES.filter(({ language }) => language === 'ru').map(({ page }) => page),
      ...['index.html', 'errata.html', 'sql.html'].map((path) => body('ru', path)),
    ];
    for (const text of texts) expect(text).not.toMatch(/.{0,30}[её]*ё.{0,20}/i);
  });
});

describe('what the pages claim', () => {
  it.each(LANGUAGES)('is no more than is there (%s)', (language) => {
    const text = (page: string): string => bare(/<p class="lead">.*?<\/p>/s.exec(page)?.[0] ?? '');
    const claims = [text(body(language)), text(body(language, 'errata.html'))].join(' ');
    expect(claims).not.toMatch(
      /every number|every place|every act|все его числа|все места|барлық сандары|барлық жерлер/i,
    );
    const limits = {
      kk: ['кірмейді', 'болуы мүмкін'],
      ru: ['здесь нет', 'Могут быть'],
      en: ['not here', 'may be others'],
    };
    for (const limit of limits[language]) expect(claims).toContain(limit);
  });

  it.each(['kk', 'ru'] as const)('in English is said to be so on the pages in %s', (language) => {
    const pages = [body(language, 'errata.html'), body(language, 'report.html'), ...EVIDENCE(language)];
    const facts = pages.flatMap((page) => [...page.matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, text]) => text));
    expect(facts.filter((text) => /[A-Za-z]{3}/.test(text ?? ''))).toEqual([]);
    const said = /^<span class="in-english">[^<]+:<\/span> <span lang="en">[^<]+<\/span>/;
    const explained = pages.flatMap((page) => [...page.matchAll(/<p class="because">(.*?)<\/p>/gs)]);
    expect(explained.length).toBeGreaterThan(100);
    for (const [, text = ''] of explained) if (bare(text) !== '') expect(text).toMatch(said);
    const others = pages.flatMap((page) => [
      ...page.matchAll(/(.{0,40})<span lang="en"( class="foreign")?/g),
    ]);
    for (const [, before, mark] of others)
      expect(mark !== undefined || before?.endsWith(':</span> ')).toBe(true);
    expect(body('en', 'errata.html')).not.toContain('in-english');
  });

  it.each(['kk', 'ru'] as const)(
    'in the name of a source that has none in the language, too (%s)',
    (language) => {
      const page = body(language, 'errata.html');
      const sentences = [...page.matchAll(/<p class="says">(.*?)<\/p>/gs)].map(([, text = '']) => text);
      const marked = sentences.flatMap(
        (text) => text.match(/<span lang="en" class="foreign"[^>]*>[^<]+/g) ?? [],
      );
      expect(marked.map((span) => bare(span)).sort()).toEqual([
        'ILO NORMLEX C102',
        'WEF Global Competitiveness Report 2014-2015',
        'WEF Global Competitiveness Report 2014-2015',
      ]);
      for (const text of sentences)
        expect(bare(text.replace(/<span lang="en".*?<\/span>|&\w+;/gs, ''))).not.toMatch(/[A-Za-z]{3}/);
    },
  );
});

describe('the description of a table', () => {
  it('names no code: no word in capitals or with an underscore', () => {
    const described = CATALOGUE.datasets.flatMap(({ table }) =>
      Object.entries(table).filter(([key]) => key.startsWith('description')),
    );
    expect(described.length).toBeGreaterThan(20);
    const codes = described.filter(([, text]) => /\b[A-Z]{4,}\b|[a-z]_[a-z]|\bX\b/.test(String(text)));
    expect(codes.map(([, text]) => text)).toEqual([]);
  });

  it('says which value is printed with words of its own', () => {
    const { table } = datasets.find((each) => each.table.name === 'socioeconomic_indicators') ?? {};
    for (const [key, words] of [
      ['description', 'from 1 January'],
      ['description_kk', '1 қаңтардан бастап'],
      ['description_ru', 'с 1 января'],
    ] as const)
      expect(String(Object(table)[key])).toContain(words);
    const cell = CATALOGUE.cells.get('socioeconomic_indicators:minimum_wage.2010');
    expect(cell?.raw).toContain('1 қаңтардан');
  });
});

describe('the rate of marriages and of divorces', () => {
  it('is per how many is not printed, and not said', () => {
    for (const indicator of ['marriage_rate', 'divorce_rate']) {
      const [row] = CATALOGUE.rows('indicator').filter((each) => each.indicator === indicator);
      expect(row?.name_kk).not.toMatch(/\d/);
      expect(row?.unit).toBe('rate');
      expect([row?.name_en, row?.name_ru].join()).not.toMatch(/crude|общий/i);
    }
    const printed = CATALOGUE.rows('indicator').filter(({ unit = '' }) => /^per_1/.test(unit));
    expect(printed.length).toBeGreaterThan(3);
    for (const { name_kk } of printed) expect(name_kk).toMatch(/1000|100 000/);
  });
});

describe('a number that a sentence repeats', () => {
  it('has the unit that the sentence prints, and a year none', () => {
    const units = CATALOGUE.rows('quoted_figure').map(({ quote = '', unit }) => [quote.slice(0, 7), unit]);
    expect(new Set(units.map(String))).toEqual(new Set(['annex_5,percent', 'p317_fi,', 'p317_la,']));
  });
});

describe('the description of a column', () => {
  it('says of a total that it is one, not its code', () => {
    const fields = [...CATALOGUE.package.tables.values()].flatMap(({ fields: own }) => own);
    const described = fields.flatMap((field) =>
      Object.entries(field).filter(([key]) => key.startsWith('description')),
    );
    expect(described.length).toBeGreaterThan(200);
    expect(described.map(([, text]) => String(text)).filter((text) => /(?<!\w)_T(?!\w)/.test(text))).toEqual(
      [],
    );
    const told = CATALOGUE.rows('series').map(({ description = '' }) => description);
    expect(told.filter((text) => /(?<!\w)_T(?!\w)/.test(text))).toEqual([]);
  });

  it('says as much of the figures in the running text in each language', () => {
    const { table } = datasets.find((each) => each.table.name === 'figure') ?? {};
    const parts = {
      description: [
        'ranks',
        'years',
        'classes',
        'telephone',
        'names with a number',
        'range',
        'numbers in words',
      ],
      description_kk: [
        'орындар',
        'жылдар',
        'сыныптар',
        'телефон',
        'сан бар атаулар',
        'Аралықтың',
        'сөзбен жазылған',
      ],
      description_ru: [
        'места',
        'годы',
        'классы',
        'телефонов',
        'названия с числом',
        'диапазона',
        'числа словами',
      ],
    };
    for (const [key, words] of Object.entries(parts))
      for (const word of words) expect(String(Object(table)[key]), word).toContain(word);
  });
});

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

describe('footnote marks', () => {
  it('stand raised at the labels that carry them, and every note that is used is explained', () => {
    for (const { page } of DATA_PAGES.filter(
      ({ dataset }) => dataset.table.name === 'socioeconomic_indicators',
    )) {
      const legend = /<dl class="legend" aria-label="[^"]+">(.*?)<\/dl>/s.exec(page)?.[1] ?? '';
      expect([...legend.matchAll(/<sup>(\d)<\/sup>/g)].map(([, mark]) => mark)).toEqual([...'1234567']);
      const labels = [...page.matchAll(/<th scope="row">[^<]*<sup class="marks">([^<]*)<\/sup><\/th>/g)];
      const carrying = [...CATALOGUE.rows('indicator')]
        .sort((a, b) => Number(a.position) - Number(b.position))
        .filter(({ notes }) => notes !== '');
      expect(labels.map(([, marks]) => marks)).toEqual(carrying.map(({ notes }) => notes));
    }
  });

  it('are no digits of the number that they stand behind', () => {
    for (const language of LANGUAGES) {
      const page = body(language, 'errata.html');
      expect(page).not.toContain('34,66)');
      expect(page).toMatch(/<b>34[.,]6<sup class="marks">6<\/sup><\/b>/);
    }
  });

  it('have no legend where there is none to explain', () => {
    for (const { page } of DATA_PAGES)
      expect(page).not.toMatch(/<p class="visually-hidden">(?:Notes|Footnotes|Сноски|Ескертпелер)/);
  });
});

describe("a dash that is printed in a value's place", () => {
  const pageOf = (name: string): string =>
    DATA_PAGES.find(({ language, dataset }) => language === 'en' && dataset.table.name === name)?.page ?? '';

  it('is shown as one where it is zero, with what it says', () => {
    const page = pageOf('trafficking_cases');
    expect(page.match(/<abbr title="Nil \(a dash is printed\)">–<\/abbr>/g)?.length).toBeGreaterThanOrEqual(
      8,
    );
    expect(page).toContain('<dt>–</dt><dd>Nil (a dash is printed)</dd>');
  });

  it('is told from one where there can be no value', () => {
    const page = pageOf('poverty_rate');
    expect(page).toContain('<dt>·</dt><dd>No value possible (a dash is printed)</dd>');
    expect(page).not.toContain('Nil (a dash is printed)');
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

describe('beside every CSV file', () => {
  it.each(LANGUAGES)('is said what spreadsheets make of it, and the way that works (%s)', (language) => {
    const pages = [
      body(language, 'downloads.html'),
      ...DATA_PAGES.filter((each) => each.language === language).map(({ page }) => page),
    ];
    for (const page of pages) {
      const section = page.split('<section>').find((part) => part.includes('id="spreadsheets"')) ?? '';
      expect(section).toMatch(/href="[^"]*\.csv" download/);
      expect(bare(section)).toMatch(/65001.*UTF-8.*LibreOffice/s);
      if (page.includes('id="save-table"'))
        expect(page).toMatch(/id="save-table">[^<]*<\/button> <a href="#spreadsheets">/);
    }
    expect(body(language, 'sql.html')).toMatch(
      /id="sql-link">[^<]*<\/button>\n<a [^>]*href="downloads\.html#spreadsheets">/,
    );
  });

  it('are named the codes of that very table that are misread', () => {
    for (const { language, dataset, page } of DATA_PAGES.filter((each) => each.language === 'en')) {
      const codes =
        /such as ([^)]*)\)/.exec(page.slice(page.indexOf('id="spreadsheets"')))?.[1]?.split(', ') ?? [];
      const texts = dataset.table.rows.flatMap((row) =>
        dataset.table.primaryKey.map((key) => row[key] ?? ''),
      );
      for (const code of codes) expect(texts.includes(code) && looksOtherwise(code), code).toBe(true);
      const isMisread = texts.some((text) => /^\d+-\d+(-\d+)?$/.test(text));
      expect(codes.length > 0 || !isMisread, `${language} ${dataset.table.name}`).toBe(true);
    }
  });

  it.each([
    ...['125-3-2', '15-18', '1.2', '5+', '007', '1E5', '2010-12', '1-6', '3E5', '5%', '-3'],
    ...['MAR-1', 'SEP2', '1 jan', '12:30', 'NA', 'null', 'TRUE'],
  ])('%s is taken for something else', (code) => {
    expect(looksOtherwise(code)).toBe(true);
  });

  it.each(['A125_3_2', 'GE5', '_T', 'KZ-AKM', '116', 'UNDER_15', 'AGE_1_6', 'MARCHES', 'NAN_1', ''])(
    '"%s" is not',
    (code) => {
      expect(looksOtherwise(code)).toBe(false);
    },
  );
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
