import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InkToken } from '../../../pipeline/extract/layout/ink.ts';
import { printedLines } from '../../../pipeline/extract/layout/lines.ts';
import type { Glyph } from '../../../pipeline/extract/pdf/drawing/ink.ts';
import { PLAIN_FONT } from '../../../pipeline/extract/pdf/drawing/ink.ts';
import { withMarksOnLetters } from '../../../pipeline/extract/pdf/drawing/letters.ts';
import { tokensOf } from '../../../pipeline/extract/pdf/tokens.ts';

interface Setting {
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  /** Extra distance between letters, in points. */
  readonly spacing?: number;
  /** Whether spaces are drawn as glyphs; else they are gaps. */
  readonly spaces?: boolean;
}

/** Letters half an em wide, one after the other; a space is a quarter of an em. */
function set(text: string, { x = 0, y = 0, size = 10, spacing = 0, spaces = true }: Setting = {}): Glyph[] {
  const glyphs: Glyph[] = [];
  let pen = x;
  for (const letter of text) {
    const blank = letter === ' ';
    const width = blank ? size / 4 : size / 2;
    if (!blank || spaces)
      glyphs.push({
        text: letter,
        x: pen,
        y,
        width,
        size,
        font: PLAIN_FONT,
        blank,
        object: 0,
        mark: -1,
        hidden: undefined,
        remark: undefined,
      });
    pen += width + spacing;
  }
  return glyphs;
}

/** The tokens of each line, which are shown with a space before those that are not joined. */
const linesOf = (glyphs: readonly Glyph[]): (readonly InkToken[])[] =>
  printedLines(tokensOf({ glyphs, rules: [] })).map(({ tokens }) => tokens);
const read = (glyphs: readonly Glyph[]): string[] =>
  linesOf(glyphs).map((tokens) =>
    tokens.map(({ text, joined }, index) => (joined || index === 0 ? text : ` ${text}`)).join(''),
  );
const raisedOf = (glyphs: readonly Glyph[]): string[] =>
  linesOf(glyphs).flatMap((tokens) =>
    tokens.filter(({ print }) => print.stands !== 'level').map(({ text }) => text),
  );

