import { compileQuery, matches } from 'media-query-fns';

/** The screen that a page is taken to be read on. */
const SCREEN = {
  mediaType: 'screen',
  widthPx: 1280,
  heightPx: 800,
  deviceWidthPx: 1280,
  deviceHeightPx: 800,
  dppx: 1,
  prefersColorScheme: 'light',
} as const;

/** Whether what a media query stands before is for a screen of the usual size: `print`, `(width >= 600px)`. */
export function holdsOnScreen(query: string): boolean {
  return matches(compileQuery(query), SCREEN);
}

/** Whether what a condition of `@supports` stands before is for browsers of today: they know what sheets ask for. */
export function isSupported(condition: string): boolean {
  return !/^[\s(]*not\b/i.test(condition);
}
