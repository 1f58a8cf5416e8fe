import { describe, expect, it } from 'vitest';
import { readBehind, text } from './damaged-lines.ts';

const filler = (more: string): string => `      1. Бұл жай сөз${more}.`;
const BROKEN = ['Ол Заңның 175-бабы -', 'тармағының күшін жойды.'];

describe('a hyphen that stands alone at the end of a line', () => {
  it('begins the next word in a text whose dashes are others', () => {
    const prose = readBehind(filler(' – сөз'.repeat(10)), ...BROKEN);
    expect(text(prose)).toBe('Ол Заңның 175-бабы -тармағының күшін жойды.');
    expect(prose.unsure.map(({ why }) => why).join()).not.toContain('may be a dash');
  });

  it('is a dash in a text that has such', () => {
    const prose = readBehind(filler(' - сөз'), ...BROKEN);
    expect(text(prose)).toBe('Ол Заңның 175-бабы - тармағының күшін жойды.');
    expect(prose.unsure.map(({ why }) => why).join()).not.toContain('may be a dash');
  });

  it.each([
    ['that has neither', ''],
    ['that has both', ' - сөз -сөз'],
  ])('is listed as unsure in a text %s', (_, more) => {
    const prose = readBehind(filler(more), ...BROKEN);
    expect(prose.unsure.map(({ why }) => why)).toContain(
      'a hyphen that may be a dash or begin the next word',
    );
  });
});
