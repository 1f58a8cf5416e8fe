import { describe, expect, it } from 'vitest';
import { holesIn } from '../../../../pipeline/extract/pdf/glyphs/glyph-holes.ts';
import { inkOfOutline, squaresOf } from '../../../../pipeline/extract/pdf/glyphs/glyph-ink.ts';
import { pdfLayer } from '../../../layers.ts';
import { pageDrawn, stream } from '../written-pdf.ts';

const square = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`;
/** The same the other way round, which leaves a hole. */
const hole = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}L${x} ${y + height}L${x + width} ${y + height}L${x + width} ${y}Z`;
const WHOLE = square(0, 0, 500, 700);

describe('the holes of a drawing', () => {
  it.each([
    [WHOLE, 0],
    [`${WHOLE}${hole(100, 100, 300, 500)}`, 1],
    [`${WHOLE}${hole(100, 100, 300, 200)}${hole(100, 400, 300, 200)}`, 2],
    [`${WHOLE}${hole(100, 100, 400, 200)}`, 0],
    [`${WHOLE}${square(100, 100, 300, 200)}`, 0],
    [`${WHOLE}${hole(100, 100, 30, 40)}`, 0],
    ['M250 0C400 0 500 150 500 350C500 550 400 700 250 700C100 700 0 550 0 350C0 150 100 0 250 0Z', 0],
    ['M0 0Q250 -100 500 0L500 700Q250 800 0 700ZM100 100L100 600L400 600L400 100Z', 1],
  ])('are counted: %s', (path, holes) => {
    expect(holesIn(squaresOf(inkOfOutline(path)))).toHaveLength(holes);
  });
});

describe('a digit whose drawing is another one', () => {
  /** What is read of a letter of a Type 3 font: its name, and what draws it. */
  const read = async (name: string, code: string, drawn: string): Promise<string> => {
    const font = `<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</${name} 6 0 R>>/Encoding<</Type/Encoding/Differences[${code.charCodeAt(0)}/${name}]>>/FirstChar ${code.charCodeAt(0)}/LastChar ${code.charCodeAt(0)}/Widths[556]/Resources<<>>>>`;
    const glyph = stream(`556 0 0 0 500 700 d1 ${drawn}`);
    return (await pdfLayer(pageDrawn(`BT /F 10 Tf 20 200 Td (${code}) Tj ET`, [font, glyph]), 'x.pdf')).text;
  };
  const eight = '0 0 500 700 re 100 100 300 200 re 100 400 300 200 re f*';
  const three = '0 0 500 700 re 0 100 400 200 re 0 400 400 200 re f*';
  const zero = '0 0 500 700 re 100 100 300 500 re f*';

  it.each([
    ['three', '3', eight],
    ['three', '3', zero],
    ['eight', '8', three],
    ['eight', '8', zero],
    ['five', '5', eight],
    ['zero', '0', three],
    ['six', '6', three],
    ['one', '1', zero],
  ])('is none that can be read: %s', async (name, code, drawn) => {
    await expect(read(name, code, drawn)).rejects.toThrow('letters that name their characters');
  });

  it.each([
    ['three', '3', three],
    ['eight', '8', eight],
    ['zero', '0', zero],
    ['nine', '9', zero],
    ['three', '3', `${eight} 0 0 10 10 re f`],
  ])('is read where it may be its own: %s', async (name, code, drawn) => {
    expect(await read(name, code, drawn)).toBe(code);
  });
});
