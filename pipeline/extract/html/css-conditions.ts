import { compileQuery, matches } from 'media-query-fns';
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

/** Whether what a media query stands before is for a screen of the usual size: `print`, `(width >= 600px)`. */
export function holdsOnScreen(query: string): boolean {
  return matches(compileQuery(query), SCREEN);
}

/** Whether what a condition of `@supports` stands before is for browsers of today: they know what sheets ask for. */
export function isSupported(condition: string): boolean {
  return !/^[\s(]*not\b/i.test(condition);
}
