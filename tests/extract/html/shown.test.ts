import { describe, expect, it } from 'vitest';
import { cell, DRAWN } from './shown-cell.ts';

describe('a style hides nothing of a box for which it does not hold', () => {
  it.each([
    ['b{clip:rect(0,0,0,0)}', '<b>9</b>5', '95'],
    ['b{overflow:hidden;width:0}', '<b>9</b>5', '95'],
    ['b{overflow:hidden;height:0}', '<b>9</b>5', '95'],
    ['b{transform:scale(0)}', '<b>9</b>5', '95'],
    ['b{transform:translateX(-9999px)}', '<b>9</b>5', '95'],
    ['b{text-indent:-9999px}', '<b>9</b>5', '95'],
    ['b{margin-top:-999px}', '<b>9</b>5', '95'],
    ['b{content-visibility:hidden}', '<b>9</b>5', '95'],
    ['b{translate:0 -5px}', '5<b>1</b>', '51'],
    ['i{display:contents;overflow:hidden;height:0}', '<i>9</i>5', '95'],
    ['#x{width:0;overflow:hidden}', '5', '5'],
    ['#x{height:0;overflow:hidden}', '5', '5'],
    ['#x{margin-left:-9999px}', '5', '5'],
    ['tr{height:0;overflow:hidden}', '5', '5'],
    ['s{text-decoration-color:transparent}', '<s>9</s>5', '95'],
    ['b{display:inline-block;height:1em;overflow:hidden}', '<b>9</b>5', '95'],
    ['b{zoom:0}', '<b>9</b>5', '95'],
    ['b{color:white;-webkit-text-stroke-color:#000;-webkit-text-stroke-width:1px}', '<b>9</b>5', '95'],
    ['b{color:white;text-shadow:0 0 2px #000}', '<b>9</b>5', '95'],
  ])('%s: %s', (style, html, shown) => {
    expect(cell(style, html)).toBe(shown);
  });

  it.each([
    ['b{clip:rect(0,0,0,0);position:absolute}', '<b>9</b>5'],
    ['b{display:inline-block;overflow:hidden;width:0}', '<b>9</b>5'],
    ['b{float:left;overflow:hidden;width:0}', '<b>9</b>5'],
    ['#x{display:flex}b{overflow:hidden;width:0}', '<b>9</b><i>5</i>'],
    ['p{overflow:hidden;height:0}', '<p>9</p>5'],
    ['b{display:inline-block;transform:scale(0)}', '<b>9</b>5'],
    ['b{opacity:.2}i{opacity:.2}', '<b><i>9</i></b>5'],
    ['b{visibility:hidden;visibility:bogus}', '<b>9</b>5'],
    ['b{display:none;display:bogus}', '<b>9</b>5'],
    ['b{color:white;-webkit-text-stroke:1px white}', '<b>9</b>5'],
    ['b{color:white;text-shadow:0 0 2px #fff}', '<b>9</b>5'],
    ['p{overflow:hidden;max-block-size:0}', '<p>9</p>5'],
  ])('and hides what it does hold for: %s', (style, html) => {
    expect(cell(style, html)).toBe('5');
  });
});

describe('a colour that a style reckons', () => {
  it.each([
    'color-mix(in srgb,white 100%,black)',
    'color-mix(in oklab, #000 2%, transparent)',
    'color-mix(in lch longer hue, white, white)',
    'color-mix(in srgb, white, light-dark(white, black))',
    'light-dark(rgb(255,255,255),black)',
    'rgb(calc(250 + 5) 255 255)',
    'buttonface',
    'threedface',
  ])('hides what it makes the colour of its ground: %s', (colour) => {
    expect(cell(`b{color:${colour}}`, '<b>9</b>5')).toBe('5');
  });

  it.each([
    'color-mix(in srgb,white 30%,black)',
    'color-mix(in oklch, navy, black 40%)',
    'color-mix(in srgb, red 10%, blue 40%)',
    'light-dark(black,white)',
  ])('leaves what it makes another: %s', (colour) => {
    expect(cell(`b{color:${colour}}`, '<b>9</b>5')).toBe('95');
  });

  it.each([
    'b{color:rgb(from white r g b)}',
    'b{color:contrast-color(#000)}',
    'b{background:color-mix(in srgb, currentcolor, black)}',
    '#x{background:#fff}b{mix-blend-mode:screen}',
    'b{mix-blend-mode:difference;color:#fff}',
    'b{filter:invert(1)}',
    'b{background:linear-gradient(#fff 45%,#000 45%,#000 55%,#fff 55%)}',
    'b{background:linear-gradient(90deg,rgb(0 0 0),#000) no-repeat}',
  ])('stops a value where it is not told from here: %s', (style) => {
    expect(cell(style, '<b>9</b>5')).toContain(DRAWN);
  });

  it('is that of a ground as well', () => {
    expect(cell('b{background:color-mix(in srgb,#000,#000)}', '<b>9</b>5')).toBe('5');
    expect(cell('b{background:rgb(0 0 0) none}', '<b>9</b>5')).toBe('5');
    expect(cell('#x{background:linear-gradient(90deg,#638ec6 30%,white 30%)}', '5')).toBe('5');
  });
});

