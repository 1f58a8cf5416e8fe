import { describe, expect, it } from 'vitest';
import { linesOf, passage, piecesOf } from '../../site/catalogue/text-layer.ts';
import { CATALOGUE } from './catalogue-under-test.ts';

describe('the lines of a cell', () => {
  it('mark exactly the characters of every cell', () => {
    for (const { raw, lineStart, lineEnd, charStart, charEnd, id } of CATALOGUE.cells.values()) {
      const own = CATALOGUE.lines.slice(lineStart - 1, lineEnd);
      const marked = own.map((line) =>
        piecesOf(line, { start: charStart, end: charEnd })
          .filter(({ isMarked }) => isMarked)
          .map(({ text }) => text)
          .join(''),
      );
      expect(`${id} ${marked.join('\n')}`).toBe(`${id} ${raw}`);
    }
  });

  it('stand among their neighbours with ink', () => {
    const lines = linesOf('a\n\nb\n \nc 1\n\nd\ne');
    expect(passage(lines, 5, 5, 2).map(({ number }) => number)).toEqual([1, 3, 5, 7, 8]);
    expect(passage(lines, 1, 1, 1).map(({ text }) => text)).toEqual(['a', 'b']);
  });
});
