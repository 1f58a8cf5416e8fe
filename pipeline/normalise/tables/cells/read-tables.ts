import { type Finding, type Place, SourceFault } from '../../../page/finding.ts';
import type { Source } from '../../../page/source.ts';
import type { Cell as TableCell } from '../../../page/table.ts';
import type { DeclaredReading } from '../../../template/document.ts';
import type { TablePlan } from '../../../template/tables/table-plan.ts';
import type { NormalisedDocument } from '../../document.ts';
import { cellsOf, type Decided, decided } from '../deciding/deciding.ts';
import { namesIn, printEvidence, withCausesInCells } from '../deciding/print-remarks.ts';
import type { ReadRow } from '../lattice/lattice.ts';
import { surroundings } from '../solve/row-identities.ts';
import { cutAtTitles } from './cut.ts';
import { ownedIn } from './ownership.ts';
import { readTable } from './read-table.ts';
import { hiddenRemarks, type Reading, readingOf } from './reading.ts';
import type { TableRow } from './rows.ts';
import { settled } from './settled.ts';
import { cutSideBySide } from './side-by-side.ts';

/**
 * Reads the declared tables of a source by the places of their cells: each is found by its title, its headers or its
 * pages, its columns and rows are matched, and nothing of it is left over.
 *
 * Throws all findings at once: tables that are not found, columns and rows that are not the declared ones, cells that
 * are no values.
 */
export function normaliseTables(
  drawn: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): NormalisedDocument {
  const read = readDeclared(drawn, document, reached);
  if (read.findings.length > 0) throw new SourceFault(read.findings);
  const { normalised, findings } = normalisedOf(read, document);
  if (findings.length > 0) throw new SourceFault(findings);
  return normalised;
}

/** The document of what was read, and what the drawing of the pages says against its values. */
export function normalisedOf(
  { reading, solved, values }: Pick<ReadDeclared, 'reading' | 'solved' | 'values'>,
  document: DeclaredReading,
): { readonly normalised: NormalisedDocument; readonly findings: readonly Finding[] } {
  const { layer, ink, source } = reading;
  const rowsOf = solved.map(({ row }) => row);
  const around = surroundings(values, rowsOf, document.instances);
  const cells = cellsOf(layer, ink, solved, around);
  // Raised marks were read with their cells.
  const owned = ownedIn(source, document.plan.ignored, reading.ownership, reading.indexOf);
  const level = { ...layer, evidence: { ...layer.evidence, raised: [] } };
  const evidence = printEvidence(level, cells, namesIn(ink, owned));
  const normalised = {
    file: source.file,
    layer: layer.text,
    hasPages: layer.printed !== undefined,
    hasText: false,
    cells,
    sentences: [],
    ink: ink.folded.length,
    owned,
    remarks: [...evidence.remarks, ...hiddenRemarks(source, reading)],
  };
  const pageOf = (line: number | undefined): number | undefined => layer.lines[(line ?? 0) - 1]?.page;
  const findings = evidence.findings.map(({ place, ...rest }): Finding => {
    const page = pageOf(place.line);
    return { ...rest, place: { ...place, ...(page !== undefined && { page }) } };
  });
  return { normalised, findings };
}

/** What was read of the declared tables, also of a source that is at fault. */
export interface ReadDeclared extends Pick<Decided, 'solved' | 'values' | 'readings' | 'findings'> {
  readonly reading: Reading;
  readonly rows: readonly ReadRow[];
}

/** The rows of the declared tables, before any reading of them is chosen. */
interface DeclaredRows {
  readonly reading: Reading;
  readonly rows: readonly TableRow[];
  readonly findings: readonly Finding[];
}

/** Finds the rows of every declared table, also behind one that is at fault. */
export function declaredRows(
  drawn: Source,
  document: DeclaredReading,
  reached: (place: Place) => void,
): DeclaredRows {
  const { tables } = document.plan;
  const source = cutAtTitles(drawn, tables);
  const read = rowsOf(source, tables, reached);
  if (read.findings.length === 0) return read;
  const parted = cutSideBySide(source, tables);
  return parted === source ? read : rowsOf(parted, tables, reached);
}

function rowsOf(source: Source, plans: readonly TablePlan[], reached: (place: Place) => void): DeclaredRows {
  const reading = readingOf(source);
  const rows: TableRow[] = [];
  const findings: Finding[] = [];
  const valuesOf = new Map<TableCell, string>();
  for (const plan of plans) {
    reached({ file: source.file, table: plan.name });
    const read = readTable(reading, plan, valuesOf);
    rows.push(...read.rows);
    findings.push(...read.findings);
  }
  return { reading, rows, findings };
}

/** Reads every declared table, also behind one that is at fault; throws nothing of a source. */
export function readDeclared(
  drawn: Source,
  document: DeclaredReading,
  reached: (place: Place) => void = () => undefined,
): ReadDeclared {
  const { reading, rows, findings } = declaredRows(drawn, document, reached);
  const { doubts, ...result } = settled(reading, rows, document, decided);
  // What is wrong with a row that was not read makes others doubtful that are not at fault.
  const [told = []] = [findings, result.findings, doubts].filter((each) => each.length > 0);
  return {
    ...result,
    reading,
    rows: rows.map(({ read }) => read),
    findings: withCausesInCells(told, reading.layer),
  };
}
