/**
 * Every match of a global pattern in a text, in order. `matchAll` makes a copy of its pattern at every call, which forgets
 * what the pattern was compiled to: patterns that are kept for many texts were compiled again and again.
 *
 *     matchesOf(/\d+/g, '3 of 14').map(([number]) => number)   // ['3', '14']
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    // Behind a match of nothing the next one would be the same.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
