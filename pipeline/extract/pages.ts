import { SourceFault } from '../page/finding.ts';
import type { Source } from '../page/source.ts';
import { SETTINGS } from './settings.ts';
import { layerOf } from './source-layer.ts';
import type { Line } from './text-layer.ts';

const EMPTY_LINES_OF_A_PAGE_BREAK = SETTINGS.pageBreak.value;

/** Cuts a text into lines and pages. A page begins at a form feed where the text has any, else after three empty lines. */
export function linesOf(text: string): readonly Line[] {
  const fed = text.includes('\f');
  const lines: Line[] = [];
  let page = 1;
  let empty = 0;
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const end = start + line.length;
    if (fed) page += line.split('\f').length - 1;
    else if (line.trim() !== '' && empty >= EMPTY_LINES_OF_A_PAGE_BREAK && index > empty) page += 1;
    empty = line === '' ? empty + 1 : 0;
    lines.push({ number: index + 1, start, end, page });
    start = end + 1;
  }
  return lines;
}

/**
 * What a reading of a text layer gives. Its findings about a line of anything but a text say the page as well: their
 * text layer is made while they are read, so nobody has it open to look for line 109.
 */
export function withPages<T>(source: Source, read: () => T): T {
  const { file } = source;
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SourceFault) || /\.txt$/i.test(file)) throw error;
    const { lines } = layerOf(source);
    throw new SourceFault(
      error.findings.map((finding) => {
        const { place } = finding;
        const page = place.file === file ? lines[(place.line ?? 0) - 1]?.page : undefined;
        return page === undefined ? finding : { ...finding, place: { ...place, page } };
      }),
    );
  }
}
