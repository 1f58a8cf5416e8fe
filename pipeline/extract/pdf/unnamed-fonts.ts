import { entriesOf, partsOf, type RawObjects, referred, stringOf } from './dictionaries.ts';

/** Collections of characters that the standard numbers. */
const NUMBERED = /^(?:CNS1|GB1|Japan1|Japan2|Korea1|KR)$/;

/**
 * The names of fonts of which a file has neither the drawings nor a table of characters, only numbers of glyphs in a font
 * that is elsewhere. Programs that have none of that name guess: some take the numbers for characters, some for those of
 * another font, and some show nothing.
 */
export function unnamedFonts(objects: RawObjects): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of objects.values()) {
    if (!text.includes('/DescendantFonts')) continue;
    const font = entriesOf(text);
    if (font.has('ToUnicode')) continue;
    const [first] = partsOf(referred(font.get('DescendantFonts'), objects) ?? '');
    const own = entriesOf(referred(first, objects));
    const descriptor = entriesOf(referred(own.get('FontDescriptor'), objects));
    const ordering = stringOf(
      referred(entriesOf(referred(own.get('CIDSystemInfo'), objects)).get('Ordering'), objects),
    );
    const isOwn = [...descriptor.keys()].some((key) => key.startsWith('FontFile'));
    if (isOwn || NUMBERED.test(ordering ?? '')) continue;
    for (const value of [font.get('BaseFont'), own.get('BaseFont'), descriptor.get('FontName')])
      names.add(plainName(referred(value, objects) ?? ''));
  }
  return names;
}

/** A name without its bar, its letters that are written as numbers spelt out. */
function plainName(name: string): string {
  return name
    .trim()
    .slice(1)
    .replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
