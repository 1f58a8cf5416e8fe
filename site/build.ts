import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { minimist } from 'zx';
import { SourceFault } from '../pipeline/page/finding.ts';
import { CHECKSUMS, writeChecksums } from '../pipeline/publish/folder/checksums.ts';
import { SITE } from '../pipeline/publish/folder/kinds.ts';
import { refuseUnlessReplaceable, replaceFolder } from '../pipeline/publish/folder/replace.ts';
import { settled, write } from '../pipeline/publish/folder/written-file.ts';
import { outputFault, systemFault } from '../pipeline/publish/output-fault.ts';
import { bundle } from './bundle.ts';
import { isProgram } from './is-program.ts';
import { filesOf, publishedSites } from './sites.ts';

/** What to build the site from, where to, and where it will stand. */
export interface SiteBuild {
  /** One published folder; undefined for all that the project publishes. */
  readonly output: string | undefined;
  readonly dist: string;
  /** The site's address, ending in a slash; empty when it is not known. */
  readonly url: string;
}

/**
 * Builds the whole site from what is published alone; gives how many pages it has. The site is written beside the
 * old one, with a list of its files, and takes its place at the end, as the output does. Throws a SourceFault when
 * the folder may not be replaced, and when the output is not what its checksums say.
 */
export async function buildSite({ output, dist, url }: SiteBuild): Promise<number> {
  await refuseUnlessReplaceable(dist, SITE);
  const all = output === undefined ? publishedSites() : [{ output, under: '' }];
  const files = await filesOf(all, url, await bundle());
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
  return files.filter(({ path }) => path.endsWith('.html')).length;
}

const USAGE =
  'usage: tsx site/build.ts [--output DIR] [--dist site/dist] [--url https://example.org/data/] [--publish]';

/** What the arguments ask for, or why they cannot be followed. */
export function siteBuildOf(args: readonly string[]): SiteBuild | string {
  const options = minimist([...args], { string: ['output', 'dist', 'url'], boolean: ['publish'] });
  const known = ['_', 'output', 'dist', 'url', 'publish'];
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  if (unknown.length > 0 || options._.length > 0) return USAGE;
  const { output, dist = 'site/dist', url = '' }: Record<string, string | undefined> = options;
  if (options.publish === true && url === '')
    return '--publish: expected the address where the site will stand, for what must be whole (canonical and social links, sitemap), found none; give --url https://example.org/data/';
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
