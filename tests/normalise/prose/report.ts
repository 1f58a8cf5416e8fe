import '../../needs-report.ts';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk.ts';
import type { Paragraph } from '../../../pipeline/normalise/prose/paragraph.ts';
import { type Passage, passageOf } from '../../../pipeline/normalise/prose/reading/passage.ts';
import { plainLayer } from '../../layers.ts';

/** A paragraph that a test made up. */
export function paragraph(text: string, number = 1): Paragraph {
  const origins = Int32Array.from(text, (_, index) => index);
  const blocks = [{ kind: 'text', marker: null, from: 0, to: text.length }] as const;
  return { number, section: 'made-up', page: 1, lineStart: 1, lineEnd: 1, blocks, text, origins };
}

/** A paragraph of the text layer that a test made up. */
export function layerParagraph(text: string): Paragraph {
  return paragraph(plainLayer(text, 'made-up.txt').text);
}

/** Records by the number of their paragraph. */
export function byParagraph<Record>(
  records: readonly Record[],
  numberOf: (record: Record) => number,
): ReadonlyMap<number, readonly Record[]> {
  const groups = new Map<number, Record[]>();
  for (const record of records) {
    const own = groups.get(numberOf(record)) ?? [];
    own.push(record);
    groups.set(numberOf(record), own);
  }
  return groups;
}

/** Paragraphs as the readers of figures and citations take them. */
export function passages(paragraphs: readonly Paragraph[]): readonly Passage[] {
  return paragraphs.map((each) => passageOf(each, kk.quantities));
}
