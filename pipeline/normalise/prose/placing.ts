import type { DeclaredPart, Outline } from '../../document/outline.ts';
import type { Heading } from './headings.ts';

/** Where in the outline the reading stands. */
export interface Standing {
  /** The headings that hold now, from the part down. */
  readonly path: readonly Heading[];
  readonly used: readonly Heading[];
}

/** A heading given its place, or what should have stood there. */
export interface Placed {
  readonly standing: Standing;
  readonly problem?: string;
}

/** Puts a heading below the ones that hold, and tells what is wrong if it cannot stand there. */
export function placeHeading(outline: Outline, { path, used }: Standing, heading: Heading): Placed {
  const depth = depthOf(path, heading);
  const standing = { path: [...path.slice(0, depth), heading], used: [...used, heading] };
  const problem = used.some(({ id }) => id === heading.id)
    ? 'each heading once'
    : problemOf(outline, { path, used }, heading);
  return problem === undefined ? { standing } : { standing, problem };
}

function depthOf(path: readonly Heading[], { kind }: Heading): number {
  if (kind === 'part') return 0;
  if (kind === 'recommendation') return 1;
  return path.findIndex((each) => each.kind === 'subheading') < 0
    ? path.length
    : path.findIndex((each) => each.kind === 'subheading');
}

function problemOf(outline: Outline, { path, used }: Standing, heading: Heading): string | undefined {
  const part = partOf(outline, path[0]);
  if (heading.kind === 'part') {
    const next = outline.parts[used.filter(({ kind }) => kind === 'part').length];
    return next?.id === heading.id ? undefined : `the part "${next?.title ?? 'none'}"`;
  }
  if (heading.kind === 'recommendation') {
    const declared = part?.recommendations;
    if (declared === undefined) return 'no recommendation in this part';
    const taken = used.flatMap(({ recommendations }) => recommendations);
    const previous = used.filter(({ kind }) => kind === 'recommendation').at(-1)?.recommendations[0] ?? 0;
    const [first = 0] = heading.recommendations;
    const wrong = heading.recommendations.find(
      (each) => each < declared.first || each > declared.last || taken.includes(each),
    );
    if (wrong !== undefined)
      return `a recommendation from ${declared.first} to ${declared.last} that has no heading yet`;
    return first > previous ? undefined : `a recommendation behind ${previous}`;
  }
  const under = path.find(({ kind }) => kind === 'recommendation')?.recommendations[0] ?? null;
  const own = part?.subheadings?.some(({ id }) => id === heading.id) ?? false;
  if (own && under === heading.under) return undefined;
  return heading.under === null
    ? 'this heading directly under its part'
    : `this heading under recommendation ${heading.under}`;
}

function partOf({ parts }: Outline, heading: Heading | undefined): DeclaredPart | undefined {
  return parts.find(({ id }) => id === heading?.id);
}

/** The headings that are declared and were not found, said as what was expected. */
export function unusedHeadings({ parts }: Outline, { used }: Standing): readonly string[] {
  const missing = parts
    .flatMap((part) => [part, ...(part.subheadings ?? [])])
    .filter(({ id }) => !used.some((each) => each.id === id))
    .map(({ title }) => `the heading "${title}"`);
  const taken = used.flatMap(({ recommendations }) => recommendations);
  const numbers = parts.flatMap(({ recommendations }) =>
    recommendations === undefined
      ? []
      : Array.from({ length: recommendations.last - recommendations.first + 1 }, (_, index) =>
          String(recommendations.first + index),
        ),
  );
  const without = numbers.filter((each) => !taken.includes(Number(each)));
  return without.length === 0 ? missing : [...missing, `a heading for recommendation ${without.join(', ')}`];
}
