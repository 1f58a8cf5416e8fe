import { counted } from '../../page/finding.ts';
import type { NumbersLayout } from '../../template/notation.ts';
import { isSymbol, marksIn, maySymbolise, printedNumber, withoutStars } from './printed-number.ts';
import type { SeenCell } from './seen-cells.ts';

/** What tells how a document prints its numbers. */
export interface NotationEvidence {
  readonly numbers: NumbersLayout;
  readonly marks: readonly string[];
  /** For each key of `numbers` and for `marks` what told it, in a sentence. */
  readonly because: Readonly<Record<string, string>>;
  /** What cannot be told: two readings are possible, and a person is asked. */
  readonly questions: readonly Question[];
}

/** Something that a person is asked, and the key of `numbers` that answers it. */
interface Question {
  readonly about: 'sign' | 'brackets';
  readonly text: string;
}

const SIGNS = [',', '.', '’', "'", '·', '٬', '٫'] as const;
type Sign = (typeof SIGNS)[number];

/** Signs that are made for one of both. */
const SURE: Partial<Record<Sign, 'group' | 'decimal'>> = { '٬': 'group', '٫': 'decimal' };
/** How many digits stand in each group of 3,34,06,061. */
const LAKHS = [3, 2];

/** Numbers that a sign can be read in: between groups of digits, before the last digits, or either. */
interface Uses {
  readonly group: string[];
  /** Those of `group` whose groups but the last have two digits. */
  readonly lakhs: string[];
  readonly decimal: string[];
  readonly either: string[];
}

/**
 * How numbers are printed, by the numbers that can be read in one way alone: `2,493,350` has a comma between thousands,
 * `12,5` one before its last digits, `6,709` tells nothing. Where every number tells nothing, or one the contrary of
 * another, the sign is left out and a question says why.
 */
export function notationEvidence(cells: readonly SeenCell[]): NotationEvidence {
  const printed = cells.flatMap(({ text }) => printedNumber(text) ?? []).map(withoutStars);
  const uses = new Map(
    SIGNS.map((sign): [Sign, Uses] => [
      sign,
      usesOf(
        sign,
        printed.map(({ digits }) => digits),
      ),
    ]),
  );
  const spaced = printed.filter(({ digits }) => /\s/.test(digits)).map(({ digits }) => digits);
  const because: Record<string, string> = {};
  const questions: Question[] = [];
  const ask = (about: Question['about'], text: string): void => void questions.push({ about, text });
  const groups: string[] = [];
  const decimals: string[] = [];
  const lakhs = [...uses.values()].flatMap((own) => own.lakhs);
  for (const [sign, { group, decimal, either }] of uses) {
    if (group.length > 0 && decimal.length > 0)
      ask(
        'sign',
        `"${sign}" stands between thousands in ${shown(group)} and before the last digits in ${shown(decimal)}: say which, or give the tables numbers of their own`,
      );
    else if (group.length > 0) {
      groups.push(sign);
      because.group = `${shown(group)} can be read in no other way`;
    } else if (decimal.length > 0) {
      decimals.push(sign);
      because.decimal = `${shown(decimal)} can be read in no other way`;
    } else if (either.length > 0)
      ask(
        'sign',
        `${shown(either)} can be read in two ways: write group: ["${sign}"] if ${either[0]} is ${either[0]?.replace(sign, '')}, or decimal: "${sign}" if it is a little more than ${either[0]?.split(sign)[0]}`,
      );
  }
  if (spaced.length > 0) {
    groups.push(' ');
    because.group = [because.group, `${shown(spaced)} stand in one cell`].filter(Boolean).join('; ');
  }
  if (decimals.length > 1)
    ask(
      'sign',
      `both "${decimals.join('" and "')}" stand before the last digits: give the tables numbers of their own`,
    );
  const negative = negativesOf(printed);
  if (negative.length > 0)
    because.negative = `the sign stands beside ${counted(negative.length, 'kind')} of number`;
  const bracketed = printed.filter(isBracketed).map(({ before, digits, behind }) => before + digits + behind);
  if (bracketed.length > 0)
    ask(
      'brackets',
      `${shown(bracketed)} stand in brackets: write negative: ["({n})"] if that says below zero, or affixes: ["({n})"] if it says nothing of the size`,
    );
  const affixes = affixesOf(printed);
  const symbols = symbolsOf(cells);
  const marks = marksOf(cells);
  if (marks.length > 0)
    because.marks = `behind numbers, such as ${distinct(cells.flatMap(marksIn)).slice(0, 3).join(' ')}`;
  return {
    numbers: {
      ...(decimals.length === 1 && { decimal: decimals[0] }),
      ...(groups.length > 0 && { group: groups }),
      ...(lakhs.length > 0 && { group_digits: LAKHS }),
      ...(negative.length > 0 && { negative }),
      ...(symbols.length > 0 && {
        symbols: Object.fromEntries(symbols.map((symbol) => [symbol, 'missing'])),
      }),
      ...(affixes.length > 0 && { affixes }),
    },
    marks,
    because,
    questions,
  };
}

