import type { Evidence } from '../../normalise/tables/deciding/chosen.ts';
import type { ExplainedCell, ExplainedRow } from '../../normalise/tables/deciding/explained.ts';
import { renderFinding } from '../../page/finding.ts';
import type { Style } from '../look/printed.ts';

/** What a person declares to have another kind of evidence say something else. */
const DECLARED: Readonly<Record<Evidence, string>> = {
  place: 'the columns of the table as they are declared',
  print: 'marks',
  form: 'numbers, decimals, minimum and maximum',
  arithmetic: 'identities',
};

/**
 * A row as it is declared beside what is printed: for each cell its column, the printed characters, what they say, by
 * which evidence, and the next best reading with what speaks against it. For a row at fault what was expected and found,
 * and the readings that are left.
 */
export function rowText(row: ExplainedRow, style: Style): string {
  const { place, cells, finding, readings } = row;
  const line = place.line === undefined ? 'not found' : `${pageOf(place.page)}line ${place.line}`;
  const head = style.title(`row ${row.row}`) + style.faint(`, ${line}`);
  const width = Math.max(0, ...cells.map(({ column }) => column.length));
  return [
    head,
    ...cells.map((cell) => cellLine(cell, width, style)),
    ...(finding === undefined
      ? []
      : renderFinding(finding)
          .split('\n')
          .map((text) => style.struck(`  ${text.trim()}`))),
    ...(readings.length > 1
      ? ['  readings that are left:', ...readings.map((reading) => `    ${reading}`)]
      : []),
    ...(cells.length === 0 && finding === undefined ? ['  not read: the table has a fault before it'] : []),
  ].join('\n');
}

function pageOf(page: number | undefined): string {
  return page === undefined ? '' : `page ${page}, `;
}

function cellLine(cell: ExplainedCell, width: number, style: Style): string {
  const { column, text, says, evidence } = cell;
  const printed = text === '' ? 'nothing' : `"${text.replace(/\s+/g, ' ')}"`;
  return `  ${column.padEnd(width)}  ${printed} says ${style.title(says)} by ${evidence}${otherText(cell, style)}`;
}

/** The next best reading, what struck it out, and which declaration would say otherwise. */
function otherText({ runnerUp, isNotationCertain }: ExplainedCell, style: Style): string {
  const doubt = isNotationCertain ? '' : '; its notation is not declared: numbers would';
  if (runnerUp === undefined) return style.faint(doubt === '' ? '; nothing else can be read' : doubt);
  const { says, row, felledBy, identities } = runnerUp;
  const named = identities.length === 0 ? '' : ` (${identities.join(', ')})`;
  return style.faint(
    `; next best ${says}, in the row ${row}: struck out by ${felledBy}${named}; declared by: ${DECLARED[felledBy]}${doubt}`,
  );
}
