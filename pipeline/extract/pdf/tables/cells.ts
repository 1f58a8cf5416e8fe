import type { Glyph, TurnedGlyph } from '../drawing/ink.ts';
import { levelled } from '../lines/levels.ts';
import { linesOf, type TextLine } from '../lines/lines.ts';
import { isNumeric, isOneNumber } from '../lines/numbers.ts';
import { cellText, type TableRow } from './cell-text.ts';
import { cellIndexAt, type Grid } from './grid.ts';
import { tableStretches } from './open-table.ts';

/** A letter follows the one before it in a word when it stands within this, in em, of where it should. */
const IN_PLACE = 0.04;
const WIDEST_SPACING = 0.3;

/**
 * Reads the cells of a ruled table row by row. A cell that spans columns is one cell; a cell that spans rows
 * stands in its first row and is empty in the others. Where a table has no rules between its rows, they are told
 * apart as in a table without rules.
 */
export function rowsOfGrid(grid: Grid, glyphs: readonly Glyph[], turned: readonly TurnedGlyph[]): TableRow[] {
  const columns = grid.uprights.length - 1;
  const rows = grid.levels.length - 1;
  const straight: Glyph[][] = Array.from({ length: rows * columns }, () => []);
  const sideways: TurnedGlyph[][] = [];
  let word: WordInCell | undefined;
  for (const glyph of glyphs) {
    const spacing = word === undefined ? undefined : spacingTo(glyph, word.glyph);
    const goesOn =
      spacing !== undefined &&
      isInPlace(spacing, glyph.object === word?.glyph.object ? word.spacing : undefined);
    const cellIndex: number =
      goesOn && word !== undefined ? word.cell : cellIndexAt(grid, middleX(glyph), middleY(glyph));
    word = { glyph, spacing, cell: cellIndex };
    const cell = straight[cellIndex];
    cell?.push(glyph);
  }
  for (const glyph of turned) {
    const index = cellIndexAt(grid, glyph.pageX, glyph.pageY);
    sideways[index] = [...(sideways[index] ?? []), glyph];
  }
  return grid.leftDrawn.flatMap((edges, row) => {
    const from = row * columns;
    const top = grid.levels[row] ?? 0;
    const bottom = grid.levels[row + 1] ?? 0;
    const cells = edges.flatMap((drawn, column) =>
      drawn ? [linesOfCell(straight[from + column] ?? [], sideways[from + column])] : [],
    );
    const isInterrupted = edges.some((drawn, column) => drawn !== grid.leftBegun[row]?.[column]);
    if (isInterrupted || holdSeveralRows(cells))
      return rowsOfBand(
        grid.uprights.filter((_, column) => column === columns || grid.leftBegun[row]?.[column]),
        straight.slice(from, from + columns).flat(),
      );
    return [{ top, bottom, cells: cells.map(cellText) }];
  });
}

interface WordInCell {
  readonly glyph: Glyph;
  readonly cell: number;
  /** Distance of its last two letters in em. */
  readonly spacing: number | undefined;
}

/** Distance in em to the glyph drawn before, if that is a letter on the same line. */
function spacingTo(glyph: Glyph, before: Glyph): number | undefined {
  if (glyph.blank || before.blank || Math.abs(glyph.y - before.y) > IN_PLACE * before.size) return undefined;
  return (glyph.x - before.x - before.width) / before.size;
}

/** A word that is too wide for its cell runs on into the next one, and still belongs to the cell it began in. */
function isInPlace(spacing: number, usual: number | undefined): boolean {
  if (Math.abs(spacing) < IN_PLACE) return true;
  return usual !== undefined && spacing < WIDEST_SPACING && Math.abs(spacing - usual) < IN_PLACE;
}

/** The middle of a glyph's ink: its pen may stand on the border. */
export function middleX({ x, width }: Glyph): number {
  return x + width / 2;
}

export function middleY({ y, size }: Glyph): number {
  return y - size / 4;
}

function linesOfCell(straight: readonly Glyph[], turned: readonly TurnedGlyph[] | undefined): TextLine[] {
  const lines = linesOf(straight);
  if (turned !== undefined)
    for (const turns of [1, 2, 3]) lines.push(...linesOf(turned.filter((glyph) => glyph.turns === turns)));
  return lines;
}

/** Numbers below each other that are not one wrapped number: there are rows without rules between them. */
function holdSeveralRows(cells: readonly (readonly TextLine[])[]): boolean {
  const several = cells.filter((lines) => {
    const numbers = lines.length > 1 ? lines.filter(isNumeric) : [];
    return numbers.length > 1 && !isOneNumber(numbers);
  });
  return several.length > 1 || several.some((lines) => lines.every(isNumeric));
}

function rowsOfBand(uprights: readonly number[], glyphs: readonly Glyph[]): TableRow[] {
  const columns = uprights.slice(1, -1).map((left, index) => {
    const right = uprights[index + 2] ?? left;
    return { left, right, cellLeft: left, cellRight: right, anchors: [] };
  });
  return tableStretches({ left: uprights[0] ?? 0, columns }, levelled(linesOf(glyphs)), []).flatMap(
    (stretch) =>
      stretch.kind === 'rows'
        ? stretch.rows
        : stretch.lines.map((line) => ({
            top: line.baseline,
            bottom: line.baseline,
            cells: [cellText([line])],
          })),
  );
}
