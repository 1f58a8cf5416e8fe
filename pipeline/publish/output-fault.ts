import { type Finding, fault, SourceFault } from '../page/finding.ts';

type Cause = Pick<Finding, 'expected' | 'found' | 'action'>;

const READ_ONLY: Cause = {
  expected: 'a folder that can be written to',
  found: 'no permission',
  action: 'change its permissions or choose another output folder',
};

const FULL: Cause = {
  expected: 'room on the disk',
  found: 'none left',
  action: 'free some space and build again; the previous output is untouched',
};

const MOUNT: Cause = {
  expected: 'an output folder that can be renamed',
  found: 'a mount point',
  action: 'mount the folder above it or choose a folder inside it',
};

const NOT_A_FOLDER: Cause = {
  expected: 'a folder',
  found: 'a file in its place or its path',
  action: 'move the file away or choose another output folder',
};

/** Folders that only look like folders, such as /proc, make no files. */
const VIRTUAL: Cause = {
  expected: 'a folder in which files can be made',
  found: 'one in which none can',
  action: 'choose another output folder',
};

const RACE: Cause = {
  expected: 'one build at a time',
  found: 'the output of another build, published meanwhile',
  action: 'build again',
};

const BROKEN: Cause = {
  expected: 'a disk that can be read and written',
  found: 'one that fails (input/output error)',
  action: 'look at the disk before you build again',
};

const TOO_LONG: Cause = {
  expected: 'names that the disk takes',
  found: 'one that is too long',
  action: 'choose an output folder with a shorter path',
};

const CIRCLE: Cause = {
  expected: 'a path that ends somewhere',
  found: 'links that lead in a circle',
  action: 'choose another output folder',
};

const BY_CODE: Readonly<Record<string, Cause>> = {
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EROFS: READ_ONLY,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EBUSY: MOUNT,
  EXDEV: MOUNT,
  ENOTDIR: NOT_A_FOLDER,
  EEXIST: NOT_A_FOLDER,
  ENOENT: VIRTUAL,
  ENOTEMPTY: RACE,
  EIO: BROKEN,
  ENAMETOOLONG: TOO_LONG,
  ELOOP: CIRCLE,
};

/** DuckDB writes its files itself and hands on what the system said in words only, behind several kinds of error. */
const BY_WORDS: readonly (readonly [RegExp, Cause])[] = [
  [/: (no space left on device|disk quota exceeded)/i, FULL],
  [/: input\/output error/i, BROKEN],
  [/: file name too long/i, TOO_LONG],
  [/: (permission denied|read-only file system|operation not permitted)/i, READ_ONLY],
];

/** Says for the user what the disk refused; an error that is not the system's is a bug and comes back as it is. */
export function outputFault(out: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof SourceFault) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const cause =
    BY_CODE[code] ?? ofSystem(code, error) ?? BY_WORDS.find(([pattern]) => pattern.test(error.message))?.[1];
  return cause === undefined ? error : fault({ kind: 'output', place: { file: out }, ...cause });
}

/**
 * Says for the user what the system refused anywhere else, with the file where it names one; an error that is not the
 * system's is a bug and comes back as it is.
 */
export function systemFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof SourceFault) return error;
  if (!('code' in error && typeof error.code === 'string' && isOfSystem(error.code))) return error;
  const place = 'path' in error && typeof error.path === 'string' ? { file: error.path } : {};
  const expected = 'what the system lets be read and written';
  return fault({ kind: 'file', place, expected, found: firstLine(error) });
}

/** Any other error of the system is told in its own words. */
function ofSystem(code: string, error: Error): Cause | undefined {
  if (!isOfSystem(code)) return undefined;
  return { expected: 'a folder that the system lets be written', found: firstLine(error) };
}

/** Errors of Node itself, such as ERR_ASSERTION, are bugs. */
function isOfSystem(code: string): boolean {
  return /^E[A-Z0-9]+$/.test(code);
}

function firstLine({ message }: Error): string {
  return message.split('\n')[0] ?? '';
}
