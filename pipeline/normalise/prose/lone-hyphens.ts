import type { ProseLine } from './lines.ts';
import type { UnsureLine } from './paragraph.ts';
import { SETTINGS } from './settings.ts';

const ENDS_ALONE = /(?<=^|\s)-$/u;
const GOES_ON = /^(?!\p{Lu})\p{L}/u;
const DASH = /(?<=\s)-(?=\s+\p{L})/gu;
const BEGINNING = /(?<=^|\s)-(?=\p{L})/gu;
const OTHER_DASH = /(?<=\s)[–—](?=\s)/gu;

/** Lines that end in a hyphen which begins the next word, and those of which it is not sure. */
interface Ended {
  readonly lines: readonly ProseLine[];
  readonly unsure: readonly UnsureLine[];
}

/**
 * A hyphen that stands alone at the end of a line is a dash, or the beginning of a word that lost what stood before it:
 * programs break lines there too. The text tells by what it prints within lines.
 *
 *     Заңның 175-бабы -        Заңның 175-бабы -тармағының, for its dashes are all –
 *     тармағының
 */
export function withOpenHyphens(lines: readonly ProseLine[]): Ended {
  const ends = lines.flatMap(({ text }, index) =>
    ENDS_ALONE.test(text) && GOES_ON.test(lines[index + 1]?.text ?? '') ? [index] : [],
  );
  if (ends.length === 0) return { lines, unsure: [] };
  const count = (sign: RegExp): number =>
    lines.reduce((sum, { text }) => sum + (text.match(sign)?.length ?? 0), 0);
  const [dashes, beginnings] = [count(DASH), count(BEGINNING)];
  if (dashes > 0 && beginnings === 0) return { lines, unsure: [] };
  if (dashes === 0 && count(OTHER_DASH) >= SETTINGS.otherDashes.value) {
    const own = new Set(ends);
    return { lines: lines.map((line, at) => (own.has(at) ? { ...line, opens: true } : line)), unsure: [] };
  }
  const why = 'a hyphen that may be a dash or begin the next word';
  return {
    lines,
    unsure: ends.flatMap((at) => {
      const line = lines[at];
      return line === undefined ? [] : [{ line: line.number, text: line.text, why }];
    }),
  };
}
