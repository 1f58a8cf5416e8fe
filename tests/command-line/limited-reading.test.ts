import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Stage } from '../../pipeline/build.ts';
import { readerWithin } from '../../pipeline/command-line/limited-reading.ts';
import type { ReadingLimits } from '../../pipeline/command-line/limits.ts';
import type { Task, TaskHearing } from '../../pipeline/command-line/reading.ts';
import { readPdf } from '../../pipeline/extract/pdf/source.ts';
import type { Source } from '../../pipeline/page/source.ts';
import { makeProject } from '../made-up-project.ts';
import { CLI, startSignalled } from '../nothing-lost/programs.ts';
import { filesOf } from '../publish/folder.ts';
import { loopOfForms, loopOfPages, manyForms, manyObjects } from './hostile-pdfs.ts';

/** No machine is so slow that what ends takes this time, or the seconds of these limits. */
const MINUTES = 300_000;
/** Enough for a PDF of some pages. */
const NARROW: ReadingLimits = { seconds: 3000, mebibytes: 160 };
const AMPLE: ReadingLimits = { seconds: 3000, mebibytes: 1024 };
const DEAF = { started: () => undefined };

afterEach(() => vi.restoreAllMocks());

/** Reads a file's text layer within limits. */
async function read(
  bytes: Uint8Array,
  file: string,
  limits = AMPLE,
  hear: TaskHearing = DEAF,
): Promise<Source> {
  const answer = await readerWithin(limits)(
    { kind: 'look', source: { bytes, file }, pages: undefined },
    hear,
  );
  if (answer.kind !== 'seen') throw new Error('nothing seen');
  return answer.seen;
}

/** A reading that does not end of itself. */
async function readStuck(
  kind: Stage,
  source: string,
  limits: ReadingLimits,
  { signal, hear = DEAF }: { readonly signal?: AbortSignal; readonly hear?: TaskHearing } = {},
): Promise<unknown> {
  const task: Task = { kind, document: undefined, source };
  return readerWithin(limits, signal, new URL('stuck-thread.mjs', import.meta.url))(task, hear);
}

/** What is said of a reading that takes all memory. */
async function said(what: string, mebibytes: number): Promise<string> {
  const words = ['--import', 'tsx', 'tests/command-line/hungry-reading.ts', what, String(mebibytes)];
  return (await promisify(execFile)(process.execPath, words)).stdout;
}

/** Lets an hour pass, for whoever looks at the clock of this thread: what never ends need not be waited for. */
function letAnHourPass(): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + 3_600_000);
}

describe('a PDF that is read within limits', () => {
  test('is read as it is without them', { timeout: MINUTES }, async () => {
    const bytes = new Uint8Array(readFileSync('tests/fixtures/pdf/row-over-pages.pdf'));
    const expected = await readPdf(bytes.slice(), 'report.pdf');
    expect(await read(bytes, 'report.pdf', NARROW)).toEqual({ ...expected, file: 'report.pdf' });
  });

  test('may hold hundreds of thousands of objects', { timeout: MINUTES }, async () => {
    const limits = { ...AMPLE, mebibytes: 512 };
    expect((await read(manyObjects(200_000), 'report.pdf', limits)).text).toBe('Some words on a page');
  });

  test('is refused in the same words when it is at fault', { timeout: MINUTES }, async () => {
    await expect(read(loopOfPages(), 'report.pdf')).rejects.toThrow(
      'report.pdf: pdf\n  expected a whole PDF, found a damaged one (Pages tree contains circular reference.)',
    );
    await expect(read(loopOfForms(), 'report.pdf')).rejects.toThrow('report.pdf: pdf\n  expected ');
  });

  test('is refused when it would take all time', { timeout: MINUTES }, async () => {
    const limits = { seconds: 600, mebibytes: 2048 };
    await expect(read(manyForms(9), 'report.pdf', limits, { started: letAnHourPass })).rejects.toThrow(
      'report.pdf: pdf\n  expected a PDF that can be read in 600 s, found one that takes longer; print it to a new PDF, or export its text',
    );
  });

  test('is refused when it would take all memory', { timeout: MINUTES }, async () => {
    expect(await said('pdf', 160)).toContain(
      'report.pdf: pdf\n  expected a PDF that can be read with 160 MiB of memory, found one that takes more',
    );
  });
});

describe('a reading that does not end of itself', () => {
  const hasty: ReadingLimits = { seconds: 600, mebibytes: 2048 };
  const where = 'report.txt:12: table harvest\n  expected a text that can be read';

  test.each<[Stage, string]>([
    ['extract', 'stuck'],
    ['normalise', 'stuck in an expression'],
  ])('is ended and says where it was: %s, %s', async (stage, what) => {
    const hear: TaskHearing = { ...DEAF, reached: letAnHourPass };
    await expect(readStuck(stage, what, hasty, { hear })).rejects.toThrow(
      `${where} in 600 s, found one that takes longer (stage ${stage}); look at what stands there: a printed text needs a hundredth of it`,
    );
  });

  test.each(['hungry', 'hungry for bytes'])('is ended when it takes all memory: %s', async (what) => {
    expect(await said(what, 80)).toContain(
      `${where} with 80 MiB of memory, found one that takes more (stage normalise)`,
    );
  });

  test('is ended at once by who aborts it', async () => {
    const interrupt = new AbortController();
    const reading = readStuck('normalise', 'stuck', AMPLE, { signal: interrupt.signal });
    interrupt.abort(new Error('interrupted'));
    await expect(reading).rejects.toThrow('interrupted');
  });

  test('is not begun for who has aborted it already', async () => {
    await expect(
      readStuck('normalise', 'stuck', AMPLE, { signal: AbortSignal.abort(new Error('before')) }),
    ).rejects.toThrow('before');
  });
});

describe('a build of a file that is never read to its end', () => {
  const projects: string[] = [];
  afterEach(() => {
    for (const folder of projects.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  test.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
    'is ended by %s, and nothing is left of it',
    {
      timeout: MINUTES,
    },
    async (signal) => {
      const folder = makeProject('family-of-tables');
      projects.push(folder);
      writeFileSync(join(folder, 'endless.pdf'), manyForms(9));
      const before = filesOf(folder);
      const words = ['build', '--source', 'endless.pdf', '--out', 'published'];
      const ended = await startSignalled(CLI, words, { folder, signal, when: /extract/, killAfter: 240_000 });
      expect(ended).toEqual({
        code: 130,
        signal: null,
        out: '',
        err: 'extract\ninterrupted; nothing was changed\n',
      });
      expect(filesOf(folder)).toEqual(before);
    },
  );
});
