import { existsSync } from 'node:fs';

/** Chromium without windows, which renders the same and takes a third less time than the browser that has them. */
const SHELL = '/usr/bin/chromium-headless-shell';
/** Where Debian and others put the browser; `CHROMIUM` names another. */
const PLACES = [SHELL, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser's executable, or undefined when there is none. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
}

/** Why the tests in the browser are skipped where there is none. */
export const NO_CHROMIUM = 'no chromium: apt-get install chromium-headless-shell, or name one in CHROMIUM';
