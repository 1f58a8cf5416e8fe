import { fault } from '../../pipeline/page/finding.ts';
import { codesOfLayout } from '../charts/tiles.ts';
import type { Catalogue } from './catalogue.ts';
import { cataloguePath } from './introduction.ts';

/**
 * Holds the map of `sources/NAME/catalogue.yaml` against the published codes. Throws a SourceFault that names the code
 * which no table has, or which stands twice: a place that is misspelt would be missing from the map.
 */
export function refuseMisplaced(
  { package: { name }, datasets }: Pick<Catalogue, 'package' | 'datasets'>,
  layout: readonly string[],
): void {
  const known = new Set(
    datasets.flatMap(({ dimensions }) => dimensions.flatMap(({ codes }) => codes.map(({ code }) => code))),
  );
  const seen = new Set<string>();
  for (const code of codesOfLayout(layout)) {
    const found = !known.has(code)
      ? `"${code}", which no table has`
      : seen.has(code)
        ? `"${code}" twice`
        : '';
    seen.add(code);
    if (found === '') continue;
    throw fault({
      kind: 'document',
      place: { file: cataloguePath(name) },
      expected: 'tiles with codes of the published tables, each once',
      found,
      action: 'write the codes of the places as the code list has them, and `.` for an empty place',
    });
  }
}
