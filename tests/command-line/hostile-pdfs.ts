import { deflateSync } from 'node:zlib';

/** A PDF of these objects, the first being its catalogue, with a table of where each of them stands. */
export function pdfOf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = 9;
  const add = (piece: string | Uint8Array): void => {
    const bytes = Buffer.from(piece);
    pieces.push(bytes);
    length += bytes.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(`${index + 1} 0 obj`);
    add(object);
    add('endobj\n');
  }
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`);
  add(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(pieces));
}

const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>';
const TREE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const page = (more = ''): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${more}>>>>`;
const FONT = `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[${'500 '.repeat(95)}]>>`;
const stream = (content: string, more = ''): string =>
  `<</Length ${content.length}${more}>>stream\n${content}\nendstream`;
const WORDS = 'BT /F 12 Tf 50 200 Td (Some words on a page) Tj ET';

/** One page of words, and as many more objects as are asked for. */
export function manyObjects(count: number): Uint8Array {
  return pdfOf([CATALOGUE, TREE, page(), stream(WORDS), FONT, ...Array<string>(count).fill('null')]);
}

/** A tree of pages that is its own branch. */
export function loopOfPages(): Uint8Array {
  return pdfOf([CATALOGUE, '<</Type/Pages/Kids[2 0 R]/Count 1>>']);
}

/** A form that draws itself. */
export function loopOfForms(): Uint8Array {
  const form = '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>';
  const objects = [CATALOGUE, TREE, page('/XObject<</X 6 0 R>>'), stream(`${WORDS} /X Do`), FONT];
  return pdfOf([...objects, stream('/X Do', form)]);
}

/** Forms that each draw the next one ten times: ten to the power of `depth` words on a page. */
export function manyForms(depth: number): Uint8Array {
  const form = (next: number): string =>
    stream(
      '/X Do '.repeat(10),
      `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${next} 0 R>>>>`,
    );
  const forms = Array.from({ length: depth }, (_, index) => form(index + 7));
  const last = stream(WORDS, '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>>>');
  return pdfOf([CATALOGUE, TREE, page('/XObject<</X 6 0 R>>'), stream('/X Do'), FONT, ...forms, last]);
}

/** A page whose contents unpack to `mebibytes` of spaces. */
export function bomb(mebibytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(mebibytes * 1024 * 1024, ' '));
  const head = Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>stream\n`);
  const contents = Buffer.concat([head, packed, Buffer.from('\nendstream')]);
  return pdfOf([CATALOGUE, TREE, page(), new Uint8Array(contents), FONT]);
}
