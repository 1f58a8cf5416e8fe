import type { Element } from 'domhandler';
import { type Numerals, numeral } from '../numerals.ts';
import { childrenOf, numberAt, switchAt, valueAt } from './xml.ts';

/** Tells the number that Word prints before a paragraph, though the text does not hold it; counts on with each. */
export type Numbering = (numberingId: string, level: number) => string | undefined;

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2)`. */
  readonly text: string;
  readonly isLegal: boolean;
  /** The level, from 1, behind which it begins anew, or one above that; 0 where it never does. Undefined: behind any above. */
  readonly restart: number | undefined;
}

const FORMATS: Readonly<Record<string, Numerals>> = {
  decimal: 'decimal',
  lowerLetter: 'letters',
  upperLetter: 'LETTERS',
  lowerRoman: 'roman',
  upperRoman: 'ROMAN',
};
const BULLET = '\u2022';
const DECIMAL_ZERO = 'decimalZero';
/** No number stands there. */
const NONE = '0';

/**
 * Reads `word/numbering.xml`. `unknown` is told of a way to count that is not known, and ends the reading: a paragraph
 * must not get another number than the one that is printed.
 */
export function numberingOf(root: Element | undefined, unknown: (format: string) => Error): Numbering {
  const kinds = new Map(
    childrenOf(root, 'w:abstractNum').map((kind) => [kind.attribs['w:abstractNumId'] ?? '', kind]),
  );
  const lists = new Map(childrenOf(root, 'w:num').map((list) => [list.attribs['w:numId'] ?? '', list]));
  const ofStyles = new Map([...kinds].map(([id, kind]) => [valueAt(kind, 'w:styleLink') ?? '', id]));
  /** A kind of list may be that of a style: its levels stand with the kind that the style is of. */
  const linkedFrom = (id: string): string =>
    ofStyles.get(valueAt(kinds.get(id), 'w:numStyleLink') ?? NONE) ?? id;
  /** How far each kind of list has counted, level by level: lists of one kind count on. */
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  const count = (
    numberingId: string,
    kind: string,
    own: readonly Level[],
    level: number,
  ): readonly number[] => {
    const counted = counts.get(kind) ?? [];
    counts.set(kind, counted);
    const override = numberAt(overrideOf(lists.get(numberingId), level), 'w:startOverride');
    const isFirst = !begun.has(`${numberingId} ${level}`);
    begun.add(`${numberingId} ${level}`);
    const start = override ?? own[level]?.start ?? 1;
    const before = counted[level];
    counted[level] = before === undefined || (isFirst && override !== undefined) ? start : before + 1;
    for (let below = level + 1; below < counted.length; below += 1) {
      if (level < (own[below]?.restart ?? below)) delete counted[below];
    }
    return Array.from({ length: level + 1 }, (_, above) => (counted[above] ??= own[above]?.start ?? 1));
  };
  return (numberingId, level) => {
    if (numberingId === NONE) return undefined;
    const list = lists.get(numberingId);
    const kind = linkedFrom(valueAt(list, 'w:abstractNumId') ?? '');
    const own = levelsOf(kinds.get(kind), list);
    const { format, text, isLegal } = own[level] ?? { format: 'none', text: '', isLegal: false };
    const numbers = count(numberingId, kind, own, level);
    if (format === 'bullet') return text.trim() === '' ? undefined : BULLET;
    const printed = text.replace(/%([1-9])/g, (_, place: string) => {
      const index = Number(place) - 1;
      return printedNumber(
        numbers[index] ?? 1,
        isLegal ? 'decimal' : (own[index]?.format ?? 'decimal'),
        unknown,
      );
    });
    return printed.trim() === '' ? undefined : printed;
  };
}

/** A number as it is counted in a format of a word processor. */
export function printedNumber(number: number, format: string, unknown: (format: string) => Error): string {
  if (format === 'none') return '';
  if (format === DECIMAL_ZERO) return String(number).padStart(2, '0');
  const numerals = FORMATS[format];
  if (numerals === undefined) throw unknown(format);
  return numeral(number, numerals);
}

function levelsOf(kind: Element | undefined, list: Element | undefined): readonly Level[] {
  const levels: Level[] = [];
  const said = [
    ...childrenOf(kind, 'w:lvl'),
    ...childrenOf(list, 'w:lvlOverride').flatMap((each) => childrenOf(each, 'w:lvl')),
  ];
  for (const level of said) {
    levels[Number(level.attribs['w:ilvl'] ?? 0)] = {
      start: numberAt(level, 'w:start') ?? 1,
      format: valueAt(level, 'w:numFmt') ?? 'decimal',
      text: valueAt(level, 'w:lvlText') ?? '',
      isLegal: switchAt(level, 'w:isLgl') === true,
      restart: numberAt(level, 'w:lvlRestart'),
    };
  }
  return levels;
}

function overrideOf(list: Element | undefined, level: number): Element | undefined {
  return childrenOf(list, 'w:lvlOverride').find(({ attribs }) => Number(attribs['w:ilvl'] ?? 0) === level);
}
