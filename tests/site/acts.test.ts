import { describe, expect, it } from 'vitest';
import { actsOf } from '../../site/catalogue/acts.ts';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import { ACTS_PATH, actsPage } from '../../site/pages/acts.ts';
import { placeOf } from '../../site/pages/page.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const REFERENCES = CATALOGUE.rows('legal_reference');

describe('the acts that a text cites', () => {
  it('stand once, with all paragraphs that cite them in their order', () => {
    const row = (paragraph: string, number: string) => ({
      paragraph,
      act_type: 'law',
      number,
      date: '',
      title_kk: 'Заң',
      quote: `q${paragraph}`,
    });
    const acts = actsOf([row('12', '7'), row('3', '7'), row('12', '7'), row('5', '8')]);
    expect(acts.map(({ name, paragraphs }) => [name, ...paragraphs])).toEqual([
      ['Заң, № 7', '3', '12'],
      ['Заң, № 8', '5'],
    ]);
  });

  it('stand by type, then by date, then by number, those without a date last', () => {
    const row = (act_type: string, date: string, number: string) => ({
      ...{
        paragraph: '1',
        act_type,
        number,
        date,
        title_kk: '',
        quote: `${act_type} ${date} ${number}`.trim(),
      },
    });
    const acts = actsOf([
      row('order', '2015', '2'),
      row('law', '', '3'),
      row('law', '2015-03-01', '12'),
      row('law', '2015-03-01', '9'),
      row('law', '2004', '7'),
    ]);
    expect(acts.map(({ quotes }) => quotes[0])).toEqual([
      ...['law 2004 7', 'law 2015-03-01 9', 'law 2015-03-01 12', 'law  3', 'order 2015 2'],
    ]);
  });

  it('are called by what the text says where it prints no title', () => {
    const [act] = actsOf([
      { paragraph: '1', act_type: 'constitution', number: '', date: '', title_kk: '', quote: 'Конституция' },
    ]);
    expect(act?.name).toBe('Конституция');
  });

  it('have every reference of the report, each linked to its paragraph', () => {
    // An act is of the kind that the table of acts says: a programme may be cited that a decree approves.
    const kinds = new Map(CATALOGUE.rows('act').map(({ act, act_type: type }) => [act, type]));
    const cited = actsOf(REFERENCES, CATALOGUE.rows('act')).flatMap(({ type, paragraphs }) =>
      paragraphs.map((each) => `${type} ${each}`),
    );
    const printed = REFERENCES.filter(({ paragraph }) => paragraph !== '').map(
      ({ act, paragraph }) => `${kinds.get(act)} ${paragraph}`,
    );
    expect(new Set(cited)).toEqual(new Set(printed));
    for (const language of LANGUAGES) {
      const markup = actsPage(placeOf(siteOf(CATALOGUE), language, ACTS_PATH)).body.toString();
      for (const { paragraph } of REFERENCES.filter((each) => each.paragraph !== ''))
        expect(markup).toMatch(new RegExp(`href="report(/\\d+)?\\.html#p${paragraph}"`));
      expect(markup).not.toContain('<h2><span lang="en">');
    }
  });

  it('are as many as the table of acts has, each once', () => {
    expect(actsOf(REFERENCES)).toHaveLength(CATALOGUE.rows('act').length);
  });

  it('are marked where the report contradicts itself in them, and lead there', () => {
    const acts = actsOf(REFERENCES, CATALOGUE.rows('act'), CATALOGUE.rows('erratum'));
    const contested = acts.flatMap(({ errata }) => errata.map(({ erratum_id: id = '' }) => id));
    expect(new Set(contested)).toEqual(
      new Set([
        ...['paragraph_142_union', 'paragraph_156_order', 'paragraph_262_civil_protection'],
        ...['paragraph_271_draft', 'paragraph_272_convention_102', 'paragraph_306_law_127'],
        ...['paragraph_330_code', 'paragraph_334_joint_order', 'paragraph_365_year_of_law'],
        'paragraph_504_decree_64',
      ]),
    );
    const markup = actsPage(placeOf(siteOf(CATALOGUE), 'en', ACTS_PATH)).body.toString();
    for (const id of contested) expect(markup).toContain(`href="errata.html#${id}"`);
  });

  it('have the date of the table of acts, whatever their first reference says', () => {
    const acts = actsOf(
      [
        { paragraph: '1', act: 'code', act_type: 'code', date: '', title_kk: 'Кодекс', quote: 'Кодекс' },
        { paragraph: '2', act: 'code', act_type: 'code', date: '2014-07-03', title_kk: '', quote: 'Кодекс' },
      ],
      [{ act: 'code', title_kk: 'Кодекс', date: '2014-07-03' }],
    );
    expect(acts.map(({ name, paragraphs }) => [name, ...paragraphs])).toEqual([
      ['Кодекс, 2014-07-03', '1', '2'],
    ]);
  });

  it('stand before the recommendations, each with the figures of its paragraphs', () => {
    const markup = actsPage(placeOf(siteOf(CATALOGUE), 'en', ACTS_PATH)).body.toString();
    const sections = new Set(CATALOGUE.rows('recommendation').map(({ section }) => section));
    const rows = [
      ...markup.matchAll(/<tr><th scope="row">(.*?)<\/th>.*?data-v="(\d+)".*?<td class="n">(\d+)<\/td>/gs),
    ];
    expect(rows).toHaveLength(sections.size);
    const [, , first = '', figures = ''] = rows.find(([, title]) => title === 'Recommendation 10') ?? [];
    const inParagraphs = CATALOGUE.rows('figure').filter(
      ({ paragraph }) => Number(paragraph) >= 25 && Number(paragraph) <= 28,
    );
    expect([first, figures]).toEqual(['25', String(inParagraphs.length)]);
  });
});
