import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Paragraph } from '../../../pipeline/normalise/prose/paragraph.ts';
import { even, readReport, wholeReport } from './whole-report.ts';

interface GoldenPlace {
  readonly line_start: number;
  readonly line_end: number;
  readonly paragraph: number | null;
  readonly before: string;
  readonly after: string;
  readonly moved: readonly string[];
  readonly kind: string;
  readonly sure: boolean;
}

const LAST_LINE_BEFORE_THE_ANNEXES = 2784;
const { layer, end, prose } = wholeReport;
const golden = (parse(readFileSync('tests/golden/displaced-text.yaml', 'utf8')) as GoldenPlace[]).filter(
  ({ line_end }) => line_end <= LAST_LINE_BEFORE_THE_ANNEXES,
);
const sure = golden.filter((place) => place.sure);
const numbered = new Map(prose.paragraphs.map(({ number, text }) => [number, even(`${number}. ${text}`)]));
const outside = [prose.decree.text, ...prose.sections.map(({ text }) => text)].map(even);

const isRead = ({ paragraph, after }: GoldenPlace): boolean =>
  (paragraph === null ? outside : [numbered.get(paragraph) ?? '']).some((text) => text.includes(even(after)));
const movedIn = ({ line_start, line_end }: GoldenPlace): readonly string[] =>
  prose.repairs
    .filter(({ lineEnd }) => lineEnd >= line_start && lineEnd <= line_end)
    .map(({ moved }) => moved)
    .sort();

