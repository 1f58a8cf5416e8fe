import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { minimist } from 'zx';
import { fault, SourceFault } from '../pipeline/page/finding.ts';
import { sha256 } from '../pipeline/page/sha256.ts';
import { CHECKSUMS, readChecksums, writeChecksums } from '../pipeline/publish/folder/checksums.ts';
import { SITE } from '../pipeline/publish/folder/kinds.ts';
import { refuseUnlessReplaceable, replaceFolder } from '../pipeline/publish/folder/replace.ts';
import { settled, write } from '../pipeline/publish/folder/written-file.ts';
import { outputFault, systemFault } from '../pipeline/publish/output-fault.ts';
import { bundle } from './bundle.ts';
import { catalogueOf } from './catalogue/catalogue.ts';
import { readPackage } from './catalogue/package.ts';
import { isProgram } from './is-program.ts';
import { readVocabulary } from './search/concepts.ts';
import { type SiteFile, siteFiles } from './site-files.ts';
import { readRelations } from './sql/relations.ts';

/** What to build the site from, where to, and where it will stand. */
export interface SiteBuild {
  readonly output: string;
  readonly dist: string;
  /** The site's address, ending in a slash; empty when it is not known. */
  readonly url: string;
}

/**
 * Builds the whole site from the published output alone; gives how many pages it has. The site is written beside the
 * old one, with a list of its files, and takes its place at the end, as the output does. Throws a SourceFault when
 * the folder may not be replaced, and when the output is not what its checksums say.
 */
export async function buildSite({ output, dist, url }: SiteBuild): Promise<number> {
  await refuseUnlessReplaceable(dist, SITE);
  const catalogue = catalogueOf(readPackage(output));
  const relations = await readRelations(join(output, catalogue.package.database.path));
  const bundled = await bundle();
  const pages = siteFiles({
    catalogue,
    url,
    assets: bundled.assets,
    relations,
    vocabulary: readVocabulary(),
  });
  const files = [...pages, ...bundled.files, ...downloads(output)];
  try {
    await replaceFolder(dist, SITE, async ({ next, announce }) => {
      await announce([...files.map(({ path }) => path), CHECKSUMS]);
      const folders = new Set(files.map(({ path }) => dirname(path)));
      for (const folder of folders) await mkdir(join(next, folder), { recursive: true });
      const written = await settled(files.map(({ path, content }) => write(next, path, content)));
      await write(next, CHECKSUMS, writeChecksums(written));
    });
  } catch (error) {
    throw outputFault(dist, error);
  }
  return pages.filter(({ path }) => path.endsWith('.html')).length;
}

/** The files of the output, each as its checksums say it is. */
function downloads(output: string): readonly SiteFile[] {
  const list = readFileSync(join(output, CHECKSUMS));
  const listed = [...readChecksums(list.toString())].map(([path, sum]) => {
    const content = readFileSync(join(output, path));
    if (sha256(content) === sum) return { path: `download/${path}`, content };
    const place = { file: join(output, path) };
    const expected = `what ${CHECKSUMS} lists`;
    throw fault({ kind: 'output', place, expected, found: 'other content', action: 'run make' });
  });
  return [...listed, { path: `download/${CHECKSUMS}`, content: list }];
}

const USAGE =
  'usage: tsx site/build.ts [--output output] [--dist site/dist] [--url https://example.org/data/]';

/** What the arguments ask for, or why they cannot be followed. */
export function siteBuildOf(args: readonly string[]): SiteBuild | string {
  const options = minimist([...args], { string: ['output', 'dist', 'url'] });
  const unknown = Object.keys(options).filter((name) => !['_', 'output', 'dist', 'url'].includes(name));
  if (unknown.length > 0 || options._.length > 0) return USAGE;
  const { output = 'output', dist = 'site/dist', url = '' }: Record<string, string | undefined> = options;
  if (url !== '' && !(URL.canParse(url) && /^https?:\/\/.*\/$/.test(url)))
    return `--url: expected an address like https://example.org/data/, found "${url}"`;
  return { output, dist, url };
}

async function main(): Promise<void> {
  const asked = siteBuildOf(process.argv.slice(2));
  if (typeof asked === 'string') {
    console.error(asked);
    process.exitCode = 2;
    return;
  }
  try {
    const pages = await buildSite(asked);
    console.log(`pages   ${pages}\nfolder  ${asked.dist}`);
  } catch (error) {
    const told = systemFault(error);
    if (!(told instanceof SourceFault)) throw error;
    console.error(told.message);
    process.exitCode = 1;
  }
}

if (isProgram(import.meta.url)) await main();
