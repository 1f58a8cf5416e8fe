import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { keepPicture } from './pictures.ts';

/** A small phone that is held upright. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

/** The index of the search is read and put together first, on a machine that may be busy. */
export const PATIENCE = { timeout: 120_000 };

/** A reader who does a task; each press, choice and word typed is counted. */
export interface Reader {
  readonly page: Page;
  readonly press: (what: Locator) => Promise<void>;
  readonly choose: (what: Locator, value: string) => Promise<void>;
  readonly type: (what: Locator, text: string) => Promise<void>;
  readonly key: (name: string) => Promise<void>;
  /** What the reader sees at last, compared when it has come. */
  readonly sees: (what: Locator, text: string | RegExp) => Promise<void>;
  readonly presses: () => number;
  /** Keeps a picture of the page under the task's name, where pictures are asked for. */
  readonly keep: (task: string) => Promise<void>;
}

/** A reader of an open page who has pressed nothing yet. */
export function readerOf(page: Page): Reader {
  let presses = 0;
  return {
    page,
    press: async (what) => {
      presses += 1;
      await what.click(PATIENCE);
    },
    choose: async (what, value) => {
      presses += 1;
      await what.selectOption(value);
    },
    type: async (what, text) => {
      presses += 1;
      await what.fill(text);
    },
    key: async (name) => {
      presses += 1;
      await page.keyboard.press(name);
    },
    sees: async (what, text) => {
      await expect.poll(async () => (await what.textContent(PATIENCE)) ?? '', PATIENCE).toMatch(text);
    },
    presses: () => presses,
    keep: (task) => keepPicture(page, `tasks/${task.replace(/\W+/g, '-')}`),
  };
}
