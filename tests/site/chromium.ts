import { existsSync } from 'node:fs';
import { $ } from 'zx';

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

/** A package source that does not answer costs no more than a browser with windows would. */
const PATIENCE = '90s';

/**
 * Installs Debian's chromium without windows when it is missing and that can be done: on Debian, as root, with a
 * package source. Returns what a person should know: nothing when there is a browser, else why there is none.
 */
export async function installChromium(): Promise<string | undefined> {
  if (process.env.CHROMIUM !== undefined || existsSync(SHELL)) return missing();
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get'))
    return missing('it installs itself on Debian only');
  if (process.getuid?.() !== 0) return missing('only root can install it');
  console.log('installing chromium without windows, which the tests of the site run in ...');
  const quiet = $({
    nothrow: true,
    quiet: true,
    timeout: PATIENCE,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const updated = await quiet`apt-get update`;
  const installed = await quiet`apt-get install --yes --no-install-recommends chromium-headless-shell`;
  const said = `${updated.stderr}\n${installed.stderr}`.trim().split('\n').at(-1) ?? '';
  return missing(`apt-get failed: ${said}`);
}

function missing(reason?: string): string | undefined {
  if (findChromium() !== undefined) return undefined;
  return reason === undefined ? NO_CHROMIUM : `${NO_CHROMIUM} (${reason})`;
}
