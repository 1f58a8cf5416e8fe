import type { QuantityWords } from '../../../locale/quantity-words.ts';

/**
 * Lower case, homoglyphs undone; as long as the text, so that offsets hold in both.
 * A letter whose lower case is longer than one unit stays as it is.
 */
export function fold(text: string, { homoglyphs }: Pick<QuantityWords, 'homoglyphs'>): string {
  return [...text]
    .map((character) => {
      const lower = character.toLowerCase();
      const folded = homoglyphs.get(lower) ?? lower;
      return folded.length === character.length ? folded : character;
    })
    .join('');
}
