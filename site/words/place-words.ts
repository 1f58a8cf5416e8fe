/** Words of the pages of places and of indicators: Kazakh, Russian, English. */
export const PLACE_WORDS = {
  places: ['Өңірлер', 'Регионы', 'Regions'],
  placeProfile: ['Өңір туралы барлық кестелер', 'Все таблицы о регионе', 'All tables about the region'],
  placeLead: [
    'Кестелердегі осы өңірге қатысты барлық қатар: соңғы басылған мәні, өңірлер арасындағы орны (1 — ең үлкен мән, теңдері орынды бөліседі) және жылдар бойы өзгеруі. Санды басып, дереккөзін көріңіз.',
    'Все ряды таблиц об этом регионе: последнее напечатанное значение, место среди регионов (1 — наибольшее значение, равные делят место) и ход по годам. Нажмите на число, чтобы увидеть источник.',
    'Every series of the tables about this region: the last value that is printed, its rank among the regions (1 is the greatest value, equal ones share a place) and its course over the years. Press a number to see its source.',
  ],
  wholeLead: [
    'Өңірлер бойынша берілген кестелердің бүкіл аумаққа қатысты қатарлары: соңғы басылған мәні және жылдар бойы өзгеруі. Санды басып, дереккөзін көріңіз.',
    'Ряды таблиц по регионам обо всей территории: последнее напечатанное значение и ход по годам. Нажмите на число, чтобы увидеть источник.',
    'The series of the tables by region for the whole territory: the last value that is printed and its course over the years. Press a number to see its source.',
  ],
  seriesColumn: ['Қатар', 'Ряд', 'Series'],
  lastValue: ['Соңғы мән', 'Последнее значение', 'Last value'],
  firstValue: ['Бірінші мән', 'Первое значение', 'First value'],
  rank: ['Орны', 'Место', 'Rank'],
  rankOf: ['{n} / {all}', '{n} из {all}', '{n} of {all}'],
  rankShared: ['{n}–{last} / {all}', '{n}–{last} из {all}', '{n}–{last} of {all}'],
  trend: ['Өзгеруі', 'Ход', 'Course'],
  ownErrata: ['Осы сандардың қайшылықтары', 'Противоречия в этих числах', 'Contradictions in these numbers'],
  sharedErrata: [
    'Осы сандар қатысатын қайшылықтар',
    'Противоречия, в которых участвуют эти числа',
    'Contradictions that these numbers take part in',
  ],
  otherPlaces: ['Басқа өңірлер', 'Другие регионы', 'Other regions'],
  moreFrom: ['Осы қосымшадан тағы', 'Еще из этого приложения', 'More from this annex'],
  inDataset: ['Кестедегі орны', 'В таблице', 'In its table'],
  indicators: ['Көрсеткіштер', 'Показатели', 'Indicators'],
  valuesByYear: ['Жылдар бойынша мәндер', 'Значения по годам', 'Values by year'],
} as const;
