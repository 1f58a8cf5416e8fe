import { describe, expect, it } from 'vitest';
import { read, text } from './damaged-lines.ts';

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

  it.each([
    ['behind a slash', ['Ол қала/', 'аудан бойынша болды.'], 'Ол қала/аудан бойынша болды.'],
    ['but not behind one that stands alone', ['Ол қала /', 'аудан болды.'], 'Ол қала / аудан болды.'],
  ])('where a line was broken %s', (_, lines, wanted) => {
    expect(text(read(...lines))).toBe(wanted);
  });
});
