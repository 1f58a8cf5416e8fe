/**
 * A text that two have changed since `base`: what only one of them has changed is changed, and where both have, the
 * person's lines stand and the other's are left out. Line by line.
 *
 *     kept('a\nb\n', 'a\nmine\n', 'a\nb\nnew\n')   // 'a\nmine\nnew\n'
 *
 * Here `mine` is a file that a person has edited since a draft was written, and `other` what is drafted now.
 */
export function kept(base: string, mine: string, other: string): string {
  if (mine === base) return other;
  const [from, own, others] = [base, mine, other].map((text) => text.split('\n')) as [
    string[],
    string[],
    string[],
  ];
  const inOwn = matches(from, own);
  const inOthers = matches(from, others);
  const merged: string[] = [];
  let [at, ownAt, othersAt] = [0, 0, 0];
  for (let line = 0; line <= from.length; line += 1) {
    const [mineNext, otherNext] = [inOwn[line], inOthers[line]];
    const isEnd = line === from.length;
    if (!isEnd && (mineNext === undefined || otherNext === undefined)) continue;
    const [ownEnd, othersEnd] = isEnd ? [own.length, others.length] : [mineNext ?? 0, otherNext ?? 0];
    const stretch = from.slice(at, line);
    merged.push(...chosen(stretch, own.slice(ownAt, ownEnd), others.slice(othersAt, othersEnd)));
    if (!isEnd) merged.push(from[line] ?? '');
    [at, ownAt, othersAt] = [line + 1, ownEnd + 1, othersEnd + 1];
  }
  return merged.join('\n');
}

/** What becomes of a stretch between lines that all three share. */
function chosen(
  base: readonly string[],
  mine: readonly string[],
  other: readonly string[],
): readonly string[] {
  const isMineChanged = mine.join('\n') !== base.join('\n') || mine.length !== base.length;
  return isMineChanged ? mine : other;
}

/** For each line of one text its place in the other, along the longest list of lines that both have in order. */
function matches(one: readonly string[], other: readonly string[]): readonly (number | undefined)[] {
  const width = other.length + 1;
  const longest = new Uint32Array((one.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        one[row] === other[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const found = new Array<number | undefined>(one.length).fill(undefined);
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    if (one[row] === other[column]) {
      found[row] = column;
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}
