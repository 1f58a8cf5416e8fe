import { join } from 'node:path';
import { memberOf, parsedJson } from '../../page/json.ts';
import { CHECKSUMS } from './checksums.ts';
import { regularText } from './removal.ts';

/** A kind of folder that this program writes whole, and so may replace. */
export interface FolderKind {
  /** Folders of the project that are meant for it, `outputs/*` for each in it; any other folder of the project is refused. */
  readonly meant: readonly string[];
  /** What an error calls it: `files of an earlier build`. */
  readonly files: string;
  /**
   * What shows that this program did not write a folder, by what it always writes; undefined when nothing does. The
   * content of each file is held against the list beside.
   */
  readonly foreignBy: (folder: string, checksums: ReadonlyMap<string, string>) => Promise<string | undefined>;
}

/** The published data, known by the data package that describes it. */
export const OUTPUT: FolderKind = {
  meant: ['output', 'outputs/*'],
  files: 'files of an earlier build',
  foreignBy: (folder, checksums) => notOurPackage(folder, 'datapackage.json', checksums),
};

/** The catalogue, known by the data that it offers. */
export const SITE: FolderKind = {
  meant: ['site/dist'],
  files: 'files of an earlier site',
  foreignBy: async (folder, checksums) =>
    missing(['index.html', '404.html'], checksums) ??
    (await notOurPackage(folder, offered(checksums), checksums)),
};

/** The package that a site offers: that of its root, or of the first of several documents. */
function offered(checksums: ReadonlyMap<string, string>): string {
  const own = 'download/datapackage.json';
  return [...checksums.keys()].find((path) => path === own || path.endsWith(`/${own}`)) ?? own;
}

/** A release, known by the files that it always has. */
export const RELEASE: FolderKind = {
  meant: [],
  files: 'files of an earlier release',
  foreignBy: async (_, checksums) =>
    missing(['.zenodo.json', 'RELEASE-NOTES.md', 'diff.json', 'sbom.cdx.json'], checksums),
};

/** The catalogue of a corpus, known by the files that it always has. */
export const CORPUS_CATALOGUE: FolderKind = {
  meant: ['outputs/*'],
  files: 'files of an earlier merge',
  foreignBy: async (_, checksums) =>
    missing(['corpus.duckdb', 'document.parquet', 'file.parquet', 'check_result_across.parquet'], checksums),
};

function missing(files: readonly string[], checksums: ReadonlyMap<string, string>): string | undefined {
  const file = files.find((path) => !checksums.has(path));
  return file === undefined ? undefined : `a ${CHECKSUMS} without ${file}`;
}

/**
 * A data package describes an output of this program if it names the content of a DuckDB file, and each of its
 * resources with the checksum under which the folder lists it.
 */
async function notOurPackage(
  folder: string,
  file: string,
  checksums: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const foreign = `no ${file} of this program beside the ${CHECKSUMS}`;
  if (!checksums.has(file)) return foreign;
  const under = file.slice(0, file.lastIndexOf('/') + 1);
  const descriptor = parsedJson((await regularText(join(folder, file)).catch(() => '')) ?? '');
  const content = memberOf(memberOf(descriptor, 'database'), 'content');
  const resources = memberOf(descriptor, 'resources');
  const isListed = (resource: unknown): boolean => {
    const listed = checksums.get(`${under}${String(memberOf(resource, 'path'))}`);
    return listed !== undefined && memberOf(resource, 'hash') === `sha256:${listed}`;
  };
  const isOurs =
    typeof content === 'string' &&
    /^sha256:[0-9a-f]{64}$/.test(content) &&
    Array.isArray(resources) &&
    resources.length > 0 &&
    resources.every(isListed);
  return isOurs ? undefined : foreign;
}
