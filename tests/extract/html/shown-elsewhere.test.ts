import { describe, expect, it } from 'vitest';
import { htmlSource } from '../../../pipeline/extract/html/source.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { cell, DRAWN } from './shown-cell.ts';

describe('a style puts what stands in cells elsewhere than where it is written', () => {
  const table = (style: string, row = '<tr id=r><td>Hill<td id=b>345<td id=c>777'): string => {
    const html = `<style>${style}</style><table><tr><th>Place<th>Rain<th>Snow${row}<tr><td>Bay<td>88<td>91</table>`;
    const source = htmlSource(new TextEncoder().encode(html), 'page.html');
    const [read] = source.pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    return read === undefined
      ? ''
      : tableTexts(read)
          .map((cells) => cells.join('|'))
          .join('/');
  };

  it.each([
    ['b{margin-left:-9999px}', '3<b>9</b>5'],
    ['b{margin-left:-9999px}', '<b></b>5'],
    ['b{margin-left:-9999px}', '<b>Rain</b>5'],
    ['b{display:inline-block;margin-left:-9999px}', '3<b>9</b>5'],
    ['b{margin-right:-9999px}', '<b>9</b>5'],
  ])('a margin in a line draws all that follows away: %s: %s', (style, html) => {
    expect(cell(style, html)).toContain(DRAWN);
  });

  it('a margin above a box in a line draws nothing away', () => {
    expect(cell('b{display:inline-block;margin-top:-999px}', '3<b>9</b>5')).toBe('395');
  });

  it.each([
    ['b{background:url(minus.gif) no-repeat;padding-left:9px}', '<b>5</b>'],
    ['b{background:url(signs.png) -20px -40px;padding-left:9px}', '<b>5</b>'],
    ['b{display:inline-block;background-image:url(minus.gif)}', '<b>5</b>'],
    ['#x{background:#fff url(minus.gif) no-repeat left}', '5'],
    ['#x{background-image:url(minus.gif);background-repeat:no-repeat}', '5'],
    ['b{border-left:8px solid;border-image:url(minus.gif) 1}', '<b>5</b>'],
    ['b{border-left:8px solid;border-image-source:linear-gradient(red,blue)}', '<b>5</b>'],
  ])('a picture under a value may be its minus: %s: %s', (style, html) => {
    expect(cell(style, html)).toBe(`${DRAWN}5`);
  });

  it('the paper of a cell is none', () => {
    expect(cell('#x{background:url(paper.gif)}', '5')).toBe('5');
  });

  it.each([
    '#r{display:flex;direction:rtl}',
    '#b,#c{display:block}',
    '#b{display:contents}#c{display:inline-block}',
  ])('cells stand in other columns: %s', (style) => {
    expect(table(style)).toContain(`${DRAWN}345|${DRAWN}777`);
  });

  it.each([
    '#b{display:block}',
    'tr{display:flex}td{display:block}',
    '#r{direction:rtl}',
    'tr{display:contents}',
  ])('or in their own: %s', (style) => {
    expect(table(style)).toBe('Place|Rain|Snow/Hill|345|777/Bay|88|91');
  });

  it('boxes of any kind are cells where their roles say so', () => {
    const row = (...texts: readonly string[]): string =>
      `<div role=row>${texts.map((text) => `<div role=cell style="display:inline-block">${text}</div>`).join('')}</div>`;
    const page = `<div role=table>${row('Hill', '3', '4')}${row('Bay', '6', '7')}</div>`;
    expect(htmlSource(new TextEncoder().encode(page), 'page.html').text).not.toContain(DRAWN);
  });

  it('a cell that is made another box spans nothing', () => {
    expect(table('#b{display:block}', '<tr><td>Hill<td id=b colspan=2>345<td>777')).toBe(
      'Place|Rain|Snow/Hill|345|777/Bay|88|91',
    );
  });

  it('groups of rows stand where a style lays them out', () => {
    const row = '<tbody><tr><td>Hill<td>345<td>777<thead><tr><td>Dale<td>1<td>2<tbody>';
    expect(table('thead{display:table-footer-group}', row)).toBe(
      'Place|Rain|Snow/Hill|345|777/Bay|88|91/Dale|1|2',
    );
    expect(table('thead{display:table-row-group}', row)).toBe(
      'Place|Rain|Snow/Hill|345|777/Dale|1|2/Bay|88|91',
    );
  });
});
