/** The codes behind those of single letters, and of how many bits codes are. */
const [CLEAR, END, FIRST] = [256, 257, 258];
const [SHORTEST, LONGEST] = [9, 12];

/**
 * What the codes of LZW say: each stands for a text that was written before and a letter more. They grow by a bit when
 * there are as many as fit, and one code earlier but where a file says otherwise. `isBroken` where a code stands for
 * nothing yet, or none says that they end: pdf.js takes what comes before for all.
 */
export function ofLzw(bytes: Buffer, isLate: boolean): { content: Buffer; isBroken: boolean } {
  const parts: Buffer[] = [];
  let texts: Buffer[] = [];
  let before: Buffer | undefined;
  let length = SHORTEST;
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfffff;
    bits += 8;
    if (bits < length) continue;
    bits -= length;
    const code = (held >> bits) & ((1 << length) - 1);
    if (code === END) return { content: Buffer.concat(parts), isBroken: false };
    if (code === CLEAR) {
      texts = [];
      before = undefined;
      length = SHORTEST;
      continue;
    }
    const known: Buffer | undefined = code < CLEAR ? Buffer.of(code) : texts[code - FIRST];
    const isNext = code === FIRST + texts.length;
    const text: Buffer | undefined =
      known ?? (isNext && before !== undefined ? withLetter(before, before) : undefined);
    if (text === undefined) break;
    if (before !== undefined && FIRST + texts.length < 1 << LONGEST) texts.push(withLetter(before, text));
    parts.push(text);
    before = text;
    const next = FIRST + texts.length + (isLate ? 0 : 1);
    if (next >= 1 << length && length < LONGEST) length += 1;
  }
  return { content: Buffer.concat(parts), isBroken: true };
}

function withLetter(text: Buffer, from: Buffer): Buffer {
  return Buffer.concat([text, from.subarray(0, 1)]);
}
