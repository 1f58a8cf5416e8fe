import { strToU8, zipSync } from 'fflate';

const NAMESPACE =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
  Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
  Target="word/document.xml"/></Relationships>`;

/** Parts of a document besides its body: what stands in `w:styles`, `w:numbering`, `w:footnotes`, `w:settings`. */
export type OtherParts = Partial<Record<'styles' | 'numbering' | 'footnotes' | 'settings', string>>;

/** A DOCX file with a body, as a word processor would write it. */
export function madeUpDocx(body: string, others: OtherParts = {}): Uint8Array {
  const part = (name: string, content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACE}>${content}</w:${name}>`);
  return zipSync({
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    ...Object.fromEntries(
      Object.entries(others).map(([name, content]) => [`word/${name}.xml`, part(name, content)]),
    ),
  });
}

/** A paragraph of runs, each with properties or without. */
export function paragraph(...runs: readonly (string | readonly [string, string])[]): string {
  return `<w:p>${runs.map((each) => (typeof each === 'string' ? run(each) : run(...each))).join('')}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A table of rows of cells; a cell is its text, or its text with properties. */
export function table(...rows: readonly (readonly (string | readonly [string, string])[])[]): string {
  return `<w:tbl>${rows.map((cells) => row('', cells)).join('')}</w:tbl>`;
}

export function row(properties: string, cells: readonly (string | readonly [string, string])[]): string {
  const written = cells.map((each) => {
    const [text, own] = typeof each === 'string' ? [each, ''] : each;
    return `<w:tc><w:tcPr>${own}</w:tcPr>${text.startsWith('<') ? text : paragraph(text)}</w:tc>`;
  });
  return `<w:tr><w:trPr>${properties}</w:trPr>${written.join('')}</w:tr>`;
}
