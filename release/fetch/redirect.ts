import { fault, type SourceFault } from '../../pipeline/page/finding.ts';
import { onOneLine } from './outside.ts';

const MOST_HOPS = 5;

/** Statuses that name another address. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * The address that a redirect leads to. `passed` are the addresses asked so far, the last one being that which
 * redirects.
 *
 * Throws a finding when it names none, leads out of the listed origins (another host, another port, or from https
 * to http), in a circle, or on and on.
 */
export function redirected(
  passed: readonly [URL, ...URL[]],
  location: string | undefined,
  origins: readonly string[],
): URL {
  const from = passed.at(-1) ?? passed[0];
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw refusal(
      from,
      'a redirect that names an address',
      location === undefined ? 'none' : `"${location}"`,
    );
  }
  const to = new URL(location, from);
  to.hash = '';
  if (!origins.includes(to.origin) || to.username !== '' || to.password !== '') {
    const found = `one to ${to.username === '' ? to.origin : 'an address with a user name'}`;
    const action = 'if that is right, list its scheme and host under register.origins in document.yaml';
    throw refusal(from, `a redirect to ${origins.join(' or ')}`, found, action);
  }
  if (passed.some(({ href }) => href === to.href)) {
    throw refusal(passed[0], 'redirects that end', `a circle back to ${to.href}`);
  }
  if (passed.length > MOST_HOPS) {
    throw refusal(passed[0], `at most ${MOST_HOPS} redirects`, `one more, to ${to.href}`);
  }
  return to;
}

function refusal(from: URL, expected: string, found: string, action?: string): SourceFault {
  return fault({
    kind: 'register',
    place: { file: from.href },
    expected,
    found: onOneLine(found),
    ...(action !== undefined && { action }),
  });
}
