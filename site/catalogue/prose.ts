import type { Catalogue, Cell } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
import { grouped } from './grouped.ts';
import type { Row } from './package.ts';

/** A number of the running text beside the sentence that prints it. */
export interface ProseFigure {
  readonly dataset: Dataset;
  readonly row: Row;
  readonly cell: Cell;
  readonly paragraph: string;
  /** The sentence; the whole paragraph where its words are not found again, as in one that was repaired. */
  readonly sentence: string;
  /** The words of the sentence that say the number; empty where they are not found. */
  readonly words: string;
  /** The other values of its series by year, itself among them; one where it stands alone. */
  readonly series: readonly Row[];
}

/** Where one sentence ends and the next begins: a full stop, white space, and a capital letter or a quotation. */
const BOUNDARY = /(?<=[.!?…])\s+(?=[\p{Lu}«"“])/u;

/** Every number that the running text prints, in the order of the text. */
export function proseFigures(catalogue: Catalogue): readonly ProseFigure[] {
  const paragraphs = new Map(catalogue.rows('paragraph').map((row) => [row.paragraph ?? '', row.text ?? '']));
  const found = catalogue.datasets
    .filter(({ table }) => table.fields.some(({ name }) => name === 'paragraph'))
    .flatMap((dataset) => {
      const series = grouped(dataset.table.rows, (row) => seriesKey(dataset, row));
      return dataset.table.rows.flatMap((row): ProseFigure[] => {
        const cell = catalogue.cells.get(row.cell_id ?? '');
        const text = paragraphs.get(row.paragraph ?? '');
        if (cell === undefined || text === undefined) return [];
        const own = sentenceOf(text, [row.quote ?? '', cell.raw]);
        return [
          {
            ...{ dataset, row, cell, paragraph: row.paragraph ?? '' },
            ...own,
            series: series.get(seriesKey(dataset, row)) ?? [row],
          },
        ];
      });
    });
  return found.sort(
    (a, b) => Number(a.paragraph) - Number(b.paragraph) || a.cell.charStart - b.cell.charStart,
  );
}

/** What the values of a series share: all keys but the year, and the unit. */
function seriesKey({ dimensions }: Dataset, row: Row): string {
  return [...dimensions.map(({ name }) => row[name] ?? ''), row.unit ?? ''].join('\n');
}

/**
 * The sentence of a text that has the first of the wordings that stand in it.
 *
 *     sentenceOf('Бірінші. Екінші 5 адам. Үшінші.', ['5 адам'])
 *     // { sentence: 'Екінші 5 адам.', words: '5 адам' }
 */
export function sentenceOf(
  text: string,
  wordings: readonly string[],
): Pick<ProseFigure, 'sentence' | 'words'> {
  const plain = (words: string): string => words.trim().replace(/\s+/gu, ' ');
  const sentences = text.split(/\n+/).flatMap((line) => plain(line).split(BOUNDARY));
  for (const words of wordings.map(plain).filter((each) => each !== '')) {
    const sentence = sentences.find((each) => each.includes(words));
    if (sentence !== undefined) return { sentence, words };
  }
  return { sentence: plain(text), words: '' };
}
