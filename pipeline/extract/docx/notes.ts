import type { Element } from 'domhandler';
import { numeral } from '../numerals.ts';
import { type BodyContext, bodyMarkup } from './body.ts';
import type { NoteMark } from './runs.ts';
import { childrenOf } from './xml.ts';

type NoteKind = 'footnote' | 'endnote';

/** The notes of a document: their marks, counted as they are met, and their texts, which are printed behind it all. */
export interface Notes {
  readonly mark: NoteMark;
  readonly texts: (context: BodyContext) => string;
}

/** Footnotes are counted in figures and endnotes in small Roman numerals, where nothing else is said. */
export function notesOf(roots: Readonly<Record<NoteKind, Element | undefined>>): Notes {
  const met: { readonly kind: NoteKind; readonly id: string; readonly mark: string }[] = [];
  const mark: NoteMark = (kind, id, isCustom) => {
    const number = met.filter((note) => note.kind === kind && note.mark !== '').length + 1;
    // A mark that the author chose stands in the text already.
    const own = isCustom ? '' : numeral(number, kind === 'footnote' ? 'decimal' : 'roman');
    met.push({ kind, id, mark: own });
    return own === '' ? '' : `<sup>${own}</sup>`;
  };
  const texts = (context: BodyContext): string =>
    met
      .map(({ kind, id, mark: own }) => {
        const note = childrenOf(roots[kind], `w:${kind}`).find(({ attribs }) => attribs['w:id'] === id);
        const text = note === undefined ? '' : bodyMarkup(note, context);
        return text.replace(/>/, own === '' ? '>' : `><sup>${own}</sup> `);
      })
      .join('');
  return { mark, texts };
}
