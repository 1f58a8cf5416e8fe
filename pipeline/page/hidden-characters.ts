import { type Finding, fault } from './finding.ts';

/**
 * Control characters, and bidi marks that make a reader see other text than the one that is stored; the sign for
 * bytes that are not UTF-8. A tab, a line break and a form feed are none of them.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing that is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffd]/;

/** The first hidden character of a text: its place, and its name such as `U+202E`. */
export function hiddenIn(text: string): { readonly at: number; readonly name: string } | undefined {
  const found = HIDDEN.exec(text);
  if (found === null) return undefined;
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return { at: found.index, name: `U+${code}` };
}

/**
 * Refuses a declaration that hides something: in its text, or in a value that is written with escapes
 * (`"\u202e"`). Labels are published, and nobody is to read another label than the one that is declared.
 */
export function refuseHidden(file: string, text: string, kind: Finding['kind'], value?: unknown): void {
  const plain = hiddenIn(text);
  const escaped = plain === undefined && text.includes('\\') ? firstIn(value) : undefined;
  const name = plain?.name ?? escaped;
  if (name === undefined) return;
  const at = plain?.at ?? Math.max(0, text.search(/\\[ux]/i));
  throw fault({
    kind,
    place: { file, line: text.slice(0, at).split('\n').length },
    expected: 'text without control characters and bidi marks',
    found: `the character ${name}`,
    action: 'remove it',
  });
}

function firstIn(value: unknown): string | undefined {
  if (typeof value === 'string') return hiddenIn(value)?.name;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const each of [...Object.keys(value), ...Object.values(value)]) {
    const found = firstIn(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
