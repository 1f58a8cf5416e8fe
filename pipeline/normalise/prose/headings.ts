import type { DeclaredPart, DeclaredRecommendations, Outline } from '../../document/outline.ts';
import { inkOf } from '../ink.ts';
import type { ProseLine } from './lines.ts';
import type { Section } from './paragraph.ts';

/** A heading of the text, with the lines that print it. */
export interface Heading {
  readonly id: string;
  readonly kind: Section['kind'];
  readonly titleEn: string;
  readonly recommendations: readonly number[];
  /** The recommendation that it is declared under. */
  readonly under: number | null;
  readonly lines: readonly ProseLine[];
}

const MOST_LINES_OF_A_TITLE = 6;

/** The headings that a document declares, ready to be found in its lines. */
export interface HeadingFinder {
  /** The heading that begins at a line; titles are compared without white space. */
  readonly at: (lines: readonly ProseLine[], index: number) => Heading | undefined;
  /** The titles that are declared word for word, in printed order. */
  readonly declared: readonly { readonly id: string; readonly title: string }[];
}

/** Prepares the headings of the report (not those of its annexes). */
export function headingFinder({ parts }: Outline): HeadingFinder {
  const titles = parts.flatMap((part) => [
    { ...part, kind: 'part' as const, under: null },
    ...(part.subheadings ?? []).map((each) => ({
      ...each,
      kind: 'subheading' as const,
      under: each.under ?? null,
    })),
  ]);
  const inked = titles.map((title) => ({ ...title, ink: inkOf(title.title) }));
  const numbered = parts.flatMap(recommendationPatterns);
  const at = (lines: readonly ProseLine[], index: number): Heading | undefined => {
    const line = lines[index];
    if (line === undefined) return undefined;
    const ink = inkOf(line.text);
    for (const { id, kind, en, under, ink: title } of inked) {
      if (!title.startsWith(ink)) continue;
      const count = linesOfTitle(lines, index, title);
      if (count === 0) continue;
      return { id, kind, titleEn: en, recommendations: [], under, lines: lines.slice(index, index + count) };
    }
    for (const { pattern, en } of numbered) {
      const numbers = pattern.exec(ink)?.[1]?.split(',').map(Number);
      if (numbers === undefined) continue;
      const id = `recommendation-${numbers.join('-')}`;
      const titleEn = en.replace('{numbers}', numbers.join(', '));
      return { id, kind: 'recommendation', titleEn, recommendations: numbers, under: null, lines: [line] };
    }
    return undefined;
  };
  return { at, declared: titles.map(({ id, title }) => ({ id, title })) };
}

function recommendationPatterns({
  recommendations,
}: DeclaredPart): readonly { readonly pattern: RegExp; readonly en: string }[] {
  if (recommendations === undefined) return [];
  const { one, several, en }: DeclaredRecommendations = recommendations;
  return [numbersPattern(one, '\\d+'), numbersPattern(several, '\\d+(?:,\\d+)+')].map((pattern) => ({
    pattern,
    en,
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
