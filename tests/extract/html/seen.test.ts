import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../pipeline/page/source.ts';
import { cells, lines, seen } from './seen-page.ts';

describe('what is seen of a page of HTML', () => {
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
