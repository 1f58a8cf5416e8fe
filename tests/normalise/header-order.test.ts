import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../pipeline/locale/look-alikes.ts';
import { headerOrder, printedOrder } from '../../pipeline/normalise/tables/words/header-order.ts';
import { matchHeading } from '../../pipeline/normalise/tables/words/heading.ts';
import { inkFor } from './made-up-ink.ts';

/** Whether a text is read as headers in their declared order; undefined where it is not read at all. */
function isRead(text: string, declared: readonly string[]): boolean | undefined {
  const ink = inkFor(text);
  const words = declared.map(wordsOf);
  const match = matchHeading(ink, 0, words);
  return match && headerOrder(ink, words, match.places) === 'declared';
}

/** Headers side by side in their columns, level at their tops or at their ends, one word a line. */
function sideBySide(headers: readonly string[], isLevelAtEnds: boolean): string {
  const words = headers.map((header) => header.split(' '));
  const height = Math.max(...words.map(({ length }) => length));
  const cell = (column: readonly string[], line: number): string =>
    column[isLevelAtEnds ? line - height + column.length : line] ?? '';
  return Array.from({ length: height }, (_, line) =>
    words.map((column) => cell(column, line)).join(' '),
  ).join('\n');
}

describe('the order of headers', () => {
  it.each([
    ['side by side', 'Rate Rate\nbefore after'],
    ['one after the other', 'Rate\nbefore\nRate\nafter'],
    ['in one line', 'Rate before Rate after'],
    ['with one word a line', 'Rate\nRate\nbefore\nafter'],
  ])('of which the first words are equal is told %s', (_, text) => {
    expect(isRead(text, ['Rate before', 'Rate after'])).toBe(true);
    expect(isRead(text, ['Rate after', 'Rate before'])).toBe(false);
  });

  it.each([
    ['side by side', 'Before After\nharvest harvest'],
    ['one after the other', 'Before\nharvest\nAfter\nharvest'],
    ['in one line', 'Before harvest After harvest'],
  ])('of which the last words are equal is told %s', (_, text) => {
    expect(isRead(text, ['Before harvest', 'After harvest'])).toBe(true);
    expect(isRead(text, ['After harvest', 'Before harvest'])).toBe(false);
  });

  it('is told by the line that both reach where they are level at their ends', () => {
    expect(isRead('Births\nDeaths total', ['Deaths', 'Births total'])).toBe(true);
    expect(isRead('Births\nDeaths total', ['Births total', 'Deaths'])).toBe(false);
  });

  it('is in doubt where lines were joined, and then no order is taken', () => {
    expect(isRead('Births Deaths total', ['Deaths', 'Births total'])).toBe(false);
    expect(isRead('Births Deaths total', ['Births total', 'Deaths'])).toBe(false);
    expect(isRead('Rate Rate before after', ['Rate after', 'Rate before'])).toBe(false);
  });

  it('is that of the page, for a message', () => {
    const ink = inkFor('Rate Rate\nbefore after');
    const declared = ['Rate after', 'Rate before'];
    const match = matchHeading(ink, 0, declared.map(wordsOf));
    expect(printedOrder(declared, match?.places ?? [])).toBe('"Rate before", "Rate after"');
  });

  // Elsewhere the words that they share may fit two orders: "children rate share" and "rate share men" one beside the
  // other, word under word, are the lines "children rate", "rate share", "share men" in both.
  it('is never taken for another where the line that all headers reach holds a word of each that is its own', () => {
    const own = fc.shuffledSubarray(['men', 'women', 'children', 'all'], { minLength: 2 });
    const shared = fc.array(fc.shuffledSubarray(['rate', 'share', 'of']), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(own, shared, fc.boolean(), fc.nat(), (words, around, isLevelAtEnds, turn) => {
        const printed = words.map((word, index) => {
          const others = around[index] ?? [];
          return (isLevelAtEnds ? [...others, word] : [word, ...others]).join(' ');
        });
        const text = sideBySide(printed, isLevelAtEnds);
        const by = 1 + (turn % (printed.length - 1));
        const turned = [...printed.slice(by), ...printed.slice(0, by)];
        expect(isRead(text, turned)).not.toBe(true);
        if (new Set(printed.map((header) => header.split(' ').length)).size === 1) {
          expect(isRead(text, printed)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
