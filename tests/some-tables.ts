import { once } from '../pipeline/page/remembered.ts';
import type { DocumentDescription } from '../pipeline/template/document.ts';
import type { AnnexPlan, Element, GridPlan } from '../pipeline/template/plan.ts';
import { annexes, asPrinted, type Comparison, comparisonWith, document } from './project.ts';

/** Some tables of the annexes, declared and printed as in the report: a document that is read in a part of the time. */
export interface SomeTables extends Comparison {
  readonly document: DocumentDescription;
  readonly annexes: string;
}

/** The beginning of an annex, up to its first table; or a table and what stands below it. */
interface Part {
  readonly annex: AnnexPlan;
  readonly elements: readonly Element[];
  /** The words that it is printed under. */
  readonly begins: string;
}

const parts: readonly Part[] = document.plan.annexes.flatMap((annex): readonly Part[] => {
  const parts: { annex: AnnexPlan; elements: Element[]; begins: string }[] = [
    { annex, elements: [], begins: annex.stamp },
  ];
  for (const element of annex.elements) {
    if (element.kind === 'grid') parts.push({ annex, elements: [], begins: element.title });
    parts.at(-1)?.elements.push(element);
  }
  return parts;
});

/** The annexes without the tables that `keeps` says no to, and without an annex of which none is left. */
export function someTables(keeps: (table: GridPlan) => boolean): SomeTables {
  const isKept = ({ elements: [first] }: Part): boolean => first?.kind !== 'grid' || keeps(first);
  const left = new Set(
    document.plan.annexes.filter(({ elements }) => {
      const tables = elements.filter((element) => element.kind === 'grid');
      return tables.length === 0 || tables.some(keeps);
    }),
  );
  const kept = parts.filter((part) => isKept(part) && left.has(part.annex));
  const plan = {
    ...document.plan,
    annexes: [...left].map((annex) => ({
      ...annex,
      elements: kept.filter((part) => part.annex === annex).flatMap(({ elements }) => elements),
    })),
  };
  const description = { ...document, plan };
  const text = kept.map((part) => texts().get(part)).join('');
  return { ...comparisonWith(description, text), document: description, annexes: text };
}

/** The text of each part. */
const texts = once((): ReadonlyMap<Part, string> => {
  let at = 0;
  const starts = parts.map(({ begins }) => {
    const found = annexes.slice(at).search(asPrinted(begins));
    if (found < 0) throw new Error(`the annexes do not go on with "${begins}"`);
    at += found;
    return at;
  });
  return new Map(parts.map((part, index) => [part, annexes.slice(starts[index], starts[index + 1])]));
});

/** Annex 5 prints each of its tables once a year: here they are for the first year, and one of them for the second. */
export const tablesOfEachKind = someTables(
  ({ table, codes: { year = '2010' } }) => year === '2010' || (year === '2011' && table === 'poverty_rate'),
);
