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

/** Whether what a condition of `@supports` stands before is for browsers of today: they know what sheets ask for. */
export function isSupported(condition: string): boolean {
  return !/^[\s(]*not\b/i.test(condition);
}
