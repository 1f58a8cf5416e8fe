import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Section } from '../../../pipeline/normalise/prose/paragraph.ts';
import { read, text, whole } from '../../project.ts';
import { layer, lineAt, prose } from './report-lines.ts';

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