/** What a person has declared is so; with it the question which sign is which is answered. */
export function withDeclared(
  evidence: NotationEvidence,
  declared: NumbersLayout | undefined,
): NotationEvidence {
  if (declared === undefined) return evidence;
  const isTold = (['group', 'decimal'] as const).some(
    (key) => declared[key] !== undefined && evidence.numbers[key] === undefined,
  );
  const areBracketsTold = [...(declared.negative ?? []), ...(declared.affixes ?? [])].some((form) =>
    form.includes('('),
  );
  return {
    ...evidence,
    numbers: inOrder({ ...evidence.numbers, ...declared }),
    questions: evidence.questions.filter(({ about }) => (about === 'sign' ? !isTold : !areBracketsTold)),
  };
}

/** The keys in the order in which a draft writes them, so that lines of a person meet the same lines. */
function inOrder({ decimal, group, group_digits, negative, symbols, affixes }: NumbersLayout): NumbersLayout {
  return {
    ...(decimal !== undefined && { decimal }),
    ...(group !== undefined && { group }),
    ...(group_digits !== undefined && { group_digits }),
    ...(negative !== undefined && { negative }),
    ...(symbols !== undefined && { symbols }),
    ...(affixes !== undefined && { affixes }),
  };
}

function usesOf(sign: Sign, numbers: readonly string[]): Uses {
  const uses: Uses = { group: [], lakhs: [], decimal: [], either: [] };
  const sure = SURE[sign];
  for (const number of numbers) {
    const parts = number.split(sign);
    if (parts.length < 2) continue;
    const [first = '', ...rest] = parts;
    const last = rest.at(-1) ?? '';
    const areThrees = rest.every((part, at) =>
      /^\p{Nd}{3}$/u.test(at < rest.length - 1 ? part : part.slice(0, 3)),
    );
    const isFollowed = /[^\p{Nd}]/u.test(last);
    const areLakhs =
      rest.slice(0, -1).every((part) => /^\p{Nd}{2}$/u.test(part)) && /^\p{Nd}{3}(?!\p{Nd})/u.test(last);
    if (rest.length > 1 && areLakhs) {
      uses.lakhs.push(number);
      uses.group.push(number);
    } else if (sure !== undefined) uses[sure].push(number);
    else if (rest.length > 1 ? areThrees : isFollowed && areThrees) uses.group.push(number);
    else if (/^\p{Nd}{3}$/u.test(last) && /^(?!0)\p{Nd}{1,3}$/u.test(first)) uses.either.push(number);
    else if (/^\p{Nd}+$/u.test(last)) uses.decimal.push(number);
  }
  return uses;
}

const DASHES = /^[-‐‑‒–—―−﹣－]$/u;

/** Brackets around a number say that it is below zero, an estimate, a share: only who knows the document knows. */
function isBracketed({ before, behind }: { readonly before: string; readonly behind: string }): boolean {
  return before.startsWith('(') && behind.endsWith(')');
}

/** How numbers below zero are marked: a dash on either side. */
function negativesOf(
  printed: readonly { readonly before: string; readonly behind: string }[],
): readonly string[] {
  return distinct(
    printed.flatMap(({ before, behind }) => {
      const [sign = ''] = before;
      if (before !== '' && DASHES.test(sign)) return [sign];
      if (behind !== '' && DASHES.test(behind)) return [`{n}${behind}`];
      return [];
    }),
  );
}

function affixesOf(
  printed: readonly { readonly before: string; readonly behind: string }[],
): readonly string[] {
  return distinct(
    printed
      .flatMap(({ before, behind }) => [before.replace(/^[-‐‑‒–—―−﹣－(]/u, ''), behind.replace(/\)$/, '')])
      .map((text) => text.trim())
      .filter((text) => text !== '' && !DASHES.test(text) && !/^[()[\]*†‡§]+$/u.test(text)),
  );
}

function symbolsOf(cells: readonly SeenCell[]): readonly string[] {
  return distinct(cells.map(({ text }) => text).filter((text) => isSymbol(text) || maySymbolise(text)));
}

/** The forms of marks, their digit, letter or star aside: `2)` is `{n})`. */
function marksOf(cells: readonly SeenCell[]): readonly string[] {
  const forms = cells.flatMap(marksIn).flatMap((mark) => {
    const found =
      /^([^\p{L}\p{Nd}*†‡§<>≤≥~≈]*)(?:\p{Nd}+|\p{L}|[*†‡§]+|[<>≤≥~≈])([^\p{L}\p{Nd}*†‡§]*)$/u.exec(mark);
    return found === null ? [] : [`${found[1]}{n}${found[2]}`];
  });
  return distinct(forms);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function shown(numbers: readonly string[]): string {
  const [first = ''] = numbers;
  return numbers.length === 1 ? first : `${first} and ${numbers.length - 1} more`;
}
