import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium, NO_CHROMIUM } from './chromium.ts';

/** Nothing that a browser does of itself may disturb a test or reach for the network. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds that a page may take on a machine that has much else to do: a limit, no measure. */
const BUSY = 120_000;

/** What went wrong on a page, each list empty on a good one. */
export interface Faults {
  /** Errors and warnings of the console, refusals of the security policy among them, and uncaught errors. */
  readonly console: readonly string[];
  /** Requests that got no answer, or one of 400 and above; not those of a page that was left. */
  readonly failed: readonly string[];
  /** Requests to another host than the site's. */
  readonly foreign: readonly string[];
}

/** No fault of any kind: what a page's faults are compared with. */
export const NO_FAULTS: Faults = { console: [], failed: [], foreign: [] };

/** A page and what went wrong on it so far. */
export interface Watched {
  readonly page: Page;
  readonly faults: Faults;
}

/** Opens pages in contexts of their own, so that none sees what another stored. */
export type OpenPage = (url: string, options?: BrowserContextOptions) => Promise<Watched>;

const started: { browser?: Promise<Browser> } = {};

/**
 * The browser of this process, with a fresh profile: the files of its tests share it, and it ends with the process. Fails
 * when there is none.
 */
function browserOfProcess(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) return noBrowser();
  started.browser ??= chromium.launch({
    ...{ executablePath, headless: true, chromiumSandbox: false },
    args: FLAGS,
  });
  return started.browser;
}

/** Opens an address and watches it from its first request on. */
async function openPage(context: BrowserContext, url: string): Promise<Watched> {
  const page = await context.newPage();
  const watched = { page, faults: watch(page, new URL(url).host) };
  await page.goto(url);
  return watched;
}

function watch(page: Page, host: string): Faults {
  const faults = { console: [] as string[], failed: [] as string[], foreign: [] as string[] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.console.push(message.text());
  });
  page.on('pageerror', (error) => faults.console.push(String(error)));
  page.on('requestfailed', (request) => {
    if (!isGivenUp(request)) faults.failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.failed.push(`${response.url()} ${response.status()}`);
  });
  page.context().on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && asked !== host) faults.foreign.push(request.url());
  });
  return faults;
}

/** A page that is left before its icon or its database came needs them no more; no server causes this error. */
function isGivenUp(request: Request): boolean {
  return request.failure()?.errorText === 'net::ERR_ABORTED';
}

/**
 * A group of tests in the browser; skipped, with the reason in its name, where there is no chromium. What its tests leave
 * open is closed after the last.
 *
 *     describeInBrowser('the home page', (open) => {
 *       it('has no fault', async () => {
 *         const { faults } = await open(`${url}en/`);
 *         expect(faults).toEqual(NO_FAULTS);
 *       });
 *     });
 */
export function describeInBrowser(name: string, tests: (open: OpenPage) => void): void {
  if (findChromium() === undefined) {
    describe.skip(`${name} (skipped: ${NO_CHROMIUM})`, () => tests(noBrowser));
    return;
  }
  describe(name, () => {
    const opened: BrowserContext[] = [];
    beforeAll(async () => {
      await browserOfProcess();
    });
    afterAll(async () => {
      await Promise.all(opened.map((context) => context.close()));
    });
    tests(async (url, options) => {
      const context = await (await browserOfProcess()).newContext(options);
      context.setDefaultTimeout(BUSY);
      opened.push(context);
      return await openPage(context, url);
    });
  });
}

function noBrowser(): Promise<never> {
  return Promise.reject(new Error(NO_CHROMIUM));
}
