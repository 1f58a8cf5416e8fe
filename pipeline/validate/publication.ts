import { sha256 } from '../page/sha256.ts';
import type { Publication, TextFile, View } from '../publish/publication.ts';
import type { DocumentDescription } from '../template/document.ts';
import type { Element, Plan } from '../template/plan.ts';
import type { Dataset } from './dataset.ts';

/** Joins the datasets with what the document says of itself; the source that was read is named with its hash. */
export function publicationOf(
  { head, plan }: DocumentDescription,
  source: { readonly file: string; readonly bytes: Uint8Array },
  datasets: readonly Dataset[],
  views: readonly View[],
  texts: readonly TextFile[],
): Publication {
  const { id, title, description, version, created, keywords, themes = [], spatial } = head;
  const { licence, creators, publisher, contributors } = head;
  const read = {
    title: 'The text that the data were read from',
    path: source.file.replace(/^.*\//, ''),
    sha256: sha256(source.bytes),
  };
  return {
    description: {
      id,
      title,
      description,
      version,
      created,
      keywords,
      themes,
      ...(spatial !== undefined && { spatial }),
      licence,
      creators,
      publisher,
      contributors,
      sources: [...head.sources, read],
    },
    datasets,
    views,
    texts,
    annexes: annexesOf(plan),
  };
}

/** The annexes in which each table's values are printed, as the layouts of the document say. */
function annexesOf({ annexes }: Plan): ReadonlyMap<string, readonly string[]> {
  const printed = new Map<string, readonly string[]>();
  for (const { annex, elements } of annexes) {
    for (const table of new Set(elements.flatMap(tablesOf)))
      printed.set(table, [...(printed.get(table) ?? []), annex]);
  }
  return printed;
}

/** The table of an element, and those that single values of it go to, such as a printed total over years. */
function tablesOf(element: Element): readonly string[] {
  const slots =
    element.kind === 'grid'
      ? element.body.flatMap((item) => (item.kind === 'row' ? item.slots : []))
      : element.kind === 'sentence'
        ? element.parts.flatMap((part) => (part.kind === 'value' ? [part.slot] : []))
        : [];
  return [element.table, ...slots.map(({ table }) => table)];
}
