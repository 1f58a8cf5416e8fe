import { compileQuery, matches } from 'media-query-fns';
import { partsOf } from './css-functions.ts';
import { isSelector } from './css-selectors.ts';
import { SETTINGS } from './settings.ts';

const WIDTH = SETTINGS.screenWidth.value;
const HEIGHT = SETTINGS.screenHeight.value;
/** The screen that a page is taken to be read on. */
const SCREEN = {
  mediaType: 'screen',
  widthPx: WIDTH,
  heightPx: HEIGHT,
  deviceWidthPx: WIDTH,
  deviceHeightPx: HEIGHT,
  dppx: 1,
  prefersColorScheme: 'light',
} as const;

/**
 * Whether what a media query stands before is for a screen of the usual size: `print`, `(width >= 600px)`. One that cannot
 * be read is for none, as browsers take it.
 */
export function holdsOnScreen(query: string): boolean {
  try {
    return matches(compileQuery(query), SCREEN);
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** What only other browsers know: by what it is called, or by name. */
const OF_OTHERS = /^-(?:ms|moz|o|khtml|apple|epub)-|^-webkit-(?:touch-callout|overflow-scrolling|hyphens)$/;
const VALUE_OF_OTHERS = /(?:^|[\s(])-(?:ms|moz|o|khtml|apple)-/;

/**
 * Whether what a condition of `@supports` stands before is for browsers of today: they know what sheets ask for, but for
 * what is named after one of another maker (`(-moz-appearance: none)`), by which rules are kept to that one.
 */
export function isSupported(condition: string): boolean {
  const [first = '', ...others] = partsOf(condition.replace(/\s+/g, ' '), ' ');
  if (/^not$/i.test(first)) return !isSupported(others.join(' '));
  const at = others.findIndex((part) => /^(?:and|or)$/i.test(part));
  if (at >= 0) {
    const behind = isSupported(others.slice(at + 1).join(' '));
    const before = isSupported([first, ...others.slice(0, at)].join(' '));
    return /^or$/i.test(others[at] ?? '') ? before || behind : before && behind;
  }
  const selector = /^selector\(([\s\S]*)\)$/i.exec(first)?.[1];
  if (selector !== undefined) return isSelector(selector);
  if (!first.startsWith('(') || !first.endsWith(')')) return true;
  const inner = first.slice(1, -1).trim();
  const [, property = '', value = ''] = /^([\w-]+)\s*:([\s\S]*)$/.exec(inner) ?? [];
  if (property === '') return isSupported(inner);
  return !OF_OTHERS.test(property.toLowerCase()) && !VALUE_OF_OTHERS.test(value.toLowerCase());
}
