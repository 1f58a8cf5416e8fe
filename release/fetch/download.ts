import type { IncomingHttpHeaders } from 'node:http';
import type { TaskReader } from '../../pipeline/command-line/limited-reading.ts';
import { fault, type SourceFault } from '../../pipeline/page/finding.ts';
import type { Register } from '../../pipeline/template/register.ts';
import type { Exchange, Limits } from './exchange.ts';
import { onOneLine } from './outside.ts';
import { backoff, isPassing, type Patience, retryAfter } from './patience.ts';
import { isRedirect, redirected } from './redirect.ts';

/** What asking a register needs of the world, handed in so that a test need not wait. */
export interface World {
  readonly exchange: (
    url: URL,
    headers: Readonly<Record<string, string>>,
    limits: Limits,
  ) => Promise<Exchange>;
  readonly now: () => Date;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told what a person who waits may want to know. */
  readonly tell: (text: string) => void;
  /** Reads what came: it may be made to take all time and memory there is. */
  readonly read: TaskReader;
  readonly limits: Omit<Limits, 'bytes'>;
  readonly patience: Patience;
}

/** What the register answered: the document, or that it has not changed since the one that was told of. */
export type Download =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'document';
      readonly url: string;
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: Uint8Array;
    };

const MEBIBYTE = 1024 * 1024;

/**
 * Asks a register for its document, patiently and politely: redirects are followed by hand and only to listed
 * origins; what may pass (429, 5xx, a network's failure, a cut) is tried again after a pause, and a `Retry-After`
 * is obeyed. `conditions` are the headers that ask for changes only.
 *
 * Throws a finding that says what came when it was neither the document nor "not modified".
 */
export async function download(
  register: Register,
  conditions: Readonly<Record<string, string>>,
  world: World,
): Promise<Download> {
  const { patience, random, sleep, tell } = world;
  for (let attempt = 0; ; attempt += 1) {
    const { url, result } = await follow(register, conditions, world);
    const verdict = judged(url, result, conditions);
    if (verdict.kind !== 'refused') return verdict;
    const { found, mayPass, action } = verdict;
    if (!mayPass) throw unwanted(url, found, action);
    if (attempt + 1 >= patience.attempts) {
      throw unwanted(url, `${found}, ${patience.attempts} times`, 'try again later');
    }
    const asked = askedFor(result, world.now());
    if (asked > patience.longestAskedFor) {
      throw unwanted(url, `${found}, to be asked again in ${Math.ceil(asked / 1000)} s`, 'run it again then');
    }
    const pause = Math.max(asked, backoff(attempt, patience, random));
    tell(`${url.href}: ${onOneLine(found)}; asking again in ${(pause / 1000).toFixed(1)} s`);
    await sleep(pause);
  }
}

/** Asks the address and those that it redirects to, until one answers otherwise. */
async function follow(
  register: Register,
  conditions: Readonly<Record<string, string>>,
  { exchange, limits }: World,
): Promise<{ readonly url: URL; readonly result: Exchange }> {
  const headers = { accept: register.media_types.join(', '), 'user-agent': 'open-data-etl', ...conditions };
  const bytes = Math.floor(register.most_megabytes * MEBIBYTE);
  let url = new URL(register.url);
  const passed: [URL, ...URL[]] = [url];
  while (true) {
    const result = await exchange(url, headers, { ...limits, bytes });
    if (result.kind === 'failure' || !isRedirect(result.status)) return { url, result };
    url = redirected(passed, result.headers.location, register.origins);
    passed.push(url);
  }
}

/** A result that is not what was asked for: what came instead, whether it may pass, and what to do if not. */
interface Refused {
  readonly kind: 'refused';
  readonly found: string;
  readonly mayPass: boolean;
  readonly action: string;
}

function judged(
  url: URL,
  result: Exchange,
  conditions: Readonly<Record<string, string>>,
): Download | Refused {
  if (result.kind === 'failure') {
    const action = 'look at the register with a browser; if it is right, mend document.yaml';
    return { kind: 'refused', found: result.found, mayPass: result.isWorthRetrying, action };
  }
  const { status, headers, body } = result;
  if (status === 200) return { kind: 'document', url: url.href, status, headers, body };
  if (status === 304 && Object.keys(conditions).length > 0) return { kind: 'unchanged' };
  const action = 'look at the address with a browser, and correct register.url in document.yaml';
  return { kind: 'refused', found: `the status ${status}`, mayPass: isPassing(status), action };
}

function askedFor(result: Exchange, now: Date): number {
  return result.kind === 'answer' ? (retryAfter(result.headers['retry-after'], now) ?? 0) : 0;
}

function unwanted({ href }: URL, found: string, action: string): SourceFault {
  return fault({
    kind: 'register',
    place: { file: href },
    expected: 'the document',
    found: onOneLine(found),
    action,
  });
}
