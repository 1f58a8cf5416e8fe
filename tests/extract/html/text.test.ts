import { describe, expect, it } from 'vitest';
import { htmlSource } from '../../../pipeline/extract/html/source.ts';
import { layerOfSource } from '../../../pipeline/extract/source-layer.ts';
import { linesOf } from '../../../pipeline/page/source.ts';
import { textOf } from '../../../pipeline/page/token.ts';
import { lines, seen } from './seen-page.ts';

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

  it.each([
    ['<ol start=3><li><p>a</p><p>b</p></li> <li>\n<div><div>c</div></div></ol>', ['3. a', 'b', '4. c']],
    ['<ul><li><ol><li><p>a</ol></ul>', ['\u2022 1. a']],
    ['<ul><li><p style="display:none">a</p><p>b</ul>', ['\u2022 b']],
    ['<ul><li><br>a</ul>', ['\u2022', 'a']],
    ['<ul><li><p></p>a</ul>', ['\u2022 a']],
  ])('has the marker of an item beside its first block: %s', (html, expected) => {
    expect(
      lines(html)
        .filter((line) => line.startsWith('paragraph'))
        .map((line) => line.replace('paragraph: ', '')),
    ).toEqual(expected);
  });

  it('has the paragraphs of a text that keeps its lines', () => {
    const all = ['One line of it\nand another;\nand more.', 'The next;\nand more;', 'the last,\nto its end.'];
    const set = all.map((paragraph) => `      ${paragraph}`).join('\n');
    for (const html of [`<pre>${all.join('\n\n')}</pre>`, `<pre>\n${set}</pre>`])
      expect(layerOfSource(seen(html)).text).toBe(set);
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
