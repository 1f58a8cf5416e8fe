import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../made-up-project.ts';
import { emptyFolder, filesOf } from '../publish/folder.ts';
import { start } from './programs.ts';
import { buildIn, differing, SURROUNDINGS } from './reproduction.ts';

const MINUTES = 300_000;
/** DuckDB allocates by a jemalloc of its own there; elsewhere its file is the same in content alone. */
const isLinux = process.platform === 'linux';

// `npm run reproduce` does so with the whole document.
test('a build writes the same bytes in another folder, time zone, locale and umask, and on one processor', {
  timeout: MINUTES,
}, () => {
  const project = makeProject('family-of-tables');
  try {
    const [plain, ...others] = SURROUNDINGS;
    const first = buildIn(project, join(project, 'build'), plain);
    expect(first.error).toBe('');
    expect(first.files.size).toBeGreaterThan(20);
    for (const surroundings of others) {
      const outcome = buildIn(project, join(project, 'build'), surroundings);
      const different = differing(first, outcome).filter((path) => isLinux || !/duckdb$|SUMS$/.test(path));
      expect([surroundings.name, outcome.error, different]).toEqual([surroundings.name, '', []]);
    }
    expect(differing(first, { files: new Map(), error: '' })).toHaveLength(first.files.size);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

// Blocks of texts that are nearly full keep a gap which DuckDB never sets.
test.runIf(isLinux)(
  'no byte of the database comes from memory that was never set',
  {
    timeout: MINUTES,
  },
  async () => {
    const folder = emptyFolder();
    const built = async (
      name: string,
      env: Readonly<Record<string, string>>,
    ): Promise<string | undefined> => {
      const ended = await start('tests/nothing-lost/long-database.mjs', [join(folder, name)], { env });
      expect(ended).toMatchObject({ code: 0, err: '' });
      return filesOf(folder).get(name);
    };
    const clean = await built('clean', {});
    expect(clean).toMatch(/^[0-9a-f]{64}$/);
    expect(await built('dirty', { DUCKDB_JE_MALLOC_CONF: 'junk:true', MALLOC_PERTURB_: '90' })).toBe(clean);
  },
);
