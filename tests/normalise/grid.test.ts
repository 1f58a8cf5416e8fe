import { describe, expect, it } from 'vitest';
import { inkOf, labelOf } from '../../pipeline/locale/look-alikes.ts';
import { contentsOf } from '../../pipeline/normalise/reading/cell.ts';
import type { Ink } from '../../pipeline/normalise/reading/ink.ts';
import { inText } from '../../pipeline/normalise/reading/number.ts';
import { readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { readBody } from '../../pipeline/normalise/tables/words/grid.ts';
import type { BodyItem, GridPlan } from '../../pipeline/template/plan.ts';
import { inkFor } from './made-up-ink.ts';

const column = { decimals: [1], minimum: 0, maximum: 1000 };

function row(label: string): BodyItem {
  const form = { columns: [column, column], marks: [], phrases: [], notation: inText(','), ink: '' } as const;
  return { kind: 'row', label, name: label, match: labelOf(label), form, slots: [] };
}

function heading(text: string): BodyItem {
  return { kind: 'heading', text, match: labelOf(text) };
}

function gridOf(body: readonly BodyItem[]): GridPlan {
  const texts = { title: 'T', header: [], columnHeaders: [], heading: [] };
  return { kind: 'grid', file: 'x.yaml', table: 'x', codes: {}, ...texts, body };
}

const BODY = [heading('Hills:'), row('North Hill'), row('1990 plantings'), heading('Valley'), row('South')];

/** Reads a body and shows what came of it: `label: first reading`, then `! label fault` for each stop. */
function shown(text: string, body: readonly BodyItem[] = BODY, follows = atEnd): readonly string[] {
  const ink = inkFor(text);
  const { rows, stops } = readBody(ink, 0, gridOf(body), follows(ink));
  return [
    ...rows.map(({ item, lattice }) => {
      const cells = contentsOf(readingsOf(lattice, 1)[0] ?? []).map((content) =>
        content.kind === 'number' ? content.value : content.kind,
      );
      return `${item.label}: ${cells.join(' ')}`;
    }),
    ...stops.map(({ position, fault }) => {
      const item = body[position];
      return `! ${item === undefined ? 'the end' : item.kind === 'row' ? item.label : item.text} ${fault}`;
    }),
  ];
}

function atEnd({ folded }: Ink): (index: number) => boolean {
  return (index) => index === folded.length;
}

describe("a table's body", () => {
  it('is read row by row with its headings', () => {
    expect(shown('Hills:\nNorth Hill 1,0 2,0\n1990 plantings 3,0\n\n4,0\nValley South 5,0 6,0')).toEqual([
      'North Hill: 1.0 2.0',
      '1990 plantings: 3.0 4.0',
      'South: 5.0 6.0',
    ]);
  });

  it('ends where what follows it begins, though that begins with a number', () => {
    const follows = (ink: Ink) => (index: number) => ink.folded.startsWith(inkOf('2011 year'), index);
    expect(shown('South 5,0 6,0\n2011 year', [row('South')], follows)).toEqual(['South: 5.0 6.0']);
  });

  it('is read where a label goes on behind its numbers and the next begins with one', () => {
    expect(
      shown('North 1,0 2,0\nHill\n1990 3,0 4,0\nplantings', [row('North Hill'), row('1990 plantings')]),
    ).toEqual(['North Hill: 1.0 2.0', '1990 plantings: 3.0 4.0']);
  });

  it('stops at a row whose values are too few or too many, and reads on behind it', () => {
    const text = 'Hills:\nNorth Hill 1,0\n1990 plantings 3,0 4,0\nValley South 5,0 6,0 7,0';
    expect(shown(text)).toEqual(['1990 plantings: 3.0 4.0', '! North Hill cells', '! South cells']);
  });

  it.each([
    ['a label is misspelt', 'Hills:\nNord Hill 1,0 2,0\n1990 plantings 3,0 4,0\nValley\nSouth 5,0 6,0'],
    ['a heading is misspelt', 'Hills:\nNorth Hill 1,0 2,0\n1990 plantings 3,0 4,0\nValey\nSouth 5,0 6,0'],
    ['a row is missing', 'Hills:\nNorth Hill 1,0 2,0\nValley\nSouth 5,0 6,0'],
    [
      'a row stands there twice',
      'Hills:\nNorth Hill 1,0 2,0\nNorth Hill 1,0 2,0\n1990 plantings 3,0 4,0\nValley South 5,0 6,0',
    ],
  ])('stops where %s, because nothing is sure behind it', (_, text) => {
    const found = shown(text);
    expect(found.filter((line) => line.startsWith('!'))).toHaveLength(1);
    expect(found).not.toContain('South: 5.0 6.0');
  });

  it('knows the ink of its labels', () => {
    const ink = inkFor('North Hill 1,0 2,0 S o u t h\n3,0 4,0');
    const { rows } = readBody(ink, 0, gridOf([row('North Hill'), row('South')]), atEnd(ink));
    expect(rows.map(({ label }) => ink.folded.slice(label.from, label.to))).toEqual([
      inkOf('North Hill'),
      inkOf('South'),
    ]);
  });
});
