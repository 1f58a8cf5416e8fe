import { describe, expect, it } from 'vitest';
import { htmlSource } from '../../../pipeline/extract/html/source.ts';
import { layerOfSource } from '../../../pipeline/extract/source-layer.ts';
import { linesOf, type Source } from '../../../pipeline/page/source.ts';
import { type Table, tableTexts } from '../../../pipeline/page/table.ts';
import { textOf } from '../../../pipeline/page/token.ts';

function seen(html: string, part?: string): Source {
  return htmlSource(new TextEncoder().encode(html), 'page.html', { part });
}

function tablesOf({ pages }: Source): readonly Table[] {
  return pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

/** The texts of the only table of a page. */
function cells(html: string): readonly (readonly string[])[] {
  const [table, ...more] = tablesOf(seen(html));
  expect(more).toEqual([]);
  return table === undefined ? [] : tableTexts(table);
}

/** The lines of a page, each with the kind of its block. */
function lines(html: string, part?: string): readonly string[] {
  return seen(html, part).pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => linesOf(block).map(({ tokens }) => `${block.kind}: ${textOf(tokens)}`)),
  );
}

const stops = (html: string): readonly string[] =>
  (layerOfSource(seen(html)).evidence.remarks ?? []).filter((remark) => remark.stops).map(({ says }) => says);

