/**
 * Things by the pages that show them, in their order: as many on each as there is room for, one at least; one page
 * where there are none. On the first there may be less room.
 *
 *     inPages([50, 60, 30], 100, (bytes) => bytes)   // [[50], [60, 30]]
 */
export function inPages<Thing>(
  things: readonly Thing[],
  room: number,
  weightOf: (thing: Thing) => number,
  first = room,
): readonly (readonly Thing[])[] {
  const pages: Thing[][] = [[]];
  let left = first;
  for (const thing of things) {
    const weight = weightOf(thing);
    if (weight > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(thing);
    left -= weight;
  }
  return pages;
}
