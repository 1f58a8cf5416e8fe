import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from 'playwright-core';
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

/** The window of a page that asks for none. */
const WINDOW = { width: 1280, height: 720 };

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
  /**
   * Gives the page back: who opens one with the same options next gets it, as if it were new, for to begin a page takes
   * longer than to read one. A page on which a test failed is not given back, nor may one that a test listens to.
   */
  readonly done: () => Promise<void>;
}

/** Opens a page that sees nothing of what another test stored. */
export type OpenPage = (url: string, options?: BrowserContextOptions) => Promise<Watched>;

/** A page that is watched for whoever has it now. */
interface Begun {
  readonly page: Page;
  /** The only host that it may ask. */
  host: string;
  faults: { readonly [each in keyof Faults]: string[] };
}

const started: { browser?: Promise<Browser> } = {};
/** Pages that were given back, by the options that they were begun with. */
const given = new Map<string, Begun[]>();

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

/** Begins a page, watched from its first request on. */
async function begin(options: BrowserContextOptions): Promise<Begun> {
  const context = await (await browserOfProcess()).newContext(options);
  context.setDefaultTimeout(BUSY);
  const begun: Begun = { page: await context.newPage(), host: '', faults: noFaults() };
  watch(begun);
  return begun;
}

/** Opens an address on a page that is as if it were new. */
async function openOn(begun: Begun, url: string, options: BrowserContextOptions): Promise<Watched> {
  const { page } = begun;
  const faults = noFaults();
  begun.faults = faults;
  begun.host = new URL(url).host;
  await page.goto(url);
  const key = JSON.stringify(options);
  return {
    page,
    faults,
    done: async () => {
      await forget(page, options);
      given.set(key, [...(given.get(key) ?? []), begun]);
    },
  };
}

function noFaults(): Begun['faults'] {
  return { console: [], failed: [], foreign: [] };
}

/** Takes away what a test stored, and undoes what it set. */
async function forget(page: Page, options: BrowserContextOptions): Promise<void> {
  const { colorScheme = 'light', reducedMotion = 'no-preference', viewport = WINDOW } = options;
  await page.context().clearCookies();
  if (options.javaScriptEnabled !== false) await page.evaluate(forgetStored);
  await page.goto('about:blank');
  await page.emulateMedia({ media: null, colorScheme, reducedMotion });
  if (viewport !== null) await page.setViewportSize(viewport);
}

function forgetStored(): void {
  for (const store of [localStorage, sessionStorage]) store.clear();
}

function watch(begun: Begun): void {
  const { page } = begun;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) begun.faults.console.push(message.text());
  });
  page.on('pageerror', (error) => begun.faults.console.push(String(error)));
  page.on('requestfailed', (request) => {
    if (!isGivenUp(request))
      begun.faults.failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) begun.faults.failed.push(`${response.url()} ${response.status()}`);
  });
  page.context().on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && host !== begun.host)
      begun.faults.foreign.push(request.url());
  });
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
    const opened = new Set<Page>();
    beforeAll(async () => {
      await browserOfProcess();
    });
    afterAll(async () => {
      await Promise.all([...opened].map((page) => page.context().close()));
    });
    tests(async (url, options = {}) => {
      const begun = given.get(JSON.stringify(options))?.pop() ?? (await begin(options));
      opened.add(begun.page);
      const watched = await openOn(begun, url, options);
      return {
        ...watched,
        done: async () => {
          await watched.done();
          opened.delete(begun.page);
        },
      };
    });
  });
}

function noBrowser(): Promise<never> {
  return Promise.reject(new Error(NO_CHROMIUM));
}
