import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The colours of the site's style in the light, by their names. */
export type Palette = ReadonlyMap<string, string>;

/** Reads the colours from the style, where they are declared once: the first rule for the whole page. */
export function readPalette(): Palette {
  const css = readFileSync(join(import.meta.dirname, '../style/base.css'), 'utf8');
  const [, rule = ''] = /:root \{([^}]*)\}/.exec(css) ?? [];
  return new Map(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** A drawing with its colours in place of their names; throws for a name that the style does not know. */
export function coloured(svg: string, palette: Palette): string {
  return svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const colour = palette.get(name);
    if (colour === undefined) throw new Error(`card: expected a colour of the style, found --${name}`);
    return colour;
  });
}
