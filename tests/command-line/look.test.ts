import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../pipeline/command-line/arguments.ts';
import { readerWithin } from '../../pipeline/command-line/limited-reading.ts';
import { READING_LIMITS } from '../../pipeline/command-line/limits.ts';
import type { LookCommand } from '../../pipeline/command-line/look/arguments.ts';
import { seenHtml } from '../../pipeline/command-line/look/drawn.ts';
import { look } from '../../pipeline/command-line/look/look.ts';
import { COLOURED, PLAIN, seenText } from '../../pipeline/command-line/look/printed.ts';
import { ALL_SETTINGS } from '../../pipeline/command-line/look/settings.ts';
import { sourceOf } from '../../pipeline/extract/layout/source.ts';
import { SourceFault } from '../../pipeline/page/finding.ts';
import type { Setting } from '../../pipeline/page/setting.ts';
import type { Source } from '../../pipeline/page/source.ts';
import type { Table } from '../../pipeline/page/table.ts';
import type { Token } from '../../pipeline/page/token.ts';
import { drawn, inked, rows } from '../extract/layout/made-up-page.ts';

const PDF = 'tests/fixtures/pdf/annexes.pdf';
const NOTHING: LookCommand = {
  file: undefined,
  pages: undefined,
  json: undefined,
  tables: undefined,
  html: undefined,
  settings: false,
  quiet: false,
};

