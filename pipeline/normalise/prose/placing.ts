import type { Outline } from '../../document/outline.ts';
import type { Heading } from './headings.ts';

/** Where in the outline the reading stands. */
export interface Standing {
  /** The headings that hold now, from the part down. */
  readonly path: readonly Heading[];
  readonly used: readonly Heading[];
}

/** A heading given its place, and what should have stood there if it cannot. */
export interface Placed {
  readonly standing: Standing;
  readonly problem: string | undefined;
}

/** Puts a heading below the one that it is declared under, and tells what is wrong if it cannot stand there. */
export function placeHeading(outline: Outline, { path, used }: Standing, heading: Heading): Placed {
  const above = path.findIndex(({ id }) => id === heading.under);
  const depth = heading.under === null ? 0 : above < 0 ? path.length : above + 1;
  return {
    standing: { path: [...path.slice(0, depth), heading], used: [...used, heading] },
    problem: problemOf(outline, { path, used }, heading),
  };
}

function problemOf(outline: Outline, { path, used }: Standing, heading: Heading): string | undefined {
  if (used.some(({ id }) => id === heading.id)) return 'each heading once';
  if (heading.under === null) {
    const next = outline.parts[used.filter(({ kind }) => kind === 'part').length];
    return next?.id === heading.id ? undefined : `the part "${next?.title ?? 'none'}"`;
  }
  if (!path.some(({ id }) => id === heading.under)) return `this heading under "${heading.under}"`;
  return heading.kind === 'recommendation' ? recommendationProblem(outline, used, heading) : undefined;
}

function recommendationProblem(
  { parts }: Outline,
  used: readonly Heading[],
  { under, recommendations }: Heading,
): string | undefined {
  const { first, last } = parts.find(({ id }) => id === under)?.recommendations ?? { first: 1, last: 0 };
  const taken = used.flatMap((each) => each.recommendations);
  if (recommendations.some((each) => each < first || each > last || taken.includes(each))) {
    return `a recommendation from ${first} to ${last} that has no heading yet`;
  }
  const previous = used.filter(({ kind }) => kind === 'recommendation').at(-1)?.recommendations[0] ?? 0;
  return (recommendations[0] ?? 0) > previous ? undefined : `a recommendation behind ${previous}`;
}

/** The headings that are declared and were not found, said as what was expected. */
export function unusedHeadings({ parts }: Outline, { used }: Standing): readonly string[] {
  const taken = used.flatMap(({ recommendations }) => recommendations);
  const titles = parts
    .flatMap((part) => [part, ...(part.subheadings ?? [])])
    .filter(({ id }) => !used.some((each) => each.id === id))
    .map(({ title }) => `the heading "${title}"`);
  const numbers = parts
    .flatMap(({ recommendations }) => (recommendations === undefined ? [] : numbersOf(recommendations)))
    .filter((each) => !taken.includes(each));
  return numbers.length === 0 ? titles : [...titles, `a heading for recommendation ${numbers.join(', ')}`];
}

function numbersOf({ first, last }: { readonly first: number; readonly last: number }): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
