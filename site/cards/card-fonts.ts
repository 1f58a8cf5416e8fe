import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Font, readFont } from './font.ts';

/** The fonts of the cards: an open one with the letters of Kazakh, Russian and the languages in Latin letters. */
export interface CardFonts {
  readonly plain: Font;
  readonly bold: Font;
}

/** The name by which a drawing asks for them. */
export const FONT_FAMILY = 'Golos Text';
/** The weight of the bold one. */
export const BOLD = 600;

/** Reads the fonts from the package that ships them. */
export function cardFonts(): CardFonts {
  const { resolve } = createRequire(import.meta.url);
  const font = (file: string): Font =>
    readFont(readFileSync(resolve(`@expo-google-fonts/golos-text/${file}.ttf`)));
  return { plain: font('400Regular/GolosText_400Regular'), bold: font('600SemiBold/GolosText_600SemiBold') };
}
