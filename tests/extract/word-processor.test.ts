import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import type { Source } from '../../pipeline/page/source.ts';
import { tableTexts } from '../../pipeline/page/table.ts';
import { textOf } from '../../pipeline/page/token.ts';
import { withoutTags } from './pdf/without-tags.ts';

/** A made-up report of three pages, as LibreOffice typesets `orchards.fodt`. */
const FOLDER = join(import.meta.dirname, '../fixtures/word-processor');
const tagged = readFileSync(join(FOLDER, 'orchards.pdf'));
const printed = {
  'tagged PDF': await extract(tagged, 'orchards.pdf'),
  'PDF without tags': await extract(withoutTags(tagged), 'orchards.pdf'),
  DOCX: await extract(readFileSync(join(FOLDER, 'orchards.docx')), 'orchards.docx'),
};
const kinds = Object.entries(printed);

/** Rows of all tables, those of one that goes on over a page without the head that is repeated there. */
function rowsOf({ pages }: Source): readonly string[] {
  const rows = pages
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? tableTexts(block) : [])))
    .map((row) => row.join(' | '));
  return rows.filter((row, at) => !/^Field/.test(row) || rows.indexOf(row) === at);
}

/** What begins a paragraph, and the lines of the blocks that begin none. */
function paragraphsOf({ pages }: Source): { readonly begun: string[]; readonly others: string[] } {
  const begun: string[] = [];
  const others: string[] = [];
  for (const block of pages.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'paragraph') continue;
    const lines = block.lines.map(({ tokens }) => textOf(tokens));
    if (block.begins === true) begun.push(lines[0]?.slice(0, 10) ?? '');
    else others.push(...lines);
  }
  return { begun, others };
}

describe('a document that a word processor typesets', () => {
  it.each(kinds)(
    'has its tables, with rules and without, over two pages and with a mark: %s',
    (_, source) => {
      const rows = rowsOf(source);
      expect(rows).toHaveLength(7 + 41 + 6);
      expect(rows).toEqual(rowsOf(printed.DOCX));
      expect(rows.slice(0, 4)).toEqual([
        'Town | 2009 | 2010 | 2011',
        'Northbury | 5 085 | 1 214 | 4 550',
        'Southbury | 7 687 | 5 579 | 3 983 1)',
        'Eastham | 7 380 | – | 2 178',
      ]);
    },
  );

  it.each(kinds)('has numbered paragraphs, and numbered headings are none: %s', (_, source) => {
    const { begun, others } = paragraphsOf(source);
    for (let number = 1; number <= 6; number += 1) expect(begun).toContain(`${number}. In 2011`);
    for (const heading of ['1. The harvest', '1.1. Trees', '1.2. Fields', '2. The markets']) {
      expect(others).toContain(heading);
      expect(begun).not.toContain(heading.slice(0, 10));
    }
  });

  it('has its running heads and page numbers apart', () => {
    for (const source of [printed['tagged PDF'], printed['PDF without tags']]) {
      const heads = source.pages.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'furniture' ? block.lines.map(({ tokens }) => textOf(tokens)) : [],
        ),
      );
      for (const page of [1, 2, 3]) expect(heads).toContain(`Page ${page} of 3`);
      expect(source.text).not.toContain('Report on the orchards');
    }
  });
});
