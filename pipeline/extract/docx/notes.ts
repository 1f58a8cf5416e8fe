import type { Element } from 'domhandler';
import { type BodyContext, bodyMarkup } from './body.ts';
import { printedNumber } from './numbering.ts';
import type { NoteMark } from './runs.ts';
import { at, childrenOf, valueAt } from './xml.ts';

type NoteKind = 'footnote' | 'endnote';

/** The notes of a document: their marks, counted as they are met, and their texts, which are printed behind it all. */
export interface Notes {
  readonly mark: NoteMark;
  readonly texts: (context: BodyContext) => string;
}

/** How the notes of a kind are counted. */
interface Counting {
  readonly format: string;
  readonly start: number;
  /** Whether they are counted anew on each page or in each section, of which there are several. */
  readonly isAnew: boolean;
}

/** What the notes of a document are counted with. */
interface NoteParts {
  readonly roots: Readonly<Record<NoteKind, Element | undefined>>;
  /** `word/settings.xml`, and the sections of the document. */
  readonly settings: readonly (Element | undefined)[];
  readonly refused: (found: string) => Error;
}

const USUAL: Readonly<Record<NoteKind, string>> = { footnote: 'decimal', endnote: 'lowerRoman' };

/** Footnotes are counted in figures and endnotes in small Roman numerals, where nothing else is said. */
export function notesOf({ roots, settings, refused }: NoteParts): Notes {
  const met: { readonly kind: NoteKind; readonly id: string; readonly mark: string }[] = [];
  const mark: NoteMark = (kind, id, isCustom) => {
    const before = met.filter((note) => note.kind === kind && note.mark !== '').length;
    // A mark that the author chose stands in the text already.
    const own = isCustom ? '' : counted(before, countingOf(kind, settings), refused);
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

function counted(before: number, { format, start, isAnew }: Counting, refused: NoteParts['refused']): string {
  if (isAnew && before > 0) throw refused('notes that are counted anew on each page or in each section');
  const unknown = (found: string): Error =>
    refused(`notes that are counted in a way that is not known ("${found}")`);
  return printedNumber(before + start, format, unknown);
}

/** What the settings say, and the sections after them. */
function countingOf(kind: NoteKind, settings: NoteParts['settings']): Counting {
  const said = settings.flatMap((part) => at(part, `w:${kind}Pr`) ?? []);
  const last = (name: string): string | undefined =>
    said.map((each) => valueAt(each, name)).findLast((value) => value !== undefined);
  const restart = last('w:numRestart');
  const hasSections = settings.length > 2;
  return {
    format: last('w:numFmt') ?? USUAL[kind],
    start: Number(last('w:numStart') ?? 1),
    isAnew: restart === 'eachPage' || (restart === 'eachSect' && hasSections),
  };
}
