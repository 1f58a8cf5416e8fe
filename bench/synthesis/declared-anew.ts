import { parseDocument } from 'yaml';
import { sha256 } from '../../pipeline/page/sha256.ts';
import type { OtherNotation } from './other-notation.ts';
import type { Synthetic } from './synthetic.ts';

const HEAD = 'document.yaml';

/** The files that declare a document, by their path within its folder. */
export type Declaration = ReadonlyMap<string, string>;

/** The declaration of a document that is printed in another notation, which all of its tables have. */
export function inNotation(files: Declaration, { numbers }: OtherNotation): Declaration {
  const changed = [...files].map(([path, text]): [string, string] => {
    if (path !== HEAD && !/^tables\/.*\.yaml$/.test(path)) return [path, text];
    const declared = parseDocument(text);
    const had = declared.delete('numbers');
    if (path === HEAD) declared.set('numbers', numbers);
    return [path, had || path === HEAD ? String(declared) : text];
  });
  return new Map(changed);
}

/** The declaration of a synthetic document: that of the one it was made from, with another file to be read. */
export function ofFile(files: Declaration, { name, bytes }: Pick<Synthetic, 'name' | 'bytes'>): Declaration {
  const head = parseDocument(files.get(HEAD) ?? '');
  const key = head.has('tables') ? 'source' : 'text_layer';
  head.setIn([key, 'file'], name);
  head.setIn([key, 'sha256'], sha256(bytes));
  return new Map([...files, [HEAD, String(head)]]);
}
