import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { markUpToDate } from '../../pipeline/command-line/up-to-date.ts';
import { inTemporaryFolder } from '../../pipeline/publish/folder/scratch.ts';

it('no word is left of an output that another build is replacing just now, and that is no fault', async () => {
  await inTemporaryFolder('up-to-date', async (folder) => {
    const [out, kept] = [join(folder, 'output'), join(folder, 'build')];
    mkdirSync(kept);
    markUpToDate('inputs', { name: 'orchards', folder, out, kept });
    expect(readdirSync(kept)).toEqual([]);
  });
});
