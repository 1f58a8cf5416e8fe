import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'vitest';

/** The official schemas of the standards, which are no part of the project. */
const FOLDER = resolve('../shared/standards');

const REASON = `the official schemas are not at hand (${FOLDER}); only the project's own checks of the standards ran`;

/** A test that needs the official schemas: where they are not, it is skipped and says why. */
export function officialTest(sentence: string, run: () => void | Promise<void>): void {
  test(sentence, async ({ skip }) => {
    if (!existsSync(FOLDER)) {
      console.warn(`skipped: ${sentence}: ${REASON}`);
      skip(REASON);
    }
    await run();
  });
}

/** One of the official files. */
export function official(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}
