import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drafted } from '../../pipeline/command-line/draft/drafted.ts';
import { extractByPlaces } from '../../pipeline/extract/extract.ts';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { emptyFolder } from '../publish/folder.ts';
import { compared, FOREIGN, filesOf } from './compared.ts';

const PAGE_4 = { first: 4, last: 4 };
/** Each document with the numbers that a person reads in it, and identities that its draft is to propose. */
const DOCUMENTS = [
  ['iowa-counties', undefined, 1100, ['[county=totals] = sum(', '[column=grand_total] = sum(']],
  [
    'arizona-registration',
    undefined,
    2784,
    [
      '[column=total] = sum(',
      '[active_county=percentages] = 100 * ',
      '[active_district=total] = sum(',
      '[block=all, active_district=state_total] = sum(',
    ],
  ],
  ['rosstat-2017-08', PAGE_4, 113, []],
] as const;

describe.skipIf(!existsSync(FOREIGN))(
  `the draft of a document of strangers (${FOREIGN})`,
  { timeout: 120_000 },
  () => {
    it.each(DOCUMENTS)(
      '%s is read as it is, without a line of a person',
      async (name, pages, count, identities) => {
        const { source, expectations } = filesOf(name);
        const bytes = readFileSync(source);
        const seen = await extractByPlaces(bytes, source, { range: pages });
        const { files } = drafted({
          id: name,
          source: seen,
          file: { file: 'document.pdf', sha256: sha256(bytes) },
        });
        const folder = join(emptyFolder(), name);
        for (const [path, text] of files) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
        const { right, wrong, refused } = await compared(folder, source, expectations);
        expect(refused).toEqual([]);
        expect(wrong).toEqual([]);
        expect(right).toBe(count);
        const written = [...files.values()].join('');
        for (const identity of identities) expect(written).toContain(identity);
        const lines = written.split('\n').length - files.size;
        console.log(
          `${name}: ${lines} lines drafted, ${(written.match(/# TODO /g) ?? []).length} to look at`,
        );
      },
    );
  },
);

describe.skipIf(existsSync(FOREIGN))('drafts of documents of strangers', () => {
  it(`are not made: nothing lies at ${FOREIGN} (FOREIGN_DOCUMENTS names another folder)`, (context) => {
    context.skip();
  });
});
