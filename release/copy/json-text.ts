/** A text in quotes, or one of the signs that open, close and part what JSON holds. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The first key that stands twice in one object of a JSON text, which must be JSON: readers take the first or the last
 * of the two as they please, so that two people see two contents. `undefined` when every key stands once.
 *
 *     repeatedKey('{"a": 1, "\\u0061": 2}')  // 'a'
 */
export function repeatedKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const keys = open.at(-1);
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"') && isKey && keys !== undefined) {
      const key: unknown = JSON.parse(token);
      if (typeof key === 'string' && keys.has(key)) return key;
      keys.add(String(key));
    }
    isKey = token === '{' || (token === ',' && open.at(-1) !== undefined);
  }
  return undefined;
}
