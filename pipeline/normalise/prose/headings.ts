import { fold, inkOf } from '../../locale/look-alikes.ts';
import {
  countedHeading,
  type DeclaredPart,
  type HeadingWords,
  type Outline,
} from '../../template/outline.ts';
import type { ProseLine } from './lines.ts';
import type { Section } from './paragraph.ts';
import { SETTINGS } from './settings.ts';

/** A heading of the text, with the lines that print it. */
export interface Heading {
  readonly id: string;
  readonly kind: Section['kind'];
  readonly words: HeadingWords;
  readonly recommendations: readonly number[];
  /** Id of the heading that it is declared under; null for a part. */
  readonly under: string | null;
  readonly lines: readonly ProseLine[];
}

/** The heading that begins at a line, if one does. */
export type HeadingFinder = (lines: readonly ProseLine[], index: number) => Heading | undefined;

const MOST_LINES_OF_A_TITLE = SETTINGS.titleLines.value;
/** A heading that is but numbers and a word stands in a short line. */
const LONGEST_NUMBERED = SETTINGS.longestNumbered.value;

/** Finds the declared headings of the report (not those of its annexes); titles are compared without white space. */
export function headingFinder({ parts }: Outline): HeadingFinder {
  const titles = parts
    .flatMap((part) => [
      { ...part, kind: 'part' as const, under: null },
      ...(part.subheadings ?? []).map((each) => ({
        ...each,
        kind: 'subheading' as const,
        under: each.under ?? part.id,
      })),
    ])
    .map((title) => ({ ...title, ink: inkOf(title.title) }));
  const initials = new Set(titles.map(({ ink }) => ink.charAt(0)));
  const numbered = parts.flatMap(recommendationPatterns);
  return (lines, index) => {
    const line = lines[index];
    if (line === undefined) return undefined;
    if (line.text.length > LONGEST_NUMBERED && !initials.has(fold(line.text.charAt(0)))) return undefined;
    const ink = inkOf(line.text);
    for (const { id, kind, en, ru, under, ink: title } of titles) {
      const count = title.startsWith(ink) ? linesOfTitle(lines, index, title) : 0;
      if (count === 0) continue;
      const own = lines.slice(index, index + count);
      return {
        id,
        kind,
        words: { en, ...(ru !== undefined && { ru }) },
        recommendations: [],
        under,
        lines: own,
      };
    }
    for (const { pattern, words, under } of numbered) {
      const recommendations = pattern.exec(ink)?.[1]?.split(',').map(Number);
      if (recommendations === undefined) continue;
      const id = `recommendation-${recommendations.join('-')}`;
      const named = words(recommendations);
      return { id, kind: 'recommendation', words: named, recommendations, under, lines: [line] };
    }
    return undefined;
  };
}

interface RecommendationPattern {
  readonly pattern: RegExp;
  readonly words: (numbers: readonly number[]) => HeadingWords;
  readonly under: string;
}

function recommendationPatterns({ id, recommendations }: DeclaredPart): readonly RecommendationPattern[] {
  if (recommendations === undefined) return [];
  const { one, several, en, ru } = recommendations;
  const words = (numbers: readonly number[]): HeadingWords => ({
    en: countedHeading(en, numbers),
    ...(ru !== undefined && { ru: countedHeading(ru, numbers) }),
  });
  return [numbersPattern(one, '\\d+'), numbersPattern(several, '\\d+(?:,\\d+)+')].map((pattern) => ({
    pattern,
    words,
    under: id,
  }));
}

function numbersPattern(title: string, numbers: string): RegExp {
  const [before = '', behind = ''] = title
    .split('{numbers}')
    .map((each) => inkOf(each).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${before}(${numbers})${behind}$`);
}

/** How many lines print a title; 0 if they print something else. */
function linesOfTitle(lines: readonly ProseLine[], index: number, title: string): number {
  let ink = '';
  for (let count = 1; count <= MOST_LINES_OF_A_TITLE; count += 1) {
    ink += inkOf(lines[index + count - 1]?.text ?? '');
    if (ink === title) return count;
    if (!title.startsWith(ink)) return 0;
  }
  return 0;
}
