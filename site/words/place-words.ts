/** Words of the pages of places and of indicators: Kazakh, Russian, English. */
export const PLACE_WORDS = {
  places: ['Өңірлер', 'Регионы', 'Regions'],
  placeProfile: ['Өңір туралы барлық кестелер', 'Все таблицы о регионе', 'All tables about the region'],
  placeLead: [
    'Кестелердегі осы өңірге қатысты барлық қатар: соңғы басылған мәні, өңірлер арасындағы орны (1 — ең үлкен мән) және жылдар бойы өзгеруі. Санды басып, дереккөзін көріңіз.',
    'Все ряды таблиц об этом регионе: последнее напечатанное значение, место среди регионов (1 — наибольшее значение) и ход по годам. Нажмите на число, чтобы увидеть источник.',
    'Every series of the tables about this region: the last value that is printed, its rank among the regions (1 is the greatest value) and its course over the years. Press a number to see its source.',
  ],
  wholeLead: [
    'Кестелердегі осы тұтас аумаққа қатысты барлық қатар: соңғы басылған мәні және жылдар бойы өзгеруі. Санды басып, дереккөзін көріңіз.',
    'Все ряды таблиц обо всей этой территории: последнее напечатанное значение и ход по годам. Нажмите на число, чтобы увидеть источник.',
    'Every series of the tables about this whole territory: the last value that is printed and its course over the years. Press a number to see its source.',
  ],
  seriesColumn: ['Қатар', 'Ряд', 'Series'],
  lastValue: ['Соңғы мән', 'Последнее значение', 'Last value'],
  firstValue: ['Бірінші мән', 'Первое значение', 'First value'],
  rank: ['Орны', 'Место', 'Rank'],
  rankOf: ['{n} / {all}', '{n} из {all}', '{n} of {all}'],
  trend: ['Өзгеруі', 'Ход', 'Course'],
  ownErrata: [
    'Осы өңір сандарының қайшылықтары',
    'Противоречия в числах этого региона',
    'Contradictions in this region’s numbers',
  ],
  sharedErrata: [
    'Осы өңірдің сандары қатысатын қайшылықтар',
    'Противоречия, в которых участвуют числа этого региона',
    'Contradictions that numbers of this region take part in',
  ],
  otherPlaces: ['Басқа өңірлер', 'Другие регионы', 'Other regions'],
  moreFrom: ['Осы қосымшадан тағы', 'Еще из этого приложения', 'More from this annex'],
  inDataset: ['Кестедегі орны', 'В таблице', 'In its table'],
  indicators: ['Көрсеткіштер', 'Показатели', 'Indicators'],
  valuesByYear: ['Жылдар бойынша мәндер', 'Значения по годам', 'Values by year'],
} as const;
