import { describe, expect, it } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import type { Prose } from '../../../pipeline/normalise/prose/paragraph.ts';
import { readProse } from '../../../pipeline/normalise/prose/prose.ts';
import { plainLayer } from '../../layers.ts';

/** Lines that are wrapped with a space, as a text layer has them, but one, so that another without stands out. */
const FILLER = '      1. Бұл жерде \nжай сөздер\nтұр және \nештеңе \nкөшкен жоқ. ';

/** Reads one made-up paragraph in the typesetting of a text layer. */
function read(...lines: readonly string[]): Prose {
  return readBehind(FILLER, ...lines);
}

function readBehind(filler: string, ...lines: readonly string[]): Prose {
  const text = ['      1. Бөлім', filler, `      2. ${lines.join('\n')}`].join('\n');
  const parts = [{ id: 'part', title: '1. Бөлім', en: 'Part' }];
  const annexes = { count: 1, title: '{number}-қосымша', en: 'Annex {number}' };
  return readProse(plainLayer(text, 'made-up.txt'), text.length, kk, { paragraphs: 2, parts, annexes });
}

const text = (prose: Prose): string => prose.paragraphs[1]?.text ?? '';

describe('words that are put back', () => {
  it.each([
    [
      'an act of another kind and case',
      ['ҚР  сәйкес жаңа тәртіп Бюджет кодексіне', 'енгізілді.'],
      'ҚР Бюджет кодексіне сәйкес жаңа тәртіп енгізілді.',
      'act_into_gap',
    ],
    [
      'an act glued behind the full stop',
      ['Бұл № 12  бекітілді.хаттамамен'],
      'Бұл № 12 хаттамамен бекітілді.',
      'act_into_gap',
    ],
    [
      'an act before closing punctuation',
      ['Бұл (ҚР 2011 жылғы № 7 ) болған.Жарлығы'],
      'Бұл (ҚР 2011 жылғы № 7 Жарлығы) болған.',
      'act_into_gap',
    ],
    [
      'a part of an act',
      ['Кодекстің  сәйкес ол 12-1-тармақшасына', 'қарады.'],
      'Кодекстің 12-1-тармақшасына сәйкес ол қарады.',
      'part_into_gap',
    ],
    [
      'a part of an act cut from its number',
      ['Заңның 33-', '', ' көзделген шаралар бабымен', 'белгілі.'],
      'Заңның 33-бабымен көзделген шаралар белгілі.',
      'part_behind_its_number',
    ],
    [
      'an annex',
      ['Толық мәлімет  берілген.12-қосымшада'],
      'Толық мәлімет 12-қосымшада берілген.',
      'annex_into_gap',
    ],
    [
      'words into empty quotes',
      ['Ол " " бағдарламасын жасады.Жаңа қадам туралы'],
      'Ол "Жаңа қадам туралы" бағдарламасын жасады.',
      'title_into_quotes',
    ],
    [
      'a title that stands whole elsewhere',
      ['Бір "Жаңа қадам" бар және \nол " " үшін жасалған Жаңа қадам', 'тағы бар.'],
      'Бір "Жаңа қадам" бар және ол "Жаңа қадам" үшін жасалған тағы бар.',
      'title_into_quotes',
    ],
    [
      'a part of an act whose gap typesetting made a single space',
      ['Заңның сәйкес ол 4-бабына', 'қарады.'],
      'Заңның 4-бабына сәйкес ол қарады.',
      'part_into_gap',
    ],
    [
      'an act behind its number, its gap a single space',
      ['Үкіметтің № 12 бекітілген тәртіп қаулысымен', 'болды.'],
      'Үкіметтің № 12 қаулысымен бекітілген тәртіп болды.',
      'act_into_gap',
    ],
    [
      'an act that left no gap',
      ['Сол күнгі ҚР мыналар:Заңымен'],
      'Сол күнгі ҚР Заңымен мыналар:',
      'act_behind_state',
    ],
  ])('are %s', (_, lines, wanted, rule) => {
    const prose = read(...lines);
    expect(text(prose)).toBe(wanted);
    expect(prose.repairs.map((repair) => repair.rule)).toEqual([rule]);
  });

  it('are several in one line, in their order', () => {
    const prose = read('Заңның  және  сәйкес қаралды.4 9-баптарына');
    expect(text(prose)).toBe('Заңның 4 және 9-баптарына сәйкес қаралды.');
    expect(prose.repairs.map(({ moved }) => moved)).toEqual(['4', '9-баптарына']);
  });
});

