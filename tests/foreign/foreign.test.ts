import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drafted } from '../../pipeline/command-line/draft/drafted.ts';
import { extractByPlaces } from '../../pipeline/extract/extract.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';
import type { Source } from '../../pipeline/page/source.ts';
import { emptyFolder } from '../publish/folder.ts';
import { compared, FOREIGN, filesOf } from './compared.ts';

/** Each document with the numbers that a person reads in it, and identities that its draft is to propose. */
const DOCUMENTS = [
  {
    name: 'iowa-counties',
    count: 1100,
    identities: ['[county=totals] = sum(', '[column=grand_total] = sum('],
  },
  {
    name: 'arizona-registration',
    count: 2784,
    identities: [
      '[column=total] = sum(',
      '[active_county=percentages] = 100 * ',
      '[active_district=total] = sum(',
      '[block=all, active_district=state_total] = sum(',
    ],
  },
  // Of its other pages nobody has written down what a person reads; twelve of its 110 stand before and behind.
  {
    name: 'rosstat-2017-08',
    read: { first: 1, last: 12 },
    drafted: { first: 4, last: 4 },
    count: 113,
    identities: [],
  },
];

/** Third parties' documents are no part of the project: they are read where they lie. */
describe.skipIf(!existsSync(FOREIGN)).each(DOCUMENTS)(
  `the document $name of strangers (${FOREIGN})`,
  { timeout: 120_000 },
  ({ name, read, drafted: pages, count, identities }) => {
    const { source, expectations } = filesOf(name);
    let whole: Source;
    beforeAll(async () => {
      whole = await extractByPlaces(readFileSync(source), source, { range: read });
    });

    it(`is read as a person reads it, all ${count} numbers`, () => {
      const { right, wrong, refused } = compared(`tests/foreign/${name}`, whole, expectations);
      expect(refused).toEqual([]);
      expect(wrong).toEqual([]);
      expect(right).toBe(count);
    });

    it('is read by its draft as it is, without a line of a person', async () => {
      const bytes = readFileSync(source);
      const seen = pages === undefined ? whole : await extractByPlaces(bytes, source, { range: pages });
      const file = { file: 'document.pdf', sha256: sha256(bytes) };
      const { files } = drafted({ id: name, source: seen, file });
      const folder = join(emptyFolder(), name);
      for (const [path, text] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const { right, wrong, refused } = compared(folder, whole, expectations);
      expect(refused).toEqual([]);
      expect(wrong).toEqual([]);
      expect(right).toBe(count);
      const written = [...files.values()].join('');
      for (const identity of identities) expect(written).toContain(identity);
      const lines = written.split('\n').length - files.size;
      console.log(`${name}: ${lines} lines drafted, ${(written.match(/# TODO /g) ?? []).length} to look at`);
    });
  },
);

describe.skipIf(existsSync(FOREIGN))('documents of strangers', () => {
  it(`are not at hand: nothing lies at ${FOREIGN} (FOREIGN_DOCUMENTS names another folder)`, (context) => {
    context.skip();
  });
});
