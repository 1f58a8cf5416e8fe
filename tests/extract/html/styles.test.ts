import { describe, expect, it } from 'vitest';
import { htmlSource } from '../../../pipeline/extract/html/source.ts';
import { linesOf } from '../../../pipeline/page/source.ts';
import { textOf } from '../../../pipeline/page/token.ts';

/** Whether the value of a page is seen with some markup before it. */
function isSeen(markup: string): boolean {
  const html = `${markup}<div><p>Hill</p><p class=x id=k><b>345.5</b></p></div>`;
  const { pages } = htmlSource(new TextEncoder().encode(html), 'page.html', { part: undefined });
  const told = pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => linesOf(block).map(({ tokens }) => `${block.kind} ${textOf(tokens)}`)),
  );
  expect(told).toHaveLength(2);
  return told.includes('paragraph 345.5');
}

describe('a style sheet hides', () => {
  it.each([
    // Conditions within each other, in every order.
    '@media screen{@supports (display:grid){.x{display:none}}}',
    '@supports (display:grid){@media screen{@layer a{.x{display:none}}}}',
    '@media screen{div{.x{display:none}}}',
    'div{@media screen{.x{display:none}}}',
    '.x{@media screen{display:none}}',
    'div{container-type:inline-size}@container (min-width:1px){.x{display:none}}',
    '.x{display:none !important;display:block}',
    '.x{color:light-dark(white,black)}',
    '@scope (div){.x{display:none}}',
    // What rules name within rules.
    'div{.x{display:none}}',
    'div{& .x{display:none}}',
    'p,i{&.x{display:none}}',
    'div{color:red;> .x{display:none}color:blue}',
    // What browsers skip, and what they end by themselves.
    '@import "a.css";.x{display:none}',
    '@layer a,b;.x{display:none}',
    '@font-face{font-family:a;src:url(a;b)}.x{display:none}',
    '.z{background:url(data:image/png;base64,AA==)}.x{display:none}',
    '.y{color:red}};.x{display:none}',
    '.x{color:red;;display:none',
    '.x/*a{*/{display/*b*/:/*}*/none}',
    '.x[title="a}b,"],.x{display:none}',
    '<!-- .x{DISPLAY:None} -->',
    '.x{display:none ! IMPORTANT}p.x{display:block}',
    // Screens.
    '@media (width >= 600px){.x{display:none}}',
    '@media (600px <= width <= 2000px){.x{display:none}}',
    '@media not print{.x{display:none}}',
    '@media not all and (max-width:600px){.x{display:none}}',
    '@media print,screen{.x{display:none}}',
    '@media (orientation:landscape) and (hover){.x{display:none}}',
    '@media (prefers-color-scheme:light){.x{display:none}}',
    // Own properties.
    ':root{--h:none}.x{display:var(--h)}',
    'div{--h:none}.x{display:var(--h, block)}',
    '.x{display:var(--q, var(--r, none))}',
    ':root{--a:var(--b);--b:White}.x{color:var(--a)}',
    ':root{--paper:#036}p{background:var(--paper)}.x{color:#036}',
    // What holds of several.
    '@layer a{.x{display:block}}@layer b{.x{display:none}}',
    '@layer a{p.x#k{display:block}}.x{display:none}',
    '@layer a{.x{display:none !important}}p.x#k{display:block !important}',
    ':where(p.x#k){display:block}p + p{display:none}',
    ':not(#q).x{display:none}div p.x{display:block}',
  ])('%s', (css) => {
    expect(isSeen(`<style>${css}</style>`)).toBe(false);
  });
});

describe('a style sheet leaves as they are seen', () => {
  it.each([
    '@media print{@media screen{.x{display:none}}}',
    '@media screen{@media print{.x{display:none}}}',
    '@media print{div{.x{display:none}}}',
    'div{@media print{.x{display:none}}}',
    '@container (min-width:1px){.x{display:none}}',
    '@starting-style{.x{opacity:0}}',
    '.x{@starting-style{opacity:0}}',
    '@page :first{.x{display:none}}',
    '@keyframes a{from{opacity:0}.x{opacity:0}}',
    '@scope (table) to (td){.x{display:none}}',
    'table{.x{display:none}}',
    'p{&.y{display:none}}',
    '.x{*display:none;_display:none}',
    '@media (width < 600px){.x{display:none}}',
    '@media (orientation:portrait){.x{display:none}}',
    '@media (prefers-color-scheme:dark){.x{display:none}}',
    '@supports (not (display:grid)){.x{display:none}}',
    '@layer a{p.x#k{display:none}}.x{display:block}',
    '@layer a,b;@layer b{.x{display:block}}@layer a{p.x{display:none}}',
    ':where(p.x#k){display:none}.x{display:block}',
    ':root{--h:none}.x{--h:block;display:var(--h)}',
    '.x{display:var(--nowhere)}',
    ':root{--a:var(--b);--b:var(--a)}.x{display:var(--a)}',
    '.y::after{content:"}.x{display:none}"}',
    '.x:hover,.x:hover b{display:none}',
    '.x::selection{opacity:0}',
  ])('%s', (css) => {
    expect(isSeen(`<style>${css}</style>`)).toBe(true);
  });

  it.each([
    '@media ((((, and and {.x{display:none}}',
    `${'@media screen{'.repeat(3000)}.x{display:none}`,
    `${'p,i{'.repeat(300)}.x{display:none}`,
  ])('where what is said cannot be read or has no end: %.40s', (css) => {
    expect(isSeen(`<style>${css}</style>`)).toBe(true);
  });

  it.each([
    '<style media=print>.x{display:none}</style>',
    '<style media="(max-width:600px)">.x{display:none}</style>',
    '<style type="text/less">.x{display:none}</style>',
  ])('%s', (sheet) => {
    expect(isSeen(sheet)).toBe(true);
  });
});
