import { placeIn, type TextLayer } from '../../extract/text-layer.ts';
import { fault } from '../../page/finding.ts';
import type { ProseLine } from './lines.ts';
import type { UnsureLine } from './paragraph.ts';
import { SETTINGS } from './settings.ts';

/** A hyphen that is printed where a line breaks a word, and stands for nothing else. */
export const LINE_HYPHEN = '\u00ad';
const OTHER = '\u2010';
const BROKEN = /(?<!\p{L})(\p{L}+)([-\u2010\u00ad])$/u;
const GOES_ON = /^(?!\p{Lu})\p{L}+/u;
const WORD = /\p{L}+(?:[-\u2010]\p{L}+)*/gu;
const ABBREVIATED = /\p{Lu}$/u;

/** A line that ends in a hyphen behind a letter, with the two parts of the word. */
interface End {
  readonly index: number;
  readonly left: string;
  readonly right: string;
  readonly hyphen: string;
}

/** Lines with the hyphens by which they break words made soft, and those of which it is not sure. */
interface WholeWords {
  readonly lines: readonly ProseLine[];
  readonly unsure: readonly UnsureLine[];
}

/**
 * Words that a line's end broke are whole again: their hyphen becomes a soft one, which joining leaves out. A hyphen at
 * a line's end may be of the word as well; the document's other words tell, where they stand within a line.
 *
 *     жоспар-         жоспарларын
 *     ларын
 *     сондай-         сондай-ақ, as it stands elsewhere
 *     ақ
 *
 * Where words are surely broken and nothing tells it of another, it keeps its hyphen and is listed where both of its
 * parts are words, and is a finding where one is.
 */
export function withWholeWords(layer: TextLayer, lines: readonly ProseLine[]): WholeWords {
  const ends = endsOf(lines);
  if (ends.length === 0) return { lines, unsure: [] };
  const known = wordsWithin(lines);
  const isOnlyAtEnds =
    !known.some((word) => word.includes(OTHER)) && known.some((word) => word.includes('-'));
  const isSoft = ({ hyphen }: End): boolean => hyphen === LINE_HYPHEN || (hyphen === OTHER && isOnlyAtEnds);
  const words = [...new Set(known.map(plain))].sort();
  const soft = ends.filter(isSoft);
  const others = ends.filter(
    (end) =>
      !isSoft(end) && !ABBREVIATED.test(end.left) && !beginsOne(words, `${end.left}-${beginning(end)}`),
  );
  const told = others.filter((end) => beginsOne(words, end.left + beginning(end)));
  if (told.length < SETTINGS.brokenWords.value) return { lines: withLineHyphens(lines, soft), unsure: [] };
  const parts = new Set(words.flatMap((word) => [word, ...word.split('-')]));
  const left = others.filter((end) => !told.includes(end) && parts.has(plain(end.left)));
  const single = left.find((end) => !parts.has(plain(end.right)));
  if (single !== undefined) throw unclear(layer, lines, single);
  const broken = [...soft, ...others.filter((end) => !left.includes(end))];
  return { lines: withLineHyphens(lines, broken), unsure: left.flatMap((end) => listed(lines, end)) };
}

function listed(lines: readonly ProseLine[], { index, left }: End): readonly UnsureLine[] {
  const line = lines[index];
  const why = `"${left}-" may be a part of a word that the line breaks`;
  return line === undefined ? [] : [{ line: line.number, text: line.text, why }];
}

function endsOf(lines: readonly ProseLine[]): readonly End[] {
  return lines.flatMap(({ text }, index): readonly End[] => {
    const [, left, hyphen] = BROKEN.exec(text) ?? [];
    const right = GOES_ON.exec(lines[index + 1]?.text ?? '')?.[0];
    return left === undefined || hyphen === undefined || right === undefined
      ? []
      : [{ index, left, right, hyphen }];
  });
}

/** The words that stand within lines, whole for certain. */
function wordsWithin(lines: readonly ProseLine[]): readonly string[] {
  return lines.flatMap(({ text }, index) => {
    const words = text.match(WORD) ?? [];
    const begins = BROKEN.test(lines[index - 1]?.text ?? '') ? 1 : 0;
    return words.slice(begins, BROKEN.test(text) ? -1 : undefined);
  });
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(OTHER, '-');
}

/** By what the rest of a word is known. */
function beginning({ right }: End): string {
  return right.slice(0, SETTINGS.brokenBeginning.value);
}

/** Whether any of sorted words begins so. */
function beginsOne(words: readonly string[], start: string): boolean {
  const wanted = plain(start);
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return words[low]?.startsWith(wanted) === true;
}

function withLineHyphens(lines: readonly ProseLine[], ends: readonly End[]): readonly ProseLine[] {
  const broken = new Set(ends.map(({ index }) => index));
  return lines.map((line, index) =>
    broken.has(index) ? { ...line, text: `${line.text.slice(0, -1)}${LINE_HYPHEN}` } : line,
  );
}

function unclear(layer: TextLayer, lines: readonly ProseLine[], { index, left, right }: End): Error {
  return fault({
    kind: 'anchor',
    place: placeIn(layer, lines[index]?.start ?? 0),
    expected: `"${left}${right}" or "${left}-${right}" within some line`,
    found: `"${left}-" at the end of one, in a text whose lines break words`,
    action: 'nothing tells whether the hyphen is of the word: print the text without breaking words',
  });
}
