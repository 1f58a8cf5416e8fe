import { readdirSync } from 'node:fs';
import { builtSite, pageOf } from './catalogue-site.ts';

export const dist = await builtSite();
const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
/** The texts of the built site, by their paths. */
export const files = new Map(
  paths
    .filter((path) => !path.startsWith('download/') && /\.(html|json|txt|xml)$/.test(path))
    .map((path) => [path, pageOf(dist, path)]),
);
export const pages = [...files].filter(([path]) => path.endsWith('.html'));
/** Charts for frames elsewhere are no pages of their own: no menu leads there, and no map names them. */
export const inLanguages = pages.filter(([path]) => path.includes('/') && !path.includes('/embed/'));