let folder = '';
beforeAll(() => {
  mkdirSync('build', { recursive: true });
  folder = mkdtempSync('build/look-');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function asked(line: string): LookCommand | string {
  const request = readArguments(line.split(' '));
  return request.kind === 'look' ? request.look : request.kind === 'usage' ? request.message : request.kind;
}

function seen(command: Partial<LookCommand>): Promise<string> {
  return look({ ...NOTHING, ...command }, readerWithin(READING_LIMITS), PLAIN);
}

describe('etl look is asked', () => {
  it('for a file, pages and files to write', () => {
    expect(asked('look a.pdf')).toEqual({ ...NOTHING, file: 'a.pdf' });
    expect(asked('look a.pdf --pages 3-5 --json b --tables=c')).toEqual({
      ...NOTHING,
      file: 'a.pdf',
      pages: { first: 3, last: 5 },
      json: 'b',
      tables: 'c',
    });
    expect(asked('look --settings')).toEqual({ ...NOTHING, settings: true });
    expect(asked('look --help')).toBe('help');
  });

  it.each([
    ['look', 'look needs a file'],
    ['look a.pdf b.pdf', '"b.pdf" is one word too many'],
    ['look a.pdf --pages 5-3', '--pages takes 3 or 3-5, not "5-3"'],
    ['look a.pdf --pages 0', '--pages takes 3 or 3-5, not "0"'],
    ['look a.pdf --json', '--json needs one value'],
    ['look a.pdf --json --tables c', '--json needs one value'],
    ['look a.pdf --out b', 'look has no option --out'],
    ['look a.pdf --settings=1', '--settings takes no value'],
  ])('%s: %s', (line, message) => {
    expect(asked(line)).toBe(message);
  });
});

describe('etl look', () => {
  it('prints what is seen on a page of a PDF that nothing is declared of', async () => {
    const text = await seen({ file: PDF, pages: { first: 2, last: 2 } });
    expect(text).toContain('annexes.pdf: 1 page, 1 table\n\npage 2, 595 x 842 pt\n');
    expect(text).toMatch(/table: \d+ rows \(\w+\), 7 columns \(ruled\)/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no colour is to be in a pipe
    expect(text).not.toMatch(/\u001b/);
  });

  it('writes all of it, and the tables alone, to new files and over none', async () => {
    const [json, tables] = [join(folder, 'seen.json'), join(folder, 'tables.json')];
    const command = { file: PDF, pages: { first: 1, last: 1 }, json, tables };
    expect(await seen(command)).toBe('');
    const [table] = JSON.parse(readFileSync(tables, 'utf8'));
    expect(Object.keys(table)).toEqual(['page', 'rows', 'spans']);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ unit: 'point', pages: [{ number: 1 }] });
    writeFileSync(tables, 'mine');
    await expect(seen({ ...command, json: undefined })).rejects.toThrow(/expected a name that is free/);
    expect(readFileSync(tables, 'utf8')).toBe('mine');
  });

  it('refuses what is no PDF and no text, and pages that there are not', async () => {
    await expect(seen({ file: 'package.json' })).rejects.toThrow(SourceFault);
    await expect(seen({ file: PDF, pages: { first: 9, last: 99 } })).rejects.toThrow(
      /expected pages up to 99/,
    );
    expect(existsSync(join(folder, 'other.json'))).toBe(false);
  });

  it('tells every number that decides a reading, with its unit and what it was set by', async () => {
    const text = await seen({ settings: true });
    for (const [name, { value, unit, measured }] of Object.values(ALL_SETTINGS).flatMap(
      Object.entries<Setting>,
    )) {
      expect(text).toContain(`${name} = ${value} ${unit}\n  ${measured}`);
    }
  });

  it('draws what it sees as one page of HTML, in which nothing of the file is markup', async () => {
    const table = rows(
      [
        ['', 'A', 'B'],
        ['Hill', '12', ''],
        ['Dale', '3', '<b>'],
        ['Moor', '5', '6'],
      ],
      [50, 200, 300],
      140,
    );
    const html = seenHtml(sourceOf([inked(table)], 'rain<script>.pdf', 'point'));
    expect(html).toContain('<title>rain&#60;script&#62;.pdf</title>');
    expect(html).not.toContain('<b>');
    expect(html.match(/class="cell"/g)).toHaveLength(8);
    expect(html.match(/class="cell head"/g)).toHaveLength(2);
    expect(html.match(/class="cell( head)? empty"/g)).toHaveLength(2);
    expect(html).toContain('<li>table: 4 rows (aligned), 3 columns (aligned)</li>');
    expect(html).toContain('</b>empty cell');
    expect(html).toContain('<title>4 rows (aligned), 3 columns (aligned)</title>');
    expect(html).not.toMatch(/(src|href)=/);
    const page = join(folder, 'seen.html');
    expect(await seen({ file: PDF, pages: { first: 1, last: 1 }, html: page })).toBe('');
    expect(readFileSync(page, 'utf8')).toContain('<figcaption>page 1: ');
  });

  it('draws text on its side along its side, says what nobody can see and why, and shows a source without places as text', () => {
    const [plain, sideways] = [drawn('Rain', 50, 100), drawn('Up', 80, 100)];
    const source = sourceOf([inked([...plain, ...sideways])], 'rain.pdf', 'point');
    const altered = (change: (token: Token) => Token, kind?: 'unseen'): Source => ({
      ...source,
      pages: source.pages.map((page) => ({
        ...page,
        blocks: page.blocks.map((block) => {
          if (block.kind === 'table') return block;
          const lines = block.lines.map((line) => ({ ...line, tokens: line.tokens.map(change) }));
          return { ...block, kind: kind ?? block.kind, lines };
        }),
      })),
    });
    const turned = altered((token) => ({ ...token, print: { ...token.print, turns: 3 } }));
    expect(seenHtml(turned)).toMatch(/transform="rotate\(270 [\d.]+ [\d.]+\)">Up</);
    const unseen = altered((token) => ({ ...token, print: { ...token.print, hidden: 'covered' } }), 'unseen');
    expect(seenHtml(unseen)).toContain('<li>not seen (covered): Rain</li>');
    const page = seenHtml({ ...altered((token) => ({ ...token, box: undefined })), unit: 'none' });
    expect(page).toContain('<p class="paragraph">Rain');
    expect(page).not.toContain('<svg');
  });

  it('shows a table without places as a table, with its spans', () => {
    const cell = { row: 0, rowSpan: 1, lines: [], box: undefined };
    const table: Table = {
      kind: 'table',
      rows: 1,
      columns: 3,
      cells: [
        { ...cell, column: 0, columnSpan: 2 },
        { ...cell, column: 2, columnSpan: 1 },
      ],
      headRows: 1,
      rowsToldBy: 'marked up',
      columnsToldBy: 'marked up',
      box: undefined,
    };
    const span = { start: 0, end: 0 };
    const page = { number: 1, width: 0, height: 0, span, blocks: [table] };
    const html = seenHtml({ file: 'rain.html', unit: 'none', text: '', pages: [page] });
    expect(html).toContain('<td class="cell head empty" rowspan="1" colspan="2"></td>');
    expect(html).toContain('1 row (marked up), 3 columns (marked up)');
  });

  it('sets off empty, spanning, raised and struck parts, furniture, and what nobody can see', () => {
    const table = rows(
      [
        ['', 'A', 'B'],
        ['Hill', '12', ''],
        ['Dale', '3', '4'],
        ['Moor', '5', '6'],
      ],
      [50, 200, 300],
      140,
    );
    const raised = [
      ...table,
      ...drawn('3)', 210, 154, 6).map((token) => ({
        ...token,
        joined: true,
        print: { ...token.print, stands: 'raised' as const },
      })),
    ];
    const struck = raised.map((token) =>
      token.text === '4' ? { ...token, print: { ...token.print, struck: true } } : token,
    );
    const hidden = drawn('a secret', 50, 500).map((token) => ({
      ...token,
      print: { ...token.print, hidden: 'covered' as const },
    }));
    const page = inked([...struck, ...drawn('7', 300, 790)], { unseen: hidden });
    const next = inked(drawn('8', 300, 790), { number: 2 });
    const source = sourceOf([page, next], 'rain\u001b[2J.pdf', 'point');
    const text = seenText(source, PLAIN);
    expect(text.split('\n')).toEqual([
      'rain\ufffd[2J.pdf: 2 pages, 1 table',
      '',
      'page 1, 600 x 800 pt',
      '  table: 4 rows (aligned), 3 columns (aligned), boxhead of 1 row',
      '  | \u00b7    | A     | B   |',
      '  | Hill | 12^3) | \u00b7   |',
      '  | Dale | 3     | ~4~ |',
      '  | Moor | 5     | 6   |',
      '  furniture: 7',
      '  not seen (covered): a secret',
      '',
      'page 2, 600 x 800 pt',
      '  furniture: 8',
    ]);
    expect(seenText(source, COLOURED)).toContain('\u001b[33m^3)\u001b[0m');
  });
});
