/** Changes of a program that change nothing of what it does, and why. */
interface Equal {
  readonly file: string;
  /** How they are told, `a -> b`: what each of them begins with. */
  readonly changes: readonly string[];
  readonly because: string;
}

const READING = 'pipeline/normalise/reading';
const LATTICE = 'pipeline/normalise/tables/lattice';

/** What a person found equal, where no test notices it: that counts neither as noticed nor as not. */
const EQUAL: readonly Equal[] = [
  {
    file: `${READING}/number.ts`,
    changes: [
      'text.length < before.length + behind.length -> ',
      'before.length + behind.length -> before.length - behind.length',
    ],
    because: 'What is left between signs that fill or overlap the text is empty, which is no number either.',
  },
  {
    file: `${READING}/number.ts`,
    changes: ['index >= 0 -> ', 'point < 0 -> '],
    because: 'A decimal sign before all digits is no number, and no value begins with one.',
  },
  {
    file: `${READING}/number.ts`,
    changes: ['groups.length > 1 -> groups.length >= 1'],
    because: 'Digits with spaces in one group alone are letter-spaced, which is told first.',
  },
  {
    file: `${READING}/number.ts`,
    changes: ['at >= length -> at > length'],
    because: 'Where all digits are left no group has begun, which is what is cut.',
  },
  {
    file: `${READING}/cell.ts`,
    changes: ['start < 0 -> ', 'to < 0 -> ', '-1 -> -2'],
    because:
      'A phrase has ink, so that it never ends where the text begins; what is below nothing is not looked at.',
  },
  {
    file: `${READING}/cell.ts`,
    changes: [
      'from === to -> from !== to',
      'from * (ink.folded.length + 1) + to -> ',
      'from * (ink.folded.length + 1) -> ',
      'ink.folded.length + 1 -> ',
      'phrase === undefined -> phrase !== undefined',
      'at === 0 || atoms[at - 1]?.to === from -> at === 0 && ',
      'at === 0 -> ',
    ],
    because: 'A stretch is read again that was read before, or stands at another number that is its alone.',
  },
  {
    file: `${READING}/cell.ts`,
    changes: ['first === undefined || last === undefined -> ', 'toOther < toOwn -> toOther <= toOwn'],
    because: 'There is a first where there is a last; two widths that are equal were told apart before.',
  },
  {
    file: `${LATTICE}/lattice.ts`,
    changes: ['step === undefined || to === undefined -> '],
    because: 'Where there is no step there is no node behind it.',
  },
  {
    file: `${LATTICE}/in-order.ts`,
    changes: [
      'areCertain: true -> ',
      'stretch === undefined || stretches.length > 1 -> stretch === undefined && ',
    ],
    because:
      'A row with a certain break before each of as many cells as it has columns can be cut nowhere else.',
  },
  {
    file: `${LATTICE}/in-order.ts`,
    changes: [
      'columnsLeft - 1 -> ',
      '(signs.at(-1) ?? 0) + decimalSignsIn(text, notation) -> ',
      '(others.at(-1) ?? 0) + (DIGITS.test(text)',
      'DIGITS.test(text) && !GROUP.test(text) && !isTorn ? 1 : 0 -> ',
      '[0] -> [1]',
      'index >= first -> index > first',
      'at < 0 -> ',
      'firstDigits(first) + 1 -> firstDigits(first) + 2',
      '(signs[last] ?? 0) - (signs[first] ?? 0) <= 1',
      '(ink.cells[atom.from] ?? 0) > cell -> ',
    ],
    because: 'More is tried, in vain: the reading of the pieces refuses what this would have left out.',
  },
  {
    file: `${LATTICE}/beside.ts`,
    changes: [
      'left < columnsLeft || left > columnsLeft * SETTINGS.mostAtoms.value -> ',
      'left > columnsLeft * SETTINGS.mostAtoms.value -> ',
      'signsLeft = 1 -> ',
      'atomsLeft < SETTINGS.mostAtoms.value -> ',
      'atoms.length - (isMain ? columnsLeft - 1 : 0) -> ',
    ],
    because:
      'More is tried, in vain: no pieces are no cell, and a line that has given all cannot give one more.',
  },
  {
    file: `${LATTICE}/beside.ts`,
    changes: [
      'key * ((lines[index]?.length ?? 0) + 1) + next',
      '(lines[index]?.length ?? 0) + 1 -> ',
      'taken.reduce(',
    ],
    because: 'Places have other numbers, each its own.',
  },
  {
    file: `${LATTICE}/torn-or-cut.ts`,
    changes: ['place + atoms.length -> ', 'count + 1 -> count + 2'],
    because: 'Places have other numbers, each its own.',
  },
  {
    file: `${LATTICE}/torn-or-cut.ts`,
    changes: [
      'cellsOf(pieces).length > 0 -> ',
      'sum + (phrase?.columns ?? 1) - 1 -> ',
      'phrase?.columns ?? 1 -> ',
      'count - columnsLeft -> ',
      'count - columnsLeft + 1 -> ',
      'count - at -> ',
      'columnsLeft - 1 -> columnsLeft - 2',
      'cuts.length === 0 || atoms.length > columns.length -> ',
      'cuts.length === 0 -> ',
      'atoms.length > columns.length -> ',
      'at > 0 && areCell(atoms.slice(at - 1, at + 1)) && !atom.broken -> ',
      'at > 0 && areCell(atoms.slice(at - 1, at + 1)) -> ',
      'at > 0 -> ',
      'atom === undefined -> ',
      'is && other !== at && other !== at + 1 -> is && other !== at ||',
      'is && other !== at -> is || ',
      'areCell(pieces.filter(',
    ],
    because: 'More cuts are tried, in vain: they make a cell more than there are columns.',
  },
];

/** Why no test can notice a change; undefined where one should. */
export function whyEqual({
  file,
  shown,
}: {
  readonly file: string;
  readonly shown: string;
}): string | undefined {
  const own = EQUAL.filter((each) => each.file === file);
  return own.find(({ changes }) => changes.some((change) => shown.startsWith(change)))?.because;
}
