import type { TextLayer } from '../../extract/text-layer.ts';
import { lineOf } from '../../extract/text-layer.ts';
import { inkOf } from '../../locale/look-alikes.ts';
import type { Span } from '../../page/place.ts';
import type { Outline } from '../../template/outline.ts';
import type { NumberedLines, PlacedHeading } from './division.ts';
import { joinBlocks } from './joining.ts';
import type { ProseLine } from './lines.ts';
import type { Section } from './paragraph.ts';
import { wordsOf } from './words.ts';

/** The outline as sections: the report's headings with the paragraphs below them. */
export function sectionsOf(
  layer: TextLayer,
  headings: readonly PlacedHeading[],
  paragraphs: readonly NumberedLines[],
): readonly Section[] {
  const parents = new Map(headings.map(({ heading, above }) => [heading.id, above.map(({ id }) => id)]));
  return headings.map(({ heading, above }, index): Section => {
    const own = paragraphs
      .filter(({ section }) => section === heading.id || parents.get(section)?.includes(heading.id))
      .map(({ number }) => number);
    return {
      id: heading.id,
      parent: above.at(-1)?.id ?? null,
      kind: heading.kind,
      words: heading.words,
      level: above.length + 1,
      position: index + 1,
      recommendations: heading.recommendations,
      firstParagraph: own[0] ?? null,
      lastParagraph: own.at(-1) ?? null,
      page: heading.lines[0]?.page ?? 1,
      ...titleOf(layer, heading.lines),
    };
  });
}

/** The annexes, each named by the words that its stamp ends with: `6-қосымша`. `stamps` are in printed order. */
export function annexSections(
  layer: TextLayer,
  stamps: readonly Span[],
  { annexes }: Outline,
  position: number,
): readonly Omit<Section, 'origins'>[] {
  return stamps.map(({ start, end }, index) => {
    const number = String(index + 1);
    const from = endingFrom(layer.text, start, end, annexes.title.replace('{number}', number));
    return {
      id: `annex-${number}`,
      parent: null,
      kind: 'annex',
      words: {
        en: annexes.en.replace('{number}', number),
        ...(annexes.ru !== undefined && { ru: annexes.ru.replace('{number}', number) }),
      },
      level: 1,
      position: position + index,
      recommendations: [],
      firstParagraph: null,
      lastParagraph: null,
      page: lineOf(layer, from).page,
      text: layer.text.slice(from, end).replace(/-\s+/g, '-').replace(/\s+/g, ' '),
    };
  });
}

/** Where the words begin that a stretch of text ends with, hyphens and white space aside. */
function endingFrom(text: string, start: number, end: number, words: string): number {
  const bare = (part: string): string => inkOf(part).replaceAll('-', '');
  const wanted = bare(words);
  for (let from = end; from >= start; from -= 1) if (bare(text.slice(from, end)) === wanted) return from;
  return start;
}

function titleOf(layer: TextLayer, lines: readonly ProseLine[]): Pick<Section, 'text' | 'origins'> {
  return joinBlocks(layer, [lines.flatMap((line) => wordsOf(line))]).prose;
}
