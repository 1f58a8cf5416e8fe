import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import type { Scheme } from './axe.ts';

/** The folder that a person looks through. */
const FOLDER = 'build/screenshots';

/**
 * Whether pictures are asked for, by `PICTURES=1 npx vitest run tests/site`: no test holds anything of them, and they take
 * a third as long as all that is held of their pages.
 */
const ARE_PICTURES_KEPT = process.env.PICTURES !== undefined;

/** Keeps what the window of a page shows, where pictures are asked for: `keepPicture(page, 'tasks/a-search')`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!ARE_PICTURES_KEPT) return;
  const path = `${FOLDER}/${name}.jpeg`;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, quality: 70 });
}

/** The same in the dark and then in the light. */
export async function keepPictures(page: Page, name: string): Promise<void> {
  if (!ARE_PICTURES_KEPT) return;
  const ends: readonly (readonly [Scheme, string])[] = [
    ['dark', '-dark'],
    ['light', ''],
  ];
  for (const [colorScheme, end] of ends) {
    await page.emulateMedia({ colorScheme });
    await keepPicture(page, `${name}${end}`);
  }
}
