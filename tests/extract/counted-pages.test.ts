import { describe, expect, it } from 'vitest';
import { annexes, contents, expected, layerOfText, read } from '../project.ts';

/** Pages with a line behind each that counts them. */
function counted(pages: readonly string[], count: (page: number, pages: number) => string): string {
  return pages.map((page, index) => `${page}\n\n${count(index + 1, pages.length)}\n`).join('\n');
}

const PAGES = ['Кесте', '10,0 20,0', '30,0 40,0'];
const pageOf = (text: string, line: string): number | undefined => {
  const { text: own, lines } = layerOfText(text);
  return lines.find(({ start, end }) => own.slice(start, end).trim() === line)?.page;
};
const inked = (text: string): readonly string[] =>
  layerOfText(text)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('lines that count the pages of a text', () => {
  it.each([
    ['as pdf-parse writes them', (page: number, pages: number) => `-- ${page} of ${pages} --`],
    ['as numbers alone', (page: number, pages: number) => `${page}/${pages}`],
    ['in any words', (page: number, pages: number) => `Бет ${page}, барлығы ${pages} бет`],
  ])('end its pages and are no part of it, %s', (_, count) => {
    const text = counted(PAGES, count);
    expect(inked(text)).toEqual(PAGES);
    expect(PAGES.map((page) => pageOf(text, page))).toEqual([1, 2, 3]);
  });

  it('begin its pages where the first of them begins the text', () => {
    const text = PAGES.map((page, index) => `Page ${index + 1} of 3\n${page}\n`).join('');
    expect(inked(text)).toEqual(PAGES);
    expect(PAGES.map((page) => pageOf(text, page))).toEqual([1, 2, 3]);
  });

  it('are taken out where form feeds tell the pages', () => {
    const text = PAGES.map((page, index) => `${page}\n${index + 1} / 3\n`).join('\f');
    expect(inked(text)).toEqual(PAGES);
    expect(PAGES.map((page) => pageOf(text, page))).toEqual([1, 2, 3]);
  });

  it.each([
    ['one is missing', ['-- 1 of 3 --', '-- 3 of 3 --']],
    ['one is there twice', ['-- 1 of 3 --', '-- 2 of 3 --', '-- 2 of 3 --', '-- 3 of 3 --']],
    ['they count to another number', ['-- 1 of 4 --', '-- 2 of 4 --', '-- 3 of 4 --']],
    ['they are two values of a row', ['1 2', '2 2']],
    ['they are values with a dash between', ['1 - 3', '2 - 3', '3 - 3']],
  ])('are text where %s', (_, lines) => {
    expect(inked(lines.join('\nмәтін\n')).filter((line) => line !== 'мәтін')).toEqual(lines);
  });

  it('change nothing in what the tables say', () => {
    const pages = annexes.split('\n\n\n\n');
    expect(pages.length).toBeGreaterThan(20);
    expect(contents(read(counted(pages, (page, all) => `-- ${page} of ${all} --`)))).toEqual(expected());
  });
});