describe('words that stay where they stand', () => {
  it.each([
    [
      'a gap whose link was the last in its line',
      ['Бұл 2010 жылғы ҚР  Заңы', 'болды.'],
      'Бұл 2010 жылғы ҚР Заңы болды.',
    ],
    [
      'an act at the end of a line that keeps its own words',
      ['Бұл  тәртіп ҚР Заңы ', 'болды.'],
      'Бұл тәртіп ҚР Заңы болды.',
    ],
    [
      'an act at the end of a line without a gap',
      ['Бұл тәртіп ҚР Заңы', 'болды.'],
      'Бұл тәртіп ҚР Заңы болды.',
    ],
  ])('are %s', (_, lines, wanted) => {
    const prose = read(...lines);
    expect(text(prose)).toBe(wanted);
    expect([prose.repairs, prose.unsure]).toEqual([[], []]);
  });

  it.each([
    ['a gap that nothing at the end of its line fills', ['Бұл  тәртіп жаңа', 'болды.']],
    ['a word in a case that its place does not want', ['ҚР  сәйкес жаңа тәртіп Бюджет кодексінің', 'болды.']],
    ['a part of an act behind no act', ['Олар  көрді және 12-бабына', 'қарады.']],
    ['two gaps and one link', ['Заңның  және  сәйкес қаралды.9-баптарына']],
    ['two places for an act that left no gap', ['Сол күнгі ҚР мен ҚР мыналар:Заңымен']],
    ['a gap among the words that are glued to the end', ['Ол қабылданды.Қылмыстық-атқару кодекс  тері']],
  ])('are listed as unsure: %s', (_, lines) => {
    const prose = read(...lines);
    expect(text(prose).replace(/\s+/g, '')).toBe(lines.join('').replace(/\s+/g, ''));
    expect(prose.repairs).toEqual([]);
    expect(prose.unsure).toHaveLength(1);
  });

  it.each([
    ['behind a full stop', 'Жоспар бекітілсін.баяндама болды.', 'бекітілсін.баяндама'],
    ['at a capital', 'Оны қамтамасыз етуАзаматтық болды.', 'етуАзаматтық'],
    ['at a digit', 'Ол орындарында30-бабы болды.', 'орындарында30-бабы'],
  ])(
    'are listed as unsure where two are glued together and nothing tells where they belong: %s',
    (_, line, glued) => {
      const prose = read(line);
      expect(text(prose)).toBe(line);
      expect(prose.unsure.map(({ why }) => why)).toEqual([`"${glued}" is two words in one`]);
    },
  );

  it.each([
    'Барлығы 273 млрд.теңге болды.',
    'Есеп www.stat.gov.kz және т.б. жерде.',
    'Н.Ә. Назарбаев айтты.',
  ])('are an address or abbreviated, and nothing is unsure about them: %s', (line) => {
    expect(read(line)).toMatchObject({ unsure: [], repairs: [] });
  });

  it.each([
    ['behind an owner', ['Заңның сәйкес ол жаңа', 'болды.'], 'сәйкес'],
    ['behind a number', ['Бұл № 12 бекітілген тәртіп', 'болды.'], 'бекітілген'],
    ['across lines', ['Бұл жаңа ҚР', 'сәйкес тәртіп болды.'], 'сәйкес'],
  ])('are listed as unsure where a word lacks the one that it goes with: %s', (_, lines, lonely) => {
    const prose = read(...lines);
    expect(text(prose)).toBe(lines.join(' '));
    expect(prose.unsure.map(({ why }) => why)).toEqual([`no word before "${lonely}" that it goes with`]);
  });

  it.each([
    ['Ол Заңының,, 35-баптарына сәйкес болды.', ',,'],
    ['Ол бекітілген (. 2-т.) болды.', '(.'],
  ])('are listed as unsure where signs have nothing between them: %s', (line, signs) => {
    const { unsure } = read(line);
    expect(unsure.map(({ why }) => why)).toEqual([`"${signs}", signs with nothing between them`]);
  });

  it('are listed as unsure in a line that keeps its own words to its end, as all others do that are wrapped', () => {
    const lines = ['Бұл  тәртіп ҚР Заңы ', 'болды.'];
    const wrappedAnew = readBehind(FILLER.replace('сөздер\n', 'сөздер \n'), ...lines);
    expect(wrappedAnew.unsure.map(({ why }) => why)).toEqual([
      'a gap, and a line that keeps its own words to its end',
    ]);
    expect(read(...lines).unsure).toEqual([]);
  });

  it.each([
    ['an act', 'Ол жаңа тәртіп Заңы енгізілді.', 'Заңы'],
    ['a part of an act', 'Ол сәйкес жаңа 4-бабының тәртіп болды.', '4-бабының'],
    ['a part of an act behind a part', 'Заңның 12) 1-бабының тармақшасына сай.', 'тармақшасына'],
    ['a part of an act behind the state', 'Егер ҚР 5-тармағына шарттар болса.', '5-тармағына'],
  ])('are listed as unsure where %s is someone’s and nobody’s', (_, line, orphan) => {
    const { unsure } = read(line);
    expect(unsure.map(({ why }) => why)).toEqual([`no word before "${orphan}" that it goes with`]);
  });

  it.each([
    'ҚР Заңы, № 12 қаулысы, 2 мамырдағы Жарлығы және бұйрығы болды.',
    'Ол "Білім туралы" Заңының 4-бабының 5 және 6-тармағын оқыды.',
    'Ол Еңбек кодексі, бірлескен бұйрығы, № 99-IV Кодексі болды.',
  ])('are sure where an act or a part has an owner, a number, a date or a title: %s', (line) => {
    expect(read(line)).toMatchObject({ unsure: [], repairs: [] });
  });

  it('are listed as unsure where a number has nothing behind its hyphen, and the list does not go on', () => {
    expect(read('Ол 8- бекітілген болды.').unsure).toMatchObject([
      { why: '"8-" with nothing behind its hyphen' },
    ]);
    expect(read('Ол 4- және 5-бапты оқыды.').unsure).toEqual([]);
  });

  it('are listed as unsure where a quote that stands alone may open or close', () => {
    expect(read('Ол бір " Адам болды.').unsure).toMatchObject([{ why: 'a quote that may open or close' }]);
  });

  it('are listed once for a line, however much is unsure in it', () => {
    const { unsure } = read('Ол " бір " және " жоспар бекітілсін.баяндама болды.');
    expect(unsure.map(({ why }) => why)).toEqual(['"бекітілсін.баяндама" is two words in one']);
    expect(read('Ол " бір " және " жоспар болды.').unsure).toHaveLength(1);
  });

  it('are listed as unsure where the state does what only its act can', () => {
    const { unsure } = read('Сол күні ҚР қабылданды, және ол болды.');
    expect(unsure.map(({ why }) => why)).toEqual(['no word before "қабылданды," that it goes with']);
  });

  it.each([
    'Ол тәсілдер бекітілген болды.',
    'Заң қабылданды, оған сәйкес ол болды.',
    'Заңның 4-бабына сәйкес болды.',
  ])('are sure where a word has the one that it goes with, or one that may be it: %s', (line) => {
    expect(read(line)).toMatchObject({ unsure: [], repairs: [] });
  });
});

describe('what typesetting did to white space is undone', () => {
  it.each([
    ['where a number was cut at its hyphen', 'Ол 2009- 2011 жылдары болды.', 'Ол 2009-2011 жылдары болды.'],
    ['between a sign and its ending', 'Бұл 82 % -ын, 42,2 %- ды құрады.', 'Бұл 82 %-ын, 42,2 %-ды құрады.'],
    ['behind an opening bracket', 'Олар ( 14,6 %) болды.', 'Олар (14,6 %) болды.'],
    [
      'on the inner sides of quotes that stand alone',
      'Олар " Адам және қоғам" мен "Ұлттық шоттар " болды.',
      'Олар "Адам және қоғам" мен "Ұлттық шоттар" болды.',
    ],
    ['but not where quotes do not come in pairs', 'Ол бір " Адам болды.', 'Ол бір " Адам болды.'],
    ['but not between empty quotes', 'Ол " " үшін болды.', 'Ол " " үшін болды.'],
    ['but not behind a number that goes on later', 'Ол 4- және 5-бапты оқыды.', 'Ол 4- және 5-бапты оқыды.'],
  ])('%s', (_, line, wanted) => {
    expect(text(read(line))).toBe(wanted);
  });
});
