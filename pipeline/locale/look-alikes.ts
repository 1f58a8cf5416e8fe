/**
 * Latin letters, dashes and quotes that print like another character, and the one they are folded to: text layers
 * mix `i` and `і`, hyphens, dashes and minus signs.
 */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs('ABCEHIKMOPTXYaceiopxyËë', 'АВСЕНІКМОРТХУасеіорхуЁё'),
  ...pairs('‐‑‒–—―−﹣－', '---------'),
  ...pairs('«»“”„‟″', '"""""""'),
  ...pairs('‘’‚‛′`´', "'''''''"),
]);

function pairs(from: string, to: string): [string, string][] {
  const target = [...to];
  return [...from].map((character, index) => [character, target[index] ?? character]);
}
