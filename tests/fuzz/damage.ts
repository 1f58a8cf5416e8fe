import fc from 'fast-check';
import { anyCharacter } from '../any-character.ts';

/** One damage to a text: what stands at `at` (a share of its length) is replaced, repeated or moved. */
interface Damage {
  readonly kind: 'replace' | 'repeat' | 'move';
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  readonly times: number;
  readonly to: number;
}

/** Pieces that mean something to a reader of numbers, words and lines, and pieces that mean harm. */
const PIECES = [
  ...[
    '',
    ' ',
    '  ',
    '\n',
    '\n\n\n\n',
    '\f',
    '\t',
    ',',
    '.',
    '-',
    '–',
    '…',
    '%',
    '(',
    ')',
    '«',
    '»',
    '"',
    '/',
    ':',
  ],
  ...[
    '0',
    '1',
    '9',
    '10',
    '2015',
    '000',
    '1 234',
    '1,5',
    '-3,0',
    '3)',
    '¹',
    '2010-2015',
    '1. ',
    '559. ',
    '№ 12',
  ],
  ...['ж', 'Қ', 'i', 'a', ' жыл', ' жылғы ', ' мың ', ' млн.', '%-дан ', 'Заң', ' және ', 'олардың ішінде '],
  ...[
    '\u0301',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\u0000',
    '\ud800',
    '😀',
    '<b>',
    "');--",
    '=1+1',
    '{x}',
    '__proto__',
  ],
];

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom<Damage['kind'][]>('replace', 'replace', 'replace', 'repeat', 'move'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(40)),
  piece: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: anyCharacter }) },
  ),
  times: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(60) }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** A text of `originals` with up to five damages; it shrinks to few and small ones. */
export function damagedText(originals: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(damage, { minLength: 1, maxLength: 5 }))
    .map(([text, damages]) => damages.reduce(damagedBy, text));
}

/** Bytes of `originals` with some overwritten, cut out or repeated, or with another end. */
export function damagedBytes(originals: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const texts = originals.map((bytes) => Buffer.from(bytes).toString('latin1'));
  const pieces = [
    ...'<>[]()/0 9R',
    ' 0 R',
    'obj',
    'stream',
    'endstream',
    'endobj',
    '/Length',
    '%%EOF',
    '99999999',
  ];
  const byteDamage = damage.chain((one) =>
    fc
      .oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary-ascii', maxLength: 4 }))
      .map((piece) => ({ ...one, piece })),
  );
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(byteDamage, { minLength: 1, maxLength: 6 }))
    .map(([text, damages]) => new Uint8Array(Buffer.from(damages.reduce(damagedBy, text), 'latin1')));
}

function damagedBy(text: string, { kind, at, length, piece, times, to }: Damage): string {
  const from = Math.floor(at * text.length);
  const end = Math.min(text.length, from + length);
  const stretch = text.slice(from, end);
  const rest = text.slice(0, from) + text.slice(end);
  const target = Math.floor(to * rest.length);
  switch (kind) {
    case 'replace':
      return text.slice(0, from) + piece.repeat(times) + text.slice(end);
    case 'repeat':
      return text.slice(0, end) + stretch.repeat(times) + text.slice(end);
    case 'move':
      return rest.slice(0, target) + stretch + rest.slice(target);
  }
}
