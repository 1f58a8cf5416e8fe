/** What stands between commas, or between spaces, outside of brackets: `rgb(0 0 0) none` is two words. */
export function partsOf(value: string, sign: ',' | ' '): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of value) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (depth === 0 && character === sign) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '');
}

/** What stands in the brackets of a function that a value is: `color-mix(in srgb, red, blue)`. */
export function argumentsOf(value: string, name: string): readonly string[] | undefined {
  return value.startsWith(`${name}(`) && value.endsWith(')')
    ? partsOf(value.slice(name.length + 1, -1), ',')
    : undefined;
}
