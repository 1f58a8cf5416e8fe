import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lineOf } from '../../../pipeline/extract/text-layer.ts';
import type { Section } from '../../../pipeline/normalise/prose/paragraph.ts';
import { read, text, whole } from '../../project.ts';
import { readReport, refusals, wholeReport } from './whole-report.ts';

interface GoldenHeading {
  readonly title: string;
  readonly line: number;
  readonly first_paragraph: number;
  readonly last_paragraph: number;
  readonly first_paragraph_line: number;
  readonly numbers?: readonly number[];
  readonly sub_headings?: readonly GoldenHeading[];
}

interface GoldenOutline {
  readonly parts: readonly GoldenHeading[];
  readonly recommendations: readonly GoldenHeading[];
  readonly future_tasks: GoldenHeading;
  readonly annexes: readonly { readonly label: string; readonly line: number }[];
  readonly irregularities: {
    readonly lists: readonly { readonly paragraph: number; readonly item_lines: readonly number[] }[];
    readonly unnumbered_paragraphs: readonly { readonly paragraph: number; readonly line: number }[];
  };
}

const golden = parse(readFileSync('tests/golden/outline.yaml', 'utf8')) as GoldenOutline;
const { layer, prose } = wholeReport;
const lineAt = (origin: number | undefined): number => lineOf(layer, origin ?? 0).number;

describe('the outline against a transcription by a reader', () => {
  const expected: readonly (readonly [GoldenHeading, Section['kind'], string | null])[] = [
    ...golden.parts.map((part) => [part, 'part', null] as const),
    ...golden.recommendations.flatMap((each) => [
      [each, 'recommendation', golden.parts[1]?.title ?? ''] as const,
      ...(each.sub_headings ?? []).map((sub) => [sub, 'subheading', each.title] as const),
    ]),
    [golden.future_tasks, 'subheading', golden.parts[1]?.title ?? ''],
    ...(golden.future_tasks.sub_headings ?? []).map(
      (sub) => [sub, 'subheading', golden.future_tasks.title] as const,
    ),
  ];
  const titles = new Map(prose.sections.map(({ id, text }) => [id, text]));

  it('finds every heading, its line, what it stands under and the paragraphs below it', () => {
    const found = prose.sections
      .filter(({ kind }) => kind !== 'annex')
      .map((section) => [
        lineAt(section.origins[0]),
        section.text,
        section.kind,
        section.parent === null ? null : titles.get(section.parent),
        section.firstParagraph,
        section.lastParagraph,
      ]);
    const wanted = expected
      .map(([{ line, title, first_paragraph, last_paragraph }, kind, above]) => [
        line,
        title,
        kind,
        above,
        first_paragraph,
        last_paragraph,
      ])
      .sort((a, b) => Number(a[0]) - Number(b[0]));
    expect(found).toEqual(wanted);
  });

  it('reads the numbers in the headings of recommendations, 7 to 43 once each', () => {
    const found = prose.sections.flatMap(({ recommendations }) => recommendations);
    expect(found).toEqual(golden.recommendations.flatMap(({ numbers }) => numbers ?? []));
    expect([...found].sort((a, b) => a - b)).toEqual(Array.from({ length: 37 }, (_, index) => index + 7));
  });

  it('finds the seven annexes', () => {
    const sections = whole().normalised.text?.sections ?? [];
    const annexes = sections.filter(({ kind }) => kind === 'annex');
    expect(annexes.map(({ text, page }) => [text, page])).toEqual(
      golden.annexes.map(({ label, line }) => [label, layer.lines[line - 1]?.page]),
    );
  });

  it('finds them wherever the lines of their stamps end', () => {
    const stamp = /\s+(\d)-қосымша *$/gmu;
    const sets = [' $1-\nқосымша', '\n$1\nқосымша', ' $1-қосымша'];
    let stamps = 0;
    // Each of the three ways stands at two stamps at least.
    const printed = text.replace(stamp, (all) => all.replace(stamp, sets[stamps++ % sets.length] ?? ''));
    expect([printed === text, stamps]).toEqual([false, golden.annexes.length]);
    const annexes = read(printed).text?.sections.filter(({ kind }) => kind === 'annex') ?? [];
    expect(annexes.map((each) => each.text.replace(' ', '-'))).toEqual(
      golden.annexes.map(({ label }) => label),
    );
  });

  it('finds paragraphs 1 to 559 once each and where the golden ones begin', () => {
    expect(prose.paragraphs.map(({ number }) => number)).toEqual(
      Array.from({ length: 559 }, (_, index) => index + 1),
    );
    const lines = new Map(prose.paragraphs.map(({ number, lineStart }) => [number, lineStart]));
    for (const [{ first_paragraph, first_paragraph_line }] of expected)
      expect(lines.get(first_paragraph)).toBe(first_paragraph_line);
  });

  it('finds every list item and keeps unnumbered paragraphs with their paragraph', () => {
    const begins = (kind: 'item' | 'text'): readonly (readonly [number, number])[] =>
      prose.paragraphs.flatMap(({ number, blocks, origins }) =>
        blocks
          .slice(1)
          .filter((block) => block.kind === kind)
          .map(({ from }) => [number, lineAt(origins[from])] as const),
      );
    const { lists, unnumbered_paragraphs } = golden.irregularities;
    expect(begins('item')).toEqual(
      lists.flatMap(({ paragraph, item_lines }) => item_lines.map((line) => [paragraph, line])),
    );
    expect(begins('text')).toEqual(unnumbered_paragraphs.map(({ paragraph, line }) => [paragraph, line]));
  });

  it('keeps markers apart from the words of an item', () => {
    const paragraph = prose.paragraphs[162];
    const markers = paragraph?.blocks.map(({ marker, from, to }) => [
      marker,
      paragraph.text.slice(from, from + 14),
      to,
    ]);
    expect(markers?.slice(1).map(([marker, text]) => [marker, text])).toEqual([
      ['1)', '"Шетелдіктерде'],
      ['2)', '"Көшіп келушіл'],
    ]);
    expect(paragraph?.text).toContain('\n2) "Көшіп');
  });
});

describe('words that a line end cuts', () => {
  const running = prose.paragraphs.map((paragraph) => paragraph.text).join('\n');
  it.each([
    '9-11 сыныптарда',
    'жүріс-тұрысымен',
    '8-бабында',
    '2009-2011 жылдары',
    '42,2 %-ды',
    '82 %-ын',
    '45 104 бала',
  ])('reads %s', (words) => expect(running).toContain(words));
});

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
