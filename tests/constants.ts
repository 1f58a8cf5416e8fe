import type { CodeFile } from './imports.ts';

/** A number that stands in the code of a layer that reads. */
export interface Constant {
  /** The folder, `extract/pdf`; `validate` for a layer that has none. */
  readonly folder: string;
  readonly place: string;
}

/** The layers whose numbers decide a reading, or whether an error is told. */
const READING = /^(?:extract|normalise|validate)\//;
/** `const MOST_LINES = 12;`, also as a product: `60 * 1024`, and in other notations: `1e-4`, `20_000`. */
const NAMED = /^(?:export )?const [A-Z][A-Z0-9_]* = -?[\d._]+(?:e-?\d+)?(?: [-*/+]+ [\d._]+)*;/;
/** `0.3 * size`: a fraction in the midst of code is a tolerance; a half is mostly the middle of something. */
const FRACTION = /(?<![\w.])(?!0?\.50*(?!\d))\d*\.\d+(?![\w.])/;
/** What stands between quotes, or is an expression over text. */
const TEXTS = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/(?:[^/\\\n]|\\.)+\/[a-z]*/g;

/**
 * The numbers of the reading layers that may decide something, and stand in no settings: each named constant, and each
 * line that holds a fraction. Whole numbers in the midst of code are not looked for: most of them count or index.
 * `code` is the text of a file without its comments.
 */
export function constantsOf(files: readonly CodeFile[]): readonly Constant[] {
  return files
    .filter(({ path }) => READING.test(path) && !path.endsWith('/settings.ts'))
    .flatMap(({ path, text }) =>
      text
        .replace(TEXTS, "''")
        .split('\n')
        .flatMap((line, index): Constant[] =>
          NAMED.test(line) || FRACTION.test(line)
            ? [{ folder: folderOf(path), place: `${path}:${index + 1}: ${line.trim()}` }]
            : [],
        ),
    );
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 2).join('/');
}