describe('displaced words against a transcription by a reader who did not see the rules', () => {
  it('reads every place that the reader is sure of as the reader does', () => {
    const wrong = sure.filter((place) => !isRead(place)).map(({ line_start, after }) => [line_start, after]);
    expect(sure.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('moves the pieces that the reader saw moved, and no others', () => {
    const wrong = sure.filter((place) => movedIn(place).join('|') !== [...place.moved].sort().join('|'));
    expect(wrong.map(({ line_start, moved }) => [line_start, moved])).toEqual([]);
  });

  it('repairs no line that the reader did not find, but the one that the reader overlooked', () => {
    const found = prose.repairs.filter(
      ({ lineEnd }) => !sure.some((place) => place.line_start <= lineEnd && lineEnd <= place.line_end),
    );
    // "... ҚР␣␣қабылданды. Аталған Конституциялық Заңы": the next line goes on with "заңмен отставкаға".
    expect(found.map(({ lineEnd, moved }) => [lineEnd, moved])).toEqual([[441, 'Конституциялық Заңы']]);
  });

  it('is unsure only where the reader is', () => {
    const places = prose.unsure.map(({ line }) =>
      golden.find((place) => !place.sure && place.line_start <= line && line <= place.line_end),
    );
    expect(places.map((place) => place?.line_start)).toEqual([1771]);
  });
});

describe('what putting words back leaves alone', () => {
  it('leaves every line that it did not repair as it is printed, but for white space', () => {
    const repaired = new Set(prose.repairs.map(({ lineEnd }) => lineEnd));
    const bare = (text: string): string => text.replace(/\s+/g, '');
    const all = prose.paragraphs.map(({ number, text }) => bare(`${number}.${text}`)).join('');
    const lines = layer.lines.filter(
      ({ number, start }) => number >= 35 && start < end && !repaired.has(number),
    );
    const lost = lines.filter((line) => !all.includes(bare(layer.text.slice(line.start, line.end))));
    const titles = prose.sections.map(({ text }) => bare(text)).join('');
    expect(lines.length).toBeGreaterThan(2000);
    expect(lost.filter((line) => !titles.includes(bare(layer.text.slice(line.start, line.end))))).toEqual([]);
  });

  it('maps each character to the one it was read from, and each is read once', () => {
    const seen = new Set<number>();
    let count = 0;
    for (const { text, origins } of [prose.decree, ...prose.sections, ...prose.paragraphs]) {
      const read = Array.from(origins, (origin) => (origin < 0 ? ' ' : layer.text.charAt(origin)));
      expect(read.join('')).toBe(text.replaceAll('\n', ' '));
      const own = origins.filter((origin) => origin >= 0);
      for (const origin of own) seen.add(origin);
      count += own.length;
    }
    expect(seen.size).toBe(count);
    expect(count).toBeGreaterThan(140_000);
  });

  it('gives all ink before the annexes to one owner', () => {
    const owners = new Uint8Array(end);
    for (const { start, end: stop } of prose.owned)
      for (let at = start; at < stop; at += 1) owners[at] = (owners[at] ?? 0) + 1;
    const wrong = [...owners.keys()].filter((at) => layer.text.charAt(at).trim() !== '' && owners[at] !== 1);
    expect(wrong).toEqual([]);
    expect(new Set(prose.owned.map(({ element }) => element))).toEqual(
      new Set(['decree', 'heading', 'paragraph']),
    );
  });

  it('reads two spaces that random typesetting puts into whole lines as no gap', () => {
    const widened = readReport((text) => {
      const lines = text.split('\n');
      return lines
        .map((line, index) => {
          const whole = index < LAST_LINE_BEFORE_THE_ANNEXES && line.endsWith(' ') && !line.includes('  ');
          return whole && lines[index + 1] !== '' && index % 3 === 0
            ? line.replace(/(\S) (\S+ )$/, '$1  $2')
            : line;
        })
        .join('\n');
    });
    expect(widened.prose.paragraphs.map(({ text }) => text)).toEqual(
      prose.paragraphs.map(({ text }) => text),
    );
  });
});

describe('other typesettings of the same report', () => {
  const texts = prose.paragraphs.map(({ text }) => even(text));
  const body = (edit: (text: string) => string) => (text: string) => {
    const lines = text.split('\n');
    const [before, behind] = [
      lines.slice(0, LAST_LINE_BEFORE_THE_ANNEXES),
      lines.slice(LAST_LINE_BEFORE_THE_ANNEXES),
    ];
    return [edit(before.join('\n')), ...behind].join('\n');
  };
  it.each([
    ['no spaces at the ends of lines', (text: string) => text.replace(/ +$/gm, '')],
    ['a space at the end of every line', (text: string) => text.replace(/(\S) *$/gm, '$1 ')],
    ['neither', (text: string) => text.replace(/ +$/gm, '').replace(/^ {6}/gm, '')],
    ['no page breaks', (text: string) => text.replace(/\n\n\n\n/g, '\n')],
    ['empty lines tripled', (text: string) => text.replace(/\n\n/g, '\n\n\n\n\n')],
    ['form feeds between pages', (text: string) => text.replace(/\n{4}/g, '\n\f\n')],
    ['no empty lines', (text: string) => text.replace(/\n(?: *\n)+/g, '\n')],
    [
      'neither empty lines nor spaces at the ends of lines',
      (text: string) => text.replace(/ *(?:\n *)*\n/g, '\n'),
    ],
    ['no spaces before lines', (text: string) => text.replace(/^ +/gm, '')],
    ['tabs for indents and gaps', (text: string) => text.replace(/^ {6}| {2,}/gm, '\t')],
  ])('is read the same with %s', (_, edit) => {
    expect(readReport(body(edit)).prose.paragraphs.map(({ text }) => even(text))).toEqual(texts);
  });

  // What else these lines tell is lost: which words stood last in their line when the links were displaced. So some
  // paragraphs are wrong, no more than so many, and none of them in silence.
  it.each([
    [60, ' ', 40],
    [60, '', 40],
    [80, '', 20],
    [100, ' ', 37],
    [130, '', 35],
  ])(
    'is read the same wrapped anew at %i, each line with "%s" behind it, or says where it is unsure',
    (width, behind, most) => {
      const { paragraphs, unsure } = readReport(body((text) => wrapAnew(text, width, behind))).prose;
      const isListed = ({ lineStart, lineEnd }: Paragraph): boolean =>
        unsure.some(({ line }) => lineStart <= line && line <= lineEnd);
      const wrong = paragraphs.filter(({ text }, index) => even(text) !== texts[index]);
      expect(wrong.filter((each) => !isListed(each)).map(({ number }) => number)).toEqual([]);
      expect(wrong.length).toBeLessThanOrEqual(most);
    },
  );
});

/** Sets the lines of each block anew, as a word processor does: spaces within them stay, empty lines go. */
function wrapAnew(text: string, width: number, behind: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const blocks = lines.reduce<string[][]>((all, line) => {
    if (line.startsWith('      ') || all.length === 0) all.push([]);
    all.at(-1)?.push(line.trim());
    return all;
  }, []);
  return blocks.map((block) => wrapBlock(block.join(' '), width).join(`${behind}\n`)).join('\n');
}

function wrapBlock(text: string, width: number): readonly string[] {
  const lines = ['     '];
  let space = ' ';
  for (const piece of text.split(/( +)/)) {
    if (piece.trim() === '') {
      space = piece;
      continue;
    }
    const line = lines.at(-1) ?? '';
    if (line.trim() !== '' && line.length + space.length + piece.length > width) lines.push(piece);
    else lines[lines.length - 1] = line + space + piece;
    space = ' ';
  }
  return lines;
}