describe('the cells of a page of HTML', () => {
  it('stand where a browser puts them, over the rows and columns that they span', () => {
    const html = `<table><tr><th rowspan=2>Place<th colspan=2>Rain<tr><th>2001<th>2002
      <tr><td rowspan=0>Hill<td>1<td>2<tr><td>3<td>4<tr><td>5</table>`;
    expect(cells(html)).toEqual([
      ['Place', 'Rain', ''],
      ['', '2001', '2002'],
      ['Hill', '1', '2'],
      ['', '3', '4'],
      ['', '5', ''],
    ]);
    const [table] = tablesOf(seen(html));
    expect(table).toMatchObject({ headRows: 2, rowsToldBy: 'marked up', columnsToldBy: 'marked up' });
    expect(table?.cells.find(({ row, column }) => row === 2 && column === 0)).toMatchObject({ rowSpan: 3 });
  });

  it('cover each place once, whatever they span', () => {
    const html = `<table><tr><td colspan=9>A title<tr><td>a<td rowspan=99>b<td>c<tr><td colspan=3>d<td>e</table>`;
    const [table] = tablesOf(seen(html));
    const covered = (table?.cells ?? []).flatMap(({ row, column, rowSpan, columnSpan }) =>
      Array.from({ length: rowSpan * columnSpan }, (_, at) => [
        row + Math.floor(at / columnSpan),
        column + (at % columnSpan),
      ]),
    );
    expect(new Set(covered.map(String)).size).toBe(covered.length);
    expect(covered).toHaveLength((table?.rows ?? 0) * (table?.columns ?? 0));
  });

  it('have the head first and the foot last, wherever they are written', () => {
    const html = `<table><tfoot><tr><td>All<td>3</tfoot><tbody><tr><td>Hill<td>1<tr><td>Dale<td>2</tbody>
      <thead><tr><td>Place<td>Rain</thead></table>`;
    expect(cells(html)).toEqual([
      ['Place', 'Rain'],
      ['Hill', '1'],
      ['Dale', '2'],
      ['All', '3'],
    ]);
    expect(tablesOf(seen(html))[0]?.headRows).toBe(1);
  });

  it('are heads above the first values, where the markup calls all cells alike', () => {
    const html =
      '<table><tr><td>Place<td>Rain<tr><td>Year<td>2001<tr><td>Hill<td>1<tr><td>Dale<td>2001</table>';
    expect(tablesOf(seen(html))[0]?.headRows).toBe(2);
  });

  it('are no heads in the heading of the first rows, where others like it stand below', () => {
    const group = (year: string): string =>
      `<tr><td>${year}<td><td><tr><td>Hill<td>1<td>2<tr><td>Dale<td>3<td>4`;
    const head = '<table><tr><td>Place<td>Rain<td>Snow';
    expect(tablesOf(seen(`${head}${group('2001')}${group('2002')}</table>`))[0]?.headRows).toBe(1);
    const spanning = (year: string): string =>
      group(year).replace('<td>', '<th colspan=3>').replace('<td><td>', '');
    const named = '<table><tr><th rowspan=2>Place<th colspan=2>Fallen<tr><th>Rain<th>Snow';
    expect(tablesOf(seen(`${named}${spanning('2001')}${spanning('2002')}</table>`))[0]?.headRows).toBe(2);
    expect(tablesOf(seen(`${head}${group('In 2001')}</table>`))[0]?.headRows).toBe(2);
  });

  it('are read though end tags are missing and text stands between rows', () => {
    expect(cells('<table>stray<tr><td>Hill<td>1<tr><td>Dale<td>2<p>below</table>')).toEqual([
      ['Hill', '1'],
      ['Dale', '2 below'],
    ]);
    expect(lines('<table>stray<tr><td>Hill<td>1</table>')[0]).toBe('paragraph: stray');
  });

  it('keep a column that is blank below its name, and lose one that only keeps a distance', () => {
    expect(cells('<table><tr><th>Place<th><th>Rain<th>Snow<tr><td>Hill<td>&nbsp;<td>1<td></table>')).toEqual([
      ['Place', 'Rain', 'Snow'],
      ['Hill', '1', ''],
    ]);
  });

  it('hold marks that are raised, apart from the number they are joined to', () => {
    const [table] = tablesOf(seen('<table><tr><td>Hill<td>8962,0<sup>3)</sup><td>5<sub>a</sub></table>'));
    const tokens = table?.cells.flatMap((cell) => cell.lines.flatMap((line) => line.tokens)) ?? [];
    expect(tokens.map(({ text, joined, print }) => [text, joined, print.stands])).toEqual([
      ['Hill', false, 'level'],
      ['8962,0', false, 'level'],
      ['3)', true, 'raised'],
      ['5', false, 'level'],
      ['a', true, 'lowered'],
    ]);
  });

  it('are those of a table within a cell, where the one around it only sets it', () => {
    const html = '<table><tr><td>left<td><table><tr><td>Hill<td>1<tr><td>Dale<td>2</table></table>';
    expect(cells(html)).toEqual([
      ['Hill', '1'],
      ['Dale', '2'],
    ]);
    expect(lines(html)[0]).toBe('paragraph: left');
  });

  it('hold the lines of a list that is a table of one column', () => {
    expect(
      cells('<table><tr><td>Hill<td><table><tr><td>a<tr><td>b</table><tr><td>Dale<td>c</table>'),
    ).toEqual([
      ['Hill', 'a b'],
      ['Dale', 'c'],
    ]);
  });

  it.each([
    ['<style>.f{font-size:60%}</style>', '<span class=f>1</span>'],
    ['<style>.f{font:60%/1 serif}</style>', '<span class=f>1</span>'],
    ['', '<small>1</small>'],
    ['', '<font size=1>1</font>'],
    ['', '<span style="font-size:x-small;vertical-align:top">1</span>'],
    ['<style>sup{font-size:75%;position:relative;vertical-align:baseline;top:-.5em}</style>', '<sup>1</sup>'],
    ['<style>sup{vertical-align:baseline}</style>', '<sup>1</sup>'],
    ['<style>.f{position:relative;bottom:4px}</style>', '<b class=f>1</b>'],
    ['<style>.f{display:inline-block;transform:translateY(-.4em)}</style>', '<b class=f>1</b>'],
    ['<style>.f{font-variant-position:super}</style>', '<b class=f>1</b>'],
    ['', '<ruby><rt>1</rt></ruby>'],
    ['<style>.f{font-feature-settings:"sups"}</style>', '<b class=f>1</b>'],
    ['<style>.f{display:inline-block;translate:0 -5px}</style>', '<b class=f>1</b>'],
    ['', '<b style="zoom:60%">1</b>'],
    ['', '<b style="display:inline-block;scale:.6">1</b>'],
    ['', '<b style="position:relative;inset-block-start:-.5em">1</b>'],
    ['', '<b style="font-size:2mm">1</b>'],
    ['', '<b style="font-size:clamp(1px, .3rem + .2vw, 9px)">1</b>'],
    ['', '<b style="font-size:calc(1em * .6)">1</b>'],
  ])('hold digits that are raised or smaller by any style as marks: %s %s', (style, mark) => {
    const [table] = tablesOf(seen(`${style}<table><tr><td>Hill<td>345.5${mark}</table>`));
    const tokens = table?.cells.flatMap((cell) => cell.lines.flatMap((line) => line.tokens)) ?? [];
    expect(tokens.map(({ text, print }) => [text, print.stands])).toEqual([
      ['Hill', 'level'],
      ['345.5', 'level'],
      ['1', 'raised'],
    ]);
  });

  it.each([
    '<span style="position:relative;top:1px">345.5</span>',
    '<style>sup{vertical-align:baseline;font-size:inherit}</style><sup>345.5</sup>',
    '<style>sup{vertical-align:baseline;font-size:1em}</style>34<sup>5.5</sup>',
    '<small>345.5</small>',
  ])('are values on their line where nothing of them is raised: %s', (html) => {
    const [table] = tablesOf(seen(`<table><tr><td>Hill<td>${html}</table>`));
    const tokens = table?.cells.flatMap((cell) => cell.lines.flatMap((line) => line.tokens)) ?? [];
    const level = tokens.filter(({ print }) => print.stands === 'level').map(({ text }) => text);
    expect(level.slice(1).join('')).toBe('345.5');
  });

  it.each([
    ['.n:before{content:"-"}', '-345.5'],
    ['.n::before{content:"\\2212"}', '\u2212345.5'],
    ['.n::before{content:"("}.n::after{content:")"}', '(345.5)'],
    [".n:after{content:'%'}", '345.5%'],
    ['.n::before{content:attr(data-sign)}', '-345.5'],
    ['.n::before{content:"a;b}c,d"}', 'a;b}c,d345.5'],
    ['.n::after{content:"";display:table}.n::before{content:none}', '345.5'],
    ['.n::before{content:"9";display:none}', '345.5'],
    ['.n::before{content:counter(x)}', '\ufffd345.5'],
    ['.n::before{content:url(minus.gif)}', '\ufffd345.5'],
    ['.n::before{content:"\\f068"}', '\ufffd345.5'],
    ['.n::before{content:"";display:inline-block;width:8px;border-top:1px solid}', '\ufffd345.5'],
  ])('hold what styles print before and behind a number: %s', (style, cell) => {
    expect(
      cells(`<style>${style}</style><table><tr><td>Hill<td><span class=n data-sign="-">345.5</span></table>`),
    ).toEqual([['Hill', cell]]);
  });

  it.each([
    '<i style="display:inline-block;width:8px;height:1px;background:#000"></i>345.5',
    '<i style="display:inline-block;width:8px;border-top:1px solid"></i>345.5',
    '<span style="float:right">5.5</span><span>34</span>',
    '<span style="position:absolute;right:0">5.5</span>34',
    '<div style="display:flex;flex-direction:row-reverse"><span>5.5</span><span>34</span></div>',
    '34<span style="position:relative;left:-2em">5.5</span>',
    '34<span style="margin-left:-2em">5.5</span>',
    '34<span style="display:inline-block;transform:translateX(-3em)">5.5</span>',
    '<font face="Wingdings">5</font>',
    '<span style="font:12px/1 webdings">5</span>',
    '<font face=Symbol>a</font>5',
    '<b style="content:url(minus.png)">5</b>',
    '<div><template shadowrootmode=open>9</template>5</div>',
    '<span style="display:block;overflow:hidden;width:30px">123456789</span>',
    '<span style="display:inline-block;overflow:hidden;max-width:1ch">59</span>',
  ])(
    'show what is drawn, and digits that are put elsewhere, as something that nobody can read: %s',
    (html) => {
      expect(cells(`<table><tr><td>Hill<td>${html}</table>`)[0]?.[1]).toContain('\ufffd');
    },
  );

  it.each([
    ['<style>p::first-letter{color:white}</style>', '<p>12345'],
    ['<style>p:first-letter{vertical-align:super;font-size:60%}</style>', '<p>12345'],
    ['<style>p::first-line{font-size:0}</style>', '<p>12345'],
    ['', '<b style="-webkit-mask:linear-gradient(#0000,#0000)">5</b>'],
    ['', '<p style="clip-path:inset(0 50% 0 0)">345</p>'],
    ['', '<p style="position:relative;top:3em">345</p>'],
    ['<style>td:last-child{transform:translateY(40px)}</style>', '345'],
    ['', '34<script>document.write(5)</script>'],
    [
      '<style>div{position:absolute;inset:0;background:#000;z-index:-1}b{color:#fff}</style><div></div>',
      '<b>345</b>',
    ],
    ['<style>p{color:#fff}p::before{content:"";position:absolute;inset:0;background:#000}</style>', '<p>345'],

    ['', '<b style="filter:blur(4px)">5</b>'],
    ['', '34<sup style="all:unset">5</sup>'],
    ['', '<b style="letter-spacing:-2em">123</b>'],
    ['', '<b style="-webkit-text-security:disc">5</b>'],
    ['', '<b style="display:inline-block;transform:matrix(-1,0,0,-1,0,0)">6</b>'],
    ['<style>@keyframes a{to{opacity:1}}</style>', '<b style="opacity:0;animation:a 1s forwards">5</b>'],
    ['<style>td:last-child{float:left}</style>', '5'],
    ['', '<p style="display:grid"><b style="grid-column:2">34</b><b style="grid-column:1">5</b></p>'],
    ['', '<p style="display:flex;flex-flow:row-reverse wrap"><b>34</b><b>5</b></p>'],
  ])('show letters that a style draws in another way as what nobody can read: %s %s', (style, html) => {
    expect(cells(`${style}<table><tr><td>Hill<td>${html}</table>`)[0]?.[1]).toContain('\ufffd');
  });

  it.each([
    '<p style="filter:none;letter-spacing:-.02em">345</p>',
    '<p style="clip-path:none;position:relative;top:2px">345</p>',
    '<style>div{position:absolute;background:#eee}</style><div></div><p>345',
    '<style>p::first-letter{font-size:300%;float:left}</style><p>345',
    '<p style="opacity:1;animation:a 1s">345</p>',
  ])('are read where a style only adorns them: %s', (html) => {
    expect(cells(`<table><tr><td>Hill<td>${html}</table>`)).toEqual([['Hill', '345']]);
  });

  it('are not empty where what they hold would be seen on the colour of a column', () => {
    const html = '<table><col><col bgcolor=navy><tr><td>Hill<td><font color=white>345</font></table>';
    expect(cells(html)).toEqual([['Hill', '\ufffd']]);
  });

  it.each([
    ['-345', '345-'],
    ['\u2212345', '345\u2212'],
    ['345-', '-345'],
    ['345%', '345%'],
    ['12,345', '12,345'],
    ['(345)', '(345)'],
  ])('have signs where a line shows them that is read from right to left: %s', (written, shown) => {
    for (const html of [`<b dir=rtl>${written}</b>`, `<p style="direction:rtl">${written}</p>`])
      expect(cells(`<table><tr><td>Hill<td>${html}</table>`)).toEqual([['Hill', shown]]);
    expect(cells(`<table dir=rtl><tr><td>Hill<td dir=ltr>${written}</table>`)).toEqual([['Hill', written]]);
  });

  it.each([
    ['ltr', '\u200e-345', '-345'],
    ['ltr', '\u200f-345', '345-'],
    ['ltr', '\u061c-345', '345-'],
    ['ltr', '345-\u200f', '345-'],
    ['ltr', '\u200f345', '345'],
    ['ltr', '\u200f345%', '345%'],
    ['rtl', '\u200e-345', '-345'],
    ['rtl', '\u200f-345', '345-'],
    ['rtl', '345-\u200e', '-345'],
    ['rtl', '345-\u200f', '-345'],
    ['rtl', '345\u200f', '345'],
    ['rtl', '\u200f(345)', '(345)'],
  ])('have signs where marks of direction show them: %s %j', (direction, written, shown) => {
    const html = `<table><tr><td>Hill<td style="direction:${direction}">${written}</table>`;
    expect(cells(html)).toEqual([['Hill', shown]]);
    expect(stops(html)).toEqual([]);
  });

  it.each(['34\u200f5', '34\u200e5', '-\u200e345', '-\u200f345', '34<b>\u200f5</b>', '34\u061c.5'])(
    'are stopped by a mark of direction between their digits or their sign: %j',
    (written) => {
      expect(stops(`<table dir=rtl><tr><td>Hill<td>${written}</table>`)).not.toEqual([]);
    },
  );

  it('are not stopped by marks of direction in words', () => {
    expect(cells('<table><tr><td>\u200fHi\u200ell\u200f<td>5</table>')).toEqual([['Hill', '5']]);
  });

  it('hold a number that is put elsewhere as a whole', () => {
    expect(cells('<table><tr><td>Hill<td>$ <span style="float:right">34.5</span></table>')).toEqual([
      ['Hill', '$ 34.5'],
    ]);
  });

  it('part what a style sets out one beside the other', () => {
    expect(
      stops(
        '<table><tr><td>Hill<td><p style="display:flex;justify-content:space-between"><b>34</b><b>5</b></table>',
      ),
    ).toHaveLength(1);
  });

  it.each([
    ['<span style="padding-right:1em">34</span><span>5</span>', 1],
    ['34<span style="margin:0 8px">5</span>', 1],
    ['<span style="display:inline-block;width:60px">34</span><span>5</span>', 1],
    ['34<span style="margin-left:.25em">500</span>', 0],
    ['34<span style="margin-left:1px">5</span>', 0],
    ['<span style="padding:0 1em">345</span>', 0],
  ])('part what has room between: %s', (html, parted) => {
    expect(stops(`<table><tr><td>Hill<td>${html}</table>`)).toHaveLength(parted);
  });

  it('are refused where their digits are printed from right to left or mirrored', () => {
    for (const html of [
      '<b style="display:inline-block;transform:scaleX(-1)">12</b>',
      '<b style="display:inline-block;rotate:180deg">6</b>',
      '<b style="display:inline-block;rotate:y 180deg">12</b>',
      '<b style="display:inline-block;transform:rotate(90deg) rotate(.25turn)">6</b>',
      '<bdo dir=rtl>543</bdo>',
      '<b style="direction:rtl;unicode-bidi:bidi-override">543</b>',
    ])
      expect(() => seen(`<table><tr><td>Hill<td>${html}</table>`)).toThrow('turned round');
  });

  it('are not empty where nothing but a picture stands in them, though it says that it is nothing', () => {
    const html = '<table><tr><td>Hill<td><img src=5.gif alt=""><td><img src=up.gif alt="">6</table>';
    expect(cells(html)).toEqual([['Hill', '\ufffd', '6']]);
    expect(lines('<table><tr><td><img src=arms.gif alt=""><td>A letter</table>')).toEqual([
      'paragraph: A letter',
    ]);
  });

  it('show a picture as something that nobody can read, and one that keeps a distance as nothing', () => {
    const html = '<table><tr><td>Hill<td><img src=minus.gif>5<td><img src=dot.gif width=1 height=9>6</table>';
    expect(cells(html)).toEqual([['Hill', '\ufffd5', '6']]);
  });
});

