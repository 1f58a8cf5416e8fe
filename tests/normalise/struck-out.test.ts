import { describe, expect, it } from 'vitest';
import { box, FIRST_OBJECT, stream, stroke, widthOf, words } from '../extract/pdf/made-up-pdf.ts';
import { ending, type PrintedCell, type PrintedRows, readTable, valuesOf } from './printed-table.ts';

const withCell = (cell: PrintedCell): PrintedRows => [
  ['375', '20', '34'],
  [cell, '11', '17'],
  ['30', '9', '17'],
];
const WHOLE = '375 20 34 345 11 17 30 9 17';
/** A number that ends at `right`, with a line through it. */
const through =
  (text: string, up: number, shift = 0, thick = 0.6) =>
  (right: number, y: number): string => {
    const left = right - widthOf(text);
    return `${ending(right, y, text)}${stroke(left - 1 + shift, y + up, right + 1 + shift, y + up, thick)}`;
  };

describe('a number that a line strikes out', () => {
  it.each([
    ['in the middle of its digits', 3],
    ['in the middle of small letters', 2.4],
    ['higher', 4],
  ])('is not read beside its correction, and the build says so: %s', async (_, up) => {
    const rows = withCell((right, y) => `${through('12', up)(right - 20, y)}${ending(right, y, '345')}`);
    for (const ruled of [true, false]) {
      expect(await valuesOf({ rows, ruled })).toBe(WHOLE);
      expect((await readTable({ rows, ruled })).remarks).toEqual([
        expect.stringContaining('struck-out text beside it, which is not read: "12"'),
      ]);
    }
  });

  it('stops the build where dots or dashes strike it out', async () => {
    const dots = (right: number, y: number): string =>
      Array.from({ length: 13 }, (_, at) => `${right - 18.5 + 1.5 * at} ${y + 3} 0.8 0.8 re f `).join('');
    const dashes = (right: number, y: number): string =>
      `q [1 1] 0 d ${stroke(right - 18, y + 3, right, y + 3)}Q `;
    for (const line of [dots, dashes]) {
      const cell: PrintedCell = (right, y) => `${ending(right, y, '345')}${line(right, y)}`;
      expect(await valuesOf({ rows: withCell(cell) })).toContain('"345" struck out by a line');
    }
  });

  it('is not read behind its correction, nor where a thin box strikes it out', async () => {
    const behind: PrintedCell = (right, y) => `${ending(right - 16, y, '345')}${through('12', 3)(right, y)}`;
    expect(await valuesOf({ rows: withCell(behind) })).toBe(WHOLE);
    const filled: PrintedCell = (right, y) =>
      `${ending(right - 20, y, '12')}${box(right - 32, y + 3, 13, 0.8, '1 0 0')}${ending(right, y, '345')}`;
    expect(await valuesOf({ rows: withCell(filled) })).toBe(WHOLE);
  });

  it('stops the build where nothing stands in its place', async () => {
    for (const ruled of [true, false]) {
      const message = await valuesOf({ rows: withCell(through('345', 3)), ruled });
      expect(message).toContain(
        'found "345" struck out by a line or an annotation, and nothing in its place (page 1)',
      );
    }
  });

  it.each([
    ['slanting', (left: number, y: number) => stroke(left - 1, y - 1, left + 18, y + 8)],
    ['falling', (left: number, y: number) => stroke(left - 1, y + 8, left + 18, y - 1)],
    ['steep', (left: number, y: number) => stroke(left + 3, y - 4, left + 13, y + 12)],
    [
      'slanting and filled',
      (left: number, y: number) =>
        `${left - 1} ${y - 1} m ${left + 18} ${y + 7.5} l ${left + 18} ${y + 8} l ${left - 1} ${y - 0.5} l h f\n`,
    ],
    [
      'in a zigzag',
      (left: number, y: number) =>
        `0.5 w ${left - 1} ${y + 2} m ${[3, 6, 9, 12, 15, 18].map((x, index) => `${left + x} ${y + (index % 2 === 0 ? 5 : 2)} l`).join(' ')} S\n`,
    ],
    [
      'in a wave, of which each piece is short',
      (left: number, y: number) =>
        `0.7 w ${left} ${y + 3} m ${left + 5} ${y + 5} ${left + 11} ${y + 1} ${left + 16} ${y + 3.5} c S\n`,
    ],
    ['near its feet', (left: number, y: number) => stroke(left - 1, y + 1, left + 18, y + 1)],
    ['near its heads', (left: number, y: number) => stroke(left - 1, y + 5.5, left + 18, y + 5.5)],
    [
      'in dashes',
      (left: number, y: number) =>
        [0, 1, 2, 3, 4]
          .map((dash) => stroke(left + dash * 3.5, y + 3, left + dash * 3.5 + 2.5, y + 3))
          .join(''),
    ],
    [
      'upright, through its first digit',
      (left: number, y: number) => stroke(left + 2.8, y - 2, left + 2.8, y + 9),
    ],
    [
      'upright, over several rows',
      (left: number, y: number) => stroke(left + 8.3, y - 30, left + 8.3, y + 30),
    ],
    ['upright and filled', (left: number, y: number) => box(left + 8, y - 20, 0.6, 40, '1 0 0')],
    ['over one of its digits', (left: number, y: number) => stroke(left, y + 3, left + 5.5, y + 3)],
    [
      'over the last of its digits',
      (left: number, y: number) => stroke(left + 11.2, y + 3, left + 16.6, y + 3),
    ],
  ])('stops the build where nobody knows whether a line strikes it out: %s', async (_, line) => {
    const cell: PrintedCell = (right, y) => `${ending(right, y, '345')}${line(right - widthOf('345'), y)}`;
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: withCell(cell), ruled })).toMatch(
        /^page\.pdf: page 1, line \d+ of its text: table change/,
      );
  });

  it('is no number in a cell whose neighbour is crossed out', async () => {
    const crossed: PrintedCell = (right, y) => stroke(right - 60, y - 6, right + 8, y + 14);
    const rows: PrintedRows = [
      ['375', '20', '34'],
      [crossed, '11', '17'],
      ['30', '9', '17'],
    ];
    expect(await valuesOf({ rows, declared: 'blank: missing\n' })).toBe('375 20 34 missing 11 17 30 9 17');
  });

  it('is no number that is underlined, overlined or framed', async () => {
    for (const up of [-1.5, -0.5, 8])
      expect(await valuesOf({ rows: withCell(through('345', up)) })).toBe(WHOLE);
    const framed: PrintedCell = (right, y) => `${ending(right, y, '345')}${right - 20} ${y - 3} 22 13 re S\n`;
    expect(await valuesOf({ rows: withCell(framed), ruled: false })).toBe(WHOLE);
  });
});

