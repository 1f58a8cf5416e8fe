/** Bytes that the cells and checks of a page of evidence may take by the weights below; with its frame it stays below 150 kB. */
const ROOM = 100_000;
/**
 * Bytes of HTML, the greatest of three languages, on the pages of the report: a cell 2 561 on the average of a page and
 * its link to a check 150; a check 900 and 150 for each of its terms.
 */
const WEIGHTS = { cell: 2600, link: 150, check: 900, term: 150 } as const;

/** What the parts need to know of a check. */
interface Weighed {
  readonly id: string;
  readonly cells: readonly string[];
}

/** What the parts need to know of a cell. */
interface Proven {
  readonly id: string;
  readonly runnerUp?: { readonly breaks: readonly string[] };
}

/** The checks of a dataset's cells, and all by their names. */
interface Checks<Check> {
  readonly checksOfCell: ReadonlyMap<string, readonly Check[]>;
  readonly checkNamed: ReadonlyMap<string, Check>;
}

/** Of the checks that the next best reading of a cell would break, the one with the fewest numbers. */
export function leastBroken<Check extends Weighed>(
  { runnerUp }: Proven,
  { checkNamed }: Pick<Checks<Check>, 'checkNamed'>,
): Check | undefined {
  const broken = (runnerUp?.breaks ?? []).flatMap((id) => checkNamed.get(id) ?? []);
  return [...broken].sort((a, b) => a.cells.length - b.cells.length)[0];
}

/** The checks that the evidence of a cell shows: those that it takes part in, and the one that is named of its runner-up. */
export function checksShown<Check extends Weighed>(cell: Proven, checks: Checks<Check>): readonly Check[] {
  const named = leastBroken(cell, checks);
  const own = checks.checksOfCell.get(cell.id) ?? [];
  return named === undefined || own.includes(named) ? own : [...own, named];
}

/**
 * The cells of a dataset by the pages that show their evidence: in their order, as many on a page as there is room for
 * beside the checks that no page before has shown. The same in every language, so that a page has its siblings. A
 * dataset without cells has one page.
 */
export function evidenceParts<Shown extends Proven, Check extends Weighed>(
  cells: readonly Shown[],
  all: Checks<Check>,
): readonly (readonly Shown[])[] {
  const parts: Shown[][] = [[]];
  const shown = new Set<string>();
  let taken = 0;
  for (const cell of cells) {
    const checks = checksShown(cell, all);
    const weigh = (): number => weightOf(checks, shown);
    if (parts.at(-1)?.length !== 0 && taken + weigh() > ROOM) {
      parts.push([]);
      taken = 0;
    }
    taken += weigh();
    parts.at(-1)?.push(cell);
    for (const { id } of checks) shown.add(id);
  }
  return parts;
}

/** Which page shows a check of a dataset: that of the first cell that has it, from 0. */
export function checkParts<Shown extends Proven, Check extends Weighed>(
  parts: readonly (readonly Shown[])[],
  all: Checks<Check>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [part, cells] of parts.entries())
    for (const { id } of cells.flatMap((cell) => checksShown(cell, all)))
      if (!found.has(id)) found.set(id, part);
  return found;
}

function weightOf(checks: readonly Weighed[], shown: ReadonlySet<string>): number {
  const added = checks.filter(({ id }) => !shown.has(id));
  const ofChecks = added.reduce((sum, { cells }) => sum + WEIGHTS.check + WEIGHTS.term * cells.length, 0);
  return WEIGHTS.cell + WEIGHTS.link * checks.length + ofChecks;
}
