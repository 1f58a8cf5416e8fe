import { grouped } from '../../pipeline/page/grouped.ts';
import { remembered } from '../../pipeline/page/remembered.ts';
import type { Catalogue, Cell } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
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

/**
 * Every number that the running text prints, once, in the order of the text. A number that a series names too is given
 * as the series names it, beside the words that say it.
 */
export const proseFigures = remembered((catalogue: Catalogue): readonly ProseFigure[] => {
  const all = rowsOfText(catalogue);
  const named = grouped(
    all.filter((figure) => !isNamedByPlace(figure)),
    samePrint,
  );
  const isSaid = (figure: ProseFigure): boolean =>
    isNamedByPlace(figure) &&
    (named.get(samePrint(figure)) ?? []).some(({ cell }) => meets(cell, figure.cell));
  const bare = grouped(all.filter(isSaid), samePrint);
  return all
    .filter((figure) => !isSaid(figure))
    .map((figure) => {
      const { words = '' } =
        (bare.get(samePrint(figure)) ?? []).find(({ cell }) => meets(cell, figure.cell)) ?? {};
      return words === '' ? figure : { ...figure, words };
    });
});

/** True where all that tells a number from others is where it stands in the text. */
function isNamedByPlace({ dataset }: ProseFigure): boolean {
  return dataset.dimensions.some(({ name }) => name === 'paragraph');
}

/** What two rows share that give one printed number. */
function samePrint({ dataset, row, paragraph }: ProseFigure): string {
  return [paragraph, row.unit, ...dataset.measures.map(({ field }) => row[field.name])].join('\n');
}

function meets(one: Cell, other: Cell): boolean {
  return one.charStart < other.charEnd && other.charStart < one.charEnd;
}

/** The rows of all tables of the running text, in its order. */
function rowsOfText(catalogue: Catalogue): readonly ProseFigure[] {
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
 * The sentence of a text that has the first of the wordings that one sentence alone has. Digits within others are no
 * wording: `1` does not stand in `2015`. The words are empty where they stand in it more than once.
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
    const [sentence, ...others] = sentences.filter((each) => placesOf(each, words).length > 0);
    if (sentence === undefined || others.length > 0) continue;
    return { sentence, words: placesOf(sentence, words).length === 1 ? words : '' };
  }
  return { sentence: plain(text), words: '' };
}

/** Where words stand in a sentence by themselves, not as a part of a longer number. */
export function placesOf(sentence: string, words: string): readonly number[] {
  const places: number[] = [];
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1)) {
    const [before, behind] = [sentence.slice(0, at), sentence.slice(at + words.length)];
    const goesOn = /^\d/.test(words) && /\d[.,]?$/.test(before);
    if (!goesOn && !(/\d$/.test(words) && /^[.,]?\d/.test(behind))) places.push(at);
  }
  return places;
}
