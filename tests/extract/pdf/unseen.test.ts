import { describe, expect, it } from 'vitest';
import { pdfLayer } from '../../layers.ts';
import {
  box,
  FIRST_OBJECT,
  type MadeUpPage,
  type MadeUpParts,
  madeUpPdf,
  stream,
  stroke,
  words,
} from './made-up-pdf.ts';

const textOf = async (page: MadeUpPage | string, parts: MadeUpParts = {}): Promise<string> =>
  (await pdfLayer(madeUpPdf([page], parts), 'x.pdf')).text;

/** A number that is seen, behind what is drawn before it. */
const SEEN = words(100, 200, '345');
const STATES =
  '/ExtGState<</Clear<</ca 0/CA 0>>/Half<</ca 0.5>>/Multiply<</BM/Multiply>>/Difference<</BM/Difference>>/Overlay<</BM/Overlay>>/Burn<</BM/ColorBurn>>/Opaque<</ca 1/CA 1/BM/Normal>>>>';
const PICTURE = stream(
  '\x80\x80\x80',
  '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8',
);
const CLEAR_STENCIL = stream(
  '\xc0',
  '/Type/XObject/Subtype/Image/Width 2/Height 1/ImageMask true/BitsPerComponent 1',
);
const STENCIL = stream(
  '\x00',
  '/Type/XObject/Subtype/Image/Width 2/Height 1/ImageMask true/BitsPerComponent 1',
);
const CUT_PICTURE = PICTURE.replace('/Width', `/SMask ${FIRST_OBJECT + 1} 0 R/Width`);
const MASK = stream(
  '\x00',
  '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8',
);
const form = (content: string, entries = ''): string =>
  stream(
    content,
    `/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</Font<</F 3 0 R>>${STATES}>>${entries}`,
  );
const XOBJECT = `/XObject<</X ${FIRST_OBJECT} 0 R>>`;
const LAYER = {
  resources: `${STATES}/Properties<</Off ${FIRST_OBJECT} 0 R>>`,
  catalogue: `/OCProperties<</OCGs[${FIRST_OBJECT} 0 R]/D<</OFF[${FIRST_OBJECT} 0 R]>>>>`,
};
const OFF = '<</Type/OCG/Name(off)>>';