describe('a number that is drawn twice', () => {
  const twice =
    (across: number, up: number, times = 1): PrintedCell =>
    (right, y) =>
      Array.from({ length: times + 1 }, (_, index) =>
        words(right - 20 + index * across, y + index * up, '345'),
      ).join('');

  it.each([
    [0.2, 0],
    [1.4, 0],
    [2, 0],
    [-1.4, 0],
    [0, 0.4],
    [0, 1.8],
    [1, 1],
    [0, 0],
  ])('%f points further and %f higher is one', async (across, up) => {
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: withCell(twice(across, up)), ruled })).toBe(WHOLE);
  });

  it('and twice more is one, as is all of a page', async () => {
    expect(await valuesOf({ rows: withCell(twice(0.4, 0, 3)) })).toBe(WHOLE);
    const bold = `${words(20, 20, 'Counted in 1122 orchards')}${words(20.5, 20, 'Counted in 1122 orchards')}`;
    expect(await valuesOf({ rows: withCell('345'), after: bold })).toContain('"Counted in 1122 orchards"');
  });

  it('stops the build where two digits lie over each other', async () => {
    const over: PrintedCell = (right, y) => `${ending(right, y, '345')}${ending(right, y, '346')}`;
    expect(await valuesOf({ rows: withCell(over) })).toContain(
      'two digits that are drawn over each other (page 1)',
    );
    const shadows = [0, 0.8, 1.6, 2.4, 3.2];
    const wide: PrintedCell = (right, y) => shadows.map((x) => words(right - 20 + x, y, '345')).join('');
    const spread: PrintedCell = (right, y) =>
      `${words(right - 20, y, '345')}BT 1.4 Tc /F 10 Tf 1 0 0 1 ${right - 20} ${y} Tm (345) Tj 0 Tc ET\n`;
    for (const cell of [wide, spread, twice(2.9, 0)])
      expect(await valuesOf({ rows: withCell(cell) })).toContain('drawn over each other');
  });

  it('is not one that has equal digits, however narrow', async () => {
    expect(await valuesOf({ rows: withCell('111') })).toBe(WHOLE.replace('345', '111'));
    const tight: PrintedCell = (right, y) =>
      `BT -1 Tc /F 10 Tf 1 0 0 1 ${right - 20} ${y} Tm (1111) Tj 0 Tc ET\n`;
    expect(await valuesOf({ rows: withCell(tight) })).toBe(WHOLE.replace('345', '1111'));
  });
});

