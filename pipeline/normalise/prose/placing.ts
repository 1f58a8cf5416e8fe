import type { Outline } from '../../template/outline.ts';
import type { Heading } from './headings.ts';

/** A heading that cannot stand where it stands, or one that is missing before it; said as what was expected. */
interface Misplaced {
  readonly heading: Heading | undefined;
  readonly expected: string;
  readonly missing: boolean;
}

/**
 * The headings that hold behind a heading, from the part down: it stands below the one that it is declared under,
 * or below the nearest if that does not hold.
 */
export function placeHeading(path: readonly Heading[], heading: Heading): readonly Heading[] {
  const above = path.findIndex(({ id }) => id === heading.under);
  const depth = heading.under === null ? 0 : above < 0 ? path.length : above + 1;
  return [...path.slice(0, depth), heading];
}

/** Holds all headings of a text, with those above each, against the declared outline. */
export function misplacedHeadings(
  { parts }: Outline,
  placed: readonly { readonly heading: Heading; readonly above: readonly Heading[] }[],
): readonly Misplaced[] {
  const used = placed.map(({ heading }) => heading);
  const ids = used.map(({ id }) => id);
  const repeated = used.filter(({ id, kind }, index) => kind !== 'recommendation' && ids.indexOf(id) < index);
  // Below a heading that is nowhere, the fault is that heading's alone.
  const astray = placed.filter(
    ({ heading: { under }, above }) => under !== null && ids.includes(under) && above.at(-1)?.id !== under,
  );
  const partIds = parts.map(({ id }) => id).filter((id) => ids.includes(id));
  const swapped = used.filter(({ kind }) => kind === 'part').find(({ id }, index) => partIds[index] !== id);
  const misplaced: readonly Misplaced[] = [
    ...repeated.map((heading) => ({ heading, expected: 'each heading once', missing: false })),
    ...astray.map(({ heading }) => ({
      heading,
      expected: `this heading under "${heading.under}"`,
      missing: false,
    })),
    ...(swapped === undefined || repeated.length > 0
      ? []
      : [{ heading: swapped, expected: 'the parts in their order', missing: false }]),
    ...parts.flatMap(({ recommendations }) =>
      recommendations === undefined ? [] : misnumbered(recommendations, used),
    ),
    ...parts
      .flatMap((part) => [part, ...(part.subheadings ?? [])])
      .filter(({ id }) => !ids.includes(id))
      .map(({ title }) => ({ heading: undefined, expected: `the heading "${title}"`, missing: true })),
  ];
  // A heading declared below one that the text does not have is a fault of its own only if nothing else is.
  const orphans = used.filter(({ under }) => under !== null && !ids.includes(under));
  return misplaced.length > 0
    ? misplaced
    : orphans.map((heading) => ({ heading, expected: `"${heading.under}" above it`, missing: true }));
}

/** Headings of recommendations that break the rising order, hold a number twice, or are missing. */
function misnumbered(
  { first, last }: { readonly first: number; readonly last: number },
  used: readonly Heading[],
): readonly Misplaced[] {
  const headings = used.filter(({ kind }) => kind === 'recommendation');
  const rising = longestRise(headings.map(({ recommendations }) => recommendations[0] ?? 0));
  const wrong = headings.filter((_, index) => !rising.includes(index));
  const taken = headings
    .filter((each) => !wrong.includes(each))
    .flatMap(({ recommendations }) => recommendations);
  const doubled = headings.filter(({ recommendations }) =>
    recommendations.some(
      (each) => each < first || each > last || taken.indexOf(each) < taken.lastIndexOf(each),
    ),
  );
  const expected = `recommendations ${first} to ${last} in their order, each once`;
  const misplaced = [...new Set([...wrong, ...doubled])].map((heading) => ({
    heading,
    expected,
    missing: false,
  }));
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const missing = numbers.filter((each) => !taken.includes(each));
  if (misplaced.length > 0 || missing.length === 0) return misplaced;
  const behind = headings.find(({ recommendations: [number = 0] }) => number > (missing[0] ?? 0));
  return [{ heading: behind, expected: `a heading for recommendation ${missing.join(', ')}`, missing: true }];
}

/** Indexes of the longest run of numbers, with others between, in which each is greater than the one before. */
function longestRise(numbers: readonly number[]): readonly number[] {
  const runs: (readonly number[])[] = [];
  for (const [index, number] of numbers.entries()) {
    const before = runs.filter((run) => (numbers[run.at(-1) ?? 0] ?? 0) < number);
    runs.push([...longest(before), index]);
  }
  return longest(runs);
}

function longest(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce<readonly number[]>((best, run) => (run.length > best.length ? run : best), []);
}
