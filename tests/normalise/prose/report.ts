import { readFileSync } from 'node:fs';
import '../../needs-report.ts';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk.ts';
import type { Paragraph } from '../../../pipeline/normalise/prose/paragraph.ts';
import { readProse } from '../../../pipeline/normalise/prose/prose.ts';
import { type Passage, passageOf } from '../../../pipeline/normalise/prose/reading/passage.ts';
import { readOutline } from '../../../pipeline/template/outline.ts';
import { fileLayer, plainLayer } from '../../layers.ts';

const folder = 'sources/kz-icescr-2';

/** The text layer of the project's own report. */
export const layer = fileLayer(readFileSync(`${folder}/text-layer.txt`), 'text-layer.txt');

/** Its numbered paragraphs, repaired. */
export function reportParagraphs(): readonly Paragraph[] {
  const path = `${folder}/outline.yaml`;
  const outline = readOutline({ path, text: readFileSync(path, 'utf8') });
  const end = layer.text.search(/Экономикалық[^.]{1,200}баяндамаға\s+1-қосымша/);
  return readProse(layer, end, kk, outline).paragraphs;
}

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
