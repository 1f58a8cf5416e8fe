/**
 * Endings of Russian words, so that one who writes «Южный» or «село» finds «Южно-Казахстанская» and «Сельская
 * местность». The endings of Kazakh are many and stand one behind another: there words meet by how they begin.
 */
const ENDINGS =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ием|ией|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ом|ем|ам|ям|ия|ию|ии|ию|а|я|о|е|ы|и|у|ю|ь|й)$/u;

/** The suffix that makes an adjective of a place: Казахстан, казахстан-ск-ий. */
const OF_A_PLACE = /ск$/u;

/** Fewest letters that are left of a word. */
const SHORTEST = 3;

/**
 * A word without its ending, for comparing words of Russian and English texts only.
 *
 *     stemOf('южный') === stemOf('южно')        // 'южн'
 *     stemOf('село') === stemOf('сельская')     // 'сел'
 */
export function stemOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return word.replace(/ies$/, 'y').replace(/(?<=[a-z]{3}[^s])s$/, '');
  const bare = cut(cut(word.replaceAll('ё', 'е'), ENDINGS), OF_A_PLACE);
  return cut(bare, /ь$/u);
}

function cut(word: string, ending: RegExp): string {
  const left = word.replace(ending, '');
  return left.length >= SHORTEST ? left : word;
}
