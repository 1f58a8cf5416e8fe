import { describe, expect, it } from 'vitest';
import { looksOtherwise } from '../../pipeline/publish/formats/spreadsheet.ts';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { CATALOGUE } from './catalogue-under-test.ts';
import { bare, body, DATA_PAGES, datasets, EVIDENCE } from './wording.ts';

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
