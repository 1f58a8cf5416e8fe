import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextLine, Word } from '../../../../pipeline/extract/pdf/lines/lines.ts';
import { continueNumber } from '../../../../pipeline/extract/pdf/lines/numbers.ts';
import { stretchesOf } from '../../../../pipeline/extract/pdf/tables/open-table.ts';

const SIZE = 10;

/** Words on a baseline: each text at its x, letters half an em wide, spaces a quarter. */
function line(baseline: number, ...parts: readonly (readonly [x: number, text: string])[]): TextLine {
  const words: Word[] = [];
  for (const [x, text] of parts) {
    let pen = x;
    for (const part of text.split(' ')) {
      const right = pen + (part.length * SIZE) / 2;
      words.push({
        text: part,
        raised: [],
        remarks: [],
        followsSpace: false,
        left: pen,
        right,
        baseline,
        top: baseline - 9,
        bottom: baseline + 2,
      });
      pen = right + SIZE / 4;
    }
  }
  const right = words.at(-1)?.right ?? 0;
  return { words, left: words[0]?.left ?? 0, right, baseline, size: SIZE, spacing: 0, overhang: 0 };
}

/** Lines on one baseline as one. */
function levels(lines: readonly TextLine[]): TextLine[] {
  const baselines = new Set(lines.map(({ baseline }) => baseline));
  return [...baselines].map((baseline) => {
    const words = lines.flatMap((each) => (each.baseline === baseline ? each.words : []));
    const [first] = lines;
    const left = Math.min(...words.map((word) => word.left));
    const right = Math.max(...words.map((word) => word.right));
    return { ...(first ?? line(0)), baseline, words, left, right };
  });
}

/** Rows as `label|cell|cell`, running text as it is. */
function read(lines: readonly TextLine[], separators: readonly number[] = []): string[] {
  const sorted = [...lines].sort((one, other) => one.baseline - other.baseline);
  return stretchesOf(sorted, separators).flatMap((stretch) =>
    stretch.kind === 'rows'
      ? stretch.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'))
      : stretch.lines.map(({ words }) => words.map(({ text }) => text).join(' ')),
  );
}

