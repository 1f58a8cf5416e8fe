import { describe, expect, it } from 'vitest';
import { cells, seen, tablesOf } from './seen-page.ts';

describe('the letters in the cells of a page of HTML', () => {
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
});
