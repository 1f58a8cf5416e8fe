import { kkCalendar } from './kk-calendar.ts';
import type { SeriesLanguage } from './series-language.ts';

const FROM_ENDINGS = ['дан', 'ден', 'тан', 'тен', 'нан', 'нен'] as const;

/** Kazakh: how years, ages, case endings and the words of measure stand around the figures of running text. */
export const kkSeries: SeriesLanguage = {
  decimalSign: ',',
  yearWords: [
    ...['жыл', 'жылы', 'жылғы', 'жылдың', 'жылдан', 'жылға', 'жылмен', 'жылда', 'жылдар', 'жылдары'],
    ...['жылдарға', 'жылдардағы', 'ж.', 'жж.'],
    ...['оқу жылы', 'оқу жылында', 'оқу жылының', 'оқу жылдары'],
  ],
  yearLinks: ['-', '/', 'және'],
  months: kkCalendar.months,
  ageWords: ['жас', 'жаста', 'жастағы', 'жастан', 'жасқа', 'жасында', 'және одан үлкен жастағы'],
  actParts: ['б.', 'т.'],
  endings: [
    ...FROM_ENDINGS,
    ...['ға', 'ге', 'қа', 'ке', 'ына', 'іне', 'сына', 'сіне'],
    ...['ды', 'ді', 'ты', 'ті', 'ны', 'ні', 'ын', 'ін', 'сын', 'сін'],
    ...['ы', 'і', 'сы', 'сі', 'да', 'де', 'та', 'те'],
    ...['дың', 'дің', 'тың', 'тің', 'ның', 'нің', 'ының', 'інің', 'сының', 'сінің'],
  ],
  fromEndings: FROM_ENDINGS,
  counted: ['орын', 'мың', 'пайыз'],
  scales: [['мың'], ['млн', 'миллион'], ['млрд', 'миллиард'], ['трлн', 'триллион'], ['%', 'пайыз']],
  qualifiers: {
    moreThan: ['астам', 'астамы', 'астамын', 'аса'],
    about: ['жуық', 'жуығы'],
    aboutBefore: ['шамамен'],
    total: ['барлығы'],
    totalBefore: ['жалпы саны', 'жалпы сомасы'],
    parts: ['оның ішінде', 'олардың ішінде'],
    plan: ['жоспарлануда', 'жоспарлы', 'көзделіп отыр', 'жылға қарай'],
  },
};
