import '../../needs-report.ts';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import type { Paragraph, ProseText } from '../../../pipeline/normalise/prose/paragraph.ts';
import { type Passage, passageOf } from '../../../pipeline/normalise/prose/reading/passage.ts';
import type { Stretch } from '../../../pipeline/normalise/reading/phrase.ts';
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

/**
 * Where a stretch of repaired text stands in the text layer: from its first character there to behind its last.
 * Where displaced words were put back between them, what stood there before lies in between too. Undefined for
 * a stretch without ink.
 */
export function sourceSpan({ origins }: ProseText, { from, to }: Stretch): Stretch | undefined {
  const places = origins.subarray(from, to).filter((origin) => origin >= 0);
  if (places.length === 0) return undefined;
  const ordered = [...places].sort((a, b) => a - b);
  const [first = 0, last = 0] = [ordered[0], ordered.at(-1)];
  return { from: first, to: last + 1 };
}
