import { areValues, isName } from '../layout/values.ts';
import { runsOf, type Stretch, type WrittenGrid } from './grid.ts';
import { gridOfFields } from './tabs.ts';

const SEPARATORS = [';', ','] as const;
type Separator = (typeof SEPARATORS)[number];

/**
 * Tables of a text with a semicolon or a comma between each two cells, as spreadsheets write them: lines that follow each
 * other and have as many each, the first of them without a value. What stands in quotes is one cell.
 *
 *     Region;2010;2011           "Region","2010","2011"
 *     North;5,5;                 "North","1,234.5",""
 *
 * A comma is one where no space stands behind any, and where all lines agree: `North,5,5` beside `Region,2010` does not.
 */
export function gridsOfSeparators(lines: readonly string[]): readonly WrittenGrid[] {
  return runsOf(lines, (line) => /[;,]/.test(line)).flatMap(({ from, to }) => {
    const own = lines.slice(from, to);
    for (const separator of SEPARATORS) {
      const rows = own.map((line, at) => fieldsIn(line, separator, from + at));
      // Lines right above are those of its title.
      for (let first = 0; first < rows.length; first += 1) {
        const below = rows.slice(first);
        if (rows[first]?.length === rows.at(-1)?.length && areRows(below, lines))
          return gridOfFields(below, lines, from + first);
      }
    }
    return [];
  });
}

function areRows(
  rows: readonly (readonly Stretch[] | undefined)[],
  lines: readonly string[],
): rows is readonly (readonly Stretch[])[] {
  const texts = rows.map((row) =>
    row?.map(({ line, left, right }) => (lines[line] ?? '').slice(left, right).trim()),
  );
  const [head, ...body] = texts;
  const columns = head?.length ?? 0;
  if (head === undefined || columns < 2 || body.length === 0) return false;
  const isValue = (text: string): boolean => text !== '' && areValues(text.split(/\s+/));
  return (
    texts.every((row) => row?.length === columns) &&
    head.every((text) => !isValue(text) || isName(text)) &&
    body.every((row) => row?.slice(1).some(isValue) === true)
  );
}

/** The cells of a line; undefined where a quote is left open, or a space stands behind a comma. */
function fieldsIn(line: string, separator: Separator, at: number): readonly Stretch[] | undefined {
  const fields: Stretch[] = [];
  let left = 0;
  while (left <= line.length) {
    const isQuoted = line.charAt(left) === '"';
    const close = isQuoted ? line.indexOf('"', left + 1) : left;
    const end = close < 0 ? -1 : line.indexOf(separator, close);
    const right = end < 0 ? line.length : end;
    if (close < 0 || (isQuoted && line.slice(close + 1, right).trim() !== '')) return undefined;
    if (separator === ',' && line.charAt(right + 1) === ' ') return undefined;
    fields.push({ line: at, left: isQuoted ? left + 1 : left, right: isQuoted ? close : right });
    left = right + 1;
  }
  return fields;
}
