import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compared, FOREIGN, filesOf } from './compared.ts';

/** The numbers that a person reads in each document. */
const NUMBERS: readonly (readonly [string, number])[] = [
  ['iowa-counties', 1100],
  ['arizona-registration', 2784],
  ['rosstat-2017-08', 113],
];

/** Third parties' documents are no part of the project: they are read where they lie. */
describe.skipIf(!existsSync(FOREIGN))(`a document of strangers (${FOREIGN})`, () => {
  it.each(NUMBERS)('%s is read as a person reads it, all %d numbers', async (name, count) => {
    const { source, expectations } = filesOf(name);
    const { right, wrong, refused } = await compared(`tests/foreign/${name}`, source, expectations);
    expect(refused).toEqual([]);
    expect(wrong).toEqual([]);
    expect(right).toBe(count);
  });
});

describe.skipIf(existsSync(FOREIGN))('documents of strangers', () => {
  it(`are not at hand: nothing lies at ${FOREIGN} (FOREIGN_DOCUMENTS names another folder)`, (context) => {
    context.skip();
  });
});
