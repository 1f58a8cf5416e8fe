/**
 * Things by what they have in common, in the order in which they come.
 *
 *     grouped(['pear', 'fig', 'plum'], ([letter]) => letter)   // p: pear, plum; f: fig
 */
export function grouped<T, Key>(
  things: Iterable<T>,
  keyOf: (thing: T) => Key,
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [thing]);
    else own.push(thing);
  }
  return groups;
}
