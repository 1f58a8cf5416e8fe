import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../site/catalogue/language.ts';
import type { Markup } from '../../site/html/markup.ts';
import { placeOf } from '../../site/pages/page.ts';
import { runnerUpText, struckOut } from '../../site/pages/runner-up.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

const site = siteOf(CATALOGUE);
const cells = [...CATALOGUE.cells.values()];
const [english, russian, kazakh] = (['en', 'ru', 'kk'] as const).map((language) =>
  placeOf(site, language, 'index.html'),
);

/** Lines that a row may be broken over, before and behind one of its cells. */
const AROUND = 16;

const page = (body: Markup): string => `<!doctype html><html><body>${body}</body></html>`;

/** What a page says of the next best reading of a cell, without its markup. */
function said(id: string, place = english): string {
  const cell = CATALOGUE.cells.get(id);
  if (cell === undefined || place === undefined) throw new Error(`no cell ${id}`);
  const { document } = parseHTML(page(runnerUpText(place, cell)));
  return document.body.textContent?.replace(/\u00a0/g, ' ') ?? '';
}

describe('the next best reading of a cell', () => {
  it('breaks published checks where arithmetic struck it out, and none where another kind of evidence did', () => {
    const told = cells.filter(({ runnerUp }) => runnerUp !== undefined);
    const byArithmetic = cells.filter(({ evidence }) => evidence === 'arithmetic');
    expect(byArithmetic.length).toBeGreaterThan(50);
    expect(told.length).toBeGreaterThan(byArithmetic.length);
    for (const { id, evidence, runnerUp } of cells) {
      const breaks = runnerUp?.breaks ?? [];
      expect(breaks.length > 0, id).toBe(evidence === 'arithmetic');
      expect(breaks.filter((name) => CATALOGUE.checkNamed.get(name)?.verdict === 'broken')).toEqual([]);
      expect(breaks.filter((name) => !CATALOGUE.checkNamed.has(name))).toEqual([]);
    }
  });

  it('is made of the digits of its row, as the chosen one is', () => {
    const digits = (text: string): string => text.replace(/\D/g, '');
    for (const { id, runnerUp, lineStart, lineEnd } of cells) {
      if (runnerUp === undefined) continue;
      const lines = CATALOGUE.lines.filter(
        ({ number }) => number >= lineStart - AROUND && number <= lineEnd + AROUND,
      );
      expect(digits(lines.map(({ text }) => text).join('')), id).toContain(digits(runnerUp.row));
      expect(runnerUp.row.split(' | '), id).toContain(runnerUp.says);
    }
  });

  // Line 4034 of the text: `Атырау 18 807 779 18 028`.
  it('is shown with its row, and with a check that it would break, in each language', () => {
    const id = 'poverty_headcount:KZ-ATY.U.2013';
    expect(said(id)).toBe(
      '807,779 the whole row: 18 | 807,779 | 18,028. Arithmetic excluded it. Identities that it would break: 5, such as 18,807 = 779 + 18,028.',
    );
    expect(said(id, russian)).toContain('807 779 вся строка: 18 | 807 779 | 18 028. Исключено арифметикой.');
    expect(said(id, kazakh)).toContain('18 807 = 779 + 18 028');
  });

  // Line 4494: `Павлодар - - 1 327 1 913 8 835`, of which a dash could be the sign of a number.
  it('shows what a sign says as tables do, and a number below what its column can hold', () => {
    expect(said('poverty_headcount_by_household_size:KZ-PAV.GE5.2015')).toMatch(
      /^835 the whole row: – \| −1,327 \| 1,913 \| 8 \| 835\. Form excluded it/,
    );
    expect(said('poverty_rate:KZ._T.2010')).toBe('These characters can be read in no other way.');
  });

  it('is counted by the kind of evidence, each cell once', () => {
    for (const language of LANGUAGES) {
      const place = placeOf(site, language, 'index.html');
      const { document } = parseHTML(page(struckOut(place, cells)));
      const counts = [...document.querySelectorAll('dd')].map(({ textContent }) =>
        Number(textContent?.replace(/\D/g, '')),
      );
      expect(counts.length).toBe(3);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(cells.length);
    }
  });
});
