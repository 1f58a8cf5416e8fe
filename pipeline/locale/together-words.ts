/** What the tables that hold all observations together, and their own columns, are called beside English. */
interface Words {
  readonly title_kk: string;
  readonly title_ru: string;
  readonly description_kk: string;
  readonly description_ru: string;
}

/** By the name of the table or the column. */
export const TOGETHER_WORDS: Readonly<Record<string, Words>> = {
  observations: {
    title_kk: 'Барлық мәндер бір кестеде',
    title_ru: 'Все значения в одной таблице',
    description_kk:
      'Мәндер кестелерінің барлығы бір кестеде, әр мән бір жолда, барлық өлшемдерімен, бірлігімен, мәртебесімен және атауларымен. Кестеде жоқ өлшемде бөлінбегендіктің коды тұрады. Ішінде жиынтықтар да бар.',
    description_ru:
      'Все таблицы значений в одной, по значению в строке, со всеми измерениями, единицей, статусом и названиями. В измерении, которого у таблицы нет, стоит код «без разбивки». Итоги тоже здесь.',
  },
  observations_leaf: {
    title_kk: 'Жиынтықсыз барлық мәндер',
    title_ru: 'Все значения без итогов',
    description_kk:
      'Барлық мәндер кестесі, бірақ жиынтықсыз: бір кестенің бір жылғы саналған мәндерін қосса, әрқайсысы бір рет қосылады.',
    description_ru:
      'Таблица всех значений, но без итогов: при сложении посчитанных значений одной таблицы за год каждое входит один раз.',
  },
  dataset: {
    title_kk: 'Кесте',
    title_ru: 'Таблица',
    description_kk: 'Мән алынған кестенің аты.',
    description_ru: 'Имя таблицы, из которой взято значение.',
  },
  series: {
    title_kk: 'Қатар',
    title_ru: 'Ряд',
    description_kk:
      'Жылдан басқа кілт кодтары, нүктемен қосылған; бір жолда бірнеше мән болса, соңында баған аты тұрады.',
    description_ru: 'Коды ключа без года через точку; если в строке несколько значений, за ними имя столбца.',
  },
  value: {
    title_kk: 'Мән',
    title_ru: 'Значение',
    description_kk: 'Басылған мән, өз бірлігімен және басылған ондық таңбаларымен.',
    description_ru: 'Напечатанное значение в своей единице, с напечатанными десятичными знаками.',
  },
  unit: {
    title_kk: 'Өлшем бірлігі',
    title_ru: 'Единица',
    description_kk: 'Мән өлшем бірлігінің коды.',
    description_ru: 'Код единицы значения.',
  },
  is_total: {
    title_kk: 'Жиынтық па',
    title_ru: 'Итог ли это',
    description_kk: 'Мән өз кестесінің кемінде бір өлшемі бойынша бүтінді білдірсе, true.',
    description_ru: 'true, если значение хотя бы по одному измерению своей таблицы означает целое.',
  },
  observation_id: {
    title_kk: 'Мәннің аты',
    title_ru: 'Имя значения',
    description_kk: 'Кесте мен кілт кодтары; барлық мәндердің ішінде бірегей.',
    description_ru: 'Таблица и коды ключа; единственное среди всех значений.',
  },
};

/** What is said of every key: which code stands where a table does not have it. */
export const WHOLE_WORDS = {
  kk: 'Кестеде бұлай бөлінбесе, бүтіннің коды тұрады.',
  ru: 'Если таблица так не разбита, стоит код целого.',
} as const;
