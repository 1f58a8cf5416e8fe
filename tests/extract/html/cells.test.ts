import { describe, expect, it } from 'vitest';
import { cells, lines, seen, tablesOf } from './seen-page.ts';

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
});
