import { kkQuantities } from './kk-quantities.ts';
import { kkSeries } from './kk-series.ts';
import type { Language, ProseWords } from './language.ts';

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

/** Kazakh: decimal comma; the cases in which year and month stand after a number (`1 жылдан 7 айға дейін`). */
export const kk: Language = {
  decimalSign: ',',
  months: new Map([
    ['жыл', 12],
    ['жылдан', 12],
    ['жылға', 12],
    ['ай', 1],
    ['айдан', 1],
    ['айға', 1],
  ]),
  prose: kkProse,
  quantities: kkQuantities,
  series: kkSeries,
};
