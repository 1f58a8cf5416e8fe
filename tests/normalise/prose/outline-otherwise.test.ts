import { describe, expect, it } from 'vitest';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import { readProse } from '../../../pipeline/normalise/prose/prose.ts';
import { plainLayer } from '../../layers.ts';
import { lineAt, prose } from './report-lines.ts';
import { readReport, refusals } from './whole-report.ts';

/** Sets no heading in, as word processors do, while paragraphs stay so. */
function withHeadingsAtTheMargin(text: string): string {
  const lines = text.split('\n');
  for (const { origins } of prose.sections.filter(({ kind }) => kind !== 'annex')) {
    const at = lineAt(origins[0]) - 1;
    lines[at] = lines[at]?.trimStart() ?? '';
  }
  return lines.join('\n');
}

describe('a report whose headings are not set in', () => {
  it('has the same sections and paragraphs', () => {
    const { prose: other } = readReport(withHeadingsAtTheMargin);
    expect(other.sections.map(({ origins: _, ...section }) => section)).toEqual(
      prose.sections.map(({ origins: _, ...section }) => section),
    );
    expect(other.paragraphs.map(({ text: words }) => words)).toEqual(
      prose.paragraphs.map(({ text: words }) => words),
    );
  });

  it('is refused where one of them is not declared', () => {
    const set = (text: string): string =>
      withHeadingsAtTheMargin(text).replace('      100. ҚР-да', 'Тағы бірі\n      100. ҚР-да');
    expect(refusals(set)).toEqual(['467: a heading as outline.yaml declares it / "Тағы бірі"']);
  });

  it('is refused where one that is not declared is set in', () => {
    const set = (text: string): string =>
      withHeadingsAtTheMargin(text).replace('      100. ҚР-да', '      Тағы бірі\n      100. ҚР-да');
    expect(refusals(set)).toEqual(['467: a heading as outline.yaml declares it / "Тағы бірі"']);
  });
});

describe('a report whose outline is damaged', () => {
  const once = (from: string | RegExp, to: string) => (text: string) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    return changed;
  };

  const moved = (text: string): string =>
    once(
      '      13-ұсыным\n',
      '      13-ұсыным\n      Сот жүйесін дамыту\n',
    )(once('      Сот жүйесін дамыту\n', '')(text));
  const rising = 'recommendations 7 to 43 in their order, each once';
  const declared = 'a heading as outline.yaml declares it';

  it.each([
    ['a number that repeats', once(' 100. ҚР-да', ' 99. ҚР-да'), '467: paragraph 100 / the number 99'],
    [
      'a paragraph that stands twice',
      once('      100. ҚР-да', '      99. Бар.\n      100. ҚР-да'),
      '467: paragraph 100 / paragraph 99 once more',
    ],
    [
      'a number that is missing',
      once('      100. ҚР-да', '      ҚР-да'),
      '469: paragraph 100 / the number 101',
    ],
    ['a number that is wrong', once(' 100. ҚР-да', ' 700. ҚР-да'), '467: paragraph 100 / the number 700'],
    [
      'several numbers missing',
      once(/ 100\. ([\s\S]*?) 101\. ([\s\S]*?) 102\. /, ' $1 $2 '),
      '477: paragraphs 100 to 102 / the number 103',
    ],
    ['the last number missing', once(' 559. Қаз', ' Қаз'), '2784: 559 paragraphs / 558'],
    ['a recommendation twice', once(' 13-ұсыным', ' 12-ұсыным'), `466: ${rising} / "12-ұсыным"`],
    ['a recommendation out of order', once(' 13-ұсыным', ' 18-ұсыным'), `466: ${rising} / "18-ұсыным"`],
    ['a recommendation that nobody made', once(' 43-ұсыным', ' 44-ұсыным'), `2637: ${rising} / "44-ұсыным"`],
    [
      'two headings that share a number',
      once(' 30, 31-ұ', ' 29, 31-ұ'),
      `1814: ${rising} / "29, 31-ұсынымдар"`,
    ],
    [
      'a recommendation without a heading',
      once('      13-ұсыным\n', ''),
      '644: a heading for recommendation 13 / "14-ұсыным"',
    ],
    ['a misspelt recommendation', once(' 13-ұсыным', ' 13-усыным'), `466: ${declared} / "13-усыным"`],
    ['a subheading elsewhere', moved, '466: this heading under "recommendation-11" / "Сот жүйесін дамыту"'],
    [
      'a subheading that is missing',
      once('      Сот жүйесін дамыту\n', ''),
      '-: the heading "Сот жүйесін дамыту" / none',
    ],
    [
      'a heading that others stand under misspelt',
      once(' Болашаққа', ' Болашақка'),
      `2662: ${declared} / "Болашақка міндеттер"`,
    ],
    [
      'a heading that nobody declared',
      once('      100. ҚР-да', '      Тағы бірі\n      100. ҚР-да'),
      `467: ${declared} / "Тағы бірі"`,
    ],
    ['its first part missing', once('      1. Әдіснама\n', ''), '-: the heading "1. Әдіснама" / none'],
    [
      'its second part missing',
      once(/ {6}2\. Экономикалық[\s\S]*?баяндама\n/, ''),
      '-: the heading "2. Экономикалық, әлеуметтік және мәдени құқықтар жөніндегі комитеттің 44-сессиясында берілген ұсынымдар бойынша баяндама" / none',
    ],
  ])('is refused for %s, with one finding', (_, edit, wanted) => {
    expect(refusals(edit)).toEqual([wanted]);
  });
});

describe('an outline that is declared wrongly', () => {
  const refused = (from: string, to: string): readonly string[] =>
    refusals(undefined, (outline) => {
      expect(outline).toContain(from);
      return outline.replace(from, to);
    });

  it.each([
    [
      'an id that stands twice',
      'id: judicial-system',
      'id: anti-corruption',
      '-: each id once / "anti-corruption" twice',
    ],
    [
      'a heading under none',
      'under: recommendation-17',
      'under: recommendation-170',
      '-: a heading under one that is declared / "youth-employment" under "recommendation-170"',
    ],
    [
      'a heading under part of a heading',
      'under: recommendation-17',
      'under: recommendation-19',
      '1030: "recommendation-19" above it / "Жастардың формальды және формальды емес жұмыспен қамтылуы"',
    ],
    ['too few paragraphs', 'paragraphs: 559', 'paragraphs: 558', '2784: 558 paragraphs / 559'],
    ['a key that is misspelt', 'title: Сот', 'titel: Сот', '29: a key that the format knows / "titel"'],
  ])('is refused for %s', (_, from, to, wanted) => {
    expect(refused(from, to)).toContain(wanted);
  });
});

describe('a paragraph that does not follow', () => {
  const text = '      1. Бөлім\n      1. Бірінші.\n      3. Үшінші.';
  const outline = {
    paragraphs: 2,
    parts: [{ id: 'part', title: '1. Бөлім', en: 'Part' }],
    annexes: { count: 1, title: '{number}-қосымша', en: 'Annex {number}' },
  };

  it('is told by its line, and by its page where it is printed on one', () => {
    const layer = plainLayer(text, 'report');
    expect(() => readProse(layer, text.length, kk, outline)).toThrow(/^report:3/m);
    expect(() => readProse({ ...layer, printed: [] }, text.length, kk, outline)).toThrow(
      /^report: page 1, line 3 of its text/m,
    );
  });
});
