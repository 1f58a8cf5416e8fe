import { eastAsianWidth } from 'get-east-asian-width';

/** Stands for the second place of a character of East Asia, or of a picture; no text has it. */
const SECOND = '\ufdd0';

/** Stands for a space as wide as such a character; no text has it. */
export const WIDE_SPACE = '\ufdd1';
/** Where characters may be wide: all before take one place. */
const MAY_BE_WIDE = /[\u1100-\u{3fffd}]/gu;
const GAP = /[ \ufdd1]+/g;

/**
 * A line in which each character takes as many places as it is seen to take, so that columns can be counted:
 * with a label of four wide letters its values stand eight places from the left, not four.
 */
export function widened(line: string): string {
  return withSpaces(line).replace(MAY_BE_WIDE, (character) =>
    eastAsianWidth(character.codePointAt(0) ?? 0) === 2
      ? character + SECOND.repeat(2 - character.length)
      : character,
  );
}

/** A wide space by itself parts two words and no columns: it is one space, and the next gap is wider by the other. */
function withSpaces(line: string): string {
  let left = 0;
  return line.replace(GAP, (gap, at: number) => {
    const isOne = at > 0 && at + gap.length < line.length && gap === WIDE_SPACE;
    const room = isOne ? ' ' : gap.replaceAll(WIDE_SPACE, '  ');
    const own = room.length > 1 ? left : 0;
    left += (isOne ? 1 : 0) - own;
    return room + ' '.repeat(own);
  });
}

/** Text of such a line as it was. */
export function narrowed(text: string): string {
  return text.replaceAll(SECOND, '');
}
