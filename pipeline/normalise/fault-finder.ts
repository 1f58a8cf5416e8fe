import type { BodyItem, GridPlan, SentencePart } from '../document/plan.ts';
import { lineOf } from '../extract/text-file.ts';
import type { TextLayer } from '../extract/text-layer.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { type BodyStop, startsItem } from './grid.ts';
import type { Ink } from './ink.ts';
import { spaced } from './splits.ts';

const EXCERPT = 60;

/** Where in the source an ink character stands, for a finding. */
export function placeAt(
  layer: TextLayer,
  ink: Ink,
  index: number,
): { readonly file: string; readonly line: number } {
  const last = ink.offsets.length - 1;
  return {
    file: layer.file,
    line: lineOf(layer, ink.offsets[Math.min(index, last)] ?? layer.text.length).number,
  };
}

/** What stands at a place, cut short: `"4,4 2,9 Ақтөбе 6,0..."`. */
export function whatStands(layer: TextLayer, ink: Ink, from: number, to = from + EXCERPT): string {
  if (from >= ink.folded.length) return 'the end of the text';
  const end = Math.min(to, from + EXCERPT, ink.folded.length);
  const last = ink.offsets[end - 1] ?? 0;
  const text = layer.text.slice(ink.offsets[from] ?? 0, last + 1).replace(/\s+/g, ' ');
  return `"${text}${end < Math.min(to, ink.folded.length) ? '...' : ''}"`;
}

/** Tells a stop of a table's body as a finding: a row missing, twice, misspelt, or with the wrong values. */
export function bodyFinding(layer: TextLayer, ink: Ink, grid: GridPlan, stop: BodyStop): Finding {
  const item = grid.body[stop.position];
  const row = rowName(item);
  const table = tableName(grid);
  const made = (
    kind: FindingKind,
    at: number,
    expected: string,
    found: string,
    action?: string,
  ): Finding => ({
    kind,
    place: { ...placeAt(layer, ink, at), table, ...(row !== undefined && { row }) },
    expected,
    found,
    ...(action !== undefined && { action }),
  });
  if (stop.fault === 'cells' && item?.kind === 'row') {
    const { from, to } = stop.cells ?? { from: stop.at, to: stop.at };
    const count = item.form.columns.length;
    const beyond = isCells(spaced(ink, from, to)) ? whatStands(layer, ink, from, to) : 'no values';
    const next = grid.body[stop.position + 1];
    const stranger =
      next !== undefined && !startsItem(ink, to, next)
        ? ` and then ${whatStands(layer, ink, to, to + 25)}`
        : '';
    const expected = `exactly ${count} ${count === 1 ? 'value' : 'values'}${formOf(item)}`;
    return made('cells', from, expected, `${beyond}${stranger}`, 'compare this row with the printed page');
  }
  const label = item === undefined ? '' : item.kind === 'row' ? item.label : item.text;
  const other = grid.body.findIndex((each) => startsItem(ink, stop.at, each));
  const found = whatStands(layer, ink, stop.at, stop.at + 40);
  if (other >= 0 && other < stop.position) {
    return made('label', stop.at, `"${label}"`, `${found} again`, 'a row stands there twice');
  }
  if (other > stop.position)
    return made('label', stop.at, `"${label}"`, `${found}, a later row`, 'a row is missing');
  return made('label', stop.at, `"${label}"`, found, 'the label is misspelt or a row is missing');
}

function isCells(text: string): boolean {
  return text.trim() !== '';
}

function formOf({ form }: Extract<BodyItem, { kind: 'row' }>): string {
  const decimals = new Set(form.columns.flatMap((column) => column.decimals));
  if (decimals.size === 0) return '';
  const places = [...decimals].sort().join(' or ');
  return ` with ${places} decimal${places === '1' ? '' : 's'} and digits in groups of three`;
}

function rowName(item: BodyItem | undefined): string | undefined {
  if (item === undefined) return undefined;
  return item.kind === 'row' ? `${item.label} (${item.name})` : item.text;
}

/** A table's name with the codes that tell it from the others of its family: `poverty_rate 2010`. */
export function tableName({ table, codes }: Pick<GridPlan, 'table' | 'codes'>): string {
  return [table, ...Object.values(codes)].join(' ');
}

/** What a part of a sentence asks for, for a finding. */
export function partText(part: SentencePart | undefined): string {
  if (part === undefined) return 'the end of the sentence';
  if (part.kind === 'value') return `a number (${part.slot.cellId})`;
  if (part.kind === 'either') return part.inks.map((ink) => `"${ink}"`).join(' or ');
  return `"${part.ink}"`;
}
