import { describe, expect, it } from 'vitest';
import { FILLER, read, readBehind, text } from './damaged-lines.ts';

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