describe('ink that nobody sees is not read', () => {
  const number = words(70, 200, '12');
  const around = (before: string, after = ''): string => `q ${before} ${number} ${after} Q ${SEEN}`;
  it.each([
    ['in render mode 3', around('BT 3 Tr ET')],
    ['in render mode 7, with nothing behind it', around('BT 7 Tr ET')],
    ['of no alpha', around('/Clear gs')],
    ['stroked with no alpha', around('BT 1 Tr ET /Clear gs')],
    ['white on white paper', around('1 g')],
    ['nearly white on white paper', around('0.97 0.98 0.99 rg')],
    ['white in shares of ink', around('0 0 0 0 k')],
    ['stroked in white', around('BT 1 Tr ET 1 G')],
    ['filled and stroked in white', around('BT 2 Tr ET 1 G 1 g')],
    ['black on a black box', around(`${box(60, 190, 35, 25, '0 0 0')} 0 g`)],
    ['grey on half of black', around('q /Half gs 0 g 60 190 35 25 re f Q 0.5 g')],
    ['under a box', around('', box(60, 190, 35, 25))],
    ['under a black box', around('', box(60, 190, 35, 25, '0 0 0'))],
    ['under a box of another shape', around('', '1 g 60 190 m 95 190 l 97 203 l 95 220 l 60 220 l h f')],
    ['under the stroke of a wide pen', around('', '1 G 14 w 60 203 m 96 203 l S')],
    ['clipped away', around('100 190 80 30 re W n')],
    ['clipped away by nested clips', around('60 190 300 30 re W n 100 100 80 200 re W n')],
    ['under two boxes that meet', around('', box(60, 190, 17, 25) + box(77, 190, 20, 25))],
    ['under an upper and a lower box', around('', box(60, 203.5, 37, 12) + box(60, 190, 37, 13.6))],
    ['under many a half of white', around('', `/Half gs 1 g ${'60 190 37 25 re f '.repeat(7)}`)],
    ['under a solid stencil', around('', 'q 1 g 37 0 0 25 60 190 cm BI /W 1 /H 1 /IM true ID \x00 EI Q')],
    ['cut out of a clip with a hole', around('0 0 400 300 re 66 195 20 16 re W* n')],
    ['beside a clip of another shape', around('0 0 m 90 0 l 0 90 l h W n')],
    ['cut by other letters', around(`BT 7 Tr /F 10 Tf 1 0 0 1 10 10 Tm (abc) Tj 0 Tr ET`)],
    ['white and multiplied into the paper', around('/Multiply gs 1 g')],
    ['pressed to a line', `BT /F 10 Tf 1 0 0 0.001 97 200 Tm (12) Tj ET ${SEEN}`],
    ['pressed to an upright line', `BT /F 10 Tf 0.001 0 0 1 97 200 Tm (12) Tj ET ${SEEN}`],
    ['of no width', `BT 0 Tz /F 10 Tf 1 0 0 1 97 200 Tm (12) Tj 100 Tz ET ${SEEN}`],
    ['as small as dust', `BT /F 0.6 Tf 1 0 0 1 97 200 Tm (12) Tj ET ${SEEN}`],
    ['as small as dust by its matrix', `BT /F 10 Tf 0.05 0 0 0.05 97 200 Tm (12) Tj ET ${SEEN}`],
  ])('%s', async (_, content) => {
    expect(await textOf(content, { resources: STATES })).toBe('345');
  });

  it('under a picture', async () => {
    const content = `${number} q 35 0 0 25 60 190 cm /X Do Q ${SEEN}`;
    expect(await textOf(content, { resources: XOBJECT, objects: [PICTURE] })).toBe('345');
  });

  it('under a stencil that paints all of it', async () => {
    const content = `${number} q 1 g 35 0 0 25 60 190 cm /X Do Q ${SEEN}`;
    expect(await textOf(content, { resources: XOBJECT, objects: [STENCIL] })).toBe('345');
  });

  it('outside of the box that a page is cropped to', async () => {
    expect(await textOf({ content: `${number}${SEEN}`, entries: '/CropBox[90 0 400 300]' })).toBe('345');
    expect(await textOf({ content: `${number}${SEEN}${words(500, 200, '9')}` })).toBe('12 345');
  });

  it('outside of the box of the form that draws it', async () => {
    const own = stream(
      `${words(0, 0, '12')}`,
      '/Type/XObject/Subtype/Form/BBox[20 0 40 10]/Resources<</Font<</F 3 0 R>>>>',
    );
    const content = `q 1 0 0 1 70 200 cm /X Do Q ${SEEN}`;
    expect(await textOf(content, { resources: XOBJECT, objects: [own] })).toBe('345');
  });

  it.each([
    ['in a layer that is off', `/OC /Off BDC ${number} EMC ${SEEN}`],
    ['in other content of a layer that is off', `/OC /Off BDC /P BMC ${number} EMC EMC ${SEEN}`],
  ])('%s', async (_, content) => {
    expect(await textOf(content, { ...LAYER, objects: [OFF] })).toBe('345');
  });

  it('in a form of a layer that is off', async () => {
    const objects = [OFF, form(number, `/OC ${FIRST_OBJECT} 0 R`)];
    const resources = `/XObject<</X ${FIRST_OBJECT + 1} 0 R>>`;
    expect(await textOf(`/X Do ${SEEN}`, { ...LAYER, resources, objects })).toBe('345');
  });

  it('in a group that is drawn with no alpha', async () => {
    const objects = [form(number, '/Group<</S/Transparency>>')];
    const resources = `${XOBJECT}${STATES}`;
    expect(await textOf(`q /Clear gs /X Do Q ${SEEN}`, { resources, objects })).toBe('345');
  });
});

