import { type Letter, matchText } from './letters.ts';

/** Whether printed letters are a pattern, in which `*` stands for any text. */
export function fits(letters: readonly Letter[], pattern: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  let at = head.trim() === '' ? 0 : matchText(letters, 0, head);
  if (at < 0 && rest.length > 0) at = startOf(letters, head);
  for (const [index, part] of rest.entries()) {
    if (at < 0) return false;
    if (part.trim() === '') {
      if (index === rest.length - 1) return true;
      continue;
    }
    let end = -1;
    for (let from = at; from < letters.length && end < 0; from += 1) end = matchText(letters, from, part);
    at = end;
  }
  return at === letters.length;
}

/** A pattern may break off within a word: `Sourc*`. */
function startOf(letters: readonly Letter[], head: string): number {
  for (let end = 1; end <= letters.length; end += 1)
    if (matchText(letters.slice(0, end), 0, head) === end) return end;
  return -1;
}
