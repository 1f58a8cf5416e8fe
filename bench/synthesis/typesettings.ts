import type { Block, Typesetting } from './typesetting.ts';

/** Breaks a text into lines of at most so many characters, where its spaces are. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The plainest page: a title, headers in a line, a row in a line, solid numbers, one page without end. */
export const plain: Typesetting = {
  number: (value) => value.replace('.', ','),
  mark: (number, mark) => `${number}${mark})`,
  labelMark: '',
  optional: true,
  note: (mark, text) => `${mark}) ${text}`,
  row: (label, cells) => [`${label} ${cells.join(' ')}`],
  header: (title, texts, columns) => [title, ...texts, columns.join(' ')],
  prose: (text) => wrap(text, 80),
  pages: (blocks) => `${blocks.flatMap(({ lines }) => [...lines, '']).join('\n')}\n`,
};

/** Thousands in groups of three with a separator between them. */
export function grouped(separator: string): Typesetting['number'] {
  return (value) => {
    const [integer = '', fraction] = value.split('.');
    const groups = integer.replace(/\B(?=(\d{3})+$)/g, separator);
    return fraction === undefined ? groups : `${groups},${fraction}`;
  };
}

/** The first group letter-spaced and the rest in the next line, as justified cells are: `1 6  ` / `909,8`. */
export function justified(value: string): string {
  const [first = '', ...rest] = grouped('|')(value).split('|');
  return rest.length === 0 ? first : `${[...first].join(' ')}  \n${rest.join(' ')}`;
}

/** A label that is wrapped, its numbers in the line of the label that `line` chooses among so many. */
export function labelled(width: number, line: (lines: number) => number, gap = ' '): Typesetting['row'] {
  return (label, cells) => {
    const lines = wrap(label, width);
    return lines.map((text, index) =>
      index === line(lines.length) ? [text, ...cells].join(gap) : `${text} `,
    );
  };
}

/** As a program prints that keeps the columns where they stand: a wide gap between cells, right-aligned. */
export function aligned(line: (lines: number) => number): Typesetting['row'] {
  return (label, cells) => {
    const lines = wrap(label, 34);
    const numbers = cells.map((cell) => `  ${cell.padStart(14)}`).join('');
    return lines.map((text, index) => (index === line(lines.length) ? text.padEnd(36) + numbers : text));
  };
}

/** Columns of a fixed width, read line by line; a cell that is wrapped goes on in the next line. */
export function columnLines(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 10));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => (lines[line] ?? '').padEnd((widths[index] ?? 10) + 2))
      .join('')
      .trimEnd(),
  );
}

/** A header whose cells are wrapped to a width and read line by line across the columns. */
export function across(width: number): Typesetting['header'] {
  return (title, texts, columns) => {
    const cells = [...texts, ...columns];
    return [
      ...wrap(title, 60),
      ...columnLines(
        cells,
        cells.map(() => width),
      ),
    ];
  };
}

/** A header whose every word stands in a line of its own. */
export const wordByWord: Typesetting['header'] = (title, texts, columns) => [
  ...wrap(title, 30),
  ...[...texts, ...columns].flatMap((text) => [...wrap(text, 1), '']),
];

/** Pages of so many blocks, each ended by `foot`, with the table's header again at the top if `repeat` says so. */
export function paged(size: number, foot: (page: number) => string, repeat: boolean): Typesetting['pages'] {
  return (blocks: readonly Block[]) => {
    const lines = blocks.flatMap(({ lines: own, header }, index) => {
      if (index === 0 || index % size > 0) return [...own, ''];
      const last = foot(index / size);
      return [...(last === '' ? [] : [last]), '', '', '', ...(repeat ? header : []), ...own, ''];
    });
    return `${lines.join('\n')}\n`;
  };
}
