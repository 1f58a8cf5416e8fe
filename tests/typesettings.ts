import type { Block, Typesetting } from './typesetting.ts';

/** Breaks a text into lines of at most so many characters, where its spaces are. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The plainest page: a title, headers in a line, a row in a line, solid numbers, a page without end. */
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

/** Thousands in groups of three behind a separator. */
export const grouped =
  (separator: string) =>
  (value: string): string => {
    const [integer = '', fraction] = value.split('.');
    const groups = integer.replace(/\B(?=(\d{3})+$)/g, separator);
    return fraction === undefined ? groups : `${groups},${fraction}`;
  };

/** Pages of so many rows, each ended by `foot`, with the table's header again at the top of the next. */
export function paged(size: number, foot: (page: number) => string, repeat: boolean): Typesetting['pages'] {
  return (blocks: readonly Block[]) => {
    const lines: string[] = [];
    let page = 1;
    for (const [index, block] of blocks.entries()) {
      if (index > 0 && index % size === 0) {
        lines.push(...[foot(page)].filter((text) => text !== ''), '', '', '');
        page += 1;
        if (repeat) lines.push(...block.header);
      }
      lines.push(...block.lines, '');
    }
    return `${lines.join('\n')}\n`;
  };
}

/** Columns of a fixed width, read line by line; a cell that is wrapped goes on in the next line. */
export function columnLines(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 10));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped.map((lines, index) => (lines[line] ?? '').padEnd((widths[index] ?? 10) + 2)).join('').trimEnd(),
  );
}
