import type { NormalisedDocument } from '../normalise/document.ts';
import { type Finding, SourceFault } from '../page/finding.ts';
import type { Dataset } from '../template/schema/rows.ts';
import type { TableSchema } from '../template/schema/table-schema.ts';

/**
 * Counts the characters of the source that are not white space by the element that owns them. Nothing may be
 * lost and nothing read twice: a character without an owner, or with two, stops the build.
 */
export function coverageDataset({ owned, ink, file }: NormalisedDocument, schema: TableSchema): Dataset {
  const counts = new Map<string, number>();
  let at = 0;
  const findings: Finding[] = [];
  for (const { element, from, to } of [...owned].sort((a, b) => a.from - b.from)) {
    if (from !== at) {
      const expected = `one owner for each of the ${ink} characters`;
      const found =
        from > at ? `${from - at} characters without an owner` : `${at - from} characters with two owners`;
      findings.push({ kind: 'unaccounted', place: { file }, expected, found: `${found} at ${element}` });
    }
    counts.set(element, (counts.get(element) ?? 0) + (to - from));
    at = to;
  }
  if (at !== ink) {
    const expected = `an owner for each of the ${ink} characters`;
    findings.push({
      kind: 'unaccounted',
      place: { file },
      expected,
      found: `${ink - at} without one at the end`,
    });
  }
  if (findings.length > 0) throw new SourceFault(findings);
  return { schema, rows: [...counts].map(([element, characters]) => ({ element, characters })) };
}
