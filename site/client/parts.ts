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

async function find(name: string, parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    const answer = await fetch(part);
    if (!answer.ok) continue;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (page.getElementById(name) === null) continue;
    location.replace(`${part}#${encodeURIComponent(name)}`);
    return;
  }
}
