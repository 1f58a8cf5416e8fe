/**
 * The known word that a misspelt one most likely stands for: at most a third of its letters are wrong, missing, too
 * many or exchanged with their neighbour, and no other known word is as near. Undefined where there is none.
 *
 *     nearest('biuld', ['build', 'update'])   // 'build'
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const close = known
    .map((each) => ({ each, edits: editsBetween(word.toLowerCase(), each) }))
    .filter(({ each, edits }) => edits <= Math.max(1, Math.floor(each.length / 3)))
    .sort((a, b) => a.edits - b.edits);
  const [best, second] = close;
  return best === undefined || best.edits === second?.edits ? undefined : best.each;
}

/** `; did you mean X?`, or nothing. */
export function hint(word: string, known: readonly string[], mark = ''): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : `; did you mean ${mark}${meant}?`;
}

/** How many letters to write, to leave out, to replace or to exchange with their neighbour. */
function editsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isExchanged = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          isExchanged ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}

/** What a word that is not known most likely stands for, or all that are known: told behind a fault. */
export function meantBy(word: string, known: readonly string[]): string | undefined {
  const near = nearest(word, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  return known.length === 0 || known.length > MOST_TOLD ? undefined : `there are: ${known.join(', ')}`;
}

/** So many known words are told, no more. */
const MOST_TOLD = 12;