describe('a table without rules', () => {
  const plain = [
    line(0, [0, 'north'], [100, '16 440,1'], [160, '101,5']),
    line(15, [0, 'south'], [100, '9 673,1'], [160, '-']),
    line(30, [0, 'east'], [100, '673,1'], [160, '99,0']),
  ];

  it('shows in columns of numbers over three lines', () => {
    expect(read(plain)).toEqual(['north|16 440,1|101,5', 'south|9 673,1|-', 'east|673,1|99,0']);
  });

  it('is not claimed on less', () => {
    expect(read(plain.slice(0, 2))).toEqual(['north 16 440,1 101,5', 'south 9 673,1 -']);
  });

  it('is not seen in running text with numbers in it', () => {
    const words = fc.array(fc.constantFrom('in', '2015', 'the', 'share', 'of', '5,3', 'households'), {
      minLength: 8,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 3, maxLength: 8 }), (texts) => {
        const lines = texts.map((text, index) => line(12 * index, [0, text.join(' ')]));
        expect(read(lines)).toEqual(texts.map((text) => text.join(' ')));
      }),
    );
  });

  it('parts numbers set so tight that only the other rows show the columns', () => {
    const tight = line(45, [0, 'west'], [95, '123 456 789'], [153, '101,5']);
    expect(read([...plain, tight]).at(-1)).toBe('west|123 456 789|101,5');
  });

  it('keeps headings that run across it as text', () => {
    const heading = line(45, [0, 'a heading that runs across columns']);
    const more = [line(60, [0, 'west'], [100, '1,5'], [160, '2,5'])];
    expect(read([...plain, heading, ...more]).slice(3)).toEqual([
      'a heading that runs across columns',
      'west|1,5|2,5',
    ]);
  });

  it.each([
    ['top', 45],
    ['middle', 51],
    ['bottom', 57],
  ])('groups a wrapped label with its numbers at the %s', (_, y) => {
    const wrapped = [
      line(45, [0, 'a label']),
      line(57, [0, 'of two lines']),
      line(y, [100, '1,5'], [160, '2,5']),
    ];
    const merged = wrapped.filter(({ baseline }) => baseline !== y || y === 51);
    const beside =
      y === 51 ? [] : [line(y, [0, y === 45 ? 'a label' : 'of two lines'], [100, '1,5'], [160, '2,5'])];
    const after = line(72, [0, 'west'], [100, '3,5'], [160, '4,5']);
    expect(read([...plain, ...merged, ...beside, after]).slice(3)).toEqual([
      'a label of two lines|1,5|2,5',
      'west|3,5|4,5',
    ]);
  });

  it('joins numbers that are wrapped in their cells', () => {
    const wrapped = [
      line(45, [0, 'west'], [100, '21 815'], [160, '28 243']),
      line(57, [100, '517,0'], [160, '052,7']),
    ];
    const after = line(72, [0, 'all'], [100, '3,5'], [160, '4,5']);
    expect(read([...plain, ...wrapped, after]).slice(3)).toEqual([
      'west|21 815 517,0|28 243 052,7',
      'all|3,5|4,5',
    ]);
  });

  it('keeps printed lines apart where their distances tell nothing', () => {
    const even = [
      line(45, [0, 'a label'], [100, '1,5'], [160, '2,5']),
      line(60, [0, 'that may go on']),
      line(75, [0, 'west'], [100, '3,5'], [160, '4,5']),
    ];
    expect(read([...plain, ...even]).slice(3)).toEqual(['a label|1,5|2,5', 'that may go on', 'west|3,5|4,5']);
  });

  it('joins the lines of a cell of words, wider than the numbers of its column', () => {
    const words = [
      line(45, [0, 'a label'], [100, 'since March'], [160, '2,5']),
      line(56, [100, 'it is 14 952']),
    ];
    const after = [71, 86].map((below) => line(below, [0, 'west'], [100, '3,5'], [160, '4,5']));
    expect(read([...plain, ...words, ...after])[3]).toBe('a label|since March it is 14 952|2,5');
  });

  it('keeps rows apart that have a heading between them, though their numbers could be one', () => {
    const sums = [0, 45].flatMap((y) => [
      line(y, [0, 'all'], [100, '915 401']),
      line(y + 15, [0, 'women'], [100, '474 284']),
      line(y + 30, [40, '2011']),
    ]);
    expect(read(sums)).toEqual([
      'all|915 401',
      'women|474 284',
      '2011',
      'all|915 401',
      'women|474 284',
      '2011',
    ]);
  });

  it.each([
    ['top', 0, 0],
    ['middle', 6, 12],
    ['bottom', 12, 24],
  ])('has its head read column by column, its cells at the %s', (_, second, third) => {
    const head = [
      line(-60, [100, 'a']),
      line(-48, [100, 'head']),
      line(-36, [100, 'of three']),
      line(-60 + second, [160, 'of']),
      line(-48 + second, [160, 'two']),
      line(-60 + third, [220, 'one']),
    ];
    const rows = [0, 1, 2].map((row) =>
      line(15 * row - 15, [0, 'x'], [100, '1,5'], [160, '2,5'], [220, '3,5']),
    );
    expect(read([...levels(head), ...rows])[0]).toBe('a head of three|of two|one');
  });

  it('takes every band between level rules for a row', () => {
    const lines = [
      ...plain,
      line(45, [0, 'a label'], [100, '1,5'], [160, '2,5']),
      line(60, [0, 'that goes on']),
    ];
    expect(read(lines, [4, 19, 34, 64]).at(-1)).toBe('a label that goes on|1,5|2,5');
  });
});

describe('the parts of a wrapped number', () => {
  it.each([
    [['21 815', '517,0'], true],
    [['-1 081', '239,7'], true],
    [['14180051,', '0202'], true],
    [['5,8', '2,2'], false],
    [['-', '-'], false],
    [['479721', '915401'], false],
    [['11 684', '1 440'], false],
  ])('%j: %s', (parts, isOne) => {
    expect(continueNumber(parts)).toBe(isOne);
  });
});
