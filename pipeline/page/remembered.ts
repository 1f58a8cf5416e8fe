/**
 * A function of one object whose value is made once for each object and kept as long as the object is: what follows
 * from declarations (a notation's characters, the patterns of a language's words) is asked for at every cell and
 * sentence. The object must not change, and the function must ask for nothing else.
 *
 *     const inkOfNotation = remembered((notation: Notation) => new Set(...))
 */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * A value that is made when it is first asked for, and kept.
 *
 *     const source = once(() => openSource(file));
 */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
