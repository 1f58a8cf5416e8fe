import fc from 'fast-check';

/** Halves of a pair of UTF-16, which are no characters. */
const HALVES = { from: 0xd800, to: 0xe000 };
const LAST = 0x10ffff;
const SKIPPED = HALVES.to - HALVES.from;

/**
 * Any character, for texts of all characters that there are. To make its own of these, `unit: 'binary'`, fast-check lists
 * them all, which takes a second and a hundred megabytes of each process.
 *
 *     fc.string({ unit: anyCharacter })
 */
export const anyCharacter: fc.Arbitrary<string> = fc.integer({ min: 0, max: LAST - SKIPPED }).map(
  (at) => String.fromCodePoint(at < HALVES.from ? at : at + SKIPPED),
  (text) => {
    const code = typeof text === 'string' ? text.codePointAt(0) : undefined;
    if (code === undefined || text !== String.fromCodePoint(code)) throw new Error('no character');
    return code < HALVES.from ? code : code - SKIPPED;
  },
);
