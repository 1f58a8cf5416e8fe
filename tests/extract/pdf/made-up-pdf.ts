import { deflateSync } from 'node:zlib';

/** A page of a made-up PDF: its operators, and entries of the page such as `/CropBox[...]`. */
export interface MadeUpPage {
  readonly content: string;
  readonly entries?: string;
}

/** What a made-up PDF holds beside its pages. */
export interface MadeUpParts {
  /** Fonts by name; `F` is Helvetica without a file, whatever else there is. */
  readonly fonts?: Readonly<Record<string, string>>;
  /** Entries of the resources of each page, such as `/ExtGState<<...>>`. */
  readonly resources?: string;
  /** Entries of the catalogue. */
  readonly catalogue?: string;
  /** Width and height of every page, in points. */
  readonly size?: readonly [number, number];
  /** Further objects, numbered from `FIRST_OBJECT` on. */
  readonly objects?: readonly string[];
  /** Whether objects that are no streams stand in one together, compressed, as most programs write them today. */
  readonly isPacked?: boolean;
}

/** The number of the first of the further objects. */
export const FIRST_OBJECT = 10;

/** Advance widths of Helvetica for the codes from the space to the tilde. */
export const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** Helvetica without a file; `entries` are added, such as `/ToUnicode 10 0 R`. */
export function helvetica(entries = '/Encoding/WinAnsiEncoding'): string {
  return `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[${WIDTHS.join(' ')}]${entries}>>`;
}

/** How wide a text is in Helvetica, in points. */
export function widthOf(words: string, size = 10): number {
  return ([...words].reduce((sum, each) => sum + (WIDTHS[each.charCodeAt(0) - 32] ?? 556), 0) * size) / 1000;
}

/** An object that is a stream. */
export function stream(content: string, entries = ''): string {
  return `<</Length ${content.length}${entries}>>stream\n${content}\nendstream`;
}

/** A table of characters of a font: for codes the UTF-16 that they stand for, in hexadecimal. */
export function toUnicode(codes: Readonly<Record<number, string>>): string {
  const lines = Object.entries(codes).map(
    ([code, hex]) => `<${Number(code).toString(16).padStart(2, '0')}> <${hex}>`,
  );
  return stream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n1 begincodespacerange <00> <ff> endcodespacerange\n${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar endcmap CMapName currentdict /CMap defineresource pop end end`,
  );
}

/** Words whose pen begins at (x, y), which count from the lower left. */
export function words(x: number, y: number, text: string, size = 10, font = 'F'): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;
}

/** A filled box in a colour of three numbers. */
export function box(x: number, y: number, width: number, height: number, colour = '1 1 1'): string {
  return `q ${colour} rg ${x} ${y} ${width} ${height} re f Q\n`;
}

/** A stroked line. */
export function stroke(x1: number, y1: number, x2: number, y2: number, thick = 0.5): string {
  return `${thick} w ${x1} ${y1} m ${x2} ${y2} l S\n`;
}

/** A PDF, 400 by 300 points a page unless another size is named, nothing of it compressed. */
export function madeUpPdf(pages: readonly (MadeUpPage | string)[], parts: MadeUpParts = {}): Uint8Array {
  const {
    fonts = {},
    resources = '',
    catalogue = '',
    size = [400, 300],
    objects = [],
    isPacked = false,
  } = parts;
  const numbered = new Map<number, string>(objects.map((object, index) => [FIRST_OBJECT + index, object]));
  let next = FIRST_OBJECT + objects.length;
  const add = (object: string): number => {
    numbered.set(next, object);
    next += 1;
    return next - 1;
  };
  const named = Object.entries(fonts).map(([name, font]) => `/${name} ${add(font)} 0 R`);
  const shared = `/Resources<</Font<</F 3 0 R${named.join('')}>>${resources}>>`;
  const kids = pages.map((page) => {
    const { content, entries = '' } = typeof page === 'string' ? { content: page } : page;
    const contents = add(stream(content));
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size.join(' ')}]/Contents ${contents} 0 R${shared}${entries}>>`,
    );
  });
  numbered.set(1, `<</Type/Catalog/Pages 2 0 R${catalogue}>>`);
  numbered.set(2, `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`);
  numbered.set(3, helvetica());
  return isPacked ? packed(numbered) : written(numbered);
}

function written(objects: ReadonlyMap<number, string>): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of [...objects].sort(([one], [other]) => one - other)) {
    offsets.set(number, text.length);
    text += `${number} 0 obj${object}\nendobj\n`;
  }
  const start = text.length;
  const size = Math.max(...offsets.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  text += `xref\n0 ${size}\n${entries.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The same objects, those that are no streams in a stream of objects, and a stream for the table of all. */
function packed(objects: ReadonlyMap<number, string>): Uint8Array {
  const [inner, outer] = [new Map<number, string>(), new Map<number, string>()];
  for (const [number, object] of objects) (object.includes('stream\n') ? outer : inner).set(number, object);
  const holder = Math.max(...objects.keys()) + 1;
  const bodies = [...inner.values()];
  const places = bodies.map((_, at) => bodies.slice(0, at).join(' ').length + (at === 0 ? 0 : 1));
  const head = `${[...inner.keys()].map((number, at) => `${number} ${places[at]}`).join(' ')} `;
  const content = deflated(`${head}${bodies.join(' ')}`);
  outer.set(holder, stream(content, `/Type/ObjStm/N ${inner.size}/First ${head.length}/Filter/FlateDecode`));
  let text = '%PDF-1.7\n';
  const rows = new Map<number, readonly [kind: number, place: number, at: number]>();
  for (const [at, number] of [...inner.keys()].entries()) rows.set(number, [2, holder, at]);
  for (const [number, object] of outer) {
    rows.set(number, [1, text.length, 0]);
    text += `${number} 0 obj${object}\nendobj\n`;
  }
  const start = text.length;
  rows.set(holder + 1, [1, start, 0]);
  const entries = Array.from({ length: holder + 2 }, (_, number) => {
    const [kind, place, at] = rows.get(number) ?? [0, 0, 0];
    return String.fromCharCode(kind, place >> 16, (place >> 8) & 255, place & 255, at);
  });
  const about = `/Type/XRef/Size ${holder + 2}/W[1 3 1]/Root 1 0 R`;
  text += `${holder + 1} 0 obj${stream(entries.join(''), about)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function deflated(text: string): string {
  return deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
}
