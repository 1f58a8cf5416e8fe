import { SETTINGS } from './settings.ts';

/** How many of each unit the usual size of text is, 16 px; what counts in the size of a letter is taken for it. */
const USUAL: Readonly<Record<string, number>> = {
  em: 1,
  rem: 1,
  ic: 1,
  pc: 1,
  lh: 5 / 6,
  rlh: 5 / 6,
  cap: 7 / 5,
  ex: 2,
  rex: 2,
  ch: 2,
  rch: 2,
  px: 16,
  pt: 12,
  in: 1 / 6,
  cm: 127 / 300,
  mm: 127 / 30,
  q: 254 / 15,
  '%': 100,
  vw: 1600 / SETTINGS.screenWidth.value,
  vh: 1600 / SETTINGS.screenHeight.value,
};
const LENGTH = /^([-+]?[\d.]+)([a-z%]+)?$/;
/** Those that count in the size of the text around. */
const OF_THE_TEXT = /^(?:em|ex|ch|cap|ic|lh|%)$/;
const INNERMOST = /(?<name>calc|min|max|clamp)?\((?<inner>[^()]*)\)/;
const HAS_SUM = /\b(?:calc|min|max|clamp)\(/;
const TERM = /(\s[-+]\s)/;

/** A length in em of the text around; undefined where it is none, or none that counts by itself. */
export function inEm(length: string | undefined, outer = 1): number | undefined {
  const [, amount, unit = 'px'] = LENGTH.exec(length?.trim() ?? '') ?? [];
  const usual = USUAL[ofScreen(unit)];
  const own = Number(amount) / (usual ?? Number.NaN);
  if (!Number.isFinite(own)) return undefined;
  return OF_THE_TEXT.test(unit) ? own * outer : own;
}

/** A small, large, dynamic screen and a container are the screen here. */
function ofScreen(unit: string): string {
  return unit
    .replace(/^(?:[sld]v|cq)(?=[whib])/, 'v')
    .replace(/^(?:[sld]?v|cq)min$/, 'vh')
    .replace(/^(?:[sld]?v|cq)max$/, 'vw')
    .replace(/^vi$/, 'vw')
    .replace(/^vb$/, 'vh');
}

/**
 * What a style says with its sums reckoned: `calc(.5rem + 2px)` is `10px`, `clamp(1px, 5vw, 8px)` is `8px`. One that
 * cannot be reckoned stays as it is.
 */
export function reckoned(value: string): string {
  let left = value;
  for (let part = 0; part < SETTINGS.mostSums.value && HAS_SUM.test(left); part += 1) {
    const own = INNERMOST.exec(left);
    const { name, inner = '' } = own?.groups ?? {};
    const written = inner.split(',');
    const amounts = written.flatMap((each) => sumOf(each) ?? []);
    const length = amounts.length === written.length ? asLength(name, amounts) : undefined;
    if (own === null || length === undefined) return value;
    left = left.slice(0, own.index) + length + left.slice(own.index + own[0].length);
  }
  return left;
}

/** A number without a unit, or a length in em of the usual size. */
interface Amount {
  readonly size: number;
  readonly isLength: boolean;
  /** Whether all of it counts in the size of the text around. */
  readonly isOfText: boolean;
}

function asLength(name: string | undefined, amounts: readonly Amount[]): string | undefined {
  const [first, ...others] = amounts;
  if (first === undefined || others.some(({ isLength }) => isLength !== first.isLength)) return undefined;
  const sizes = amounts.map(({ size }) => size);
  const [low = 0, middle = low, high = middle] = sizes;
  const size =
    name === 'min'
      ? Math.min(...sizes)
      : name === 'max'
        ? Math.max(...sizes)
        : name === 'clamp'
          ? Math.max(low, Math.min(middle, high))
          : low;
  if (!Number.isFinite(size)) return undefined;
  if (!first.isLength) return String(size);
  return amounts.every(({ isOfText }) => isOfText) ? `${size}em` : `${size * (USUAL.px ?? 1)}px`;
}

function sumOf(written: string): Amount | undefined {
  const parts = ` + ${written.trim()}`.split(TERM).filter((part) => part !== '');
  let sum: Amount | undefined;
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const own = productOf(parts[at + 1] ?? '');
    if (own === undefined || (sum !== undefined && sum.isLength !== own.isLength)) return undefined;
    const size = (parts[at] ?? '').includes('-') ? -own.size : own.size;
    sum = {
      size: (sum?.size ?? 0) + size,
      isLength: own.isLength,
      isOfText: own.isOfText && sum?.isOfText !== false,
    };
  }
  return sum;
}

function productOf(written: string): Amount | undefined {
  const factors = written.split(/([*/])/).map((part) => part.trim());
  let product: Amount = { size: 1, isLength: false, isOfText: true };
  for (let at = 0; at < factors.length; at += 2) {
    const own = amountOf(factors[at] ?? '');
    if (own === undefined || (own.isLength && (product.isLength || factors[at - 1] === '/')))
      return undefined;
    product = {
      size: factors[at - 1] === '/' ? product.size / own.size : product.size * own.size,
      isLength: product.isLength || own.isLength,
      isOfText: product.isOfText && own.isOfText,
    };
  }
  return product;
}

function amountOf(written: string): Amount | undefined {
  const [, number, unit] = LENGTH.exec(written) ?? [];
  if (number === undefined) return undefined;
  if (unit === undefined) return { size: Number(number), isLength: false, isOfText: true };
  const size = inEm(written);
  return size === undefined ? undefined : { size, isLength: true, isOfText: OF_THE_TEXT.test(unit) };
}
