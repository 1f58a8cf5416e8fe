import { existsSync } from 'node:fs';
import { $ } from 'zx';

/** Where Debian and others put the browser; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser's executable, or undefined when there is none. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
}

/** Why the tests in the browser are skipped where there is none. */
export const NO_CHROMIUM = 'no chromium: apt-get install chromium, or name one in CHROMIUM';

/**
 * Installs Debian's chromium when it is missing and that can be done: on Debian, as root, with a package source.
 * Returns what a person should know: nothing when there is a browser, else why there is none.
 */
export async function installChromium(): Promise<string | undefined> {
  if (findChromium() !== undefined) return undefined;
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get'))
    return `${NO_CHROMIUM} (it installs itself on Debian only)`;
  if (process.getuid?.() !== 0) return `${NO_CHROMIUM} (only root can install it)`;
  console.log('installing chromium, which the tests of the site run in ...');
  const quiet = $({ nothrow: true, quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const updated = await quiet`apt-get update`;
  const installed = await quiet`apt-get install --yes --no-install-recommends chromium`;
  if (findChromium() !== undefined) return undefined;
  const said = `${updated.stderr}\n${installed.stderr}`.trim().split('\n').at(-1) ?? '';
  return `${NO_CHROMIUM} (apt-get failed: ${said})`;
}
