import type { Source } from '../../page/source.ts';
import type { NumbersLayout } from '../../template/notation.ts';
import { draftedDocument } from './drafted-document.ts';
import { draftedTable } from './drafted-table.ts';
import { equalFigures } from './equal-figures.ts';
import { keyedTable } from './keyed-table.ts';
import { withLevelMarks } from './level-marks.ts';
import { notationEvidence, withDeclared } from './notation-evidence.ts';
import { legendOf } from './notes.ts';
import { proposalsOf, withOwnIds } from './proposals.ts';
import { EMPTY_CELL, type SeenCell } from './seen-cells.ts';
import { type SeenTable, seenTables } from './seen-tables.ts';
import { DRAFT_SETTINGS } from './settings.ts';
import { severalNumbers } from './several-numbers.ts';
import { unrolled } from './strips.ts';
import { isOfValues, stubOf } from './stub.ts';
import { namesOf, titleOf } from './titles.ts';

/** What a draft is to be made of. */
export interface Drafting {
  readonly id: string;
  readonly source: Pick<Source, 'pages'>;
  /** The name that the source has in the document's folder, and its checksum. */
  readonly file: { readonly file: string; readonly sha256: string };
  /** How numbers are printed, as a person has declared it meanwhile. */
  readonly numbers?: NumbersLayout;
  /** Only this table, counted from 1 in printed order. */
  readonly only?: number;
}

/** The folder of a document as it is drafted: its files by their path within it. */
export interface Drafted {
  readonly files: ReadonlyMap<string, string>;
  /** What each table is, in printed order: those that are drafted and those that are not. */
  readonly tables: readonly {
    readonly name: string;
    readonly pages: readonly number[];
    readonly rows: number;
    readonly isDrafted: boolean;
  }[];
}

/** Writes the declarations of a document from what is seen of it. Every table that has values is one of it. */
export function drafted({ id, source, file, numbers, only }: Drafting): Drafted {
  const seen = seenTables(source)
    .map(unrolled)
    .map((table) => withLevelMarks(table, source))
    .filter(hasValues);
  const titled = seen.map((table) => ({ seen: table, title: titleOf(table, seen) }));
  const names = namesOf(titled);
  const chosen = (index: number): boolean => only === undefined || index === only - 1;
  const notation = withDeclared(
    notationEvidence(seen.filter((_, index) => chosen(index)).flatMap(valueCells)),
    numbers,
  );
  const keyed = seen.map((table, index) => keyedTable(table, names[index] ?? '', notation.numbers));
  const tableFiles = keyed.flatMap((table, index): [string, string][] => {
    const title = titled[index]?.title;
    if (!chosen(index) || title === undefined) return [];
    const earlier = keyed.slice(0, index).filter((_, at) => chosen(at));
    const proposals = withOwnIds([...proposalsOf(table), ...equalFigures(table, earlier)]);
    const place = placeOnPage(source, table.seen);
    return [[`tables/${table.name}.yaml`, draftedTable({ table, title, place, proposals, source })]];
  });
  const symbols = Object.keys(notation.numbers.symbols ?? {});
  const head = draftedDocument({
    id,
    title: titled[0]?.title.text,
    source: file,
    notation,
    tables: names.filter((_, index) => chosen(index)),
    legends: new Map(
      symbols.flatMap((symbol) => {
        const legend = legendOf(source, symbol);
        return legend === undefined ? [] : [[symbol, legend] as const];
      }),
    ),
  });
  return {
    files: new Map([['document.yaml', head], ...tableFiles]),
    tables: keyed.map((table, index) => ({
      name: table.name,
      pages: table.seen.pages,
      rows: table.rows.length,
      isDrafted: chosen(index),
    })),
  };
}

/** A table of words alone is no table of values. */
function hasValues(table: SeenTable): boolean {
  const { columns, rows } = stubOf(table);
  const isValued = columns.some(
    ({ role }, index) =>
      isOfValues(role) && rows.some(({ printed }) => /\p{Nd}/u.test(printed.cells[index]?.text ?? '')),
  );
  const values = rows.filter(({ kind }) => kind === 'row');
  const labelled = values.filter(({ label, keys }) =>
    [label, ...Object.values(keys)].some((text) => text !== ''),
  );
  // A chart has numbers as well, and no labels beside them.
  return isValued && labelled.length > DRAFT_SETTINGS.valueShare.value * values.length;
}

function valueCells(table: SeenTable): readonly SeenCell[] {
  const { columns } = stubOf(table);
  const cellsOf = (cell: SeenCell, at: number): readonly SeenCell[] => {
    const role = columns[at]?.role ?? 'value';
    if (!isOfValues(role)) return [];
    const several = role === 'parts' ? severalNumbers(cell.text) : undefined;
    return several === undefined ? [cell] : several.numbers.map((text) => ({ ...cell, text }));
  };
  return table.rows.flatMap(({ cells }) => [...cells.flatMap(cellsOf), ...cells.flatMap(starsOf)]);
}

/** The stars of a label, which stand on its line: how they are printed is declared, unlike marks that are raised. */
function starsOf({ text, marks }: SeenCell): readonly SeenCell[] {
  const stars = /\p{Nd}/u.test(text) ? [] : marks.filter((mark) => /^[*†‡§]+$/u.test(mark));
  return stars.length === 0 ? [] : [{ ...EMPTY_CELL, marks: stars }];
}

/** Which table of its first page it is, where the page has several. */
function placeOnPage({ pages }: Pick<Source, 'pages'>, { place, pages: own }: SeenTable): number | undefined {
  const page = pages.find(({ number }) => number === own[0]);
  const tables = page?.blocks.filter(({ kind }) => kind === 'table').length ?? 0;
  return tables > 1 ? place : undefined;
}
