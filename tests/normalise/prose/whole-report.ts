import { readFileSync } from 'node:fs';
import '../../needs-report.ts';
import type { TextLayer } from '../../../pipeline/extract/text-layer.ts';
import { kkInKazakhstan as kk } from '../../../pipeline/jurisdiction/kz/kk-acts.ts';
import type { Prose } from '../../../pipeline/normalise/prose/paragraph.ts';
import { readProse } from '../../../pipeline/normalise/prose/prose.ts';
import { SourceFault } from '../../../pipeline/page/finding.ts';
import { readOutline } from '../../../pipeline/template/outline.ts';
import { fileLayer } from '../../layers.ts';

const folder = 'sources/kz-icescr-2';
const printed = readFileSync(`${folder}/text-layer.txt`, 'utf8');
const outlineText = readFileSync(`${folder}/outline.yaml`, 'utf8');
const STAMP = /Экономикалық[^.]{1,200}баяндамаға\s+1-қосымша/;

/** The project's own report with the text layer that it was read from. */
export interface ReadReport {
  readonly layer: TextLayer;
  readonly end: number;
  readonly prose: Prose;
}

/** The report as it is printed, read once a process. */
export const wholeReport = readReport();

/** Reads the report, its text layer or its declared outline changed by a test. */
export function readReport(
  edit: (text: string) => string = (text) => text,
  declare: (outline: string) => string = (outline) => outline,
): ReadReport {
  const layer = fileLayer(new TextEncoder().encode(edit(printed)), 'text-layer.txt');
  const outline = readOutline({ path: 'outline.yaml', text: declare(outlineText) });
  const end = layer.text.search(STAMP);
  return { layer, end, prose: readProse(layer, end, kk, outline) };
}

/** Where and what a changed report is refused for: `line: expected ..., found ...`. */
export function refusals(
  edit?: (text: string) => string,
  declare?: (outline: string) => string,
): readonly string[] {
  try {
    readReport(edit, declare);
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map(({ place, expected, found }) => `${place.line ?? '-'}: ${expected} / ${found}`);
  }
}

/** Text with white space made even, as the golden files have it. */
export function even(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
