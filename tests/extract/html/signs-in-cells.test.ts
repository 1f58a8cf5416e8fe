import { describe, expect, it } from 'vitest';
import { layerOfSource } from '../../../pipeline/extract/source-layer.ts';
import { cells, lines, seen } from './seen-page.ts';

const stops = (html: string): readonly string[] =>
  (layerOfSource(seen(html)).evidence.remarks ?? []).filter((remark) => remark.stops).map(({ says }) => says);

describe('the signs in the cells of a page of HTML', () => {
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
