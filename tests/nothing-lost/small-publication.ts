import type { Publication } from '../../pipeline/publish/publication.ts';
import { rainfall, withRows } from '../publish/rainfall.ts';

/** A publication of two tables; `version` stands in one of them and in the metadata. */
export function smallPublication(version: string): Publication {
  const publication = withRows(rainfall(), 'chapter', [{ chapter: version, parent: null }]);
  const datasets = publication.datasets.filter(({ schema }) => ['chapter', 'nothing'].includes(schema.name));
  const description = { ...publication.description, version };
  return { description, datasets, views: [], texts: [{ path: 'report.md', content: version }] };
}
