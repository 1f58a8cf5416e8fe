/** Characters that take two places of a line in which all others take one: those of East Asia, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/gu;
/** Stands for the second place of such a character; no text has it. */
const SECOND = '\ufdd0';

/**
 * A line in which each character takes as many places as it is seen to take, so that columns can be counted:
 * with a label of four wide letters its values stand eight places from the left, not four.
 */
export function widened(line: string): string {
  return line.replace(WIDE, (character) => character + SECOND.repeat(2 - character.length));
}

/** Text of such a line as it was. */
export function narrowed(text: string): string {
  return text.replaceAll(SECOND, '');
}
