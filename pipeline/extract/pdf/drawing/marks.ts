import type { DrawnGlyph } from './show.ts';
import { spellOut } from './spelled-out.ts';

/** When a layer of the file is seen; `at times` where it is on the screen and not in print, or the other way round. */
export type Shown = 'always' | 'at times' | 'never';

/** Marked content that is open. */
interface OpenMark {
  /** The mark that goes on behind it. */
  readonly before: number;
  readonly shown: Shown;
  /** Its first glyph, and the text that it is said to stand for. */
  readonly from: number;
  readonly text: string | undefined;
}

/** Stands for no mark. */
const UNMARKED = -1;

/** The marked content, the layers and the forms that are open while a page is drawn. */
export interface Marks {
  /** What is drawn now is of this mark; -1 where it is of none. */
  current: number;
  /**
   * Whether each mark that was begun was also ended, and no other. Some producers forget to end one, and draw the page
   * to its end all the same; which letters are its own, nobody knows then.
   */
  isWhole: boolean;
  readonly open: OpenMark[];
  /** How many layers are open, by when they are seen. */
  readonly layers: Record<Shown, number>;
  /** How many marks were open when each form began. */
  readonly forms: number[];
}

export function noMarks(): Marks {
  return {
    current: UNMARKED,
    isWhole: true,
    open: [],
    layers: { always: 0, 'at times': 0, never: 0 },
    forms: [],
  };
}

/** Begins a mark at the glyph `from`. Those of a form are numbered by themselves. */
export function beginMark(
  marks: Marks,
  { shown, from, text, number }: Omit<OpenMark, 'before'> & { readonly number: unknown },
): void {
  marks.open.push({ before: marks.current, shown, from, text });
  marks.layers[shown] += 1;
  if (marks.forms.length === 0 && typeof number === 'number') marks.current = number;
}

/** Ends the innermost mark; the glyphs of one that stands for a text get that text. */
export function endMark(marks: Marks, glyphs: DrawnGlyph[]): void {
  marks.isWhole &&= marks.open.length > 0;
  close(marks, glyphs);
}

function close(marks: Marks, glyphs: DrawnGlyph[]): void {
  const ended = marks.open.pop();
  marks.current = ended?.before ?? UNMARKED;
  if (ended === undefined) return;
  marks.layers[ended.shown] -= 1;
  if (ended.text !== undefined) spellOut(ended.text, ended.from, glyphs);
}

/** Begins a form, in which nothing is of the mark around it. */
export function beginForm(marks: Marks): void {
  marks.forms.push(marks.open.length);
  marks.open.push({ before: marks.current, shown: 'always', from: 0, text: undefined });
  marks.layers.always += 1;
  marks.current = UNMARKED;
}

/** Ends the innermost form, and with it the marks that it has begun. */
export function endForm(marks: Marks, glyphs: DrawnGlyph[]): void {
  const around = (marks.forms.pop() ?? 0) + 1;
  if (marks.open.length > around) marks.isWhole = false;
  while (marks.open.length > around) close(marks, glyphs);
  close(marks, glyphs);
}
