import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import {
  formatBytes,
  formatDecimal,
  roundedBeside,
  shortNumber,
  tileNumber,
  writtenValue,
} from '../../site/words/numbers.ts';
import { fill } from '../../site/words/words.ts';

describe('numbers as people write them', () => {
  it('keep every digit that is printed', () => {
    const decimal = fc.stringMatching(/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/);
    fc.assert(
      fc.property(decimal, fc.constantFrom(...LANGUAGES), (text, language) => {
        const back = formatDecimal(text, language)
          .replace('\u2212', '-')
          .replace(language === 'en' ? /,/g : /\u00a0/g, '')
          .replace(language === 'en' ? '.' : ',', '.');
        expect(back).toBe(text);
      }),
    );
  });

  it('group thousands in the manner of each language, and leave alone what is no number', () => {
    expect(LANGUAGES.map((language) => formatDecimal('28157028.236', language))).toEqual([
      '28\u00a0157\u00a0028,236',
      '28\u00a0157\u00a0028,236',
      '28,157,028.236',
    ]);
    expect(formatDecimal('қалалық жерде', 'ru')).toBe('қалалық жерде');
    expect(formatBytes(7_450_624, 'ru')).toBe('7,5\u00a0МБ');
    expect(shortNumber('en')(28_157_028)).toBe('28.2M');
  });

  it('are written in charts with all their digits, or all shortened alike', () => {
    const [written, tile] = [writtenValue('en'), tileNumber('en')];
    expect(['8623.80', '345', '0.278', '1003756'].map(written)).toEqual([
      '8,623.80',
      '345',
      '0.278',
      '1,003,756',
    ]);
    expect(['443283.7', '627418.42', '21439424.50'].map(written)).toEqual(['443.3k', '627.4k', '21.4M']);
    expect(['84025.72', '147210', '21439424.50', '7.5'].map(tile)).toEqual([
      '84,026',
      '147k',
      '21.4M',
      '7.5',
    ]);
  });

  it('are not shortened by thousands or millions where their unit counts in such', () => {
    expect(LANGUAGES.map((language) => writtenValue(language, true)('40884133.6'))).toEqual([
      '40\u00a0884\u00a0134',
      '40\u00a0884\u00a0134',
      '40,884,134',
    ]);
    expect(['443283.7', '125.3'].map(writtenValue('en', true))).toEqual(['443,284', '125.3']);
    expect(shortNumber('en', true)(28_157_028)).toBe('28,157,028');
    expect(tileNumber('en', true)('147210.4')).toBe('147,210');
  });

  it('leave no place of a text empty', () => {
    expect(fill('{n} of {all}', { n: 1, all: 2 })).toBe('1 of 2');
    expect(() => fill('{n} of {all}', { n: 1 })).toThrow(/\{all\}/);
  });
});

describe('a reckoned number beside a printed one', () => {
  it.each([
    ['22.42268', '90.5', '22.42'],
    ['15.555556', '16', '15.6'],
    ['0.033153', '0.04', '0.033'],
    ['0.000412', '1', '0.00041'],
    ['6.197118', '6.5', '6.2'],
    ['4053', '2388', '4053'],
    ['117.3', '120.3', '117.3'],
    ['≤ 300', '251', '≤ 300'],
    ['-2.04999', '1.5', '-2.05'],
  ])('%s beside %s is written %s', (reckoned, printed, written) => {
    expect(roundedBeside(reckoned, printed)).toBe(written);
  });
});
