import type { Element } from 'domhandler';
import { markupText } from '../html/tree.ts';
import { SETTINGS } from './settings.ts';
import type { Styles } from './styles.ts';
import { at, childrenOf } from './xml.ts';

/** A line of a paragraph as it is written, which a word processor may break into several. */
interface WrittenLine {
  readonly text: string;
  /** Of its letters, in points. */
  readonly size: number;
}

const LINE_ENDS = new Set(['w:br', 'w:cr']);
const NOT_PRINTED = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:instrText']);
const USUAL = inPoints(SETTINGS.usualSize.value);

/**
 * How high a row must be at least for the last line of a cell to be seen, in points. Of a number that is broken into
 * `1 234` and `567`, a row of 14 pt that does not grow shows `1 234`.
 *
 * @param width of the cell, in points; undefined where it is not known
 */
export function heightIn(cell: Element, width: number | undefined, styles: Styles): number {
  const room = width === undefined ? Infinity : width - SETTINGS.cellMargins.value;
  let [top, needed] = [0, 0];
  for (const paragraph of childrenOf(cell, 'w:p')) {
    const { before = 0, after = 0, height, run } = styles.paragraphOf(at(paragraph, 'w:pPr'));
    top += before;
    for (const { text, size } of linesIn(paragraph, inPoints(run.size ?? SETTINGS.usualSize.value), styles)) {
      const count = leastLines(text, size, room);
      const step = height ?? size;
      if (text.trim() !== '') needed = top + (count - 1) * step + (SETTINGS.leastHeight.value * size) / USUAL;
      top += count * step;
    }
    top += after;
  }
  return needed;
}

function inPoints(halves: number): number {
  return halves / 2;
}

function linesIn(paragraph: Element, usual: number, styles: Styles): readonly WrittenLine[] {
  const lines: WrittenLine[] = [{ text: '', size: usual }];
  const enter = (element: Element, size: number): void => {
    for (const child of childrenOf(element)) {
      const { text = '', size: before = usual } = lines.at(-1) ?? {};
      if (NOT_PRINTED.has(child.name)) continue;
      if (LINE_ENDS.has(child.name)) lines.push({ text: '', size });
      else if (child.name === 'w:t')
        lines[lines.length - 1] = {
          text: text + markupText(child),
          size: text === '' ? size : Math.max(size, before),
        };
      else if (child.name === 'w:r') {
        const own = styles.runOf(at(child, 'w:rPr'), {});
        if (own.vanish !== true) enter(child, own.size === undefined ? usual : inPoints(own.size));
      } else enter(child, size);
    }
  };
  enter(paragraph, usual);
  return lines;
}

/** Into how many lines a text is broken at least, where its letters are as narrow as those of narrow fonts. */
function leastLines(text: string, size: number, room: number): number {
  const letter = SETTINGS.narrowLetter.value * size;
  let [count, used] = [1, 0];
  for (const { length } of text.trim().split(/[^\S\u00a0\u202f]+/)) {
    const isNext = used > 0 && used + (length + 0.5) * letter > room;
    if (isNext) count += 1;
    used = isNext || used === 0 ? length * letter : used + (length + 0.5) * letter;
  }
  return count;
}
