import { describe, expect, it } from 'vitest';
import { FIRST_OBJECT, stream } from '../extract/pdf/made-up-pdf.ts';
import { inSecondRow, WHOLE } from './printed-cells.ts';
import { type PrintedCell, valuesOf } from './printed-table.ts';

describe('an annotation at a number', () => {
  /** The page with an annotation over the cell that ends at (210, 176). */
  const annotated = (
    entries: string,
    cell: PrintedCell = '345',
    rect = '185 170 215 188',
    more: readonly string[] = [],
  ) =>
    valuesOf({
      rows: inSecondRow(cell),
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
        'an annotation of the kind FreeText over it ("Other")',
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
        'found a form field that holds "345"',
      );
    expect(await annotated('/Subtype/Widget/FT/Tx/T(a)/V(346)')).toContain(
      'found a form field that holds "346"',
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
