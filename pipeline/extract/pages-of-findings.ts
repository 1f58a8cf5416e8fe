import { SourceFault } from '../page/finding.ts';
import type { Source } from '../page/source.ts';
import { layerOf } from './source-layer.ts';

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