describe('a value of a page shows', () => {
  it.each([
    ['', '<q>5</q>', '\u201c5\u201d'],
    ['q{quotes:none}', '<q>5</q>', '5'],
    ['q{quotes:"\u2212" ""}', '<q>5</q>', '\u22125'],
    ['table{quotes:"-" ""}', '<q>5</q>', '-5'],
    ['q::before{content:"+"}q::after{content:none}', '<q>5</q>', '+5'],
    ['b{quotes:"-" ""}b::before{content:open-quote}', '<b>5</b>', '-5'],
    ['p{display:list-item;list-style:"-" inside}', '<p>5</p>', '- 5'],
    ['#x{display:list-item;list-style-type:"\u2212"}', '5', '\u2212 5'],
    ['p{display:list-item;list-style:none}', '<p>5</p>', '5'],
    ['@property --m{syntax:"*";inherits:true;initial-value:"-"}#x::before{content:var(--m)}', '5', '-5'],
    [
      '@property --m{syntax:"*";inherits:true;initial-value:"-"}:root{--m:"+"}#x::before{content:var(--m)}',
      '5',
      '+5',
    ],
  ])('what a style puts before it: %s %s', (style, html, shown) => {
    expect(cell(style, html)).toBe(shown);
  });

  it.each([
    ['p{display:list-item;list-style:decimal inside}', '<p>5</p>'],
    ['#x{display:list-item;list-style:decimal inside}', '5'],
    ['i{display:inline-block;border-left:8px solid;height:1px}', '<i></i>5'],
    ['i{display:inline-block;box-shadow:0 0 0 1px #000;width:8px}', '<i></i>5'],
    ['i{display:inline-block;outline:1px solid;width:8px}', '<i></i>5'],
    ['i{display:inline-block;border-style:solid;width:8px}', '<i></i>5'],
    ['b::before{content:"";border-left:8px solid}', '<b>5</b>'],
    ['b::before{content:"" ;display:inline-block;width:8px;height:2px;background:#000}', '<b>5</b>'],
    ['b::before{content:"";border-inline-start:7px solid}', '<b>5</b>'],
    ['b::before{content:"";border-left-style:solid}', '<b>5</b>'],
    ['b::before{content:"";padding:1px 4px;background:#000}', '<b>5</b>'],
    ['b::before{content:"\\a0\\a0";text-decoration:line-through}', '<b>5</b>'],
    ['b::before{content:"\\2003";border-bottom:1px solid}', '<b>5</b>'],
    ['b::before{content:"  ";white-space:pre;background:#000}', '<b>5</b>'],
    ['hr{display:inline-block;width:8px}', '<hr>5'],
    ['hr{margin-top:-.6em}', '5<hr>'],
    ['', '<s>&nbsp;&nbsp;</s>5'],
    ['tr:nth-child(2)::after{content:"7"}', '5'],
  ])('something that nobody can read where a style draws: %s %s', (style, html) => {
    expect(cell(style, html)).toContain(DRAWN);
  });

  it.each([
    ['hr{}', '5<hr>', '5'],
    ['i{display:inline-block;border-left:8px solid}', '5 <i></i>', '5'],
    ['i{display:inline-block;box-shadow:none;outline:0}', '<i></i>5', '5'],
    ['b::before{content:"\\a0"}', '<b>5</b>', '5'],
    ['b::before{content:"";display:table;clear:both}', '<b>5</b>', '5'],
  ])('and no more where it does not touch: %s %s', (style, html, shown) => {
    expect(cell(style, html)).toBe(shown);
  });
});

