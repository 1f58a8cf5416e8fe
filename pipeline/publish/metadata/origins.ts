import type { Facts, Origin } from './facts.ts';

/** The addresses of the documents that the data were made from, and of the same documents as others issued them. */
export function addressesOf({ description, origins }: Facts): readonly string[] {
  const read = origins.flatMap(({ address }) => address ?? []);
  return [...read, ...description.identifiers.map(({ path }) => path)];
}

/** What a document is called, with what must be known of it: `The report. Its address is a guess.` */
export function toldOf({ title, note }: Pick<Origin, 'title' | 'note'>): string {
  return note === undefined ? title : `${title.replace(/\.$/, '')}. ${note}`;
}
