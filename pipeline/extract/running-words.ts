import { SETTINGS } from './settings.ts';

const WORD = /\p{L}\p{L}/u;
const LETTERS = /\p{L}/gu;

/** Whether what stands in a line is words as those of a text: no label of one word, no number. */
export function areRunningWords(texts: readonly string[]): boolean {
  const words = texts.filter((text) => WORD.test(text)).length;
  if (words < SETTINGS.wordsBeside.value) return false;
  const ink = texts.join('');
  const letters = ink.match(LETTERS)?.length ?? 0;
  return letters >= SETTINGS.lettersBeside.value && letters >= SETTINGS.letterShare.value * ink.length;
}
