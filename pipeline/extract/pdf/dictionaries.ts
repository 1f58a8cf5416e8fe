/** The objects of a PDF by their numbers, each as the letters that the file writes; of a stream its dictionary. */
export type RawObjects = ReadonlyMap<number, string>;

const TOKEN =
  /%[^\r\n]*|<<|>>|<[\da-fA-F\s]*>|\/[^\s()<>[\]{}/%]*|\(|\d{1,10}\s{1,4}\d{1,5}\s{1,4}R\b|[^\s()<>[\]{}/%]+|[[\]{}]/g;

/** The entries of a dictionary, as they are written: `/K 3` as `K` and `3`; none where it is none. */
export function entriesOf(text: string | undefined): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  if (text === undefined) return entries;
  let depth = 0;
  let key: string | undefined;
  let from = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [word] = token;
    if (word.startsWith('%')) continue;
    if (word === '<<' || word === '[') {
      if (depth === 0 && word === '[') return entries;
      if (depth === 1) from = token.index;
      depth += 1;
      if (depth === 1) continue;
    } else if (word === '>>' || word === ']') depth -= 1;
    else if (depth === 1 && key === undefined) {
      key = word.slice(1);
      continue;
    } else if (depth === 1) from = token.index;
    if (word === '(') TOKEN.lastIndex = endOfString(text, token.index) + 1;
    if (depth <= 0) break;
    if (depth > 1 || key === undefined) continue;
    entries.set(key, text.slice(from, TOKEN.lastIndex));
    key = undefined;
  }
  return entries;
}

/** What a reference leads to, or a value itself. */
export function referred(value: string | undefined, objects: RawObjects): string | undefined {
  const number = numberOf(value);
  return number === undefined ? value : objects.get(number);
}

/** The number of the object that a reference leads to. */
export function numberOf(value: string | undefined): number | undefined {
  const number = /^\s*(\d+)\s+\d+\s+R\s*$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The parts of a list, as they are written; of what is no list, itself. */
export function partsOf(value: string): readonly string[] {
  const list = value.trim();
  if (!list.startsWith('[')) return [list];
  return listed(list.slice(1, -1));
}

function listed(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [word] = token;
    if (depth === 0) from = token.index;
    if (word === '<<' || word === '[') depth += 1;
    else if (word === '>>' || word === ']') depth -= 1;
    if (word === '(') TOKEN.lastIndex = endOfString(text, token.index) + 1;
    if (depth === 0) parts.push(text.slice(from, TOKEN.lastIndex));
  }
  return parts;
}

/** The place of the bracket that closes a string. */
export function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return content.length;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What a string of a PDF says: UTF-16 or UTF-8 behind its mark, and else a letter a byte; undefined for none. */
export function stringOf(value: string | undefined): string | undefined {
  const letters = lettersOf(value);
  return letters === undefined ? undefined : decoded(letters);
}

/** The bytes of a string, a letter each; undefined for none. */
export function lettersOf(value: string | undefined): string | undefined {
  const written = value?.trim() ?? '';
  if (written.startsWith('(')) return unescaped(written.slice(1, endOfString(written, 0)));
  return /^<[^<]/.test(written) ? bytesOf(written.slice(1, -1)) : undefined;
}

/** A text of objects with its strings, each of which is given by its bytes, written anew in hexadecimal. */
export function withStrings(text: string, anew: (bytes: Buffer) => Buffer): string {
  let written = '';
  let from = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const [word] = token;
    if (word !== '(' && !/^<[^<]/.test(word)) continue;
    const end = word === '(' ? endOfString(text, token.index) + 1 : TOKEN.lastIndex;
    const bytes = Buffer.from(lettersOf(text.slice(token.index, end)) ?? '', 'latin1');
    written += `${text.slice(from, token.index)}<${anew(bytes).toString('hex')}>`;
    from = end;
    TOKEN.lastIndex = end;
  }
  return written + text.slice(from);
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal?: string, letter?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (letter === undefined || letter === '\n' || letter === '\r') return '';
    return ESCAPES[letter] ?? letter;
  });
}

function bytesOf(hex: string): string {
  const digits = hex.replace(/\s/g, '');
  return (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
}

const BY_ITS_MARK: readonly (readonly [mark: string, read: (bytes: Buffer) => string])[] = [
  [
    '\xfe\xff',
    (bytes) =>
      bytes
        .subarray(0, bytes.length & ~1)
        .swap16()
        .toString('utf16le'),
  ],
  ['\xff\xfe', (bytes) => bytes.toString('utf16le')],
  ['\xef\xbb\xbf', (bytes) => bytes.toString('utf8')],
];
/** The signs of numbers that stand elsewhere in a letter a byte than in Unicode. */
const SIGNS: Readonly<Record<string, string>> = { '\x84': '\u2014', '\x85': '\u2013', '\x8a': '\u2212' };

function decoded(letters: string): string {
  for (const [mark, read] of BY_ITS_MARK)
    if (letters.startsWith(mark)) return read(Buffer.from(letters.slice(mark.length), 'latin1'));
  return letters.replace(/[\x84\x85\x8a]/g, (letter) => SIGNS[letter] ?? letter);
}
