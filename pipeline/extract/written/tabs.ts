import { areValues, isName } from '../layout/values.ts';
import { runsOf, type Stretch, type WrittenCell, type WrittenGrid } from './grid.ts';

/**
 * Tables of a text in which a tab stands between each two cells: lines that follow each other and have as many tabs each.
 * Where they have not, tabs lead to stops, and which column a value stands in is told by nothing but these.
 *
 *     Region⇥2010⇥2011
 *     North⇥⇥5            // nothing of 2010
 */
export function gridsOfTabs(lines: readonly string[]): readonly WrittenGrid[] {
  return runsOf(lines, (line) => line.trim() !== '' && line.includes('\t'))
    .flatMap(({ from, to }) => alike(lines, from, to))
    .flatMap(({ from, to }) => gridOf(lines, from, to));
}

function alike(
  lines: readonly string[],
  from: number,
  to: number,
): readonly { readonly from: number; readonly to: number }[] {
  const counts = lines.slice(from, to).map((line) => line.split('\t').length);
  return counts.every((count) => count === counts[0]) ? [{ from, to }] : [];
}

function gridOf(lines: readonly string[], from: number, to: number): readonly WrittenGrid[] {
  return gridOfFields(
    lines.slice(from, to).map((line, at) => fieldsIn(line, from + at)),
    lines,
    from,
  );
}

/** The table of lines that are parted into as many fields each; none where no more than one line has several. */
export function gridOfFields(
  fields: readonly (readonly Stretch[])[],
  lines: readonly string[],
  from: number,
): readonly WrittenGrid[] {
  const rows = fields.map((row) =>
    row.map((field) => ({ ...field, text: (lines[field.line] ?? '').slice(field.left, field.right) })),
  );
  const filled = rows.map((cells) => cells.filter(({ text }) => text.trim() !== ''));
  // What a tab sets in is the first line of a paragraph.
  if (filled.filter(({ length }) => length > 1).length < 2) return [];
  const kept = (rows[0] ?? []).flatMap((_, column) =>
    rows.some((cells) => cells[column]?.text.trim() !== '') ? [column] : [],
  );
  const texts = rows.map((own) => kept.map((place) => own[place]?.text.trim() ?? ''));
  const headRows = isHeadOfTwo(texts) ? 2 : 1;
  const cells = rows.flatMap((own, row) =>
    kept.flatMap((place, column): readonly WrittenCell[] => {
      const cell = own[place];
      const isUpper = row === 0 && headRows === 2 && column > 0;
      if (isUpper && texts[row]?.[column] === '') return [];
      const next = texts[row]?.findIndex((text, at) => at > column && text !== '') ?? -1;
      const columnSpan = isUpper ? (next < 0 ? kept.length : next) - column : 1;
      return [{ row, column, rowSpan: 1, columnSpan, stretches: cell === undefined ? [] : [cell] }];
    }),
  );
  return [
    {
      from,
      to: from + rows.length,
      rows: rows.length,
      columns: kept.length,
      headRows,
      toldBy: 'marked up',
      cells,
    },
  ];
}

/**
 * Whether the first two lines are a boxhead of two levels, as a spreadsheet writes merged cells: a head has its columns to
 * itself and those behind it that are empty, and below stand their own heads, none of them a value, and no label.
 *
 *     Region⇥Women⇥⇥Men⇥
 *     ⇥2010⇥2011⇥2010⇥2011
 */
function isHeadOfTwo([upper = [], lower = []]: readonly (readonly string[])[]): boolean {
  const [label, ...names] = lower;
  return (
    label === '' &&
    upper[1] !== '' &&
    upper.slice(2).includes('') &&
    names.every((text) => text !== '' && (isName(text) || !areValues(text.split(/\s+/))))
  );
}

function fieldsIn(line: string, at: number): readonly Stretch[] {
  let left = 0;
  return line.split('\t').map((text) => {
    const field = { line: at, left, right: left + text.length };
    left += text.length + 1;
    return field;
  });
}
