import { grouped } from './grouped.ts';
import type { Row } from './package.ts';

/** An act or treaty that the text cites, with the paragraphs that cite it. */
export interface Act {
  readonly type: string;
  /** Its title, number and date as far as they are printed; what the text says of it where none is. */
  readonly name: string;
  readonly paragraphs: readonly string[];
  readonly quotes: readonly string[];
}

/**
 * The acts of a list of references, as the references themselves say which they are of. Where they do not, those of one
 * type, number, date and title are one; references that print none of these, as to "the Constitution", are one of their
 * type.
 */
export function actsOf(references: readonly Row[]): readonly Act[] {
  const acts = grouped(references, ({ act = '', act_type, number, date, title_kk }) =>
    act === '' ? [act_type, number, date, title_kk].join('\n') : act,
  );
  return [...acts.values()].flatMap((rows): Act[] => {
    const first = rows.find(({ title_kk: title = '' }) => title !== '') ?? rows[0];
    if (first === undefined) return [];
    const { quote = '', title_kk: title = '', number = '', date = '', act_type: type = '' } = first;
    const parts = [title || quote, number && `№ ${number}`, date];
    return [
      {
        type,
        name: parts.filter((part) => part !== '').join(', '),
        paragraphs: [...new Set(rows.map(({ paragraph = '' }) => paragraph))]
          .filter((paragraph) => paragraph !== '')
          .sort((a, b) => Number(a) - Number(b)),
        quotes: [...new Set(rows.map((row) => row.quote ?? ''))],
      },
    ];
  });
}
