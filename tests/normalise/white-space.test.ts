import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../pipeline/normalise/normalise.ts';
import { SAME, sourceOf } from '../project.ts';
import { tablesOfEachKind } from '../some-tables.ts';

const { annexes, outcomeOf, document } = tablesOfEachKind;

/** A source of choices that a property draws anew for each text: a number from 0 to 1 at each call. */
const choices = fc.integer({ min: 1, max: 0xffff_ffff }).map((seed) => {
  let state = seed;
  return (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
});

/** Holds that a change to the annexes, however it is chosen, changes nothing of what they say. */
function saysTheSame(change: (text: string, choose: () => number) => string): void {
  fc.assert(
    fc.property(choices, (choose) => {
      const changed = change(annexes, choose);
      expect(changed).not.toBe(annexes);
      expect(outcomeOf(changed)).toEqual(SAME);
    }),
    { numRuns: 2 },
  );
}

const some = <T>(of: readonly T[], choose: () => number): T | undefined =>
  of[Math.floor(choose() * of.length)];

describe('the annexes say the same', () => {
  it('when their lines are wrapped anew at any white space', () => {
    saysTheSame((text, choose) =>
      text.replace(/\s+/g, (space) => (choose() < 0.3 ? (some(['\n', ' '], choose) ?? space) : space)),
    );
  });

  it('when all their white space is one kind', () => {
    for (const space of [' ', '\n', '\n\n', '\n\n\n\n', '\t', '  ']) {
      expect(outcomeOf(annexes.trim().replace(/\s+/g, space))).toEqual(SAME);
    }
  });

  it('when lines are joined', () => {
    saysTheSame((text, choose) => text.replace(/\n+/g, (lines) => (choose() < 0.2 ? ' ' : lines)));
  });

  it('when page breaks move anywhere between lines', () => {
    saysTheSame((text, choose) =>
      text.replace(/\n{4}/g, '\n').replace(/\n/g, (line) => (choose() < 0.05 ? '\n\n\n\n' : line)),
    );
  });

  it('when pages are parted by form feeds', () => {
    saysTheSame((text, choose) =>
      text.replace(/\n{4}/g, '\n\f').replace(/\n/g, (line) => (choose() < 0.02 ? '\n\f' : line)),
    );
  });

  it('when empty lines are added or taken away', () => {
    saysTheSame((text, choose) =>
      text.replace(/\n+/g, (lines) => (choose() < 0.3 ? '\n' : `${lines}${choose() < 0.5 ? '\n' : ''}`)),
    );
  });

  it('when spaces at the ends of lines are stripped or added', () => {
    saysTheSame((text, choose) => text.replace(/ *$/gm, () => ' '.repeat(Math.floor(choose() * 3))));
    expect(outcomeOf(annexes.replace(/ +$/gm, ''))).toEqual(SAME);
  });

  it('when spaces are of any kind', () => {
    const spaces = ['\u00a0', '\u202f', '\u2009', '\u2007', '\u3000', '\t', '  '];
    saysTheSame((text, choose) =>
      text.replace(/ /g, (space) => (choose() < 0.3 ? (some(spaces, choose) ?? space) : space)),
    );
  });

  it('when hyphens, dashes and minus signs are exchanged', () => {
    const dashes = [...'-‐‑‒–—―−'];
    saysTheSame((text, choose) => text.replace(/[-–]/g, (dash) => some(dashes, choose) ?? dash));
  });

  it('when letters are exchanged for look-alikes of the other script', () => {
    const [cyrillic, latin] = ['АВСЕНІКМОРТХаеіорсух', 'ABCEHIKMOPTXaeiopcyx'];
    saysTheSame((text, choose) =>
      text.replace(/[АВСЕНІКМОРТХаеіорсух]/g, (letter) =>
        choose() < 0.3 ? latin.charAt(cyrillic.indexOf(letter)) : letter,
      ),
    );
  });

  it('when words are cut by soft hyphens', () => {
    saysTheSame((text, choose) =>
      text.replace(/\p{L}(?=\p{L})/gu, (letter) => (choose() < 0.1 ? `${letter}\u00ad` : letter)),
    );
  });

  it('when any label, title, heading or sentence is letter-spaced', () => {
    const { owned, cells } = normalise(sourceOf(annexes), document);
    expect(owned.length).toBeGreaterThan(100);
    saysTheSame((text, choose) => spreadLetters(text, choose, cells));
    expect(outcomeOf(annexes.replace(/\p{L}(?=\p{L})/gu, '$& '))).toEqual(SAME);
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['old Mac line ends', (text: string) => text.replaceAll('\n', '\r')],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
  ])('with %s', (_, change) => {
    expect(change(annexes)).not.toBe(annexes);
    expect(outcomeOf(change(annexes))).toEqual(SAME);
  });
});

/** Spreads the words of some lines; digits too, but not those of cells, where spaces mean something. */
function spreadLetters(
  text: string,
  choose: () => number,
  cells: readonly { readonly start: number; readonly end: number }[],
): string {
  const inCell = new Set(
    cells.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
  );
  let spreading = false;
  return [...text]
    .map((character, index) => {
      if (character === '\n') spreading = choose() < 0.3;
      const next = text.charAt(index + 1);
      return spreading &&
        !inCell.has(index) &&
        !inCell.has(index + 1) &&
        /\S/.test(character) &&
        /\S/.test(next)
        ? `${character} `
        : character;
    })
    .join('');
}
