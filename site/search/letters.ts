/** Letters that are written in more than one: digraphs of transliterations first, so that `shch` is no `s` and `hch`. */
const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'sh'],
  [/zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ts/g, 'c'],
  [/y([aeou])/g, '$1'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/y/g, 'i'],
];

/** Letters whose sign falls away with their accents, though it says more than an accent. */
const LATIN: Readonly<Record<string, string>> = { ş: 'sh', ç: 'ch', ı: 'i', ß: 'ss' };

/** Letters of Kazakh that keyboards and old typesetting lack, as people then write them. */
const WITHOUT_KAZAKH: Readonly<Record<string, string>> = {
  ...{ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', i: 'и', ё: 'е' },
};

const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch' },
  ...{ ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'u', я: 'a' },
};

/**
 * A word of Cyrillic letters as it is typed where the letters of Kazakh are missing; other words stay.
 *
 *     plainCyrillic('жұмыссыздық')   // 'жумыссыздык'
 */
export function plainCyrillic(word: string): string {
  return /[а-яёәғқңөұүһі]/u.test(word)
    ? word.replace(/[әғқңөұүһіiё]/gu, (letter) => WITHOUT_KAZAKH[letter] ?? letter)
    : word;
}

/**
 * A word in one spelling for all alphabets and transliterations, for comparing only.
 *
 *     spelling('Қарағанды') === spelling('Qaraghandy')   // 'karagandi'
 *     spelling('Шымкент') === spelling('Shymkent')       // 'shimkent'
 */
export function spelling(word: string): string {
  const small = word.toLowerCase();
  const latin = plainCyrillic(small)
    .replace(/[а-я]/gu, (letter) => CYRILLIC[letter] ?? letter)
    .replace(/[şçıß]/g, (letter) => LATIN[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const one = DIGRAPHS.reduce((text, [sound, letter]) => text.replace(sound, letter), latin);
  return one.replace(/([a-z])\1+/g, '$1');
}
