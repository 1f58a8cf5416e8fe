import type { CalendarWords } from './quantity-words.ts';

const year = '(?:оқу )?жыл';

/** A half or a quarter of a year: `1-жартыжылдық`, `бірінші жартыжылдық`, `III тоқсан`. */
const partOfYear = (names: readonly string[], noun: string): readonly CalendarWords['parts'][number][] =>
  names.map((name, index) => {
    const length = 12 / names.length;
    return {
      words: new RegExp(`^\\s(?:${name})[-\\s]\\s?${noun}`, 'u'),
      months: [index * length + 1, (index + 1) * length],
    };
  });

/** Times in Kazakh. */
export const kkCalendar: CalendarWords = {
  months: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  and: 'және|мен|пен',
  yearWord: /(?:оқу )?жыл\p{L}*|жж?\./u,
  yearForms: [
    { form: 'named', words: new RegExp(`^${year}(?:дарға|ға) арналған`, 'u') },
    { form: 'until', words: /^жылға дейін(?:гі кезең\p{L}*)?(?!\p{L})/u },
    { form: 'named', words: /^жылға дейінгі/u },
    { form: 'target', words: /^жылға қарай/u },
    { form: 'since', words: /^жыл(?:дан|дың(?: \p{L}+){1,2}[нд]ан) (?:бастап|бері)/u },
    { form: 'since', words: /^жылдан/u },
    { form: 'span', words: new RegExp(`^(?:${year}дар|оқу жыл|жж\\.)`, 'u') },
    { form: 'of', words: /^жылғы/u },
    { form: 'short', words: /^ж\./u },
    // 2011 жылы 111 орында болған Қазақстан: tells which, not when
    { form: 'named', words: /^жылы (?:[\p{L}\d]+ ){1,3}болған \p{L}/u },
    { form: 'at', words: /^жыл/u },
  ],
  dateForms: [
    { form: 'at', words: /^\p{L}+[дт][ае][ғг][ыі]\s+жағдай/u },
    { form: 'dated', words: /^\p{L}+[дт][ае][ғг][ыі](?!\p{L})/u },
    { form: 'since', words: /^\p{L}+ айынан/u },
    { form: 'effective', words: /^\p{L}+[дтн][ае]н (?:бастап|бері)/u },
    // қаңтарға дейін зейнеткерлікке шыққандарға: tells who, not when
    { form: 'named', words: /^\p{L}+ дейін (?:\p{L}+ )?\p{L}+[қғкг][ае]н/u },
    { form: 'until', words: /^\p{L}+(?:[ғгқк][ае]|на|не) дейін/u },
    { form: 'at', words: /^\p{L}+/u },
  ],
  schoolYear: /оқу жыл/u,
  parts: [
    ...partOfYear(['1|і|бірінші', '2|іі|екінші'], 'жарты'),
    ...partOfYear(['1|і|бірінші', '2|іі|екінші', '3|ііі|үшінші', '4|іv|төртінші'], 'тоқсан'),
    ...Array.from({ length: 11 }, (_, index) => ({
      words: new RegExp(`^\\s(?:алғашқы )?${index + 1} ай`, 'u'),
      months: [1, index + 1] as const,
    })),
    { words: /^\s(?:тиісті|осындай|ұқсас|сәйкес) кезең/u, months: null },
    { words: /^\s(?:басы|соңы|аяғы|ортасы|екінші жартысы|жазы|күзі|қысы|көктемі)/u, months: null },
    { words: /^\s(?:\p{L}+ )?(?:тоқсан|жартыжыл|айы(?:нда|ның|на))/u, months: null },
    { words: /^\s(?:және|мен|пен)\s\p{L}+ (?:айлары\s)?аралығы/u, months: null },
  ],
  // жұмыс істейтін, тұратын
  describes: /[аеий]т[ыі]н(?!\p{L})/u,
  // қабылдады, өткізілген; not 49,6 %-ды, which is no verb
  endsClause: /\p{L}(?:[дт][ыі]|[ғқгк][ае]н)$/u,
  between: /^\sаралығы/u,
  comparison: /^\s(?:[\p{L}-]+\s){0,3}?(?:қарағанда|салыстырғанда|кезеңіне қатысты)(?!\p{L})/u,
};
