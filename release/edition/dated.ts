import { fault } from '../../pipeline/page/finding.ts';
import type { Head } from '../../pipeline/template/head.ts';

/** What is declared of a document that says when its data were made: there is no release of any other. */
export type DatedHead = Head & { readonly created: string };

/** The head of a document of which there may be a release; `file` is where it is declared. Throws a SourceFault. */
export function datedHead(head: Head, file: string): DatedHead {
  const { created } = head;
  if (created !== undefined) return { ...head, created };
  const expected = 'created: the time of the release, such as 2026-01-31T00:00:00Z';
  throw fault({ kind: 'release', place: { file }, expected, found: 'none', action: 'declare it and build' });
}
