/** A copy of what stands on another page, its links made whole. */
export function wholeCopy<Found extends Element>(found: Found, { href }: URL): Found {
  const copy = document.importNode(found, true);
  for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[href]'))
    link.href = new URL(link.getAttribute('href') ?? '', href).href;
  return copy;
}

/** Another page of the site as it was sent. */
export async function readPage(url: string): Promise<Document> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
