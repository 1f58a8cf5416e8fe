import { describe, expect, it } from 'vitest';
import { PLAIN_FONT } from '../../pipeline/extract/pdf/drawing/ink.ts';
import type { DrawnGlyph } from '../../pipeline/extract/pdf/drawing/show.ts';
import { spelledOut } from '../../pipeline/extract/pdf/drawing/spelled-out.ts';
import { FIRST_OBJECT, type MadeUpParts, stream, widthOf } from '../extract/pdf/made-up-pdf.ts';
import { withCell } from './printed-cells.ts';
import { ending, type PrintedCell, valuesOf } from './printed-table.ts';

const GLYPH: Omit<DrawnGlyph, 'text'> = {
  ...{
    x: 0,
    y: 0,
    width: 5,
    size: 10,
    font: PLAIN_FONT,
    blank: false,
    object: 0,
    mark: -1,
    turns: 0,
    slant: 0,
  },
  hidden: undefined,
  remark: undefined,
};

describe('a number of which the file says that it stands for another text', () => {
  const saying =
    (actual: string, shown = '12'): PrintedCell =>
    (right, y) =>
      `BT /F 10 Tf 1 0 0 1 ${right - widthOf(shown)} ${y} Tm /Span <</MCID 0/ActualText ${actual}>> BDC (${shown}) Tj EMC ET\n`;
  it.each([
    ['another number', '(13)'],
    ['a minus before it', '(-12)'],
    ['in UTF-16', '<FEFF221200310032>'],
    ['nothing', '()'],
    ['a text with brackets and escapes', '(\\(12\\) \\061)'],
  ])('stops the build: %s', async (_, actual) => {
    for (const ruled of [true, false])
      expect(await valuesOf({ rows: withCell(saying(actual)), ruled })).toContain(
        'letters that the file says to stand for',
      );
  });

  it('stops the build in the part of it that it says so of, and in a form', async () => {
    const part: PrintedCell = (right, y) =>
      `BT /F 10 Tf 1 0 0 1 ${right - 12} ${y} Tm (1) Tj /Span <</ActualText (3)>> BDC (2) Tj EMC ET\n`;
    expect(await valuesOf({ rows: withCell(part) })).toContain('letters that the file says to stand for "3"');
    const form = stream(
      '/Span <</ActualText(13)>> BDC BT /F 10 Tf (12) Tj ET EMC',
      '/Type/XObject/Subtype/Form/BBox[0 -10 100 100]/Resources<</Font<</F 3 0 R>>>>',
    );
    const parts = { resources: `/XObject<</X ${FIRST_OBJECT} 0 R>>`, objects: [form] };
    const cell: PrintedCell = (right, y) => `q 1 0 0 1 ${right - 12} ${y} cm /X Do Q\n`;
    expect(await valuesOf({ rows: withCell(cell), parts })).toContain(
      'letters that the file says to stand for "13"',
    );
  });

  /** The number in a mark of which the resources say more, and in an element of the file's structure. */
  const named: PrintedCell = (right, y) => `/Span/MC0 BDC ${ending(right, y, '12')}EMC\n`;
  const counted: PrintedCell = (right, y) => `/Span<</MCID 0>>BDC ${ending(right, y, '12')}EMC\n`;
  const structure = (kids: string, actual: string): MadeUpParts => ({
    objects: [
      `<</Type/StructTreeRoot/K ${FIRST_OBJECT + 1} 0 R/ParentTree ${FIRST_OBJECT + 2} 0 R>>`,
      `<</Type/StructElem/S/Span/P ${FIRST_OBJECT} 0 R/Pg ${FIRST_OBJECT + 5} 0 R/K ${kids}/ActualText${actual}>>`,
      `<</Nums[0[${FIRST_OBJECT + 1} 0 R]]>>`,
      `<</Type/StructElem/S/Span/P ${FIRST_OBJECT + 1} 0 R/Pg ${FIRST_OBJECT + 5} 0 R/K[0]>>`,
    ],
    catalogue: `/StructTreeRoot ${FIRST_OBJECT} 0 R`,
  });
  const SAYS = 'letters that the file says to stand for';

  it.each(['(13)', '<FEFF221200310032>', '(-12)', '()'])(
    'stops the build where its resources or its structure say so: %s',
    async (actual) => {
      const own = { resources: `/Properties<</MC0<</Lang(en)/ActualText${actual}>>>>` };
      const far = {
        resources: `/Properties ${FIRST_OBJECT} 0 R`,
        objects: [`<</MC0 ${FIRST_OBJECT + 1} 0 R>>`, `<</ActualText${actual}>>`],
      };
      for (const parts of [own, far])
        expect(await valuesOf({ rows: withCell(named), parts })).toContain(SAYS);
      for (const kids of ['0', '[0]', '<</Type/MCR/MCID 0>>', `${FIRST_OBJECT + 3} 0 R`])
        expect(await valuesOf({ rows: withCell(counted), parts: structure(kids, actual) })).toContain(SAYS);
    },
  );

  it('stops the build where other marks without a name stand on its page', async () => {
    const cell: PrintedCell = (right, y) =>
      `/Span <</ActualText (13)>> BDC /P BMC ${ending(right, y, '12')}EMC EMC\n`;
    expect(await valuesOf({ rows: withCell(cell) })).toContain(SAYS);
  });

  it('is read where it says small capitals to be letters, or a soft hyphen to stand behind one', () => {
    const glyphs = [...'Hill'].map((text): DrawnGlyph => ({ ...GLYPH, text: text.toUpperCase() }));
    expect(spelledOut('Hill', glyphs).map(({ text }) => text)).toEqual(['H', 'i', 'l', 'l']);
    expect(spelledOut('Hill', glyphs).some(({ remark }) => remark !== undefined)).toBe(false);
    expect(spelledOut('HI\u00adLL', glyphs)).toEqual(glyphs);
    expect(spelledOut('Hall', glyphs)[0]?.remark?.says).toContain(SAYS);
    expect(spelledOut('\u00ad5', [{ ...GLYPH, text: '5' }])[0]?.remark?.says).toContain(SAYS);
  });

  it('is read where its resources or its structure say the same', async () => {
    const parts = { resources: '/Properties<</MC0<</ActualText(12)>>>>' };
    expect(await valuesOf({ rows: withCell(named), parts })).toBe('41 70 12 38 44 7 3 26 5');
    expect(await valuesOf({ rows: withCell(counted), parts: structure('[0]', '(12)') })).toBe(
      '41 70 12 38 44 7 3 26 5',
    );
  });

  it('is read where both say the same', async () => {
    for (const actual of ['(12)', '<FEFF00310032>', '( 12)'])
      expect(await valuesOf({ rows: withCell(saying(actual)) })).toBe('41 70 12 38 44 7 3 26 5');
    const signed = saying('<FEFF221200310032>', '-12');
    expect(await valuesOf({ rows: withCell(signed) })).toBe('41 70 -12 38 44 7 3 26 5');
  });
});
