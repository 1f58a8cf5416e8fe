import { SETTINGS } from './settings.ts';

/** Whether what stands in a line is words as those of a text: no label of one word, no number. */
export function areRunningWords(texts: readonly string[]): boolean {
  const ink = texts.join('');
  const letters = ink.match(/\p{L}/gu)?.length ?? 0;
  const words = texts.filter((text) => /\p{L}\p{L}/u.test(text)).length;
  return (
    words >= SETTINGS.wordsBeside.value &&
    letters >= SETTINGS.lettersBeside.value &&
    letters >= SETTINGS.letterShare.value * ink.length
  );
}