describe('what stops a value of a page of HTML', () => {
  it('is several numbers in one cell, one below the other or far apart', () => {
    expect(stops('<table><tr><td>Hill<td>12<br>345</table>')).toEqual([
      '"12" above "345" in one cell: several values, or one that was broken',
    ]);
    expect(stops('<table><tr><td>Hill<td>12&nbsp;&nbsp;&nbsp;345</table>')).toHaveLength(1);
    expect(stops('<table><tr><td>Hill<td>12&nbsp;345</table>')).toEqual([]);
    expect(stops('<table><tr><td>Hill<td>12<br>3)</table>')).toEqual([]);
  });

  it('is one that stands over several rows of values, or over several columns that have names', () => {
    const head = '<tr><th>Place<th>2001<th>2002<th>2003';
    const rows = '<tr><td>Hill<td rowspan=2>12<td>3<td>4<tr><td>Dale<td>5<td>6';
    expect(stops(`<table>${head}${rows}</table>`)).toEqual([
      '"12" in a cell over 2 rows: a value of one of them, of all, or of none',
    ]);
    const wide = '<tr><td>Hill<td colspan=2>12<td>3<td>4';
    expect(stops(`<table>${head}${wide}</table>`)).toHaveLength(1);
    const named = '<tr><th rowspan=2>Place<th colspan=2>Rain<tr><th>2001<th>2002';
    const label = '<tr><td rowspan=2>Hill<td>1<td>2<tr><td>3<td>4<tr><td colspan=3>5</table>';
    expect(stops(`<table>${named}${label}`)).toEqual([]);
  });

  it('is a number that is struck out, with nothing in its place', () => {
    expect(stops('<table><tr><td>Hill<td><s>12</s></table>')).toEqual([
      '"12" struck out, and nothing in its place',
    ]);
    expect(stops('<table><tr><td>Hill<td><del>12</del> 15</table>')).toEqual([]);
    expect(cells('<table><tr><td>Hill<td><strike>12</strike> 15</table>')).toEqual([['Hill', '15']]);
  });
});