describe('lines', () => {
  // Words of one letter with gaps for spaces could as well be a word that was spread.
  const word = fc.stringMatching(/^[a-z0-9,]{2,6}$/);
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

  it('come out in reading order whatever the order of drawing, with spaces drawn or not', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (texts, spaces, keys) => {
          const glyphs = texts.flatMap((text, index) => set(text, { x: 3 * index, y: 12 * index, spaces }));
          const shuffled = glyphs
            .map((glyph) => ({ glyph, key: keys.next().value ?? 0 }))
            .sort((one, other) => one.key - other.key)
            .map(({ glyph }) => glyph);
          expect(read(shuffled)).toEqual(texts);
        },
      ),
    );
  });

  it('take spread letters for words where every letter is spread', () => {
    expect(read(set('16 909,8', { spacing: 2 }))).toEqual(['16 909,8']);
    expect(read(set('spread letters', { spacing: 3 }))).toEqual(['spread letters']);
  });

  it('part numbers that stand close but not next to each other', () => {
    expect(read([...set('101,5'), ...set('99,1', { x: 27 })])).toEqual(['101,5 99,1']);
  });

  it('glue a mark to its number that is as large as the number, only raised', () => {
    const marked = [...set('67112'), ...set('2)', { x: 25.5, y: -3.3 })];
    expect([read(marked), raisedOf(marked)]).toEqual([['671122)'], ['2)']]);
    const bare = [...set('67112'), ...set('25', { x: 25.5, y: -3.3 })];
    expect([read(bare), raisedOf(bare)]).toEqual([['6711225'], ['25']]);
  });

  it('are marks where they touch text as large as they are and stand higher, letters too', () => {
    for (const mark of ['1', 'a', 'a,b', '*', '12)']) {
      const marked = [...set('Hill'), ...set(mark, { x: 20, y: -4.9 })];
      expect([read(marked), raisedOf(marked)]).toEqual([[`Hill${mark}`], [mark]]);
    }
    const behind = [...set('7'), ...set('a,b', { x: 5.2, y: -4.9 })];
    expect(raisedOf(behind)).toEqual(['a,b']);
    // A value set in the middle beside a label of two lines stands apart from it.
    expect(raisedOf([...set('Hill'), ...set('12', { x: 23, y: -6 }), ...set('and', { y: -12 })])).toEqual([]);
    expect(raisedOf([...set('Hill'), ...set('word', { x: 20, y: -4.9 })])).toEqual([]);
  });

  it('are not parted by a space that takes no room: the next letter is drawn over it', () => {
    const glyphs = [...set('3'), ...set(' ', { x: 5 }), ...set('4', { x: 5 }), ...set(' ', { x: 10 })];
    expect(read([...glyphs, ...set('5', { x: 10 })])).toEqual(['345']);
    // One that takes room beside one that does not is a space.
    const spaced = [...set('12'), ...set(' ', { x: 10 }), ...set(' ', { x: 10 }), ...set('345', { x: 12.5 })];
    expect(
      linesOf(spaced)
        .flat()
        .map(({ text, spaced: isSpaced }) => [text, isSpaced]),
    ).toEqual([
      ['12', false],
      ['345', true],
    ]);
  });

  it('print a letter once that was drawn twice to look bold', () => {
    expect(read([...set('bold'), ...set('bold', { x: 0.3 })])).toEqual(['bold']);
  });

  it('compose decomposed letters, on whichever side their marks were drawn', () => {
    const letters = set('мии');
    const breve = (x: number): Glyph => ({
      text: '\u0306',
      x,
      y: 0,
      width: 0,
      size: 10,
      blank: false,
      font: PLAIN_FONT,
      object: 0,
      mark: -1,
      hidden: undefined,
      remark: undefined,
    });
    const drawnAfter = [...letters.slice(0, 2), breve(10), ...letters.slice(2)];
    expect(read(withMarksOnLetters(drawnAfter))).toEqual(['мйи']);
    expect(read(withMarksOnLetters([...letters, breve(12)]))).toEqual(['мий']);
    expect(read(withMarksOnLetters([...set('имм'), breve(3)]))).toEqual(['ймм']);
    expect(read(withMarksOnLetters([breve(12), ...set('мми')]))).toEqual(['ммй']);
  });

  it('drop what has no ink and resolve ligatures', () => {
    expect(
      read([
        {
          text: '\u200bﬁ\u00adx',
          x: 0,
          y: 0,
          width: 9,
          size: 10,
          font: PLAIN_FONT,
          blank: false,
          object: 0,
          mark: -1,
          hidden: undefined,
          remark: undefined,
        },
      ]),
    ).toEqual(['fi\u00adx']);
  });
});

describe('superscripts', () => {
  it('are glued to the number they follow, even across a hair space', () => {
    const marked = [...set('8962,0'), ...set('3)', { x: 31.5, y: -4, size: 7 })];
    expect(read(marked)).toEqual(['8962,03)']);
    expect(raisedOf(marked)).toEqual(['3)']);
  });

  it('go on with the text behind them', () => {
    const marked = [...set('share'), ...set('1)', { x: 25, y: -4, size: 7 }), ...set(', percent', { x: 32 })];
    expect(read(marked)).toEqual(['share1), percent']);
    expect(raisedOf(marked)).toEqual(['1)']);
  });

  it('stand apart at the start of a footnote', () => {
    const note = [...set('1)', { y: -4, size: 7 }), ...set('Note', { x: 10 })];
    expect(read(note)).toEqual(['1) Note']);
    expect(raisedOf(note)).toEqual(['1)']);
  });

  it('are told from a subscript, from small print and from the line above', () => {
    expect(raisedOf([...set('CO'), ...set('2', { x: 10, y: 2, size: 7 })])).toEqual([]);
    expect(raisedOf([...set('text'), ...set('small', { x: 20.5, size: 7 })])).toEqual([]);
    expect(raisedOf([...set('text', { y: 12 }), ...set('above', { size: 9 })])).toEqual([]);
  });
});
