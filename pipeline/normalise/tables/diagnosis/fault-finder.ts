import { placeIn, type TextLayer } from '../../../extract/text-layer.ts';
import { inkOf } from '../../../locale/look-alikes.ts';
import type { Finding, Place } from '../../../page/finding.ts';
import type { BodyItem, GridPlan, SentencePart } from '../../../template/plan.ts';
import { Gap, type Ink, spaced } from '../../reading/ink.ts';
import { matchLabel, matchPhrase, type Stretch } from '../../reading/phrase.ts';
import { emptyColumns, rowLattice } from '../lattice/in-order.ts';
import type { Context } from '../words/element-step.ts';
import { type BodyStop, startsItem } from '../words/grid.ts';
import { adviceFor } from './cell-advice.ts';

const EXCERPT = 60;
/** As much as tells what stands in the place of a few words. */
export const SHORT_EXCERPT = 40;
const LETTER = /\p{L}/u;

/** Where in the source an ink character stands, for a finding. */
export function placeAt(layer: TextLayer, ink: Ink, index: number): Place & { readonly line: number } {
  const last = ink.offsets.length - 1;
  return placeIn(layer, ink.offsets[Math.min(index, last)] ?? layer.text.length);
}

/** What stands at a place, cut short behind a word: `"4,4 2,9 Ақтөбе..."`. */
export function whatStands(layer: TextLayer, ink: Ink, from: number, to = ink.folded.length): string {
  if (from >= ink.folded.length) return 'the end of the text';
  let end = Math.min(to, from + EXCERPT, ink.folded.length);
  const isCut = end < Math.min(to, ink.folded.length) || cutsWord(ink, end);
  while (isCut && end > from + EXCERPT / 2 && cutsWord(ink, end)) end -= 1;
  const last = ink.offsets[end - 1] ?? 0;
  const text = layer.text.slice(ink.offsets[from] ?? 0, last + 1).replace(/\s+/g, ' ');
  return `"${text}${isCut ? '...' : ''}"`;
}

function cutsWord(ink: Ink, index: number): boolean {
  return index < ink.folded.length && ink.gaps[index] === Gap.none;
}

/** Tells a stop of a table's body as a finding: a row missing, twice, misspelt, or with the wrong values. */
export function bodyFinding(layer: TextLayer, ink: Ink, grid: GridPlan, stop: BodyStop): Finding {
  const { position, at } = stop;
  const item = grid.body[position];
  if (stop.fault === 'label' || item?.kind !== 'row') return otherTextFinding(layer, ink, grid, position, at);
  const { from, to } = stop.cells ?? { from: at, to: at };
  if (stop.fault === 'mark') {
    return {
      kind: 'label',
      place: { ...placeAt(layer, ink, at), table: tableName(grid), row: rowName(item) },
      expected: `the label with its ${marksOf(item)}`,
      found: whatStands(layer, ink, at, to),
      action: 'a footnote mark is missing or has slipped to a value',
    };
  }
  const ends = endsOfLines(ink, from, to);
  const begins = (end: number): boolean => grid.body.some((each) => startsItem(ink, end, each));
  const { inside, to: behind } = matchLabel(ink, at, item.match) ?? { inside: [], to: from };
  const whole = ends.filter(
    (end) => end >= behind && rowLattice(ink, [...inside, { from: behind, to: end }], item.form).count > 0,
  );
  const next = grid.body[position + 1];
  const end = whole.find(begins) ?? whole.filter((each) => canBegin(layer, ink, each, next)).at(-1);
  if (end !== undefined) return otherTextFinding(layer, ink, grid, position + 1, end);
  const own = ends.find(begins) ?? ends.at(-1) ?? to;
  const isCut = own === ink.folded.length && position < grid.body.length - 1;
  const printed = begins(own) ? own : lineEnd(ink, own);
  const empty = emptyColumns(ink, [...inside, { from: behind, to: printed }], item.form);
  if (empty.length > 0 && item.form.blank === undefined)
    return emptyFinding(layer, ink, grid, item, { from: behind, to: printed }, empty);
  const count = item.form.columns.length;
  return {
    kind: 'cells',
    place: { ...placeAt(layer, ink, own > from ? from : at), table: tableName(grid), row: rowName(item) },
    expected: `exactly ${count} ${count === 1 ? 'value' : 'values'}${formOf(item)}`,
    found: `${printed > from ? whatStands(layer, ink, from, printed) : 'no values'}${isCut ? ' and the end of the text' : ''}`,
    action: isCut ? 'the text is cut off' : adviceFor(spaced(ink, from, printed), item.form),
  };
}

