import type { Outline } from '../../document/outline.ts';
import type { TextLayer } from '../../extract/text-layer.ts';
import { inkOf } from '../ink.ts';
import type { NumberedLines, PlacedHeading } from './division.ts';
import { joinBlocks } from './joining.ts';
import { type ProseLine, proseLines } from './lines.ts';
import type { Section } from './paragraph.ts';
import { wordsOf } from './words.ts';

/** The outline as sections: the report's headings with the paragraphs below them, then the annexes. */
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
      titleEn: heading.titleEn,
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

/** The annexes, found by the lines that name them; one whose line is missing is reported where annexes are read. */
export function annexSections(
  layer: TextLayer,
  end: number,
  { annexes }: Outline,
  position: number,
): readonly Section[] {
  const lines = proseLines(layer, end, layer.text.length);
  const sections: Section[] = [];
  let from = 0;
  for (let number = 1; number <= annexes.count; number += 1) {
    const title = inkOf(annexes.title.replace('{number}', String(number)));
    const at = lines.findIndex(
      ({ text }, index) => index >= from && text.length < 40 && inkOf(text) === title,
    );
    const line = lines[at];
    if (line === undefined) continue;
    from = at + 1;
    sections.push({
      id: `annex-${number}`,
      parent: null,
      kind: 'annex',
      titleEn: annexes.en.replace('{number}', String(number)),
      level: 1,
      position: position + sections.length,
      recommendations: [],
      firstParagraph: null,
      lastParagraph: null,
      page: line.page,
      ...titleOf(layer, [line]),
    });
  }
  return sections;
}

function titleOf(layer: TextLayer, lines: readonly ProseLine[]): Pick<Section, 'text' | 'origins'> {
  return joinBlocks(layer, [lines.flatMap((line) => wordsOf(line))]).prose;
}
