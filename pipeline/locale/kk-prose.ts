import type { ProseWords } from './prose-words.ts';

/** Plural, possessive and case behind a noun: `Заң` + `дары` + `на`, `бап` + `тарының`. */
export const KK_ENDINGS =
  '(?:[лдт][ае]р)?(?:с?[ыі]ң?)?(?:[ндт][ыі]ң|[ндт][ыі]|н?[дт][ае]н?|[нғгқк][ае]|н[ае]н|[мбп]ен|н|а|е)?';

/** Words and cases by which Kazakh words belong together. */
export const kkProse: ProseWords = {
  owner: /[ндт][ыі]ң$/,
  conjunctions: new Set(['және', 'мен', 'бен', 'пен']),
  governs: new Map([
    ['сәйкес', /[ае]$/],
    ['бекітілген', /(?:[мбп]ен|[дт][ае])$/],
    ['мақұлданған', /[мбп]ен$/],
  ]),
};
