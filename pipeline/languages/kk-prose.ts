import type { ProseWords } from './prose-words.ts';

/** Plural, possessive and case behind a noun: `Заң` + `дары` + `на`, `бап` + `тарының`. */
const ENDINGS =
  '(?:[лдт][ае]р)?(?:с?[ыі]ң?)?(?:[ндт][ыі]ң|[ндт][ыі]|н?[дт][ае]н?|[нғгқк][ае]|н[ае]н|[мбп]ен|н|а|е)?';

/** The parts of an act; `к`, `п` and `қ` soften before a vowel (`бап`, `бабы`). The short forms take no endings. */
const PARTS = `(?:(?:ба[бп]|тарма[ғқ]|тармақша|бөлі[гк]|тарау|бөлім)${ENDINGS}|б|т)`;

const forms = (stems: string): RegExp => new RegExp(`^(?:${stems})${ENDINGS}$`);

/** Words for legal acts, for their parts and for what stands around them in Kazakh running text. */
export const kkProse: ProseWords = {
  acts: [
    {
      word: forms('[Кк]одекс'),
      before:
        /^(?:Қылмыстық|Азаматтық|Еңбек|Салық|Кеден|Бюджет|Жер|Су|Орман|Экологиялық|Кәсіпкерлік|процестік|Қылмыстық-процестік|Қылмыстық-атқару)$/,
      needsBefore: false,
    },
    { word: forms('Заң'), before: /^Конституциялық$/, needsBefore: false },
    { word: forms('Конституция'), before: /^$/, needsBefore: false },
    { word: forms('[Ққ]аулы'), before: /^нормативтік$/, needsBefore: false },
    { word: forms('[Жж]арлы[ғқ]|[Бб]ұйры[ғқ]|[Хх]аттама'), before: /^$/, needsBefore: false },
    { word: forms('[Жж]оспар'), before: /^Ұлт$/, needsBefore: true },
  ],
  part: new RegExp(`^\\d+(?:-\\d+)*-${PARTS}$`),
  cutPart: new RegExp(`^${PARTS}$`),
  annex: new RegExp(`^\\d+-қосымша${ENDINGS}$`),
  owner: /[ндт][ыі]ң$/,
  ownedByAct: forms('жоба'),
  titleEnd: 'туралы',
  conjunctions: new Set(['және', 'мен', 'бен', 'пен']),
  state: 'ҚР',
  governs: new Map([
    ['сәйкес', /[ае]$/],
    ['бекітілген', /(?:[мбп]ен|[дт][ае])$/],
    ['мақұлданған', /[мбп]ен$/],
  ]),
};
