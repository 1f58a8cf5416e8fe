import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readDescriptor } from '../../../pipeline/command-line/copy/descriptor.ts';
import { type Files, folderFiles } from '../../../pipeline/command-line/copy/files.ts';
import { renderFinding, SourceFault } from '../../../pipeline/page/finding.ts';
import { sha256 } from '../../../pipeline/page/sha256.ts';
import { loadDuckdb } from '../../../pipeline/publish/duckdb/duckdb.ts';
import { writeChecksums } from '../../../pipeline/publish/folder/checksums.ts';
import type { Publication } from '../../../pipeline/publish/publication.ts';
import { publish } from '../../../pipeline/publish/publish.ts';
import { answerTo } from '../../../release/verify/answer.ts';
import type { StartReader } from '../../../release/verify/database.ts';
import { madeAgainFindings } from '../../../release/verify/made-again.ts';
import { verifyCopy } from '../../../release/verify/verify.ts';
import { makeFolder, removeFolder } from '../../publish/folder.ts';

/** The files that a publication is written as. */
export async function published(publication: Publication): Promise<Files> {
  const folder = makeFolder();
  try {
    await publish(publication, join(folder, 'output'));
    return folderFiles(join(folder, 'output'));
  } finally {
    await removeFolder(folder);
  }
}

/** A copy in which somebody changed a file; null takes it away. */
export function changed(files: Files, path: string, content: Uint8Array | string | null): Files {
  const copy = new Map(files);
  if (content === null) copy.delete(path);
  else copy.set(path, new Uint8Array(Buffer.from(content)));
  return copy;
}

/** A copy in which a text stands for another, in the first place where it stands. */
export function edited(files: Files, path: string, from: string, to: string): Files {
  const text = Buffer.from(files.get(path) ?? '').toString();
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return changed(files, path, text.replace(from, to));
}

/** The same copy with all checksums and sizes made right, as somebody with bad intentions would. */
export function forged(files: Files): Files {
  const descriptor: { resources: { path: string; bytes: number; hash: string }[] } = JSON.parse(
    Buffer.from(files.get('datapackage.json') ?? '').toString(),
  );
  for (const resource of descriptor.resources) {
    const bytes = files.get(resource.path);
    if (bytes === undefined) continue;
    resource.bytes = bytes.length;
    resource.hash = `sha256:${sha256(bytes)}`;
  }
  return listed(changed(files, 'datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`));
}

/** The same copy with SHA256SUMS made right. */
export function listed(files: Files): Files {
  const sums = [...files]
    .filter(([path]) => path !== 'SHA256SUMS')
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  return changed(files, 'SHA256SUMS', writeChecksums(sums));
}

/** The copy with its database changed by some statements, and all checksums made right. */
export async function withDatabase(files: Files, ...statements: readonly string[]): Promise<Files> {
  const [path = ''] = [...files.keys()].filter((each) => each.endsWith('.duckdb'));
  const folder = makeFolder();
  try {
    const file = join(folder, path);
    writeFileSync(file, files.get(path) ?? '');
    const { DuckDBInstance } = await loadDuckdb();
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    for (const statement of statements) await connection.run(statement);
    connection.closeSync();
    instance.closeSync();
    return forged(changed(files, path, readFileSync(file)));
  } finally {
    removeFolder(folder);
  }
}

/** DuckDB in this process, for tests that are not about how it is kept within limits. */
export const startHere: StartReader = async () => {
  const { DuckDBInstance } = await loadDuckdb();
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  return {
    ask: (statement) => answerTo(connection, statement),
    end: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

/** What differs in a copy from the same as this program makes it, file by file: that part of the check alone. */
export function differing(files: Files, made: Files): readonly string[] {
  return madeAgainFindings(files, made, readDescriptor(files, 'copy')).map(renderFinding);
}

/** What is found in a copy, each finding as a person reads it; `made` is the same as this program makes it. */
export async function found(files: Files, made?: Files): Promise<readonly string[]> {
  const scratch = makeFolder();
  onTestFinished(() => removeFolder(scratch));
  try {
    const { findings } = await verifyCopy(files, 'copy', scratch, { made, start: startHere });
    return findings.map(renderFinding);
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map(renderFinding);
  }
}
