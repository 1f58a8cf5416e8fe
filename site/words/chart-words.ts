/** Words of the charts: Kazakh, Russian, English. */
export const CHART_WORDS = {
  compare: ['Салыстыру', 'Сравнить', 'Compare'],
  savePng: ['Сурет (PNG)', 'Картинка (PNG)', 'Picture (PNG)'],
  saveSvg: ['Сурет (SVG)', 'Картинка (SVG)', 'Picture (SVG)'],
  saveCsv: ['Диаграмма деректері (CSV)', 'Данные графика (CSV)', 'Data of the chart (CSV)'],
  saveSource: [
    'Дереккөз: {title}. Деректер {version}, {licence}.',
    'Источник: {title}. Данные {version}, {licence}.',
    'Source: {title}. Data {version}, {licence}.',
  ],
  readoutHint: [
    'Мәндерді көру үшін меңзерді диаграммаға апарыңыз немесе оны түртіңіз; нүктені басса, дереккөзі ашылады.',
    'Наведите или нажмите на график, чтобы увидеть значения; нажатие на точку открывает источник.',
    'Point at the chart or touch it to read its values; a press on a point opens its source.',
  ],
  mapRanking: ['Реті бойынша', 'По порядку', 'In order'],
  mapPlay: ['Жылдар бойынша жүргізу', 'Показать по годам', 'Play the years'],
  view: ['Көрсету', 'Показать', 'Show'],
  viewPrinted: ['басылған мәндер', 'значения как напечатаны', 'values as printed'],
  viewIndex: ['индекс', 'индекс', 'index'],
  viewBase: ['100 болатын жыл', 'год, принятый за 100', 'Year that is 100'],
  indexUnit: ['индекс, {year} = 100', 'индекс, {year} = 100', 'index, {year} = 100'],
  logScale: ['логарифмдік масштаб', 'логарифмический масштаб', 'logarithmic scale'],
  scaleShared: ['Бір масштабпен көрсету', 'Показать в одном масштабе', 'Put on one scale'],
  scaleOwn: [
    'Әрқайсысын өз масштабымен көрсету',
    'Показать каждый в своем масштабе',
    'Give each its own scale',
  ],
  embed: ['Өз бетіңізге қою', 'Вставить на свою страницу', 'Embed in a page'],
} as const;
