import { SETTINGS } from '../settings.ts';
import { withGatheredHeaders } from './headers.ts';
import { withLevelCells } from './level-cells.ts';
import { withUnwrappedCells } from './wrapped-cells.ts';

/** A text keeps its columns where so many of its lines have gaps that no writer leaves. */
const WIDE_GAP = /\S {3,}\S/;
const SHARE_OF_LINES = SETTINGS.columnShare.value;
const FEWEST_LINES = SETTINGS.columnLines.value;

/**
 * Sets a text that keeps its columns in the order in which it is read. What stands below a cell, because the cell is
 * wrapped, goes behind it, and headers are told one after the other instead of line by line:
 *
 *     млн. теңге   21 815   28 243        млн. теңге   21 815 517,0   28 243 052,7
 *                  517,0    052,7
 *
 * Lines keep their numbers. A text without columns, and cells that do not stand exactly below each other, stay as
 * they are.
 */
export function inReadingOrder(text: string): string {
  const lines = text.split('\n');
  const inked = lines.filter((line) => line.trim() !== '').length;
  const wide = lines.filter((line) => WIDE_GAP.test(line)).length;
  if (wide < FEWEST_LINES || wide < SHARE_OF_LINES * inked) return text;
  return withGatheredHeaders(withUnwrappedCells(withLevelCells(lines))).join('\n');
}
