import { describe, expect, it } from 'vitest';
import { htmlSource } from '../../../pipeline/extract/html/source.ts';
import { linesOf, type Source } from '../../../pipeline/page/source.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { textOf } from '../../../pipeline/page/token.ts';

function seen(html: string): Source {
  return htmlSource(new TextEncoder().encode(html), 'page.html');
}

/** The tables of a page as their texts. */
function tables(html: string): readonly (readonly (readonly string[])[])[] {
  return seen(html).pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [tableTexts(block)] : [])),
  );
}

function paragraphs(html: string): readonly string[] {
  return seen(html).pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? linesOf(block).map(({ tokens }) => textOf(tokens)) : [],
    ),
  );
}

const pre = (row: string, attributes = ''): string =>
  `<p>Release<pre${attributes}>\nHarvest\n\nOrchard      Spring   Autumn\n\n${row}\nSouth          30.5     40.5\n\nNote: kept.\n</pre><p>End`;
const READ = [
  ['Orchard', 'Spring', 'Autumn'],
  ['North', '345.5', '20.5'],
  ['South', '30.5', '40.5'],
];

describe('a text that keeps its columns in a page of HTML', () => {
  it.each([
    'North         345.5     20.5',
    '<b>North</b>         <b>345.5</b>     20.5',
    '<a name=x></a>North         <a href=#n>345.5</a>     20.5',
    'North&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;345.5     20.5',
  ])('has tables as a file of text has: %s', (row) => {
    expect(tables(pre(row))).toEqual([READ]);
    expect(paragraphs(pre(row))).toEqual(['Release', 'Harvest', 'Note: kept.', 'End']);
  });

  it('keeps an empty cell, and what a style puts before a number', () => {
    expect(tables(pre('North                   20.5'))[0]?.[1]).toEqual(['North', '', '20.5']);
    const style = '<style>i::before{content:"-"}</style>';
    expect(tables(style + pre('North         <i>345.5</i>    20.5'))[0]?.[1]).toEqual([
      'North',
      '-345.5',
      '20.5',
    ]);
  });

  it.each([
    pre('North         345.5<sup>1</sup>    20.5'),
    pre('North         <span hidden>9</span>345.5     20.5'),
    pre('North       <s>9</s> 345.5     20.5'),
    pre('North         345<a href=#n>1</a>     20.5'),
    pre('North         <img src=minus.gif>345     20.5'),
    pre('North         345.5     20.5', ' style="font-family:serif"'),
    pre('North         345.5     20.5', ' style="white-space:normal"'),
    '<pre>\nOnly a poem\n  that is set in\n</pre>',
  ])('is read as running text where places do not tell its columns: %s', (html) => {
    expect(tables(html)).toEqual([]);
  });

  it('refuses what stops any text', () => {
    expect(() => seen(pre('North       \u202e345.5     20.5'))).toThrow('U+202E');
  });
});

describe('a table whose elements have other names', () => {
  const rows = (cell: string, close: string): string =>
    READ.map((row) => `<div class=r>${row.map((text) => cell + text + close).join(' ')}</div>`).join('\n');

  it('is one where a style says so', () => {
    const style = '.t{display:table}.r{display:table-row}.r>div{display:table-cell}';
    const html = `<style>${style}.r>div:first-child{font-weight:bold}</style><div class=t>${rows('<div>', '</div>')}</div>`;
    expect(tables(html)).toEqual([READ]);
  });

  it('is one where its roles say so, with heads and spans', () => {
    const head =
      '<div role=rowgroup><div role=row><b role=columnheader>Orchard</b><b role=columnheader aria-colspan=2>Harvest</b></div></div>';
    const body = READ.slice(1)
      .map((row) => `<div role=row>${row.map((text) => `<i role=cell>${text}</i>`).join('')}</div>`)
      .join('');
    const html = `<div role=table>${head}<div role=rowgroup>${body}</div></div>`;
    expect(tables(html)).toEqual([[['Orchard', 'Harvest', ''], ...READ.slice(1)]]);
  });

  it.each([
    // Columns of a page, a box that ends floats, a row by itself, text beside the cells.
    '<style>.t{display:table}.t>div{display:table-cell}</style><div class=t><div>Menu 5</div><div>Text 6</div></div>',
    '<style>p::after{content:"";display:table}</style><p>5',
    '<style>.t{display:table}.r{display:table-row}.r>div{display:table-cell}</style><div class=t><div class=r><div>Menu</div><div>5</div></div></div>',
    '<div role=table>5<div role=row><i role=cell>a</i><i role=cell>1</i></div><div role=row><i role=cell>b</i><i role=cell>2</i></div></div>',
    '<div role=grid><div role=row><i role=cell>a</i><i>1</i></div><div role=row><i role=cell>b</i><i>2</i></div></div>',
  ])('is none where more stands in it, or less: %s', (html) => {
    expect(tables(html)).toEqual([]);
  });
});