describe('an annotation at a number', () => {
  /** The page with an annotation over the cell that ends at (210, 176). */
  const annotated = (
    entries: string,
    cell: PrintedCell = '345',
    rect = '185 170 215 188',
    more: readonly string[] = [],
  ) =>
    valuesOf({
      rows: withCell(cell),
      entries: `/Annots[${FIRST_OBJECT} 0 R]`,
      parts: {
        objects: [`<</Type/Annot${entries.includes('/F ') ? '' : '/F 4'}/Rect[${rect}]${entries}>>`, ...more],
        catalogue: `/AcroForm<</Fields[${FIRST_OBJECT} 0 R]>>`,
      },
    });

  it.each([
    ['FreeText', '/Subtype/FreeText/DA(0 g /Helv 10 Tf)/Contents(346)'],
    ['Redact', '/Subtype/Redact/QuadPoints[185 188 215 188 185 170 215 170]'],
    ['Stamp', '/Subtype/Stamp/Name/Void/Contents(void)'],
    ['Square', '/Subtype/Square/IC[1 1 1]'],
    ['FreeText', '/F 36/Subtype/FreeText/Contents(printed, and not on the screen)'],
    ['Ink', '/Subtype/Ink/InkList[[185 176 215 180]]'],
    ['Line', '/Subtype/Line/L[185 179 215 179]'],
  ])('stops the build where it lies over it: %s', async (kind, entries) => {
    expect(await annotated(entries)).toContain(`an annotation of the kind ${kind} over it`);
  });

  it('stops the build where it lies over what names a value: a label, a head, the title', async () => {
    for (const rect of ['15 170 100 190', '260 215 285 235', '15 250 200 270'])
      expect(await annotated('/Subtype/FreeText/Contents(Other)', '345', rect)).toContain(
        'an annotation of the kind FreeText over it ("Other") (page 1)',
      );
  });

  const appearance = stream(
    '1 g 0 0 30 18 re f 0 g BT /F 10 Tf 5 6 Td (346) Tj ET',
    '/Type/XObject/Subtype/Form/BBox[0 0 30 18]/Resources<</Font<</F 3 0 R>>>>',
  );
  it.each([
    ['Watermark', ''],
    ['Text', ''],
    ['Underline', '/QuadPoints[185 188 215 188 185 170 215 170]'],
    ['Screen', ''],
    ['Widget', '/FT/Btn/Ff 65536/T(a)'],
    ['Widget', '/FT/Sig/T(a)'],
    ['Widget', '/FT/Tx/T(a)'],
  ])('stops the build where what it draws itself lies over it: %s%s', async (kind, entries) => {
    const drawn = `/Subtype/${kind}${entries}/AP<</N ${FIRST_OBJECT + 1} 0 R>>`;
    for (const cell of ['345', ''])
      expect(await annotated(drawn, cell, '185 170 215 188', [appearance])).toContain(
        'something that an annotation puts over the page',
      );
  });

  it.each([
    ['StrikeOut', ''],
    ['StrikeOut', '/QuadPoints[]'],
    ['StrikeOut', '/QuadPoints[185 188 215 188 185 170]'],
    ['StrikeOut', '/QuadPoints[185 181 215 181 185 180 215 180]'],
    ['Underline', '/QuadPoints[185 188 215 188 185 179 215 179]'],
    ['Squiggly', '/QuadPoints[185 188 215 188 185 179 215 179]'],
  ])('stops the build where a viewer draws its line through it: %s%s', async (kind, quads) => {
    expect(await annotated(`/Subtype/${kind}${quads}`)).toContain(
      '"345" struck out by a line or an annotation',
    );
  });

  it('stops the build where its only place is a box as thin as a line', async () => {
    for (const kind of ['StrikeOut', 'Underline', 'Squiggly'])
      expect(await annotated(`/Subtype/${kind}`, '345', '185 179.6 215 180.6')).toContain('"345" struck out');
  });

  it('is nothing where its line lies below it', async () => {
    for (const kind of ['Underline', 'Squiggly'])
      expect(await annotated(`/Subtype/${kind}/QuadPoints[185 188 215 188 185 174 215 174]`)).toBe(WHOLE);
  });

  it('stops the build where it strikes it out, and where it stands in an empty cell', async () => {
    const quads = '/Subtype/StrikeOut/QuadPoints[185 188 215 188 185 170 215 170]';
    expect(await annotated(quads)).toContain('"345" struck out by a line or an annotation');
    expect(await annotated('/Subtype/FreeText/Contents(345)', '')).toContain(
      'annotation of the kind FreeText over it ("345")',
    );
  });

  it('stops the build where a form is filled in', async () => {
    for (const kind of ['Tx', 'Ch'])
      expect(await annotated(`/Subtype/Widget/FT/${kind}/T(a)/V(345)`, '')).toContain(
        'found a form field that holds "345" (page 1)',
      );
    expect(await annotated('/Subtype/Widget/FT/Tx/T(a)/V(346)')).toContain(
      'found a form field that holds "346" (page 1)',
    );
  });

  it('says nothing against it where it links, marks, is hidden or lies elsewhere', async () => {
    for (const kind of ['Link', 'Text', 'Popup'])
      expect(await annotated(`/Subtype/${kind}/Contents(note)`)).toBe(WHOLE);
    for (const kind of ['Highlight', 'Underline'])
      expect(await annotated(`/Subtype/${kind}/QuadPoints[185 188 215 188 185 170 215 170]`)).toBe(WHOLE);
    expect(await annotated('/Subtype/FreeText/Contents(note)/F 2')).toBe(WHOLE);
    expect(await annotated('/Subtype/Stamp/Contents(copy)', '345', '10 5 60 15')).toBe(WHOLE);
    expect(await annotated('/Subtype/Widget/FT/Tx/T(a)')).toBe(WHOLE);
  });
});