describe('what stops a value of a page of HTML that a reader sees in another way than it is written', () => {
  it.each([
    '<p>a share of 5<img src=dot.png>6 percent',
    '<p>a share of 5<math><mn>6</mn></math>',
    '<p>a share of <i style="display:inline-block;width:8px;border-top:1px solid"></i>56',
    '<p>in 2010 <span style="float:right">56</span> hills',
    '<p style="filter:blur(4px)">56 hills',
    '<table><tr><td>Hill<td>34<a href="#n">5</a></table>',
    '<table><tr><td>Hill<td>34<button>5</button></table>',
    '<link rel=stylesheet href=a.css><table><tr><td>Hill<td>34<b class=n>5</b></table>',
    '<link rel=stylesheet href=a.css><table><tr><td>Hill<td><i class=minus></i>5</table>',
    '<table dir=rtl><tr><td>Hill<td>12 345</table>',
    '<table dir=rtl><tr><td>Hill<td><i>-</i>345</table>',
    '<p style="direction:rtl">12 345',
    '<p>\u05d1 12 345',
    '<p>then <span dir=rtl>12 345</span>',
    '<table dir=rtl><tr><td>Hill<td>12<b style="display:inline-block">345</b></table>',
  ])('%s', (html) => {
    expect(stops(html)).not.toEqual([]);
  });

  it.each([
    '<p>a share of 56 <img src=dot.png> percent',
    '<p>a share of 5<img src=dot.png alt="">6 percent',
    '<table><tr><td>Hill<td>34<b class=n>5</b></table>',
    '<table><tr><td>Hill<td><i class=minus></i>5</table>',
    '<link rel=stylesheet href=a.css><table><tr><td><i class=flag></i> Hill<td>5</table>',
    '<table><tr><td>Hill<td><a href="/x">345</a></table>',
    '<table dir=rtl><tr><td>Hill<td>12&nbsp;345</table>',
    '<table><tr><td>\u05d1<td>12 345</table>',
  ])('and not: %s', (html) => {
    expect(stops(html)).toEqual([]);
  });

  it('is told of running text, as is text with numbers that is not shown', () => {
    const html =
      '<p>The share was <img src=a.png> in 2010.<p><math><mn>5</mn></math><p hidden>It was 7.<p hidden>x';
    expect(seen(html).notes).toEqual([
      'what is drawn in running text and is no text is not read: a picture behind "The share was", and 1 more',
      'text with numbers that is not shown is not read: "It was 7."',
    ]);
    expect(seen('<nav><img src=a.png></nav><div id=doc>x</div>', '#doc').notes).toEqual([]);
  });
});

