import type { Files } from '../../pipeline/command-line/copy/files.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { repeatedKey } from '../copy/json-text.ts';

/** Refuses JSON in which a key stands twice: which of the two counts is up to whoever reads it. */
export function jsonFindings(files: Files): readonly Finding[] {
  return [...files]
    .filter(([path]) => /\.json(ld)?$/.test(path))
    .flatMap(([path, bytes]): Finding[] => {
      const key = keyTwice(bytes);
      if (key === undefined) return [];
      const found = `${JSON.stringify(key)} twice`;
      return [{ kind: 'file', place: { file: path }, expected: 'every key of an object once', found }];
    });
}

/** What is no JSON at all is told where it is read. */
function keyTwice(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    JSON.parse(text);
    return repeatedKey(text);
  } catch {
    return undefined;
  }
}
