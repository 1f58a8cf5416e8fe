import { kkCalendar } from './kk-calendar.ts';
import { kkUnits } from './kk-units.ts';
import type { QuantityWords } from './quantity-words.ts';

/** Plural, possessive and case behind a noun; an acronym takes them behind a hyphen. */
const ENDINGS =
  '-?(?:[лдт][ае]р)?(?:[сз]?[ыі])?(?:[нтд][ыі]ң|[ғгқк][ае]|н[ае]|[нтд][ыі]|н?[дт][ае](?:[ғгқк][ыі])?|[дтн][ае]н|[мбп]ен|н)?';

/** A number with a case or a possessive: `144 783-ті`, `16-сы`, `1530-ы`, `3 469-ының`, `20-ны`, `60-тан`. */
const NUMBER_ENDINGS =
  '(?:с?[ыі]н?)?(?:[нтд][ыі]ң|[ғгқк][ае]|н[ае]|[нтд][ыі]|н?[дт][ае]|[дтн][ае]н|[мбп]ен)?(?:сы|сі|ы|і)?';

const CASE = '(?:-?(?:[ғгқк][ае]|[дтн][ае]н|[нтд][ыі]))?';

/** Parts of acts as they stand behind a number and its hyphen. */
const PART = '(?:ба[бп]|бөлі[гк]|тармақша|тарма[қғ]|тарау|қосымша|ұсым)\\p{L}*';

/** Quantities in Kazakh running text. */
export const kkQuantities: QuantityWords = {
  calendar: kkCalendar,
  homoglyphs: new Map([
    ['i', 'і'],
    ['ı', 'і'],
    ['\u00a0', ' '],
  ]),
  endings: ENDINGS,
  plural: /[лдт][ае]р(?:$|[ыіғгқкднтмбп])/u,
  numberEndings: new RegExp(`^(?:${NUMBER_ENDINGS})$`, 'u'),
  ablative: /[дтн][ае]н$/u,
  magnitudes: [
    { prefix: 'thousand', words: new RegExp(`^мың${CASE}(?!\\p{L})`, 'u') },
    { prefix: 'million', words: new RegExp(`^(?:миллион${CASE}|млн\\.?${CASE})(?!\\p{L})\\.?`, 'u') },
    { prefix: 'billion', words: new RegExp(`^(?:миллиард${CASE}|млрд\\.?${CASE})(?![\\p{Ll}-])\\.?`, 'u') },
    { prefix: 'trillion', words: new RegExp(`^(?:триллион${CASE}|трлн\\.?${CASE})(?!\\p{L})\\.?`, 'u') },
  ],
  units: kkUnits,
  modifiers:
    /^(?:мектепке дейін|отбасын жоспарлау|балалар |тұрғын үй|жұмыс орын|құқық бұзушылық(?:тар)? профилактика|материалдық)/u,
  orMore: /^және (?:одан )?(?:да )?(?:үлкен|көп|жоғары)\s/u,
  moreThan: /^(?:астам\p{L}*|аса(?!\p{L})|кем емес)/u,
  about: /^жуы[қғ]\p{L}*/u,
  ofThem: /^(?:астам|жуы[қғ])ы/u,
  moreThanBefore: /(?:кемінде|кем дегенде)\s$/u,
  aboutBefore: /(?:шамамен)\s$/u,
  total: {
    before: /(?:^|[^\p{L}])жалпы (?:саны|сомасы|көлемі)[\s–-]{0,9}$/u,
    inClause: /(?:^|[^\p{L}])барлығы(?!\p{L})/u,
    opening: /(?:^|[^\p{L}])барлық /u,
    ending: /(?:саны\s[–\s]{0,9}|–\s)$/u,
  },
  plan: /жоспарлан|жоспарлы|көзделу|көзделіп/u,
  // әзірленетін болады, бағытталатын болады
  future: /[аеий]т[ыі]н болады(?!\p{L})/u,
  upTo: /^дейін(?:гі)?\s/u,
  ratios: [
    { unit: 'per_1000_births', words: /1 ?000 тірі туылған\p{L}*|туылған 1 ?000 бала\p{L}*/gu },
    { unit: 'per_100k_births', words: /100 (?:000|мың) тірі туылған\p{L}*/gu },
    { unit: 'per_1000_persons', words: /1 ?000 (?:адам|тұрғын)(?:ға|ына)(?: шаққанда)?/gu },
    { unit: 'per_100k_persons', words: /100 (?:000|мың) (?:адам|тұрғын)(?:ға|ына)(?: шаққанда)?/gu },
  ],
  rates: [
    // The funds ratio is the income of the richest tenth over that of the poorest.
    { unit: 'times', words: /қорлар коэффициенті\p{L}*/gu },
    { unit: 'rate', words: /ана(?:лар)? өлім(?:і|-жітімі)? (?:көрсеткіш|коэффициенті)\p{L}*/gu },
    { unit: 'rate', words: /(?:сәби|нәресте)(?:лер)? өлім(?:і|-жітімі)? (?:көрсеткіш|коэффициенті)\p{L}*/gu },
  ],
  shares: [{ of: 'percent', unit: 'percent_of_gdp', words: /жіө-?(?:ге|нің)(?: қарағанда| қатысты)?\s$/u }],
  notQuantities: [
    // 28, 31 және 35-баптарына; 119-1-бабына; 22-б. 1-т.; 4-бап. A hyphen without spaces has one way to be read. What
    // may be repeated has an end everywhere: else each of a thousand numbers in a row would be followed to the last.
    new RegExp(
      `(?<!\\d)\\d+(?:-\\d+){0,9}(?:(?:(?:,| және|\\s?–|\\s-)\\s?|-\\s)\\d+(?:-\\d+){0,9}){0,40}-\\s?(?:${PART}|[бт](?![\\p{L}]))`,
      'gu',
    ),
    // 134 б.
    /(?<!\d)\d+ [бт]\.(?=\s(?:\p{L}|\())/gu,
    // 1-1) – 5), 7) – 11) тармақшаларында
    /(?<!\d)\d+(?:-\d+)?\)(?:(?:,| және|\s?[–-])?\s?\d+(?:-\d+)?\)){0,40}\s?тармақша\p{L}*/gu,
    // 9-11 сыныптарда, 1 сыныптан бастап
    /(?<!\d)\d+(?:\s?[–-]\s?\d+)? сынып\p{L}*/gu,
    // 111 орында болған
    /(?<!\d)\d+ орында(?!\p{L})/gu,
    // 1402 бірыңғай хабарласу нөмірі; 150 телефоны
    /(?<!\d)\d+(?:[ -]\d+){0,12} (?:\p{L}{1,40} ){0,2}нөмір\p{L}*/gu,
    /(?<!\d)\d+(?:[ -]\d+){0,12} телефоны?(?!\p{L})/gu,
    // The Plan of the Nation is called by its hundred steps.
    /(?<!\d)\d+ нақты қадам/gu,
  ],
  abbreviations: /(?:^|[^\p{L}])(?:млн|млрд|трлн|жж?|б|т|ш|қ|бір|\p{L})$/u,
  countsOn: /^\s*(?:олардың|оның ішінде|олардың ішінде)(?!\p{L})/u,
  pronoun: /^(?:олар|оларда|олардың|онда|оның)(?!\p{L})/u,
  continuations: /^(?:оның ішінде|олардың ішінде|оның|олардың|олар|[^.]{0,40}бұл көрсеткіш)(?!\p{L})/u,
};
