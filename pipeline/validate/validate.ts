import type { View } from '../identities/sql.ts';
import { evaluateAll } from '../identities/verdict.ts';
import { type NormalisedDocument, placeOf } from '../normalise/document.ts';
import { swappedColumns } from '../normalise/tables/diagnosis/columns.ts';
import { type Finding, type Place, SourceFault } from '../page/finding.ts';
import type { DocumentDescription } from '../template/document.ts';
import { headlineFindings } from '../template/schema/headline.ts';
import type { Dataset, Row } from '../template/schema/rows.ts';
import { keyFindings, rowFindings } from '../template/schema/rows.ts';
import { required } from '../template/schema/table-schema.ts';
import { cellIdsOf, checkDataset } from './check-results.ts';
import { coverageDataset } from './coverage.ts';
import { documentDatasets } from './document-tables.ts';
import { errataOf } from './errata.ts';
import { errataDataset } from './erratum.ts';
import { cellDataset, slotValues } from './evidence.ts';
import { observedRows } from './observations.ts';
import { warningDataset, warningsOf } from './plausibility.ts';
import { footnoteReviewFindings, reviewedContradictions, reviewFindings, unreviewed } from './reviews.ts';
import { togetherDatasets } from './together.ts';

/** What the validate stage passes on: every table that is published, and what was checked on the way. */
export interface ValidatedDocument {
  readonly datasets: readonly Dataset[];
  /** Views of the DuckDB file that come with the datasets. */
  readonly views: readonly View[];
  readonly arithmetic: Arithmetic;
}

/** What the identities came to. */
export interface Arithmetic {
  readonly identitiesChecked: number;
  /** Contradictions that no person has reviewed, by their erratum: the source changed, or was read wrongly. */
  readonly unreviewed: readonly string[];
  /** What the build says of how values are printed. */
  readonly remarks: readonly string[];
}

/**
 * Turns cells into published tables and holds every row against its schema: types, bounds, keys, and that
 * each declared value is there exactly once, of a `partial` reading at most once. Collects all findings before it throws
 * them.
 */
export function validate(
  normalised: NormalisedDocument,
  document: DocumentDescription,
  extent: 'whole' | 'partial' = 'whole',
): ValidatedDocument {
  const { schemas, instances } = document;
  const observed = observedRows(normalised, document);
  const places = new Map<Row, Place>();
  for (const rows of observed.values())
    for (const { row, cell } of rows) places.set(row, placeOf(normalised, cell));
  const placeOfRow = (row: Row): Place => places.get(row) ?? {};
  const values = slotValues(normalised, document.plan);
  const checks = evaluateAll(instances, values);
  const reviewed = reviewedContradictions(document.reviews, checks);
  const errata = errataOf(document, normalised, checks, values, reviewed);
  const tables: readonly Dataset[] = [...observed].map(([table, rows]) => ({
    schema: required(table, schemas),
    rows: rows.map(({ row }) => row),
  }));
  const { together } = document;
  const datasets: readonly Dataset[] = [
    ...tables,
    ...(together === undefined ? [] : togetherDatasets(tables, { ...document, together })),
    ...(normalised.text === undefined
      ? []
      : documentDatasets(
          normalised.text,
          (table) => required(table, schemas),
          document.language.acts.registerId,
          document.asked,
          document.acts,
        )),
    ...document.codelistDatasets,
    cellDataset(normalised, checks, document, required('cell', schemas)),
    checkDataset(checks, cellIdsOf(normalised), required('check_result', schemas)),
    errataDataset(errata, required('erratum', schemas)),
    warningDataset(warningsOf(document, values), required('warning', schemas)),
    coverageDataset(normalised, required('coverage', schemas)),
  ];
  const findings: readonly Finding[] = [
    ...(extent === 'whole' ? unfilled(normalised, document) : []),
    ...(extent === 'whole' ? reviewFindings(document, checks, normalised) : []),
    ...(extent === 'whole' ? footnoteReviewFindings(document, errata, normalised) : []),
    ...swappedColumns(document.plan, checks, values, placeOfSlot(normalised)),
    ...tables.flatMap(({ schema, rows }) => rowFindings(schema, rows, placeOfRow)),
    ...keyFindings(datasets, placeOfRow),
    ...(extent === 'whole' ? tables.flatMap(headlineFindings) : []),
  ];
  if (findings.length > 0) throw new SourceFault(onePerCause(findings));
  const published = new Set(datasets.map(({ schema }) => schema.name));
  return {
    datasets,
    views: document.views.filter(({ reads = [] }) => reads.every((table) => published.has(table))),
    arithmetic: {
      identitiesChecked: checks.length,
      unreviewed: unreviewed(errata, reviewed, checks),
      remarks: [...document.remarks, ...normalised.remarks],
    },
  };
}

/** A misspelt code is one fault, however many rows name it: the first row tells of it. */
function onePerCause(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ kind, place, expected, found }) => {
    const where = [place.table, place.column];
    const cause = JSON.stringify(kind === 'key' ? [kind, expected, found] : [kind, ...where, expected]);
    const isNew = !seen.has(cause);
    seen.add(cause);
    return isNew;
  });
}

function placeOfSlot(normalised: NormalisedDocument): (slot: number) => Place {
  return (slot) =>
    placeOf(
      normalised,
      normalised.cells.find(({ values }) => values.some((value) => value.slot === slot)),
    );
}

/** Every declared value must have been read; the normalise stage finds this first unless it has a fault. */
function unfilled(
  { cells, file, hasText }: NormalisedDocument,
  { plan }: DocumentDescription,
): readonly Finding[] {
  const filled = new Set(cells.flatMap(({ values }) => values.map(({ slot }) => slot)));
  return plan.slots
    .filter(
      ({ index, paragraph, isOptional }) =>
        !filled.has(index) && isOptional !== true && (paragraph === null || hasText),
    )
    .map(({ table, cellId, column }) => ({
      kind: 'cells',
      place: { file, table, row: cellId, column },
      expected: 'a printed value',
      found: 'none',
    }));
}
