import { grouped } from '../../pipeline/page/grouped.ts';
import { type Check, checksOf } from './arithmetic.ts';
import { type Dataset, datasetOf, holdsValues } from './dataset.ts';
import { checkParts, evidenceParts } from './evidence-parts.ts';
import type { Package, Row, Table } from './package.ts';
import { type PartsOfReport, partsOfReport, type ReportSection, reportParts } from './report-parts.ts';
import { linesOf, type TextLine } from './text-layer.ts';

/** A printed cell: where it stands and how it was read. */
export interface Cell {
  readonly id: string;
  /** Its name in its dataset: the id without the dataset. */
  readonly name: string;
  readonly dataset: string;
  readonly page: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly charStart: number;
  readonly charEnd: number;
  readonly raw: string;
  readonly reading: string;
  /** The kind of evidence that decided the reading. */
  readonly evidence: string;
  /** What was struck out last; undefined where the printed characters can be read in one way alone. */
  readonly runnerUp?: RunnerUp;
  readonly state: string;
  /** Where it stands on its page, in points from the top left; undefined where the source has no places. */
  readonly box?: PageBox;
}

/** The next best reading of a cell. */
export interface RunnerUp {
  /** What the cell would say: a number, or `nil` and the like; and the row as it would be read then, `1 | 100200 | nil`. */
  readonly says: string;
  readonly row: string;
  /** The checks that it would break, by their names. */
  readonly breaks: readonly string[];
}

/** A place on a page, in points from its top left. */
export interface PageBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A contradiction of the source. */
export interface Erratum {
  readonly id: string;
  readonly row: Row;
  readonly cells: readonly string[];
  /** The broken checks that show it, where arithmetic does. */
  readonly checks: readonly Check[];
}

/** Everything that the pages show, related to each other. */
export interface Catalogue {
  readonly package: Package;
  readonly datasets: readonly Dataset[];
  readonly cells: ReadonlyMap<string, Cell>;
  readonly cellsOf: ReadonlyMap<string, readonly Cell[]>;
  /** The cells of each dataset by the pages that show their evidence. */
  readonly evidenceParts: ReadonlyMap<string, readonly (readonly Cell[])[]>;
  /** Which of these pages shows a cell, from 0. */
  readonly partOfCell: ReadonlyMap<string, number>;
  /** Which of the pages of a dataset shows a check, from 0. */
  readonly partsOfChecks: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The running text by the pages that show it. */
  readonly reportParts: readonly (readonly ReportSection[])[];
  readonly partsOfReport: PartsOfReport;
  /** The row or rows that hold a cell's value. */
  readonly rowsOf: ReadonlyMap<string, readonly Row[]>;
  readonly checks: readonly Check[];
  readonly checkNamed: ReadonlyMap<string, Check>;
  readonly checksOfCell: ReadonlyMap<string, readonly Check[]>;
  readonly errata: readonly Erratum[];
  readonly errataOfCell: ReadonlyMap<string, readonly Erratum[]>;
  /** How many places of the source were read, each once whatever it was read for. */
  readonly placeCount: number;
  readonly warnings: ReadonlyMap<string, Row>;
  readonly units: ReadonlyMap<string, Row>;
  readonly lines: readonly TextLine[];
  readonly rows: (table: string) => readonly Row[];
}

/** Relates the published tables to each other. */
export function catalogueOf(published: Package): Catalogue {
  const rows = (table: string): readonly Row[] => published.tables.get(table)?.rows ?? [];
  const lines = linesOf(published.textLayer);
  const cells = rows('cell').map(cellOf);
  const cellsByDataset = grouped(cells, ({ dataset }) => dataset);
  const annexes = annexStarts(rows('section'), lines);
  const datasets = [...published.tables.values()].filter(holdsValues).map((table) => {
    const lines = (cellsByDataset.get(table.name) ?? [])
      .map(({ lineStart }) => lineStart)
      .sort((a, b) => a - b);
    const sections = lines.map((own) => annexes.findLast(({ line }) => line <= own)?.section);
    return datasetOf(table, published, [...new Set(sections)]);
  });
  const rank = ({ table, annex }: Dataset): number =>
    firstLine(table, cellsByDataset) + (annex === undefined ? lines.length : 0);
  const checks = checksOf(rows('check_result'), datasets);
  const checksOfCell = byCell(checks);
  const checkNamed = new Map(checks.map((check) => [check.id, check]));
  const parts = datasets.map(({ table: { name } }): [string, readonly (readonly Cell[])[]] => [
    name,
    evidenceParts(cellsByDataset.get(name) ?? [], { checksOfCell, checkNamed }),
  ]);
  const ofReport = reportParts(rows);
  const errata = rows('erratum')
    .map((row) => erratumOf(row, checks))
    .sort(bySeverity);
  const places = new Set(cells.map(({ charStart, charEnd }) => `${charStart}-${charEnd}`));
  return {
    package: published,
    datasets: [...datasets].sort((a, b) => rank(a) - rank(b)),
    cells: new Map(cells.map((cell) => [cell.id, cell])),
    cellsOf: cellsByDataset,
    evidenceParts: new Map(parts),
    partsOfChecks: new Map(parts.map(([name, own]) => [name, checkParts(own, { checksOfCell, checkNamed })])),
    partOfCell: new Map(
      parts.flatMap(([, own]) =>
        own.flatMap((shown, at) => shown.map(({ id }): [string, number] => [id, at])),
      ),
    ),
    reportParts: ofReport,
    partsOfReport: partsOfReport(ofReport),
    rowsOf: grouped(
      datasets.flatMap(({ table }) => table.rows),
      (row) => row.cell_id ?? '',
    ),
    checks,
    checkNamed,
    checksOfCell,
    errata,
    errataOfCell: byCell(errata),
    placeCount: places.size,
    warnings: new Map(rows('warning').map((row) => [row.cell_id ?? '', row])),
    units: new Map(rows('unit').map((row) => [row.unit ?? '', row])),
    lines,
    rows,
  };
}