describe('a value of a page that is cut off', () => {
  it.each([
    ['table{table-layout:fixed;width:90px}', '123456789'],
    ['table{table-layout:fixed;width:600px}th{width:560px}th+th{width:auto}', '123456789'],
    ['#x{max-width:0;overflow:hidden}', '5'],
    ['p{height:4px;overflow:hidden}', '<p>5</p>'],
    ['b{display:inline-block;width:2px}', '<b>9</b>5'],
    ['p{height:0;overflow:auto}', '<p>9</p>5'],
    ['p{overflow:hidden;line-height:0}', '<p>5</p>'],
    ['p{overflow:hidden;text-indent:100%;white-space:nowrap}', '<p>5</p>'],
    ['b{contain:size;display:inline-block;overflow:hidden}', '<b>9</b>5'],
    ['p{contain:strict}', '<p>5</p>'],
    ['p{position:absolute;left:0;top:0}', '<p>5</p>'],
    ['table{position:relative}p{position:absolute;left:4px}', '<p>5</p>'],
    ['p{position:fixed;left:30px}', '<p>5</p>'],
    ['p{text-indent:-8px;overflow:hidden}', '<p>5</p>'],
    ['b{text-decoration:underline;text-underline-offset:-8px}', '<b>5</b>'],
    ['b{text-combine-upright:all;writing-mode:vertical-rl}', '<b>345</b>'],
    ['p{position:absolute;left:110vw}', '<p>5</p>'],
    ['p{position:absolute;right:9999px}', '<p>5</p>'],
    ['p{position:absolute;left:200%}', '<p>5</p>'],
    ['p{offset-path:path("M-9999 0")}', '<p>5</p>'],
    ['b{font-size-adjust:0}', '<b>9</b>5'],
  ])('is something that nobody can read: %s', (style, html) => {
    expect(cell(style, html)).toContain(DRAWN);
  });

  it.each([
    'table{table-layout:fixed;width:100%}#x{overflow:hidden}',
    'table{table-layout:fixed}',
    'p{height:1.2em;overflow:hidden}',
    '#x{width:1px}',
    'p{line-height:1.2;overflow:hidden}',
    'p{overflow:auto;height:3em}',
    '#x{position:relative}p{position:absolute;left:4px}',
    'p{contain:layout;text-indent:1em}',
  ])('and is read where it has room: %s', (style) => {
    expect(cell(style, '<p>123456789</p>')).toBe('123456789');
  });
});

describe('what a rule of a style sheet is about', () => {
  it.each([
    '@supports (-ms-ime-align:auto){b{display:none}}',
    '@supports (-moz-appearance:none) and (not (-webkit-appearance:none)){b{display:none}}',
    '@supports (display:grid) and (not (display:inline-grid)){b{display:none}}',
    '@supports not ((display:grid) or (-moz-x:y)){b{display:none}}',
    '@supports selector(:nope){b{display:none}}',
    '@supports (font:-apple-system-body){b{display:none}}',
    'b, b:nope(x){display:none}',
    'b, b::-moz-focus-inner{display:none}',
    'b:-ms-clear, b{display:none}',
    'b:not(:nope){display:none}',
    'b:dir(rtl){display:none}',
  ])('is none where browsers do not know it: %s', (style) => {
    expect(cell(style, '<b>9</b>5')).toBe('95');
  });

  it.each([
    '@supports (-webkit-appearance:none){b{display:none}}',
    '@supports (--a:b) and selector(a > b){b{display:none}}',
    '@supports (display:grid) or (-moz-appearance:none){b{display:none}}',
    'b:dir(ltr){display:none}',
    'b:defined{display:none}',
    'td :-webkit-any(b,i){display:none}',
    'b[*|class]{display:none}',
    '@namespace h url(http://www.w3.org/1999/xhtml);h|b{display:none}',
    '*|b{display:none}',
    'b, b::-webkit-scrollbar{display:none}',
    ':is(b, i){display:none}',
  ])('is told under whatever name: %s', (style) => {
    expect(cell(style, '<b class=k>9</b>5')).toBe('5');
  });
});
