import { describe, expect, it } from 'vitest';
import { escaped, type Markup, markedUp, plainMarkup } from '../../../bench/synthesis/html.ts';
import type { Writing } from '../../../bench/synthesis/printed-annexes.ts';
import { grouped } from '../../../bench/synthesis/typesettings.ts';
import { extract } from '../../../pipeline/extract/extract.ts';
import type { Markup as Known } from '../../../pipeline/extract/html/source.ts';
import { SAME } from '../../project.ts';
import { tablesOfEachKind } from '../../some-tables.ts';
import { transcribedAnnexes } from '../../typesetting/transcribed-annexes.ts';

const comma = (value: string): string => value.replace('.', ',');
const plainWriting: Writing = {
  number: comma,
  mark: (number, mark) => `${number}<sup>${mark})</sup>`,
  note: (mark, text) => `${mark}) ${text}`,
  optional: true,
};

const broken = (text: string): string => escaped(text).replace(/ (?=\S+$)/, '<br>\n');
/** Every character beyond ASCII as an entity. */
const asEntities = (html: string): string =>
  html.replace(/[^\0-\x7f]/gu, (sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16)};`);

type Way = readonly [name: string, Partial<Markup>, Partial<Writing>, Known?];

const ways: readonly Way[] = [
  ['a plain page', {}, {}],
  // How numbers and marks are written and how the page is marked up are read by themselves: one of each in a page.
  [
    'header cells that are as others; thousands parted by spaces that do not break',
    { hasHeads: false },
    { number: grouped('&nbsp;') },
  ],
  [
    'a break in labels and names of columns; thousands parted by thin spaces',
    { label: broken },
    { number: grouped('&#8239;') },
  ],
  [
    'marks behind a space',
    { mark: (mark) => ` <sup>${mark})</sup>` },
    { mark: (number, mark) => `${number} <sup>${mark})</sup>` },
  ],
  [
    'titles as captions; thousands parted by spaces',
    { title: (title) => ({ before: '', within: `<caption>${escaped(title)}</caption>` }) },
    { number: grouped(' ') },
  ],
  [
    'titles in a row of their table',
    {
      hasHeads: false,
      title: (title) => ({ before: '', within: `<tr><td colspan="20">${escaped(title)}</td></tr>` }),
    },
    {},
  ],
  [
    'headings beside their rows; marks that a style raises',
    { hasSpannedHeadings: true },
    { mark: (number, mark) => `${number}<span style="vertical-align: super">${mark})</span>` },
  ],
  [
    'no end tag that may be left out; marks that are smaller',
    { isClosed: false, prose: (text) => `<p>${text}\n` },
    { mark: (number, mark) => `${number}<small>${mark})</small>` },
  ],
  [
    'fonts and paragraphs in cells',
    {
      label: (text) => `<p align="left"><font size="2"><b>${escaped(text)}</b></font></p>`,
      value: (text) => `\n  <div><p><span>${text}</span></p></div>\n`,
    },
    {},
  ],
  [
    'tables that only set other tables',
    { around: (table) => `<table width="100%"><tr><td>${table}</td><td width="1"></td></tr></table>` },
    {},
  ],
  [
    'stamps in tables',
    {
      prose: (text, kind) =>
        kind === 'stamp'
          ? `<table width="100%"><tr><td>&nbsp;</td><td align="center">${text}</td></tr></table>`
          : `<p>${text}</p>`,
    },
    {},
  ],
  [
    'a page of a register around it',
    {
      page: (body) =>
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>nav{color:red}.off{display:none}</style><script>var x = "<td>5</td>";</script></head><body><nav><ul><li>Menu<li>12</ul></nav><div class="off">13</div><div class="doc text"><div>${body}</div></div><footer>2017</footer></body></html>`,
    },
    {},
    { part: 'div.doc.text' },
  ],
  ['entities in another charset', { page: (body) => asEntities(`<meta charset=windows-1251>${body}`) }, {}],
  [
    'what is hidden and what is struck out beside each number',
    {},
    { number: (value) => `<s>7</s> <span style="display:none">9</span>${comma(value)}<span hidden>8</span>` },
  ],
];

const { outcomeOfSource, document } = tablesOfEachKind;
const printed = (writing: Writing): ReturnType<typeof transcribedAnnexes> =>
  transcribedAnnexes(writing, document.plan);

describe('the annexes as a page of HTML', () => {
  it.each(ways.map((way) => ({ name: way[0], way })))('are read cell for cell: $name', async ({ way }) => {
    const [, markup, writing, known] = way;
    const html = markedUp(printed({ ...plainWriting, ...writing }), { ...plainMarkup, ...markup });
    const layer = await extract(new TextEncoder().encode(html), 'annexes.html', { markup: known });
    expect(outcomeOfSource(layer)).toEqual(SAME);
  });

  it('are read in UTF-16 as well', async () => {
    const html = markedUp(printed(plainWriting), {
      ...plainMarkup,
      page: (body) => `\ufeff${body}`,
    });
    const layer = await extract(new Uint8Array(Buffer.from(html, 'utf16le')), 'annexes.htm');
    expect(outcomeOfSource(layer)).toEqual(SAME);
  });
});
