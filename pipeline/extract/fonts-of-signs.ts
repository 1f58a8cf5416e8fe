/** Fonts that print signs where others have letters; of the second kind, digits and their signs are as in others. */
const FONT_OF_SIGNS = /^(?:wingdings|webdings|marlett|zapf ?dingbats|mt extra)/i;
const FONT_OF_SYMBOLS = /^symbol/i;
const NO_DIGITS = /[^\p{Nd}\s.,()+\-/%]/gu;

/** Text as a font prints it that has signs where others have letters: `sign` stands for each of these. */
export function inFont(text: string, font: string, sign: string): string {
  if (FONT_OF_SIGNS.test(font)) return text.replace(/\S/g, sign);
  return FONT_OF_SYMBOLS.test(font) ? text.replace(NO_DIGITS, sign) : text;
}

/** Whether a font prints signs where others have digits. */
export function isFontOfSigns(font: string): boolean {
  return FONT_OF_SIGNS.test(font);
}
