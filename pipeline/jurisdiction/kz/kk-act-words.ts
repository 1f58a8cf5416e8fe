import { KK_ENDINGS as ENDINGS, kkProse } from '../../locale/kk.ts';
import type { ActWords } from '../legal-language.ts';

/** The parts of an act; `к`, `п` and `қ` soften before a vowel (`бап`, `бабы`). The short forms take no endings. */
const PARTS = `(?:(?:ба[бп]|тарма[ғқ]|тармақша|бөлі[гк]|тарау|бөлім)${ENDINGS}|б|т)`;

/** What regulates: its stem, with the possessive that says whose it is, and the cases behind that. */
const OWNED_ACTS =
  '(?:Заң(?:дар)?ы|[Кк]одекс(?:тер)?і|[Ққ]аулы(?:лар)?(?:ы|сы)|[Жж]арлы(?:ғы|қтары)|[Бб]ұйры(?:ғы|қтары)|Конституциясы)(?:н[ыі]ң|н[ае]|н|нд[ае]н?|н[ае]н|мен)?';

const FIELDS =
  'Қылмыстық|Азаматтық|Еңбек|Салық|Кеден|Бюджет|Жер|Су|Орман|Экологиялық|Кәсіпкерлік|процестік|Қылмыстық-процестік|Қылмыстық-атқару';

const JOINING = [...kkProse.conjunctions].join('|');

const forms = (stems: string): RegExp => new RegExp(`^(?:${stems})${ENDINGS}$`);

/** Words for legal acts, for their parts and for what stands around them in Kazakh running text. */
export const kkActWords: ActWords = {
  ...kkProse,
  acts: [
    {
      word: forms('[Кк]одекс'),
      before: new RegExp(`^(?:${FIELDS})$`),
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
  owned: [
    {
      word: new RegExp(`^${OWNED_ACTS}$`),
      behind: new RegExp(
        `(?:[ндт][ыі]ң|[дт](?:ағы|егі)|[\\d"(),;:–-]|[IVX]|^[("]*(?:ҚР|Үкімет|бірлескен|нормативтік|Конституциялық|${FIELDS}|${JOINING}))$`,
        'i',
      ),
    },
    {
      word: new RegExp(`^\\d+(?:-\\d+)*-(?:ба[бп]|тарма[ғқ]|тармақша|бөлі[гк]|бөлім)${ENDINGS}$`),
      behind: new RegExp(`(?:[ндт][ыі]ң|["…(),;:–-]|^(?:\\d+-бабы|${JOINING}))$`),
    },
    {
      word: /^Конституциялық$/,
      behind: new RegExp(
        `(?:[дт](?:ағы|егі)|["(),.;:–-]|^(?:ҚР|осы|аталған|бұл|жаңа|сондай-ақ|${JOINING}))$`,
        'i',
      ),
    },
    // A part without its number does not stand behind another; an act has parts, a state has none.
    {
      word: new RegExp(`^(?:бабы|тармағы|тармақшасы|бөлігі)${ENDINGS}$`),
      behind: /^(?!\d+(?:-\d+)*-\p{L}|ҚР$)/u,
    },
  ],
  strays: [
    // An act that says of nothing whose it is was named before, or is named by its title.
    {
      word: /^Заң(?:да|ға|ды|ның|нан|мен)$/,
      behind: new RegExp(
        `(?:["(),.;:–-]|^[("]*(?:ҚР|осы|аталған|бұл|сол|жаңа|Конституциялық|${JOINING}))$`,
        'i',
      ),
    },
  ],
  ownedByAct: forms('жоба'),
  titleEnd: 'туралы',
  state: 'ҚР',
  notBehindState: new Set(['қабылданды', 'қабылданған', 'қабылдануымен', 'шеңберінде']),
};