/** A row with cells in which nothing is printed, and nothing declared about what that says. */
function emptyFinding(
  layer: TextLayer,
  ink: Ink,
  grid: GridPlan,
  item: Extract<BodyItem, { kind: 'row' }>,
  { from, to }: Stretch,
  empty: readonly number[],
): Finding {
  const headers = empty
    .map((column) => `"${grid.columnHeaders[column] ?? `column ${column + 1}`}"`)
    .join(', ');
  const printed = to > from ? whatStands(layer, ink, from, to) : 'nothing';
  return {
    kind: 'cells',
    place: { ...placeAt(layer, ink, from - 1), table: tableName(grid), row: rowName(item) },
    expected: 'a value in each cell',
    found: `${printed}, and an empty cell under ${headers}`,
    action: `if an empty cell says something, declare it in ${grid.file}: blank: missing`,
  };
}

/** The end of the line that a place is in: what cannot be read of a row, as `1l,0`, is printed all the same. */
function lineEnd(ink: Ink, at: number): number {
  let end = at;
  while (end < ink.folded.length && ink.lines[end] === ink.lines[at - 1]) end += 1;
  return end;
}

/** Tells what stands in the place of a step of the body: another step, or a text that is none. */
function otherTextFinding(layer: TextLayer, ink: Ink, grid: GridPlan, position: number, at: number): Finding {
  const item = grid.body[position];
  const line = endsOfLines(ink, at, ink.folded.length)[0] ?? ink.folded.length;
  const standing = [...grid.body.keys()].filter((index) => standsAt(layer, ink, at, line, grid.body[index]));
  const made = (other: BodyItem | undefined, found: string, action: string): Finding => ({
    kind: 'label',
    place: {
      ...placeAt(layer, ink, at),
      table: tableName(grid),
      ...(other !== undefined && { row: rowName(other) }),
    },
    expected: item === undefined ? 'the end of the table' : `"${textOf(item)}"`,
    found: `${whatStands(layer, ink, at, line)}${found}`,
    action,
  });
  if (matchPhrase(ink, at, inkOf(grid.title)) >= 0) {
    const action = `if the table goes on here, say so in ${grid.file}: continued: { title: "{title} ..." }`;
    return made(item, ', the title again', action);
  }
  const later = standing.find((index) => index > position);
  const before = standing.filter((index) => index < position).at(-1);
  if (before !== undefined && (before === position - 1 || later === undefined)) {
    return made(grid.body[before], ' again', 'a row stands there twice');
  }
  if (later !== undefined && item !== undefined) {
    const isBehind = isNextBehind(layer, ink, grid, line, item);
    return made(item, ', a later row', isBehind ? 'two rows are exchanged' : 'a row is missing');
  }
  if (at >= ink.folded.length) return made(item, '', 'the text is cut off');
  const last = grid.body[position - 1];
  if (ink.gaps[at] === Gap.none && last?.kind === 'row')
    return made(last, ' right behind its values', adviceFor(spaced(ink, at - 1, line), last.form));
  if (item !== undefined && isNextBehind(layer, ink, grid, line, item)) {
    const mayGoOn = position > 0 && !/\p{Nd}/u.test(whatStands(layer, ink, at, line));
    const goesOn = '; if it says that the table goes on, add continued: { title: "..." }';
    return made(item, ' before it', `${grid.file} does not declare that line${mayGoOn ? goesOn : ''}`);
  }
  if (item === undefined) return made(item, '', 'remove what does not belong there');
  return made(item, '', 'the label is misspelt or a row is missing');
}