describe('a page that is XML', () => {
  const read = (name: string, body: string): readonly string[] =>
    htmlSource(
      new TextEncoder().encode(
        `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:m="http://www.w3.org/1998/Math/MathML">${body}</html>`,
      ),
      name,
    ).pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => linesOf(block).map(({ tokens }) => `${block.kind}: ${textOf(tokens)}`)),
    );

  it.each([
    ['<p><span hidden=""/>5</p>', ['paragraph: 5']],
    ['<head><title/><script src="a.js"/></head><p>5</p>', ['paragraph: 5']],
    ['<p><![CDATA[5 < 6]]></p>', ['paragraph: 5 < 6']],
    [
      '<head><style>p &gt; b {display:none}</style></head><p><b>4</b>5&nbsp;&#215;</p>',
      ['paragraph: 5 \u00d7', 'unseen: 4'],
    ],
    ['<p>1<br/>2<m:math><m:mn>3</m:mn></m:math></p>', ['paragraph: 1', 'paragraph: 2']],
  ])('is read as one by its name: %s', (body, expected) => {
    expect(read('page.xhtml', body)).toEqual(expected);
  });

  it('is read as HTML where its name says that, as browsers do', () => {
    expect(read('page.html', '<p>6</p><p><span hidden=""/>5</p>')).toEqual(['paragraph: 6', 'unseen: 5']);
  });

  it('is refused where it declares what its text stands for', () => {
    expect(() =>
      htmlSource(new TextEncoder().encode('<!DOCTYPE html [<!ENTITY n "5">]><p>&n;</p>'), 'a.xhtml'),
    ).toThrow('entities of its own');
  });
});

