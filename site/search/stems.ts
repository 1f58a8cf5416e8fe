import type { Language } from '../catalogue/language.ts';
import { plainCyrillic } from './letters.ts';

/**
 * Endings of Russian words, so that one who writes «Южный» or «село» finds «Южно-Казахстанская» and «Сельская
 * местность».
 */
const RUSSIAN =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ием|ией|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ых|их|ым|им|ом|ем|ам|ям|ия|ию|ии|ию|а|я|о|е|ы|и|у|ю|ь|й)$/u;

/** The suffix that makes an adjective of a place: Казахстан, казахстан-ск-ий. */
const OF_A_PLACE = /ск$/u;

/**
 * Endings of Kazakh words as they are typed without the letters of Kazakh: cases, persons whom a thing belongs to,
 * plurals, and what makes adjectives. They stand one behind another: ауыл-дар-ы-нда.
 */
const KAZAKH =
  /(?:[ндт][ыи]н|[дт][ае]н|н[ае]н|[мбп]ен|нд[ае]|[гкн][ае]|[дт][ае]|[дтн][ыи]|[дтл][ае]р|с[ыи]|[дтл][ыи]к|[ыи])$/u;

/** Fewest letters that are left of a word. */
const SHORTEST = { russian: 3, kazakh: 4 } as const;

/**
 * A word without its endings, for comparing words of texts in its language only.
 *
 *     stemOf('южный', 'ru') === stemOf('южно', 'ru')           // 'южн'
 *     stemOf('ауылдарында', 'kk') === stemOf('ауылдық', 'kk')  // 'ауыл'
 *     stemOf('cities', 'en') === stemOf('city', 'en')          // 'city'
 */
export function stemOf(word: string, language: Language): string {
  if (/^[a-z]+$/.test(word)) return language === 'en' ? englishStem(word) : word;
  const plain = plainCyrillic(word);
  if (language === 'kk') return kazakhStem(plain);
  const bare = cut(cut(plain, RUSSIAN), OF_A_PLACE);
  return cut(bare, /ь$/u);
}

function englishStem(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<=[a-z]{3}[^s])s$/, '');
}

function kazakhStem(word: string): string {
  const left = word.replace(KAZAKH, '');
  return left === word || left.length < SHORTEST.kazakh ? word : kazakhStem(left);
}

function cut(word: string, ending: RegExp): string {
  const left = word.replace(ending, '');
  return left.length >= SHORTEST.russian ? left : word;
}
