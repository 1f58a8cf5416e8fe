import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKSUMS, readChecksums } from '../../pipeline/publish/folder/checksums.ts';
import { filesOf } from '../publish/folder.ts';

/** What a disk holds after a build that died. */
export type State =
  | { readonly kind: 'whole'; readonly version: string }
  /** Died between the two renames of the swap: the old output waits beside, and the next build puts it back. */
  | { readonly kind: 'aside' }
  | { readonly kind: 'torn'; readonly why: string };

/** Tells which version stands in `out`: every file must be as the checksums say, and of the same version. */
export function stateOf(out: string): State {
  if (!existsSync(out)) {
    const beside = readdirSync(join(out, '..'), { recursive: true, encoding: 'utf8' });
    return beside.some((path) => path.endsWith('previous')) ? { kind: 'aside' } : torn('no output');
  }
  if (!existsSync(join(out, CHECKSUMS))) return torn('no checksums');
  const listed = readChecksums(readFileSync(join(out, CHECKSUMS), 'utf8'));
  const found = new Map([...filesOf(out)].filter(([path]) => path !== CHECKSUMS));
  const wrong = [...new Set([...listed.keys(), ...found.keys()])].find(
    (path) => listed.get(path) !== found.get(path),
  );
  if (wrong !== undefined) return torn(`${wrong} is not what the checksums say`);
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(out, 'datapackage.json'), 'utf8'),
  );
  return { kind: 'whole', version };
}

function torn(why: string): State {
  return { kind: 'torn', why };
}
