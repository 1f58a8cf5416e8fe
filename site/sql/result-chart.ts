import { type Answer, isNumeric } from './answer.ts';
import { chartOf } from './chart.ts';
import { type ChartChoice, choiceFor, kindsFor } from './chart-choice.ts';
import { drawingOf, swatchOf } from './drawing.ts';
import { made, type TableSetting } from './result-table.ts';
import { filled, type SqlWords } from './words.ts';

/** Shows the answer as a chart, with a choice of its columns; hides the place when there is nothing to draw. */
export function showChart(place: HTMLElement, answer: Answer, setting: TableSetting): void {
  const choice = choiceFor(answer);
  place.hidden = choice === undefined;
  place.replaceChildren();
  if (choice === undefined) return;
  const drawing = made('div', { class: 'sql-drawing' });
  const state = { choice };
  const draw = (): void =>
    drawing.replaceChildren(...drawn(answer, state.choice, place.clientWidth, setting));
  const choose = (change: Partial<ChartChoice>): void => {
    const next = { ...state.choice, ...change };
    const [kind = 'bar', ...others] = kindsFor(answer, next.x);
    // Another axis may admit other kinds; a kind that was chosen stays where it can.
    state.choice = { ...next, kind: [kind, ...others].includes(next.kind) ? next.kind : kind };
    showKinds(answer, state.choice, setting.words);
    draw();
  };
  place.append(choosers(answer, choice, choose, setting.words), drawing);
  draw();
  watchWidth(place, drawing, draw);
}

/** Draws again when the width has changed, for as long as this drawing is shown. */
function watchWidth(place: HTMLElement, drawing: HTMLElement, draw: () => void): void {
  const state = { width: place.clientWidth };
  const observer = new ResizeObserver(() => {
    if (!drawing.isConnected) return observer.disconnect();
    if (place.clientWidth === state.width) return;
    state.width = place.clientWidth;
    draw();
  });
  observer.observe(place);
}

function choosers(
  answer: Answer,
  choice: ChartChoice,
  choose: (change: Partial<ChartChoice>) => void,
  words: SqlWords,
): HTMLElement {
  const { columns } = answer;
  const all = columns.map(({ name }, at) => ({ name, value: String(at) }));
  const numbers = all.filter((_, at) => columns[at] !== undefined && isNumeric(columns[at]));
  const none = { name: words.chartNone, value: '' };
  const series = choice.series === undefined ? '' : String(choice.series);
  const row = made('div', { class: 'sql-choosers' });
  const kinds = kindsFor(answer, choice.x).map((value) => ({ name: words.chartKinds[value], value }));
  row.append(
    made('h3', {}, words.chart),
    chooser('sql-chart-value', words.chartValue, numbers, String(choice.y), (value) =>
      choose({ y: Number(value) }),
    ),
    chooser('sql-chart-axis', words.chartAxis, all, String(choice.x), (value) =>
      choose({ x: Number(value) }),
    ),
    chooser('sql-chart-series', words.chartSeries, [none, ...all], series, (value) =>
      choose({ series: value === '' ? undefined : Number(value) }),
    ),
    chooser('sql-chart-kind', words.chartKind, kinds, choice.kind, (value) =>
      choose({ kind: value === 'line' || value === 'dot' ? value : 'bar' }),
    ),
  );
  return row;
}

/** The kinds that the axis admits, in the field that offers them. */
function showKinds(answer: Answer, choice: ChartChoice, words: SqlWords): void {
  const field = document.getElementById('sql-chart-kind');
  if (!(field instanceof HTMLSelectElement)) return;
  const kinds = kindsFor(answer, choice.x);
  field.replaceChildren(...kinds.map((value) => made('option', { value }, words.chartKinds[value])));
  field.value = choice.kind;
}

function chooser(
  id: string,
  label: string,
  options: readonly { readonly name: string; readonly value: string }[],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const select = document.createElement('select');
  select.id = id;
  select.append(...options.map(({ name, value }) => made('option', { value }, name)));
  select.value = chosen;
  select.addEventListener('change', () => choose(select.value));
  const field = made('span', { class: 'sql-chooser' });
  field.append(made('label', { for: id }, label), ' ', select);
  return field;
}

function drawn(
  answer: Answer,
  choice: ChartChoice,
  room: number,
  { words, written, short }: TableSetting,
): readonly Element[] {
  const width = Math.max(260, Math.min(room, 900));
  const chart = chartOf(answer, choice, width, short);
  const name = (at: number): string => answer.columns[at]?.name ?? '';
  const svg = drawingOf(chart, filled(words.chartName, { value: name(choice.y), axis: name(choice.x) }));
  const legend = made('ul', { class: 'sql-legend' });
  legend.append(
    ...chart.legend.map((series, at) => {
      const entry = made('li', {});
      entry.append(swatchOf(at), series);
      return entry;
    }),
  );
  const left = made(
    'p',
    { class: 'sql-hint' },
    filled(words.chartLeftOut, { count: written(chart.leftOut) }),
  );
  return [svg, ...(chart.legend.length > 0 ? [legend] : []), ...(chart.leftOut > 0 ? [left] : [])];
}