describe('the text of a page of HTML', () => {
  it('has its spaces as a browser prints them', () => {
    expect(lines('<p>one \n two&nbsp;three<b>four</b> <i> five</i></p><pre>six\n  seven</pre>')).toEqual([
      'paragraph: one two threefour five',
      'paragraph: six',
      'paragraph: seven',
    ]);
  });

  it('has its characters, however they are written, and none that prints nothing', () => {
    expect(lines('<p>&#1178;&auml;&#x2212;5 soft&shy;hyphen zero&#8203;width &amp;lt;</p>')).toEqual([
      'paragraph: \u049a\u00e4\u22125 softhyphen zerowidth &lt;',
    ]);
  });

  it('counts the items of lists as a browser does', () => {
    const html =
      '<ol start=3><li>a<li>b<ul><li>c</ul><li value=9>d</ol><ol type=a><li>e</ol><ol type=I><li>f</ol>';
    expect(lines(html).map((line) => line.replace('paragraph: ', ''))).toEqual([
      '3. a',
      '4. b',
      '\u2022 c',
      '9. d',
      'a. e',
      'I. f',
    ]);
  });

  it.each([
    ['<ol><li>a<li style="display:none">b<li>c</ol>', ['1. a', '2. c']],
    ['<ol><li style="display:block">a</ol>', ['a']],
    ['<ol style="list-style:decimal-leading-zero inside"><li>a</ol>', ['01. a']],
    ['<ol style="list-style-type:\'- \'"><li>a</ol>', ['- a']],
    ['<ol style="list-style-type:lower-greek"><li>a</ol>', ['a']],
    ['<ol style="list-style:square"><li>a</ol>', ['\u2022 a']],
    ['<style>li::marker{content:"5) "}</style><ol><li>a</ol>', ['5) a']],
    ['<style>li::marker{content:""}</style><ol><li>a</ol>', ['a']],
    ['<style>li::marker{font-size:0}</style><ol><li>a</ol>', ['a']],
    ['<ul style="list-style-type:decimal"><li>a</ul>', ['1. a']],
  ])('has before the items of lists what is printed there: %s', (html, expected) => {
    expect(
      lines(html)
        .filter((line) => line.startsWith('paragraph'))
        .map((line) => line.replace('paragraph: ', '')),
    ).toEqual(expected);
  });

  it('begins paragraphs, and neither headings nor what is centred', () => {
    const { text } = layerOfSource(
      seen('<h2>A heading</h2><p>A text.<p align=center>A title<div>More.</div>'),
    );
    expect(text).toBe('A heading\n      A text.\nA title\n      More.');
  });

  it('leaves scripts and styles out', () => {
    expect(
      lines('<title>t</title><style>p{}</style><script>5</script><p>seen<noscript>no</noscript>'),
    ).toEqual(['paragraph: seen']);
  });

  it.each([
    '<p hidden>x</p>',
    '<p style="display: none">x</p>',
    '<p style="visibility:hidden">x</p>',
    '<p style="font-size:0">x</p>',
    '<p style="font:0/0 a">x</p>',
    '<p style="color:#fff">x</p>',
    '<p style="color:rgba(0, 0, 0, 0)">x</p>',
    '<p><font color=white>x</font></p>',
    '<div style="background:rgb(238,238,238)"><p style="color:#eeeeef">x</p></div>',
    '<table bgcolor="#003366"><tr><td style="color:#036">x</table>',
    '<p style="opacity:0%">x</p>',
    '<p style="filter:opacity(0)">x</p>',
    '<p style="position:absolute;left:-9999px">x</p>',
    '<p style="position:absolute;top:-1000em">x</p>',
    '<p style="position:absolute;width:1px;height:1px;overflow:hidden">x</p>',
    '<p style="position:absolute;clip:rect(1px,1px,1px,1px)">x</p>',
    '<p style="position:absolute;clip:rect(0 0 0 0)">x</p>',
    '<p style="clip-path:inset(50%)">x</p>',
    '<style>b, :is(:not(b, i), p).a{display:none}</style><p class=a>x</p>',
    '<p style="transform:scale(0)">x</p>',
    '<p style="max-height:0;overflow:hidden">x</p>',
    '<p style="content-visibility:hidden">x</p>',
    '<style>@media (min-width:600px){p.a{display:none}}</style><p class=a>x</p>',
    '<style>@media screen and (min-width:40em){p.a{display:none}}</style><p class=a>x</p>',
    '<style>@supports (display:grid){p.a{display:none}}</style><p class=a>x</p>',
    '<style>:is(p, div).a{display:none}</style><p class=a>x</p>',
    '<style>.a .off{display:none}</style><div class=a><span class="b off">x</span></div>',
    '<style>@media screen{#off{opacity:0}}</style><p id=off>x</p>',
    '<style>p.off{display:none !important}</style><p class=off style="display:block">x</p>',
    '<p style="color:hsl(0 0% 100%)">x</p>',
    '<p style="color:oklch(1 0 0)">x</p>',
    '<p style="color:Canvas">x</p>',
    '<p style="background:navy;color:#000080">x</p>',
    '<p><font color="FFFFFF">x</font></p>',
    '<p style="-webkit-text-fill-color:transparent">x</p>',
    '<p style="opacity:calc(.01)">x</p>',
    '<p style="clip-path:circle(0)">x</p>',
    '<p style="clip-path:polygon(0 0,0 0,0 0)">x</p>',
    '<p style="transform:translate(0, -9999px)">x</p>',
    '<p style="scale:0">x</p>',
    '<p popover>x</p>',
    '<p style="font-size:0mm">x</p>',
    '<p style="font-size:min(0px, 1em)">x</p>',
    '<p style="zoom:.01">x</p>',
    '<p style="transform:scaleX(.01)">x</p>',
    '<p style="opacity:1%">x</p>',
    '<p style="color:window">x</p>',
    '<p style="background:#000 none repeat scroll 0 0">x</p>',
    '<p style="block-size:0;overflow:hidden">x</p>',
    '<p style="width:0;contain:paint">x</p>',
    '<p style="margin:-9999px 0 0">x</p>',
    '<p style="color:white;color:blurp">x</p>',
    '<style>.a{color:white}p.a{color:#ggg}</style><p class=a>x</p>',
    '<p style="background:currentcolor">x</p>',
    '<style>i{position:absolute;background:#fff}</style><i></i><p style="color:#fff">x</p>',
    '<p style="position:absolute;inset:-9999px auto auto">x</p>',
  ])('says what nobody sees: %s', (html) => {
    expect(lines(`<p>seen</p>${html}`)).toEqual(['paragraph: seen', 'unseen: x']);
  });

  it.each([
    '<p aria-hidden=true>x</p>',
    '<style>@media print{p{display:none}}</style><p>x</p>',
    '<style>@media (max-width:600px){p{display:none}}</style><p>x</p>',
    '<style>@supports not (display:grid){p{display:none}}</style><p>x</p>',
    '<p style="color:white;background:#036">x</p>',
    '<div style="color:white"><p style="color:black">x</p></div>',
    '<div style="background:url(dark.png)"><p style="color:white">x</p></div>',
    '<div style="background:linear-gradient(#000,#333)"><p style="color:white">x</p></div>',
    '<p style="background:white url(paper.png);color:white">x</p>',
    '<p style="position:relative;left:-5px">x</p>',
    '<p style="text-indent:-2em;margin-left:-10px">x</p>',
    '<p style="position:absolute;clip:rect(0, 100px, 100px, 0)">x</p>',
    '<p style="position:absolute;clip:rect(auto, auto, auto, auto)">x</p>',
    '<style>p{display:none}p.on{display:block}</style><p class=on>x</p>',
    '<style>.off{display:none}</style><p class=office>x</p>',
    '<div style="visibility:hidden"><p style="visibility:visible">x</p></div>',
    '<p style="color:#fff;text-shadow:0 0 2px #000">x</p>',
    '<p style="font-size:-1px">x</p>',
    '<p style="color:black;color:wite">x</p>',
    '<p style="color:#fff;background:#000;background:blurp">x</p>',
    '<p style="background:currentcolor;-webkit-text-fill-color:#fff">x</p>',
    '<p style="color:#fff;box-shadow:inset 0 0 0 9em #000">x</p>',
    '<style>html{background:#000;color:#fff}</style><p>x</p>',
    '<p style="color:#fff;background:no-repeat url(a.png) #fff">x</p>',
    '<p style="color:#fff;background:#036 none repeat-x">x</p>',
    '<p style="background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent">x</p>',
    '<style>div{container-type:size}@container (min-width:5000px){p{display:none}}</style><p>x</p>',
  ])('reads what is seen: %s', (html) => {
    expect(lines(`<div>seen</div>${html}`)).toEqual(['paragraph: seen', 'paragraph: x']);
  });

  it('takes a column that a style collapses out of its table', () => {
    const html =
      '<style>.c{visibility:collapse}</style><table><colgroup><col><col class=c span=2><col></colgroup><tr><td>a<td>9<td>8<td>1<tr><td>c<td colspan=2>7<td>3</table>';
    expect(cells(html)).toEqual([
      ['a', '1'],
      ['c', '3'],
    ]);
    expect(lines(html).filter((line) => line.startsWith('unseen'))).toEqual([
      'unseen: 9',
      'unseen: 8',
      'unseen: 7',
    ]);
  });

  it('takes rows and cells that are hidden out of their table', () => {
    const html = '<table><tr><td>a<td hidden>9<td>1<tr style="display:none"><td>b<td>2<tr><td>c<td>3</table>';
    expect(cells(html)).toEqual([
      ['a', '1'],
      ['c', '3'],
    ]);
    expect(lines(html).filter((line) => line.startsWith('unseen'))).toEqual([
      'unseen: 9',
      'unseen: b',
      'unseen: 2',
    ]);
  });

  it('says that style sheets and frames of other files are not read', () => {
    expect(seen('<style>@import "a.css";</style><p>x').notes?.[0]).toContain('1 linked style sheets');
    expect(seen('<iframe src=a></iframe><p>x').notes?.[0]).toContain('1 frames');
    expect(() => seen('<frameset><frame src=a></frameset>')).toThrow('the page of the frame');
    expect(seen('<link rel=stylesheet href=a.css><p>x').notes?.[0]).toContain('1 linked style sheets');
    expect(seen('<style>p:placeholder-shown{display:none}</style><p>x').notes?.[0]).toContain(
      'p:placeholder-shown',
    );
    expect(seen('<style>p::selection{color:red}p:hover{color:red}</style><p>x').notes).toEqual([]);
    expect(seen('<p>x').notes).toEqual([]);
  });

  it('has every token in one block, with its place in the text', () => {
    const source = seen(
      '<h1>a b</h1><table><tr><td>c<td>1<br>2<sup>3</sup><tr><td><td>4</table><p hidden>e</p>',
    );
    const tokens = source.pages
      .flatMap(({ blocks }) => blocks.flatMap(linesOf))
      .flatMap((line) => line.tokens);
    expect(tokens).toHaveLength(8);
    for (const { text, span } of tokens) expect(source.text.slice(span.start, span.end)).toBe(text);
  });
});

