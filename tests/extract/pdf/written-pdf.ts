/** A PDF of these objects, the first of which is its catalogue. */
export function writtenPdf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** A stream that holds `content`. */
export function stream(content: string, entries = ''): string {
  return `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`;
}

/** A PDF of one page drawn by `content`; its font F is the object 5, the first of `fonts`. */
export function pageDrawn(content: string, fonts: readonly string[], page = ''): Uint8Array {
  return writtenPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${page}>>`,
    stream(content),
    ...fonts,
  ]);
}

/** Helvetica, all letters as wide as each other; `entries` are of its dictionary. */
export function helvetica(entries = ''): string {
  return `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[${'500 '.repeat(95)}]${entries}>>`;
}
