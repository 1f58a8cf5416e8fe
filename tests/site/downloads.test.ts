import { describe, expect, test } from 'vitest';
import { downloadsPage } from '../../site/pages/downloads.ts';
import { placeOf } from '../../site/pages/page.ts';
import { CATALOGUE, siteOf } from './catalogue-under-test.ts';

describe('the page of downloads', () => {
  test.each([
    ['en', 'for Excel, LibreOffice'],
    ['ru', 'для Excel, LibreOffice'],
    ['kk', 'Excel, LibreOffice'],
  ] as const)(
    'offers all tables in one file first, and says which file is for whom (%s)',
    (language, use) => {
      const page = downloadsPage(placeOf(siteOf(CATALOGUE), language, 'downloads.html'));
      const text = String(page.body);
      const workbook = `${CATALOGUE.package.name}.xlsx`;
      expect(text.split(`download/${workbook}`)).toHaveLength(2);
      expect(text.indexOf(workbook)).toBeLessThan(text.indexOf(CATALOGUE.package.database.path));
      expect(text.indexOf('<ul class="formats">')).toBeLessThan(text.indexOf('csv/'));
      expect(text).toContain(use);
    },
  );
});