describe('the part of a page that is the document', () => {
  const page =
    '<nav>Menu 5</nav><main><div class="doc x">Rain<table><tr><td>Hill<td>1</table></div></main><p>Foot';

  it('is named by a selector; what is around it is furniture', () => {
    expect(lines(page, 'main .doc')).toEqual([
      'furniture: Menu 5',
      'paragraph: Rain',
      'table: Hill',
      'table: 1',
      'furniture: Foot',
    ]);
    expect(layerOfSource(seen(page, 'div.doc')).text).toBe('      Rain\nHill\t1');
  });

  it('may be a cell or a table of the page', () => {
    const html =
      '<table><tr><td>Menu<td>5<tr><td id=doc>Rain<table id=rain><tr><td>Hill<td>1</table><td>6</table>';
    expect(lines(html, '#rain')).toContain('table: Hill');
    expect(lines(html, '#rain')).toContain('furniture: Rain');
    expect(lines(html, '#doc')).toContain('paragraph: Rain');
    expect(lines(html, '#doc')).toContain('furniture: 6');
  });

  it.each([
    ['#none', 'no such element'],
    ['div, nav', 'found 2'],
    ['div[', 'no selector of CSS'],
    ['tr', 'a part of a table, <tr>'],
  ])('is refused where it is not one: %s', (part, found) => {
    expect(() => seen(page, part)).toThrow(found);
  });

  it('is refused where nothing is seen in it', () => {
    expect(() => seen('<p>around</p><div id=doc><p hidden>x</div>', '#doc')).toThrow('with text');
  });
});
