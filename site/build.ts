import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minimist } from 'zx';
import { SourceFault } from '../pipeline/finding.ts';
import { bundle } from './bundle.ts';
import { catalogueOf } from './catalogue/catalogue.ts';
import { readPackage } from './catalogue/package.ts';
import { type SiteFile, siteFiles } from './site-files.ts';
import { readRelations } from './sql/relations.ts';

/** What to build the site from, where to, and where it will stand. */
export interface SiteBuild {
  readonly output: string;
  readonly dist: string;
  /** The site's address, ending in a slash; empty when it is not known. */
  readonly url: string;
}

/** Builds the whole site from the published output alone; returns how many pages it has. */
export async function buildSite({ output, dist, url }: SiteBuild): Promise<number> {
  const catalogue = catalogueOf(readPackage(output));
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const assets = await bundle(dist);
  const relations = await readRelations(join(output, catalogue.package.database.path));
  const files = siteFiles({ catalogue, url, assets, relations });
  for (const file of files) write(dist, file);
  cpSync(output, join(dist, 'download'), { recursive: true });
  return files.filter(({ path }) => path.endsWith('.html')).length;
}

function write(dist: string, { path, content }: SiteFile): void {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
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
    if (!(error instanceof SourceFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
