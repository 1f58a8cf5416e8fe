import type { Printed, PrintedItem, PrintedTable } from './printed-annexes.ts';

/** A way to mark up what is printed. */
export interface Markup {
  /** Whether names of columns stand in `<th>` and the head in `<thead>`. */
  readonly hasHeads: boolean;
  /** What stands between the words of a label and its mark, and how a mark is written. */
  readonly mark: (mark: string) => string;
  /** A label, perhaps broken into lines. */
  readonly label: (label: string) => string;
  /** How a title stands above its table: in it, or before it. */
  readonly title: (title: string) => { readonly before: string; readonly within: string };
  /** Whether a heading stands beside its rows, in a cell that spans them, or above them. */
  readonly hasSpannedHeadings: boolean;
  /** Puts a table among what stands around it. */
  readonly around: (table: string) => string;
  /** The text of a cell with a value, which is markup already, as the text of prose is. */
  readonly value: (text: string) => string;
  readonly prose: (text: string, kind: 'stamp' | 'prose' | 'note') => string;
  /** Whether end tags are written that may be left out. */
  readonly isClosed: boolean;
  /** A page, with what is marked up in it. */
  readonly page: (body: string) => string;
}

export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The plainest page. */
export const plainMarkup: Markup = {
  hasHeads: true,
  mark: (mark) => `<sup>${mark})</sup>`,
  label: escaped,
  title: (title) => ({ before: `<h3>${escaped(title)}</h3>\n`, within: '' }),
  hasSpannedHeadings: false,
  around: (table) => table,
  prose: (text) => `<p>${text}</p>\n`,
  value: (text) => text,
  isClosed: true,
  page: (body) =>
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>\n${body}</body></html>\n`,
};

/** Everything that is printed, marked up. The texts of cells and notes are markup already, for their marks. */
export function markedUp(printed: readonly Printed[], way: Markup): string {
  return way.page(
    printed
      .map((each) => (each.kind === 'table' ? tableMarkup(each, way) : way.prose(each.text, each.kind)))
      .join(''),
  );
}

function tableMarkup({ title, header, columns, body }: PrintedTable, way: Markup): string {
  const { before, within } = way.title(title);
  const end = (tag: string): string => (way.isClosed ? `</${tag}>` : '');
  const headCell = way.hasHeads ? 'th' : 'td';
  const cell = (tag: string, attributes: string, content: string): string =>
    `<${tag}${attributes}>${content}${end(tag)}`;
  const row = (cells: readonly string[]): string => `<tr>${cells.join('')}${end('tr')}\n`;
  const stub = (rows: number): string =>
    cell(headCell, `${spans(rows, way.hasSpannedHeadings ? 2 : 1)}`, '&nbsp;');
  const names = columns.map((column) => cell(headCell, '', way.label(column)));
  const head =
    header.length === 0
      ? [row([stub(1), ...names])]
      : [
          row([stub(2), cell(headCell, spans(1, columns.length), header.map(way.label).join(' '))]),
          row(names),
        ];
  const rows = bodyRows(body, columns.length, way, cell).map(row);
  const open = way.hasHeads ? [`<thead>${head.join('')}${end('thead')}`, '<tbody>'] : head;
  const close = way.hasHeads ? end('tbody') : '';
  return (
    before + way.around(`<table border="1">${within}\n${open.join('')}${rows.join('')}${close}</table>\n`)
  );
}

function bodyRows(
  body: readonly PrintedItem[],
  columns: number,
  way: Markup,
  cell: (tag: string, attributes: string, content: string) => string,
): string[][] {
  let wanted: string[] = [];
  return body.flatMap((item, index): string[][] => {
    if (item.kind === 'heading') {
      const own = body.slice(index + 1).findIndex(({ kind }) => kind === 'heading');
      const rows = own < 0 ? body.length - index - 1 : own;
      if (!way.hasSpannedHeadings || rows === 0)
        return [[cell('td', spans(1, columns + (way.hasSpannedHeadings ? 2 : 1)), way.label(item.text))]];
      wanted = [cell('td', spans(rows, 1), way.label(item.text))];
      return [];
    }
    const isUnderHeading = body.slice(0, index).some(({ kind }) => kind === 'heading');
    const marks = item.marks.map(way.mark).join('');
    const stub = cell(
      'td',
      spans(1, way.hasSpannedHeadings && !isUnderHeading ? 2 : 1),
      way.label(item.label) + marks,
    );
    const values = item.cells.map(({ text, columns: width }) => cell('td', spans(1, width), way.value(text)));
    const before = wanted;
    wanted = [];
    return [[...before, stub, ...values]];
  });
}

function spans(rows: number, columns: number): string {
  return `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
}
