import { grouped } from '../../pipeline/page/grouped.ts';
import type { Row } from './package.ts';

/** An act or treaty that the text cites, with the paragraphs that cite it. */
export interface Act {
  readonly type: string;
  /** Its title, number and date as far as they are printed; what the text says of it where none is. */
  readonly name: string;
  readonly paragraphs: readonly string[];
  readonly quotes: readonly string[];
  /** Contradictions whose printed words stand in what the text says of it. */
  readonly errata: readonly Row[];
}

/** The shortest piece of words by which a contradiction is known again in a citation: `2002 жыл`. */
const SHORTEST_PIECE = 8;

/**
 * The acts of a list of references, as the references themselves say which they are of, called as the table of acts calls
 * them. Where they do not say it, those of one type, number, date and title are one; references that print none of these,
 * as to "the Constitution", are one of their type.
 */
export function actsOf(
  references: readonly Row[],
  table: readonly Row[] = [],
  errata: readonly Row[] = [],
): readonly Act[] {
  const byId = new Map(table.map((row) => [row.act ?? '', row]));
  const acts = grouped(references, ({ act = '', act_type, number, date, title_kk }) =>
    act === '' ? [act_type, number, date, title_kk].join('\n') : act,
  );
  const found = [...acts.values()].flatMap((rows): (Act & ActOrder)[] => {
    const first = rows.find(({ title_kk: title = '' }) => title !== '') ?? rows[0];
    if (first === undefined) return [];
    const { quote = '' } = first;
    const {
      act_type: type = '',
      title_kk: title = '',
      number = '',
      date = '',
    } = byId.get(first.act ?? '') ?? first;
    const parts = [title || quote, number && `№ ${number}`, date];
    return [
      {
        type,
        date,
        number,
        name: parts.filter((part) => part !== '').join(', '),
        paragraphs: [...new Set(rows.map(({ paragraph = '' }) => paragraph))]
          .filter((paragraph) => paragraph !== '')
          .sort((a, b) => Number(a) - Number(b)),
        quotes: [...new Set(rows.map((row) => row.quote ?? ''))],
        errata: errata.filter((erratum) => rows.some((row) => isOfCitation(erratum, row))),
      },
    ];
  });
  return found.sort(byTypeDateNumber);
}

/** What acts are put in order by. */
interface ActOrder {
  readonly type: string;
  readonly date: string;
  readonly number: string;
}

/** By type, then from the oldest, then by number; an act without a date stands behind those that have one. */
function byTypeDateNumber(a: ActOrder, b: ActOrder): number {
  return (
    compared(a.type, b.type) ||
    Number(a.date === '') - Number(b.date === '') ||
    compared(a.date, b.date) ||
    Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10) ||
    compared(a.number, b.number)
  );
}

/** By code points: the same on every machine. */
function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Whether a contradiction is one of a citation: it stands in its paragraph, and a piece of its words in its quote. */
function isOfCitation({ paragraph = '', printed = '' }: Row, { paragraph: cited, quote = '' }: Row): boolean {
  if (paragraph === '' || paragraph !== cited) return false;
  const pieces = [printed, ...printed.split(/[()]/)].map((piece) => piece.trim());
  return pieces.some((piece) => piece.length >= SHORTEST_PIECE && quote.includes(piece));
}
