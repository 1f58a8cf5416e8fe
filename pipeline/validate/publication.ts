import { type DocumentDescription, sha256 } from '../document/document.ts';
import type { Publication, TextFile, View } from '../publish/publication.ts';
import type { Dataset } from './dataset.ts';

/** Joins the datasets with what the document says of itself; the source that was read is named with its hash. */
export function publicationOf(
  { head }: DocumentDescription,
  source: { readonly file: string; readonly bytes: Uint8Array },
  datasets: readonly Dataset[],
  views: readonly View[],
  texts: readonly TextFile[],
): Publication {
  const { id, title, description, version, created, keywords, licence, contributors } = head;
  const read = {
    title: 'The text that the data were read from',
    path: source.file.replace(/^.*\//, ''),
    sha256: sha256(source.bytes),
  };
  return {
    description: {
      id,
      title: title.en,
      description,
      version,
      created,
      keywords,
      licence,
      contributors,
      sources: [...head.sources, read],
    },
    datasets,
    views,
    texts,
  };
}
