import { DESCRIPTOR, type Descriptor } from '../../pipeline/command-line/copy/descriptor.ts';
import type { Files } from '../../pipeline/command-line/copy/files.ts';
import type { Finding } from '../../pipeline/page/finding.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { CHECKSUMS, readChecksums, writeChecksums } from '../../pipeline/publish/folder/checksums.ts';
import { written as fileOf } from '../../pipeline/publish/folder/written-file.ts';
import { FORMATS, workbookFile } from '../../pipeline/publish/metadata/formats.ts';
import { METADATA_FILES } from '../../pipeline/publish/metadata/metadata-files.ts';

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
    .filter((path) => path !== CHECKSUMS && !sums.has(path))
    .map((path) =>
      wrong(path, `no file that ${CHECKSUMS} does not list`, 'one', 'it is none of ours: remove it'),
    );
  const findings = [...stray, ...listed, ...foreign];
  const written = [...files]
    .filter(([path]) => path !== CHECKSUMS)
    .map(([path, bytes]) => fileOf(path, bytes));
  return findings.length > 0 || text === writeChecksums(written)
    ? findings
    : [wrong(CHECKSUMS, 'its lines in the order and form in which they are written', 'others', AGAIN)];
}

/** Endings of what stands beside the tables: texts for people, and nothing that a machine would run. */
const READABLE = /^[\w.-]+\.(md|txt)$/;

/**
 * Refuses files that are no part of any publication though they are listed as one: a program, an archive, an icon.
 * Known are the tables in their formats, the DuckDB file, the metadata, and texts beside them.
 */
export function foreignFindings(
  { name: id, tables, files: described, documents }: Descriptor,
  files: Files,
): readonly Finding[] {
  const ofTables = tables.flatMap(({ name }) => FORMATS.map((format) => `${format}/${name}.${format}`));
  const texts = documents.map(({ path }) => path).filter((path) => READABLE.test(path));
  const known = new Set([
    CHECKSUMS,
    ...METADATA_FILES,
    ...ofTables,
    ...texts,
    `${id}.duckdb`,
    workbookFile({ id }),
  ]);
  const listed = readChecksums(Buffer.from(files.get(CHECKSUMS) ?? '').toString());
  const paths = new Set([...listed.keys(), ...described.map(({ path }) => path)]);
  const expected = 'a table, the database, their metadata, or a text beside them';
  return [...paths]
    .filter((path) => !known.has(path) && files.has(path))
    .map((path) => wrong(path, expected, 'another file', 'it is none of ours: remove it'));
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
