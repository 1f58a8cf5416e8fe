import type { RunningText } from '../normalise/prose/running-text.ts';
import type { Asked } from '../template/asked.ts';
import type { DeclaredActs } from '../template/declared-acts.ts';
import type { Dataset, Row } from '../template/schema/rows.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';
import { actsOf, type RegisterId } from './acts.ts';

/** The tables of the document itself: outline, paragraphs, repairs, citations, figures. */
export function documentDatasets(
  text: RunningText,
  schemaOf: (table: string) => TableSchema,
  registerId: RegisterId,
  asked: ReadonlyMap<number, Asked>,
  declared: DeclaredActs | undefined,
): readonly Dataset[] {
  const { sections, paragraphs, repairs, unsure, citations, figures } = text;
  const acts = actsOf(citations, registerId, declared?.same);
  const made = (table: string, rows: readonly Row[]): Dataset => ({ schema: schemaOf(table), rows });
  return [
    made('section', sections.map(sectionRow)),
    made(
      'recommendation',
      sections.flatMap(({ id, recommendations }) =>
        recommendations.map((recommendation) => ({
          recommendation,
          section: id,
          ...(asked.size > 0 && askedColumns(asked.get(recommendation))),
        })),
      ),
    ),
    made('paragraph', paragraphs.map(paragraphRow)),
    made('paragraph_block', paragraphs.flatMap(blockRows)),
    made('displaced_text', repairs.map(repairRow)),
    made(
      'unsure_text',
      unsure.map(({ line, text: printed, why }) => ({
        line,
        text: printed,
        why,
        paragraph:
          paragraphs.find(({ lineStart, lineEnd }) => lineStart <= line && line <= lineEnd)?.number ?? null,
      })),
    ),
    made('act', acts.rows),
    made(
      'legal_reference',
      citations.map((citation) => citationRow(citation, acts.actOf.get(citation.referenceId) ?? null)),
    ),
    made('figure', figures.map(figureRow)),
  ];
}

/** What a recommendation is about, where a document declares it of its recommendations. */
function askedColumns({ articles = [], theme, asks, basis, source }: Partial<Asked> = {}): Row {
  return {
    articles: articles.length === 0 ? null : articles.join(' '),
    theme: theme ?? null,
    asks_kk: asks?.kk ?? null,
    asks_ru: asks?.ru ?? null,
    asks_en: asks?.en ?? null,
    basis: basis ?? null,
    source: source ?? null,
  };
}

function sectionRow(section: RunningText['sections'][number]): Row {
  return {
    section: section.id,
    parent: section.parent,
    kind: section.kind,
    level: section.level,
    position: section.position,
    title_kk: section.text,
    title_en: section.words.en,
    first_paragraph: section.firstParagraph,
    last_paragraph: section.lastParagraph,
    page: section.page,
    title_ru: section.words.ru ?? null,
  };
}

function paragraphRow({
  number,
  section,
  page,
  text,
  lineStart,
  lineEnd,
}: RunningText['paragraphs'][number]): Row {
  return { paragraph: number, section, page, text, line_start: lineStart, line_end: lineEnd };
}

function blockRows({ number, text, blocks }: RunningText['paragraphs'][number]): readonly Row[] {
  return blocks.map(({ kind, marker, from, to }, index) => ({
    paragraph: number,
    position: index + 1,
    kind,
    marker,
    text: withoutMarker(text.slice(from, to).trim(), marker),
  }));
}

function withoutMarker(text: string, marker: string | null): string {
  return marker !== null && text.startsWith(marker) ? text.slice(marker.length).trimStart() : text;
}

function repairRow(repair: RunningText['repairs'][number], index: number): Row {
  return {
    displaced_id: `r${String(index + 1).padStart(4, '0')}`,
    paragraph: repair.paragraph,
    line_start: repair.lineStart,
    line_end: repair.lineEnd,
    moved: repair.moved,
    before: repair.before,
    after: repair.after,
    rule: repair.rule,
  };
}

function citationRow(citation: RunningText['citations'][number], act: string | null): Row {
  return {
    reference_id: citation.referenceId,
    paragraph: citation.paragraph,
    act_type: citation.type,
    issuer: citation.issuer,
    number: citation.number,
    date: citation.date,
    title_kk: citation.title,
    quote: citation.quote,
    act,
    article: citation.article,
    part: citation.part,
    point: citation.point,
  };
}

function figureRow(figure: RunningText['figures'][number]): Row {
  return {
    paragraph: figure.paragraph,
    position: figure.position,
    value: figure.value,
    unit: figure.unit,
    year: figure.year,
    qualifier: figure.qualifier,
    quote: figure.quote,
    cell_id: figure.cellId,
    period_start: figure.extent.start,
    period_end: figure.extent.end,
    as_of: figure.extent.asOf,
    time_quote: figure.timeQuote,
  };
}
