import type { Element } from 'domhandler';
import { fault } from '../../page/finding.ts';
import type { Source } from '../../page/source.ts';
import { sourceOfMarkup } from '../html/source.ts';
import { notDocx, type Parts, partsOf } from './archive.ts';
import { type BodyContext, bodyMarkup } from './body.ts';
import { markStaleControls } from './bound.ts';
import { notesOf } from './notes.ts';
import { numberingOf } from './numbering.ts';
import { stylesOf } from './styles.ts';
import { at, childrenOf, rootOf } from './xml.ts';

const DOCUMENT = /\/officeDocument$/;
const USUAL = 'word/document.xml';

/**
 * Reads a document of a word processor (DOCX): as a page of HTML, so that its tables are read in the same way. What
 * Word prints by itself is written out: numbers of lists and headings, marks of notes. Hidden text is unseen; what is
 * deleted or moved away, but not yet, is left out.
 *
 * Throws a finding when the file is none, or holds what would be read in another way than it is printed.
 */
export function docxSource(bytes: Uint8Array, file: string): Source {
  return sourceOfMarkup(docxMarkup(bytes, file), file);
}

/** The same as markup. */
function docxMarkup(bytes: Uint8Array, file: string): string {
  const parts = partsOf(bytes, file);
  const body = at(rootOf(parts, documentIn(parts, file), file), 'w:body');
  if (body === undefined) throw notDocx(file, 'no body of a document', 'save it as .docx again');
  markStaleControls(body, parts, file);
  const refused: BodyContext['refused'] = (found, action) =>
    fault({
      kind: 'file',
      place: { file },
      expected: 'a document that prints as it is written',
      found,
      action,
    });
  const part = (name: string): ReturnType<typeof rootOf> => rootOf(parts, `word/${name}.xml`, file);
  const notes = notesOf({
    roots: { footnote: part('footnotes'), endnote: part('endnotes') },
    settings: [part('settings'), ...sectionsOf(body)],
    refused: (found) => refused(found, 'print it to a PDF, and read that'),
  });
  const context: BodyContext = {
    styles: stylesOf(part('styles')),
    numbering: numberingOf(part('numbering'), (format) =>
      refused(
        `a list that is counted in a way that is not known ("${format}")`,
        'print it to a PDF, and read that',
      ),
    ),
    noteMark: notes.mark,
    refused,
  };
  const text = bodyMarkup(body, context);
  return `<!DOCTYPE html><body>${text}${notes.texts(context)}`;
}

/** What is said of the sections of a body: at its end, and at the end of the last paragraph of each before. */
function sectionsOf(body: Element): readonly Element[] {
  const ends = childrenOf(body, 'w:p').flatMap((paragraph) => at(paragraph, 'w:pPr', 'w:sectPr') ?? []);
  return [...ends, ...childrenOf(body, 'w:sectPr')];
}

/** Where the document stands among the parts. */
function documentIn(parts: Parts, file: string): string {
  const links = childrenOf(rootOf(parts, '_rels/.rels', file), 'Relationship');
  const target = links.find(({ attribs }) => DOCUMENT.test(attribs.Type ?? ''))?.attribs.Target;
  return target === undefined ? USUAL : target.replace(/^\//, '');
}
