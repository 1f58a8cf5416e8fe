/** Characters that take two places of a line in which all others take one: those of East Asia, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/gu;
/** Stands for the second place of such a character; no text has it. */
const SECOND = '\ufdd0';

/** Stands for a space as wide as such a character; no text has it. */
export const WIDE_SPACE = '\ufdd1';
const GAP = /[ \ufdd1]+/g;

/**
 * A line in which each character takes as many places as it is seen to take, so that columns can be counted:
 * with a label of four wide letters its values stand eight places from the left, not four.
 */
export function widened(line: string): string {
  return withSpaces(line).replace(WIDE, (character) => character + SECOND.repeat(2 - character.length));
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
