/** What a card needs to know of a font: which letters it has, and how wide a text in it is. */
export interface Font {
  readonly bytes: Uint8Array;
  readonly has: (letter: string) => boolean;
  /** The width of a text, in the unit of the size. */
  readonly width: (text: string, size: number) => number;
}

/** Glyphs by the numbers of their letters. */
type Glyphs = ReadonlyMap<number, number>;

/**
 * Reads the letters and the widths of a TrueType font.
 *
 *     readFont(bytes).has('ң')            // true
 *     readFont(bytes).width('Алматы', 40)
 *
 * Throws where the font has no table of letters in Unicode.
 */
export function readFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const glyphs = glyphsOf(view, offsetOf(tables, 'cmap'));
  const em = view.getUint16(offsetOf(tables, 'head') + 18);
  const metrics = offsetOf(tables, 'hmtx');
  const last = view.getUint16(offsetOf(tables, 'hhea') + 34) - 1;
  const advance = (letter: string): number => {
    const glyph = glyphs.get(letter.codePointAt(0) ?? 0) ?? 0;
    return view.getUint16(metrics + 4 * Math.min(glyph, last));
  };
  return {
    bytes,
    has: (letter) => glyphs.has(letter.codePointAt(0) ?? 0),
    width: (text, size) => ([...text].reduce((sum, letter) => sum + advance(letter), 0) * size) / em,
  };
}

function tablesOf(view: DataView): ReadonlyMap<string, number> {
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, at): [string, number] => {
      const entry = 12 + 16 * at;
      const name = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(entry + byte))).join('');
      return [name, view.getUint32(entry + 8)];
    }),
  );
}

function offsetOf(tables: ReadonlyMap<string, number>, name: string): number {
  const offset = tables.get(name);
  if (offset === undefined) throw new Error(`font: expected a table ${name}, found ${[...tables.keys()]}`);
  return offset;
}

/** The letters of the font's table for Unicode's first plane, format 4: segments of letters that follow on each other. */
function glyphsOf(view: DataView, cmap: number): Glyphs {
  const offsets = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, at) => cmap + view.getUint32(cmap + 8 + 8 * at),
  );
  const table = offsets.find((offset) => view.getUint16(offset) === 4);
  if (table === undefined) throw new Error('font: expected letters in Unicode (cmap format 4), found none');
  const segments = view.getUint16(table + 6) / 2;
  const [ends, starts] = [table + 14, table + 16 + 2 * segments];
  const [deltas, ranges] = [starts + 2 * segments, starts + 4 * segments];
  const glyphs = new Map<number, number>();
  for (let at = 0; at < segments; at += 1) {
    const [start, end] = [view.getUint16(starts + 2 * at), view.getUint16(ends + 2 * at)];
    const delta = view.getUint16(deltas + 2 * at);
    const range = view.getUint16(ranges + 2 * at);
    for (let letter = start; letter <= end && letter !== 0xffff; letter += 1) {
      const listed = range === 0 ? letter : view.getUint16(ranges + 2 * at + range + 2 * (letter - start));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(letter, glyph);
    }
  }
  return glyphs;
}
