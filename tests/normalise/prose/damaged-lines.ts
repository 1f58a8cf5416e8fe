import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import type { Prose } from '../../../pipeline/normalise/prose/paragraph.ts';
import { readProse } from '../../../pipeline/normalise/prose/prose.ts';
import { plainLayer } from '../../layers.ts';

/** Lines that are wrapped with a space, as a text layer has them, but one, so that another without stands out. */
export const FILLER = '      1. Бұл жерде \nжай сөздер\nтұр және \nештеңе \nкөшкен жоқ. ';

/** Reads one made-up paragraph in the typesetting of a text layer. */
export function read(...lines: readonly string[]): Prose {
  return readBehind(FILLER, ...lines);
}

/** The same behind another filler. */
export function readBehind(filler: string, ...lines: readonly string[]): Prose {
  const text = ['      1. Бөлім', filler, `      2. ${lines.join('\n')}`].join('\n');
  const parts = [{ id: 'part', title: '1. Бөлім', en: 'Part' }];
  const annexes = { count: 1, title: '{number}-қосымша', en: 'Annex {number}' };
  return readProse(plainLayer(text, 'made-up.txt'), text.length, kk, { paragraphs: 2, parts, annexes });
}

/** What the made-up paragraph says once it is read. */
export const text = (prose: Prose): string => prose.paragraphs[1]?.text ?? '';
