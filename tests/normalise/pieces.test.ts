import { describe, expect, it } from 'vitest';
import { inkOf } from '../../pipeline/locale/look-alikes.ts';
import {
  admits,
  atomsOf,
  type ReadCell,
  readAtoms,
  readPhrase,
  readStretch,
} from '../../pipeline/normalise/reading/cell.ts';
import {
  type CellContent,
  contentText,
  sameCell,
  sameContent,
} from '../../pipeline/normalise/reading/cell-content.ts';
import { inText } from '../../pipeline/normalise/reading/number.ts';
import type { RowForm } from '../../pipeline/template/plan.ts';
import { inkFor, whole } from './made-up-ink.ts';

const FORM: RowForm = {
  columns: [
    { decimals: [0], minimum: 0, maximum: 100 },
    { decimals: [0, 1], minimum: 10, maximum: 50 },
  ],
  ...{ marks: ['1', '2'], phrases: [], notation: inText(','), ink: '' },
};

function number(value: string, marks: readonly string[] = []): CellContent {
  return { kind: 'number', value, marks };
}

describe('a column', () => {
  const cell = (content: CellContent, columns = 1): ReadCell => {
    return { from: 0, to: 1, content, reading: 'plain', columns };
  };

  it('admits numbers within its bounds, the bounds too, with its decimals', () => {
    const own = ['9', '10', '10.5', '10.55', '50', '51'];
    expect(own.filter((value) => admits(FORM.columns, 1, cell(number(value))))).toEqual(['10', '10.5', '50']);
  });

  it('admits no cell that goes on behind the last one, and one that spans if all of them do', () => {
    expect(admits(FORM.columns, 0, cell({ kind: 'not_in_force' }, 2))).toBe(true);
    expect(admits(FORM.columns, 1, cell({ kind: 'not_in_force' }, 2))).toBe(false);
    expect(admits(FORM.columns, 0, cell(number('20'), 2))).toBe(true);
    expect(admits(FORM.columns, 0, cell(number('60'), 2))).toBe(false);
    expect(admits(FORM.columns, 0, cell(number('20.5'), 2))).toBe(false);
  });
});

describe('the pieces of a stretch', () => {
  it('are parted by white space, and end where it does', () => {
    const ink = inkFor('12 345\n6');
    const texts = (from: number, to: number): readonly string[] =>
      [...atomsOf(ink, { from, to }, FORM)].map(({ text }) => text);
    expect(texts(0, 6)).toEqual(['12', '345', '6']);
    expect(texts(0, 4)).toEqual(['12', '34']);
    expect(texts(3, 6)).toEqual(['45', '6']);
  });

  it('are read as one cell, whatever was read there before with words in between or without', () => {
    const read = (first: 'all' | 'numbers'): readonly (readonly string[])[] => {
      const ink = inkFor('12 north 345');
      const all = [...atomsOf(ink, whole(ink), FORM)];
      const numbers = all.filter(({ text }) => text !== 'north');
      const order = first === 'all' ? [all, numbers] : [numbers, all];
      return order.map((atoms) => readStretch(ink, atoms, FORM).map(({ content }) => contentText(content)));
    };
    expect(read('all')).toEqual([[], ['12345']]);
    expect(read('numbers')).toEqual([['12345'], []]);
  });

  it('are one cell where all of them are empty, or none of them is', () => {
    const ink = inkFor('5');
    const empty = { from: 1, to: 1, text: '', broken: false };
    const blank: RowForm = { ...FORM, blank: 'missing' };
    expect(readAtoms(ink, [empty], blank).map(({ content }) => content.kind)).toEqual(['missing']);
    expect(readAtoms(ink, [empty], FORM)).toEqual([]);
    expect(readAtoms(ink, [empty, empty], blank)).toEqual([]);
    expect(readAtoms(ink, [], blank)).toEqual([]);
  });
});

describe('a sentence with a number in it', () => {
  const read = (text: string, before: string, after: string, form = FORM): string | undefined => {
    const phrase = { text: '', before: inkOf(before), after: inkOf(after), columns: 1 };
    const found = readPhrase(inkFor(text), 0, { ...form, phrases: [phrase] });
    return found && `${contentText(found.content)} ${found.from}:${found.to}`;
  };

  it('is read with a number of one digit or of several groups', () => {
    expect(read('from 5 tonnes on', 'from', 'tonnes')).toBe('5 0:11');
    expect(read('from 14 952,5 tonnes', 'from', 'tonnes')).toBe('14952.5 0:17');
  });

  it('is read in the notation that is declared', () => {
    const notation = { ...FORM.notation, decimal: ['.'], groups: ['’'], isDeclared: true };
    expect(read('from 14’952.5 tonnes', 'from', 'tonnes', { ...FORM, notation })).toBe('14952.5 0:18');
    expect(read('from 14’95 tonnes', 'from', 'tonnes', { ...FORM, notation })).toBeUndefined();
  });

  it('is none without its words or its number', () => {
    expect(read('from 5 tons', 'from', 'tonnes')).toBeUndefined();
    expect(read('from tonnes', 'from', 'tonnes')).toBeUndefined();
    expect(read('since 5 tonnes', 'from', 'tonnes')).toBeUndefined();
    expect(read('from 5 or 6 tonnes', 'from', 'tonnes')).toBeUndefined();
  });
});

describe('two cells', () => {
  it('say the same where their values are, and are the same where their marks are too', () => {
    const [plain, marked, other] = [number('5'), number('5', ['1']), number('6', ['1'])];
    const nil: CellContent = { kind: 'nil' };
    const pairs = [
      [plain, plain],
      [plain, marked],
      [marked, other],
      [nil, nil],
      [nil, plain],
    ] as const;
    expect(pairs.map(([one, two]) => sameContent(one, two))).toEqual([true, true, false, true, false]);
    expect(pairs.map(([one, two]) => sameCell(one, two))).toEqual([true, false, false, true, false]);
    expect(sameCell(undefined, plain)).toBe(false);
  });
});
