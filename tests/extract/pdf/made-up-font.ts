import { stream } from './made-up-pdf.ts';

/** A corner of an outline, in thousandths of an em. */
type Corner = readonly [x: number, y: number];

/** A glyph of a made-up font: what draws it, clockwise where there is ink, and what the file calls it. */
export interface MadeUpGlyph {
  readonly outlines: readonly (readonly Corner[])[];
  /** UTF-16 in hexadecimal. */
  readonly named: string;
  readonly advance?: number;
}

const ADVANCE = 560;
const [LEFT, RIGHT, FEET, HEAD, THICK] = [60, 500, 0, 700, 90];
const MIDDLE = (FEET + HEAD) / 2;

/** A rectangle of ink. */
export function bar(left: number, bottom: number, right: number, top: number): readonly Corner[] {
  return [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ];
}

const SEGMENTS = {
  top: bar(LEFT, HEAD - THICK, RIGHT, HEAD),
  middle: bar(LEFT, MIDDLE - THICK / 2, RIGHT, MIDDLE + THICK / 2),
  bottom: bar(LEFT, FEET, RIGHT, FEET + THICK),
  upperLeft: bar(LEFT, MIDDLE, LEFT + THICK, HEAD),
  upperRight: bar(RIGHT - THICK, MIDDLE, RIGHT, HEAD),
  lowerLeft: bar(LEFT, FEET, LEFT + THICK, MIDDLE),
  lowerRight: bar(RIGHT - THICK, FEET, RIGHT, MIDDLE),
} as const;
const OF_DIGITS: readonly (readonly (keyof typeof SEGMENTS)[])[] = [
  ['top', 'bottom', 'upperLeft', 'upperRight', 'lowerLeft', 'lowerRight'],
  ['upperRight', 'lowerRight'],
  ['top', 'middle', 'bottom', 'upperRight', 'lowerLeft'],
  ['top', 'middle', 'bottom', 'upperRight', 'lowerRight'],
  ['middle', 'upperLeft', 'upperRight', 'lowerRight'],
  ['top', 'middle', 'bottom', 'upperLeft', 'lowerRight'],
  ['top', 'middle', 'bottom', 'upperLeft', 'lowerLeft', 'lowerRight'],
  ['top', 'upperRight', 'lowerRight'],
  ['top', 'middle', 'bottom', 'upperLeft', 'upperRight', 'lowerLeft', 'lowerRight'],
  ['top', 'middle', 'bottom', 'upperLeft', 'upperRight', 'lowerRight'],
];

/** The outlines of a digit, made of up to seven bars; a 1 has a flag and a foot. */
export function digitOf(digit: number): readonly (readonly Corner[])[] {
  if (digit === 1)
    return [bar(240, FEET, 330, HEAD), bar(110, HEAD - 160, 250, HEAD - 70), bar(100, FEET, 470, FEET + 70)];
  return (OF_DIGITS[digit] ?? []).map((name) => SEGMENTS[name]);
}

/** The same, so many times as large, and moved. */
export function moved(
  outlines: MadeUpGlyph['outlines'],
  scale: number,
  ahead: number,
  up: number,
): MadeUpGlyph['outlines'] {
  return outlines.map((outline) =>
    outline.map(([x, y]): Corner => [Math.round(x * scale + ahead), Math.round(y * scale + up)]),
  );
}

/**
 * Parts of a PDF with a font C that holds these glyphs, whose codes count from 1: `<00010002> Tj` shows the first two.
 * Its objects take the places from `first` on.
 */
export function withFont(
  glyphs: readonly MadeUpGlyph[],
  first: number,
): { readonly fonts: Readonly<Record<string, string>>; readonly objects: readonly string[] } {
  const file = fontFile(glyphs);
  const hex = (number: number): string => number.toString(16).padStart(4, '0');
  const names = glyphs.map(({ named }, index) => `<${hex(index + 1)}> <${named}>`);
  const widths = glyphs.map(({ advance = ADVANCE }) => advance).join(' ');
  return {
    fonts: {
      C: `<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[${first} 0 R]/ToUnicode ${first + 3} 0 R>>`,
    },
    objects: [
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW ${ADVANCE}/W[1[${widths}]]/FontDescriptor ${first + 1} 0 R/CIDToGIDMap/Identity>>`,
      `<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80/FontFile2 ${first + 2} 0 R>>`,
      stream(file, `/Length1 ${file.length}`),
      stream(
        `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${names.length} beginbfchar\n${names.join('\n')}\nendbfchar endcmap`,
      ),
    ],
  };
}

/** The bytes of a TrueType font, a letter each. */
function fontFile(glyphs: readonly MadeUpGlyph[]): string {
  const drawn = [{ outlines: [], named: '' }, ...glyphs].map(({ outlines }) => glyphData(outlines));
  let end = 0;
  const offsets = [0, ...drawn.map(({ length }) => (end += length))];
  const metrics = [{ advance: ADVANCE, outlines: [] }, ...glyphs].map(
    ({ advance = ADVANCE, outlines }) =>
      short(advance) + short(Math.min(0, ...outlines.flat().map(([x]) => x))),
  );
  const count = drawn.length;
  const tables: Readonly<Record<string, string>> = {
    glyf: drawn.join(''),
    head: `${long(0x10000)}${long(0x10000)}${long(0)}${long(0x5f0f3cf5)}${short(0)}${short(1000)}${'\0'.repeat(16)}${short(-1000)}${short(-1000)}${short(2000)}${short(2000)}${short(0)}${short(8)}${short(2)}${short(1)}${short(0)}`,
    hhea: `${long(0x10000)}${short(900)}${short(-200)}${short(0)}${short(1000)}${'\0'.repeat(22)}${short(0)}${short(count)}`,
    hmtx: metrics.join(''),
    loca: offsets.map(long).join(''),
    maxp: `${long(0x10000)}${short(count)}${short(64)}${short(16)}${'\0'.repeat(22)}`,
  };
  const entries = Object.entries(tables);
  let at = 12 + 16 * entries.length;
  let directory = '';
  let body = '';
  for (const [name, data] of entries) {
    directory += `${name}${long(0)}${long(at)}${long(data.length)}`;
    const padded = data + '\0'.repeat((4 - (data.length % 4)) % 4);
    body += padded;
    at += padded.length;
  }
  return `${long(0x10000)}${short(entries.length)}${short(64)}${short(2)}${short(32)}${directory}${body}`;
}

function glyphData(outlines: MadeUpGlyph['outlines']): string {
  const corners = outlines.flat();
  if (corners.length === 0) return '';
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const steps = (places: readonly number[]): string =>
    places.map((place, index) => short(place - (places[index - 1] ?? 0))).join('');
  let last = -1;
  const ends = outlines.map((outline) => {
    last += outline.length;
    return short(last);
  });
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(short).join('');
  const data = `${short(outlines.length)}${box}${ends.join('')}${short(0)}${'\x01'.repeat(corners.length)}${steps(xs)}${steps(ys)}`;
  return data + '\0'.repeat((4 - (data.length % 4)) % 4);
}

function short(number: number): string {
  return String.fromCharCode((number >> 8) & 0xff, number & 0xff);
}

function long(number: number): string {
  return short(number >>> 16) + short(number & 0xffff);
}