describe('ink that is seen is read', () => {
  const number = words(70, 200, '12');
  it.each([
    ['white on a dark box', `${box(60, 190, 100, 25, '0 0 0.4')} 1 g ${number}${SEEN}`],
    ['white on the dark stroke of a wide pen', `0.2 G 30 w 50 203 m 200 203 l S 1 g ${number}${SEEN}`],
    ['on shading', `${box(60, 190, 100, 25, '0.9 0.9 0.9')} ${number}${SEEN}`],
    ['light grey on white paper', `0.8 g ${number}${SEEN}`],
    ['white that is stroked in black', `1 g BT 2 Tr ET ${number}${SEEN}`],
    ['in half of its ink', `/Half gs ${number}${SEEN}`],
    ['white on half of black', `q /Half gs 0 g 60 190 100 25 re f Q 1 g ${number}${SEEN}`],
    ['under a marker that lets it through', `${number}${SEEN} /Multiply gs 1 1 0 rg 60 190 100 25 re f`],
    ['under half of a colour', `${number}${SEEN} /Half gs 1 1 0 rg 60 190 100 25 re f`],
    ['under a frame', `${number}${SEEN} 0 g 50 180 200 40 re 60 190 150 25 re f*`],
    ['underlined', `${number}${SEEN}${stroke(70, 198, 120, 198)}`],
    ['beside a box that was drawn later', `${number}${SEEN}${box(60, 100, 200, 90)}`],
    ['behind the end of a clip', `q 0 0 10 10 re W n Q ${number}${SEEN}`],
    ['behind the end of what was not seen', `q BT 3 Tr ET 1 g /Clear gs Q ${number}${SEEN}`],
    ['by a box in a layer of its own that lies under it', `${box(60, 190, 100, 25)} ${number}${SEEN}`],
    [
      'by a clip that is filled later',
      `q BT 7 Tr /F 10 Tf 1 0 0 1 70 200 Tm (12) Tj ET 60 190 100 25 re f Q ${SEEN}`,
    ],
    ['black and multiplied into the paper', `q /Multiply gs ${number} Q ${SEEN}`],
    ['white and taken from the paper', `q /Difference gs 1 g ${number} Q ${SEEN}`],
    ['inside a clip with a hole', `q 0 0 400 300 re 6 5 20 16 re W* n ${number} Q ${SEEN}`],
    ['in small print that is all of the page', `BT /F 0.9 Tf 1 0 0 1 70 200 Tm (12 345) Tj ET`],
  ])('%s', async (_, content) => {
    expect(await textOf(content, { resources: STATES })).toBe('12 345');
  });

  it('under a box of a layer that is off', async () => {
    const content = `${number}${SEEN} /OC /Off BDC ${box(60, 190, 100, 25)} EMC`;
    expect(await textOf(content, { ...LAYER, objects: [OFF] })).toBe('12 345');
  });

  it('white on a dark picture, or on a shading, whose colours are not known', async () => {
    const shading =
      '/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 400 0]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[0.5]/N 1>>>>>>';
    const white = `1 g ${number}${SEEN}`;
    expect(await textOf(`q 60 190 100 25 re W n /S sh Q ${white}`, { resources: shading })).toBe('12 345');
    const picture = `q 100 0 0 25 60 190 cm /X Do Q ${white}`;
    expect(await textOf(picture, { resources: XOBJECT, objects: [PICTURE] })).toBe('12 345');
  });

  it('under a picture or a stencil that may be clear there', async () => {
    const content = `${number}${SEEN} q 100 0 0 25 60 190 cm /X Do Q`;
    expect(await textOf(content, { resources: XOBJECT, objects: [CUT_PICTURE, MASK] })).toBe('12 345');
    expect(await textOf(content, { resources: XOBJECT, objects: [CLEAR_STENCIL] })).toBe('12 345');
  });

  it('in a form that draws it in its own box, clip and alpha', async () => {
    const objects = [
      form(`q 60 190 200 30 re W n /Opaque gs ${number}${SEEN} Q`, '/Group<</S/Transparency>>'),
    ];
    expect(await textOf('/X Do', { resources: XOBJECT, objects })).toBe('12 345');
  });

  it('of a font that draws its letters itself, in colours of its own', async () => {
    const glyph = stream('500 0 d0 0.2 g 0 0 400 700 re f');
    const font = `<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</one ${FIRST_OBJECT} 0 R>>/Encoding<</Type/Encoding/Differences[49/one]>>/FirstChar 49/LastChar 49/Widths[500]/Resources<<>>>>`;
    expect(
      await textOf(`1 g ${words(70, 200, '11', 10, 'T')}`, { fonts: { T: font }, objects: [glyph] }),
    ).toBe('11');
  });
});

describe('a page whose text is hidden', () => {
  const scan = (text: string): string => `q 400 0 0 300 0 0 cm /X Do Q BT 3 Tr ET ${text}`;
  const parts = { resources: XOBJECT, objects: [PICTURE] };

  it('behind a picture of the page is read, and says so', async () => {
    for (const content of [
      scan(words(70, 200, '12 345')),
      `${words(70, 200, '12 345')} q 400 0 0 300 0 0 cm /X Do Q`,
    ]) {
      const { text, evidence } = await pdfLayer(madeUpPdf([content], parts), 'x.pdf');
      expect(text).toBe('12 345');
      expect(evidence.notes).toEqual([
        expect.stringMatching(/^page 1 is a picture; the text that was recognised/),
      ]);
    }
  });

  it('is not read where other text is seen in the picture, nor without one', async () => {
    expect(await textOf(`${scan(words(70, 200, '12'))} BT 0 Tr ET ${SEEN}`, parts)).toBe('345');
    await expect(textOf(`BT 3 Tr ET ${SEEN}`)).rejects.toThrow('found pictures of pages');
  });

  it('is read beside a stamp outside of the picture', async () => {
    const content = `q 400 0 0 250 0 0 cm /X Do Q BT 3 Tr ET ${words(70, 200, '12')} BT 0 Tr ET ${words(70, 280, 'copy')}`;
    expect(await textOf(content, parts)).toBe('copy\n12');
  });
});

describe('hidden text beside a number that is seen', () => {
  it('is told with the number, unless a rule parts them', async () => {
    const hidden = `q 1 g ${words(70, 200, '12')} Q`;
    const { evidence } = await pdfLayer(madeUpPdf([`${hidden}${SEEN}`]), 'x.pdf');
    expect(evidence.remarks).toEqual([
      {
        start: 0,
        end: 1,
        stops: false,
        says: 'hidden text beside it, which is not read: "12" (colour of the ground)',
      },
    ]);
    const parted = await pdfLayer(madeUpPdf([`${hidden}${SEEN}${stroke(90, 190, 90, 220)}`]), 'x.pdf');
    expect(parted.evidence.remarks).toEqual([]);
  });
});
