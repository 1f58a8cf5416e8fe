import { wordsOf } from '../locale/look-alikes.ts';
import { listNamed, located, printedText } from './dimension.ts';
import { planGrids } from './grid-plan.ts';
import { type DeclaredIdentity, declaredIn } from './identities.ts';
import { type Layout, layoutSchema } from './layout.ts';
import type { Element, SentencePlan, SeriesPlan } from './plan.ts';
import { planList, planQuote, planSentence, type Quotes, quotesSchema } from './sentence-plan.ts';
import { planSeries } from './series.ts';
import { type SeriesFile, seriesSchema } from './series-layout.ts';
import type { Planning } from './slots.ts';
import { readYaml, type SourceFile } from './yaml-file.ts';

/** The series of the running text that `series.yaml` declares. */
export function planAllSeries(
  source: SourceFile,
  planning: Planning,
  declared: DeclaredIdentity[],
): readonly SeriesPlan[] {
  const layout = readYaml<SeriesFile>(source, () => seriesSchema);
  declared.push(...declaredIn(source, layout.identities));
  return located(source, () => planSeries(source.path, layout, planning));
}

/** The sentences of the running text that repeat values of the annexes, as `quotes.yaml` declares them. */
export function planQuotes(
  file: SourceFile,
  planning: Planning,
  declared: DeclaredIdentity[],
): readonly SentencePlan[] {
  const { quotes, identities } = readYaml<Quotes>(file, () => quotesSchema);
  declared.push(...declaredIn(file, identities));
  return quotes.map((quote) => planQuote(file.path, quote, planning));
}

/** The elements that a file of `tables/` declares, in printed order; its identities are added to `declared`. */
export function planLayout(
  file: SourceFile,
  planning: Planning,
  declared: DeclaredIdentity[],
): readonly Element[] {
  const layout = readYaml<Layout>(file, layoutSchema);
  if ('identities' in layout) {
    declared.push(...declaredIn(file, layout.identities));
  }
  return located(file, () => elementsOf(file, layout, planning));
}

function elementsOf(file: SourceFile, layout: Layout, planning: Planning): readonly Element[] {
  if ('title' in layout) {
    const grids = planGrids(file.path, layout, planning);
    return [...grids, ...(layout.sentences ?? []).map((each) => planSentence(file.path, each, planning))];
  }
  if ('opening' in layout) return [planList(file.path, layout, planning)];
  if ('sentences' in layout) return layout.sentences.map((each) => planSentence(file.path, each, planning));
  const list = listNamed(layout.notes, planning.codelists);
  const notes = list.entries.map(({ code, fields }) => ({
    mark: code,
    words: [
      ...printedText(fields[layout.text] ?? '', `note ${code}`)
        .trim()
        .split(/\s+/),
      `${code})`,
    ].map(wordsOf),
  }));
  return [{ kind: 'notes', file: file.path, table: list.name, notes }];
}
