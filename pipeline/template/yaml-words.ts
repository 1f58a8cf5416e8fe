import type { ErrorCode } from 'yaml';

/** What is wrong where a file is no YAML, in words for who wrote it; and what helps. */
interface PlainFault {
  readonly found: string;
  readonly action: string;
}

const QUOTE = 'put a text with such signs in quotes';
const CLOSE = 'close each bracket and each quote that is opened';

const FAULTS: Partial<Readonly<Record<ErrorCode, PlainFault>>> = {
  BAD_ALIAS: { found: 'a word that begins with "*", which stands for another value', action: QUOTE },
  BAD_DQ_ESCAPE: {
    found: 'a backslash within double quotes',
    action: 'use single quotes, within which it is a sign like others',
  },
  BAD_INDENT: {
    found: 'a line that stands further in or out than those it belongs to',
    action: 'let the lines of one list or mapping begin in one column, and close each bracket',
  },
  BAD_SCALAR_START: { found: 'a text that begins with a sign of YAML, such as @, ` or %', action: QUOTE },
  BLOCK_AS_IMPLICIT_KEY: { found: 'a second colon in a line', action: QUOTE },
  BLOCK_IN_FLOW: { found: 'lines of a list or a mapping within brackets', action: CLOSE },
  DUPLICATE_KEY: { found: 'a key that stands twice', action: 'leave one of them' },
  KEY_OVER_1024_CHARS: { found: 'a key of more than 1024 characters', action: CLOSE },
  MISSING_CHAR: { found: 'a bracket, a quote, a comma or a colon that is missing', action: CLOSE },
  MULTILINE_IMPLICIT_KEY: { found: 'a key over several lines', action: CLOSE },
  MULTIPLE_DOCS: { found: 'a second document behind a line of ---', action: 'leave one' },
  TAB_AS_INDENT: {
    found: 'a tab at the beginning of a line',
    action: 'use spaces',
  },
  TAG_RESOLVE_FAILED: { found: 'a word that begins with "!", which names a type', action: QUOTE },
  UNEXPECTED_TOKEN: { found: 'a sign that cannot stand there', action: QUOTE },
};

const OTHER: PlainFault = { found: 'something else', action: QUOTE };

/** Tells a fault of a file that is no YAML by the code that the parser gives it. */
export function plainFault(code: ErrorCode): PlainFault {
  return FAULTS[code] ?? OTHER;
}
