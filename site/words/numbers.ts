import type { Language } from '../catalogue/language.ts';

/** A space that neither breaks nor grows. */
const THIN = '\u00a0';

/**
 * A decimal of the data as people of the language write it, with exactly its digits: no float is made of it.
 *
 *     formatDecimal('28157028.236', 'ru')   // '28 157 028,236'
 */
export function formatDecimal(text: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', decimals] = match;
  const gap = language === 'en' ? ',' : THIN;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, gap);
  const point = language === 'en' ? '.' : ',';
  return `${sign === '-' ? '\u2212' : ''}${grouped}${decimals === undefined ? '' : point + decimals}`;
}

/**
 * A reckoned number beside a printed one: one decimal more than is printed, or as many as two digits that matter take. All
 * the digits of a quotient would claim more than the data know.
 *
 *     roundedBeside('22.42268', '90.5')    // '22.42'
 *     roundedBeside('0.033153', '0.04')    // '0.033'
 */
export function roundedBeside(reckoned: string, printed: string): string {
  const decimals = (text: string): number => (text.split('.')[1] ?? '').length;
  if (!/^-?\d+\.\d+$/.test(reckoned)) return reckoned;
  const size = Math.abs(Number(reckoned));
  const mattering = size === 0 || size >= 1 ? 0 : 1 - Math.floor(Math.log10(size));
  const kept = Math.max(decimals(printed) + 1, mattering);
  return kept >= decimals(reckoned)
    ? reckoned
    : Number(reckoned)
        .toFixed(kept)
        .replace(/\.?0+$/, '');
}

/** Size of a file as people say it: `8.1 kB`, `7,5 МБ`. */
export function formatBytes(bytes: number, language: Language): string {
  const [kilo, mega] = language === 'en' ? ['kB', 'MB'] : ['кБ', 'МБ'];
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, kilo] : [bytes / 1e6, mega];
  return `${formatDecimal(amount.toFixed(1), language)}${THIN}${unit}`;
}

/**
 * Numbers of axes and charts: at most four digits that matter, `1.2M` only where they would not fit otherwise. Where the
 * unit is a multiple itself they are whole: `40.9M` under "million tenge" would be read as so many tenge.
 */
export function shortNumber(language: Language, isMultiple = false): (value: number) => string {
  const round = (value: number): string => {
    const decimals =
      Math.abs(value) >= 1000 || Number.isInteger(value)
        ? 0
        : Math.abs(value) >= 10
          ? 1
          : Math.abs(value) >= 1
            ? 2
            : 3;
    return formatDecimal(
      value
        .toFixed(decimals)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, ''),
      language,
    );
  };
  const [million, thousand] = { kk: ['млн', 'мың'], ru: ['млн', 'тыс.'], en: ['M', 'k'] }[language];
  return (value) => {
    const size = isMultiple ? 0 : Math.abs(value);
    if (size >= 1e6) return `${round(value / 1e6)}${language === 'en' ? '' : THIN}${million}`;
    if (size >= 1e5) return `${round(value / 1e3)}${language === 'en' ? '' : THIN}${thousand}`;
    return round(value);
  };
}

/** Most letters of a number that is written out whole in a chart. */
const MOST_WHOLE = 9;

/** Printed values at the points of charts: with exactly their digits where these fit, else as on an axis. */
export function writtenValue(language: Language, isMultiple = false): (printed: string) => string {
  const short = shortNumber(language, isMultiple);
  return (printed) => {
    const whole = formatDecimal(printed, language);
    const value = Number(printed);
    const isLong = whole.length > MOST_WHOLE || (Math.abs(value) >= 1e5 && !Number.isInteger(value));
    return isLong ? short(value) : whole;
  };
}

/** Most letters of a number that fit a tile of the map on the narrowest phone. */
export const MOST_ROOMY = 6;

/** Printed values on the tiles of a map: whole where they fit, else rounded, big ones to three digits. */
export function tileNumber(language: Language, isMultiple = false): (printed: string) => string {
  const short = shortNumber(language, isMultiple);
  return (printed) => {
    const whole = formatDecimal(printed, language);
    const value = Number(printed);
    const isBig = Math.abs(value) >= 1e5 && !isMultiple;
    return whole.length <= MOST_ROOMY ? whole : short(isBig ? Number(value.toPrecision(3)) : value);
  };
}
