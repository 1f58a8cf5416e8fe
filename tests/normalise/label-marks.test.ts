import { describe, expect, it } from 'vitest';
import type { ReadCell } from '../../pipeline/normalise/reading/cell.ts';
import { contentText } from '../../pipeline/normalise/reading/cell-content.ts';
import type { Ink } from '../../pipeline/normalise/reading/ink.ts';
import { inText } from '../../pipeline/normalise/reading/number.ts';
import type { PhraseMatch, Stretch } from '../../pipeline/normalise/reading/phrase.ts';
import { rowLattice } from '../../pipeline/normalise/tables/lattice/in-order.ts';
import { withLabelMarks } from '../../pipeline/normalise/tables/lattice/label-marks.ts';
import { type LatticeNode, readingsOf } from '../../pipeline/normalise/tables/lattice/lattice.ts';
import { inkFor } from './made-up-ink.ts';

/** Where a text stands in the ink. */
function place(ink: Ink, text: string): Stretch {
  const from = ink.printed.indexOf(text);
  return { from, to: from + text.length };
}

/** The readings of a row behind its label, which has these marks: with the ink of the last cell. */
function readings(
  text: string,
  marks: readonly string[],
  inside: { readonly cells?: string; readonly header?: string; readonly label?: string } = {},
): readonly string[] {
  const { cells, header, label = 'wheat' } = inside;
  const ink = inkFor(text);
  const parts = (own: string | undefined): readonly Stretch[] => (own === undefined ? [] : [place(ink, own)]);
  const own: PhraseMatch = { ...place(ink, label), from: 0, inside: parts(cells), headers: parts(header) };
  const form = {
    columns: Array.from({ length: 2 }, () => ({ decimals: [1, 2], minimum: 0, maximum: 100 })),
    ...{ marks: ['1', '2'], phrases: [], notation: inText(','), ink: '' },
  };
  const row = rowLattice(ink, [...own.inside, { from: own.to, to: ink.folded.length }], form);
  const found: LatticeNode = withLabelMarks(ink, own, marks, row);
  return readingsOf(found).map(
    (row) => `${row.map(said).join(' | ')} ${ink.printed.slice(row.at(-1)?.from, row.at(-1)?.to)}`,
  );
}

function said({ content, reading }: ReadCell): string {
  return reading === 'footnote' ? `${contentText(content)} footnote` : contentText(content);
}

describe('a mark of a label', () => {
  it('is taken off the last value where it stands apart behind it', () => {
    expect(readings('wheat 22,7 12,50\n1)', ['1'])).toEqual(['22.7 | 12.50 12,50']);
    expect(readings('wheat 22,7 12,501)\n2)', ['2'])).toEqual(['22.7 | 12.50 [1] footnote 12,501)']);
  });

  it('stays with the value where the label has it, or has none', () => {
    expect(readings('wheat1) 22,7 12,50\n1)', ['1'], { label: 'wheat1)' })).toEqual([
      '22.7 | 12.50 [1] footnote 12,501)',
    ]);
    expect(readings('wheat 22,7 12,50\n1)', [])).toEqual(['22.7 | 12.50 [1] footnote 12,501)']);
  });

  it('is missed where it stands nowhere, at the value itself, at another one, or is another mark', () => {
    expect(readings('wheat 22,7 12,50', ['1'])).toEqual([]);
    expect(readings('wheat 22,7 12,501)', ['1'])).toEqual([]);
    expect(readings('wheat 22,7\n1) 12,50', ['1'])).toEqual([]);
    expect(readings('wheat 22,7 12,50\n2)', ['1'])).toEqual([]);
    expect(readings('wheat 22,7 …', ['1'])).toEqual([]);
  });

  it('is not that of a value or a header that stands inside the label', () => {
    const label = 'grown';
    expect(readings('wheat 22,71) grown 12,50\n1)', ['1'], { label, cells: '22,71)' })).toEqual([
      '22.7 [1] footnote | 12.50 12,50',
    ]);
    expect(
      readings('wheat 22,7 2010 1) grown 12,50', ['1'], { label, cells: '22,7', header: '20101)' }),
    ).toEqual([]);
    expect(
      readings('wheat 22,7 2010 1) grown1) 12,50', ['1'], {
        label: 'grown1)',
        cells: '22,7',
        header: '20101)',
      }),
    ).toEqual(['22.7 | 12.50 12,50']);
    const inside = { label: 'tall', header: '2010', cells: '22,71)' };
    expect(readings('wheat 2010 grown 22,71) tall 12,50\n1)', ['1'], inside)).toEqual([
      '22.7 [1] footnote | 12.50 12,50',
    ]);
  });
});
