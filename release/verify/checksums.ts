import type { Finding } from '../../pipeline/finding.ts';
import { CHECKSUMS, readChecksums } from '../../pipeline/publish/checksums.ts';
import { isLitter } from '../../pipeline/publish/output-folder.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import { DESCRIPTOR, type Descriptor } from '../copy/descriptor.ts';
import type { Files } from '../copy/files.ts';

const AGAIN = 'download it again';

/** Holds every file against SHA256SUMS: none is missing, none is foreign, and each has its checksum. */
export function checksumFindings(files: Files): readonly Finding[] {
  const list = files.get(CHECKSUMS);
  if (list === undefined)
    return [wrong(CHECKSUMS, 'this file', 'no such file', 'name the folder that holds it')];
  const text = Buffer.from(list).toString();
  const sums = readChecksums(text);
  const lines = text.split('\n').filter((line) => line !== '').length;
  const stray =
    lines === sums.size
      ? []
      : [wrong(CHECKSUMS, `a checksum and a path, each once, in all ${lines} lines`, `${sums.size} such`)];
  const listed = [...sums].flatMap(([path, sum]) => {
    const bytes = files.get(path);
    if (bytes === undefined) return [wrong(path, `the file that ${CHECKSUMS} lists`, 'no such file', AGAIN)];
    const found = sha256(bytes);
    return found === sum ? [] : [wrong(path, `sha256 ${short(sum)}`, short(found), AGAIN)];
  });
  const foreign = [...files.keys()]
    .filter((path) => path !== CHECKSUMS && !sums.has(path) && !isLitter(path))
    .map((path) =>
      wrong(path, `no file that ${CHECKSUMS} does not list`, 'one', 'it is none of ours: remove it'),
    );
  return [...stray, ...listed, ...foreign];
}

/** Holds the files that `datapackage.json` describes against their size and checksum. */
export function describedFindings(
  { files: described, database }: Descriptor,
  files: Files,
): readonly Finding[] {
  const resources = described.flatMap(({ path, bytes: size, hash }) => {
    const bytes = files.get(path);
    if (bytes === undefined)
      return [wrong(path, `the file that ${DESCRIPTOR} describes`, 'no such file', AGAIN)];
    if (bytes.length !== size)
      return [wrong(path, `${size} bytes, says ${DESCRIPTOR}`, String(bytes.length), AGAIN)];
    const found = `sha256:${sha256(bytes)}`;
    return found === hash ? [] : [wrong(path, `${short(hash)}, says ${DESCRIPTOR}`, short(found), AGAIN)];
  });
  const missing = database === undefined || !files.has(database);
  const path = database ?? DESCRIPTOR;
  return [...resources, ...(missing ? [wrong(path, 'a DuckDB file', 'none', AGAIN)] : [])];
}

function wrong(file: string, expected: string, found: string, action?: string): Finding {
  return { kind: 'file', place: { file }, expected, found, ...(action !== undefined && { action }) };
}

function short(sum: string): string {
  return `${sum.slice(0, sum.length - 52)}...`;
}