/** Whether a row is the first of its table that stands in the next few lines behind a place. */
function isNextBehind(layer: TextLayer, ink: Ink, grid: GridPlan, from: number, item: BodyItem): boolean {
  const next = linesBehind(ink, from).find(([start, end]) =>
    grid.body.some((other) => standsAt(layer, ink, start, end, other)),
  );
  return next !== undefined && standsAt(layer, ink, ...next, item);
}

/** The next few lines behind a place, as the ink from the start to the end of each. */
function linesBehind(ink: Ink, from: number): readonly (readonly [number, number])[] {
  const ends = endsOfLines(ink, from, Math.min(ink.folded.length, from + 4 * EXCERPT));
  return [from, ...ends].flatMap((start, index) => {
    const end = ends[index];
    return end === undefined ? [] : [[start, end] as const];
  });
}

/** Whether a line can begin a row: one of cells alone goes on with the row before, unless labels are numbers here. */
function canBegin(layer: TextLayer, ink: Ink, at: number, next: BodyItem | undefined): boolean {
  if (at >= ink.folded.length || (next !== undefined && !LETTER.test(textOf(next)))) return true;
  return LETTER.test(whatStands(layer, ink, at, endsOfLines(ink, at, ink.folded.length)[0]));
}

/** Whether a step of the body stands in a line. A label without a letter, `2010`, needs a line of cells: `2010 жылы` is a title. */
function standsAt(layer: TextLayer, ink: Ink, at: number, line: number, item: BodyItem | undefined): boolean {
  if (item === undefined || !startsItem(ink, at, item)) return false;
  return LETTER.test(textOf(item)) || !LETTER.test(whatStands(layer, ink, at, line));
}

/**
 * Where the cells behind a label can end: at the ends of lines. A line that goes on with other text (`2010` of
 * `2010 жылы` behind a table's last row) belongs to what follows.
 */
function endsOfLines(ink: Ink, from: number, to: number): readonly number[] {
  const ends: number[] = [];
  for (let index = from + 1; index <= to; index += 1) {
    if ((ink.gaps[index] ?? Gap.line) >= Gap.line) ends.push(index);
  }
  return ends.length > 0 || to === from ? ends : [to];
}

function formOf({ form }: Extract<BodyItem, { kind: 'row' }>): string {
  const decimals = new Set(form.columns.flatMap((column) => column.decimals));
  if (decimals.size === 0) return '';
  const places = [...decimals]
    .sort()
    .join(', ')
    .replace(/, (\d)$/, ' or $1');
  return ` with ${places} decimal${places === '1' ? '' : 's'} and digits in groups of three`;
}

/** A row's label with its name in the data: `Ақмола (KZ-AKM)`. */
export function rowName(item: BodyItem): string {
  return item.kind === 'row' ? `${item.label} (${item.name})` : item.text;
}

function marksOf({ match }: Extract<BodyItem, { kind: 'row' }>): string {
  const marks = match.marks.map((mark) => `${mark})`);
  return `footnote ${marks.length === 1 ? 'mark' : 'marks'} ${marks.join(' and ')}`;
}

function textOf(item: BodyItem): string {
  return item.kind === 'row' ? item.label : item.text;
}

/** A table's name with the codes that tell it from the others of its family: `poverty_rate 2010`. */
export function tableName({ table, codes }: Pick<GridPlan, 'table' | 'codes'>): string {
  return [table, ...Object.values(codes)].join(' ');
}

/** What a part of a sentence asks for, for a finding. */
export function partText(part: SentencePart | undefined): string {
  if (part === undefined) return 'the end of the sentence';
  if (part.kind === 'value') return `a number (${part.slot.cellId})`;
  return `"${part.kind === 'text' ? part.text : part.ink}"`;
}

/** Text that stands where an element should begin. */
export function unaccounted(
  { layer, ink }: Pick<Context, 'layer' | 'ink'>,
  from: number,
  to: number,
  before: string | undefined,
): Finding {
  return {
    kind: 'unaccounted',
    place: placeAt(layer, ink, from),
    expected: before === undefined ? 'the end of the text' : `${before} to begin here`,
    found: `${whatStands(layer, ink, from, to)} that no rule accounts for`,
    action: 'compare with the printed page',
  };
}
