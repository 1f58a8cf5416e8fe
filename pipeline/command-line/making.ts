import type { Source, Stage } from '../build.ts';
import { sha256 } from '../page/sha256.ts';
import { type DocumentDescription, readingDigest } from '../template/document.ts';
import type { Making } from './stage-values.ts';

/** What each stage is made with beside its input: `extract` reads no declarations, `normalise` no words for users. */
export function makingOf(
  document: DocumentDescription,
  engine: string,
): (stage: Stage) => Omit<Making, 'input'> {
  const declarations: Readonly<Record<Stage, string>> = {
    extract: '',
    normalise: readingDigest(document),
    validate: document.digest,
    publish: document.digest,
  };
  return (stage) => ({ engine, declarations: declarations[stage] });
}

/**
 * The name counts too: it stands in messages, and its ending decides how the source is read; so does what is declared
 * of a page of HTML.
 */
export function sourceDigest({ file, bytes, markup = {} }: Source): string {
  return [sha256(bytes), file, markup.charset ?? '', markup.part ?? ''].join(' ').trimEnd();
}