/** The datasets of an annex, or with `undefined` those of the running text. */
export function datasetsOf({ datasets }: Catalogue, annex: Row | undefined): readonly Dataset[] {
  return datasets.filter((dataset) => dataset.annex?.section === annex?.section);
}

function cellOf(row: Row): Cell {
  const id = row.cell_id ?? '';
  const { x0 = '', y0 = '', x1 = '', y1 = '', runner_up: runnerUp = '' } = row;
  const isPlaced = [x0, y0, x1, y1].every((place) => place !== '');
  return {
    ...(isPlaced && { box: { x0: Number(x0), y0: Number(y0), x1: Number(x1), y1: Number(y1) } }),
    ...(runnerUp !== '' && {
      runnerUp: { says: runnerUp, row: row.runner_up_row ?? '', breaks: listed(row.runner_up_breaks) },
    }),
    id,
    name: id.slice(id.indexOf(':') + 1),
    dataset: row.dataset ?? '',
    page: Number(row.page),
    lineStart: Number(row.line_start),
    lineEnd: Number(row.line_end),
    charStart: Number(row.char_start),
    charEnd: Number(row.char_end),
    raw: row.raw ?? '',
    reading: row.reading ?? '',
    evidence: row.evidence ?? '',
    state: row.state ?? '',
  };
}

function erratumOf(row: Row, checks: readonly Check[]): Erratum {
  const id = row.erratum_id ?? '';
  const own = listed(row.checks);
  // The first is that whose sides the erratum shows.
  const broken = own.flatMap((name) => checks.find((check) => check.id === name) ?? []);
  return { id, row, cells: listed(row.cells), checks: broken };
}

/** The names in a list of the data. */
function listed(list: string | undefined): readonly string[] {
  return (list ?? '').split(' ').filter((name) => name !== '');
}

/** True where contradictions concern a cell and all of them mislead little. */
export function isSlight({ errataOfCell }: Catalogue, cellId: string): boolean {
  const own = errataOfCell.get(cellId) ?? [];
  return own.length > 0 && own.every(({ row }) => row.severity === 'slight');
}

const SEVERITIES: readonly string[] = ['grave', 'moderate', 'slight'];

/** The gravest first, of one severity the greatest error. */
function bySeverity({ row: a }: Erratum, { row: b }: Erratum): number {
  const rank = ({ severity = '' }: Row): number => SEVERITIES.indexOf(severity);
  return rank(a) - rank(b) || Number(b.relative_error || -1) - Number(a.relative_error || -1);
}

/** An annex begins at the line that is its title and nothing else. */
function annexStarts(
  sections: readonly Row[],
  lines: readonly TextLine[],
): readonly { readonly section: Row; readonly line: number }[] {
  return sections
    .filter((section) => section.kind === 'annex')
    .map((section) => ({
      section,
      line:
        lines.findLast(({ text }) => text.trim() === section.title_kk)?.number ?? Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => a.line - b.line);
}

function byCell<Thing extends { readonly cells: readonly string[] }>(
  things: readonly Thing[],
): ReadonlyMap<string, readonly Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const thing of things)
    for (const cell of new Set(thing.cells)) found.set(cell, [...(found.get(cell) ?? []), thing]);
  return found;
}

function firstLine({ name }: Table, cells: ReadonlyMap<string, readonly Cell[]>): number {
  return Math.min(...(cells.get(name) ?? []).map(({ lineStart }) => lineStart));
}
