const SOFT_HYPHEN = '\u00ad';
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/**
 * Writes soft hyphens that are drawn as the signs that a reader sees: before a number, behind one and by themselves.
 * Typesetting writes a soft hyphen for a minus or a dash where its font has no other, and a hyphen it prints only where
 * a line breaks a word: those between letters stay as they are. The length of the text stays.
 *
 *     ­5    // -5, and not 5
 *     2001­2003    // 2001-2003, and not 20012003
 */
export function withDrawnHyphens(text: string): string {
  if (!text.includes(SOFT_HYPHEN)) return text;
  return text.replaceAll(SOFT_HYPHEN, (hyphen: string, at: number) => (isDrawn(text, at) ? '-' : hyphen));
}

function isDrawn(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  let next = at + 1;
  while (text[next] === ' ') next += 1;
  const behind = text[next] ?? '';
  if (DIGIT.test(behind)) return true;
  if (LETTER.test(behind)) return DIGIT.test(before) && next === at + 1;
  return !LETTER.test(before);
}
