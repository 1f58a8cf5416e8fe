import { readPage } from './whole-copy.ts';

/**
 * Leads an address of a page that has been parted to the part that has its fragment: `report.html#p12` is kept by
 * readers, and stands in a part now. Without a script the page lists its parts.
 */
export function startParts(): void {
  const follow = (): void => {
    const name = decodeURIComponent(location.hash.slice(1));
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav.parts a[data-part]')];
    if (name === '' || links.length === 0 || document.getElementById(name) !== null) return;
    void find(name, [...new Set(links.map(({ href }) => href.replace(/#.*$/, '')))]);
  };
  addEventListener('hashchange', follow);
  follow();
}

/** Goes to the part that has the name, as soon as one is found; stays where none has. */
async function find(name: string, parts: readonly string[]): Promise<void> {
  const found = await Promise.any(parts.map((part) => having(name, part))).catch(() => undefined);
  if (found !== undefined) location.replace(`${found}#${encodeURIComponent(name)}`);
}

async function having(name: string, part: string): Promise<string> {
  if ((await readPage(part)).getElementById(name) === null) throw new Error(`${part}: no ${name}`);
  return part;
}
