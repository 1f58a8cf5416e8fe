import type { DocumentDescription } from '../../pipeline/template/document.ts';
import type { Meaning, Notation, NumbersLayout, SymbolMeaning } from '../../pipeline/template/notation.ts';
import type { Choices } from './choices.ts';
import type { Content, Contents } from './contents.ts';

/** Another way to print the numbers of a document, for all of its tables. */
export interface OtherNotation {
  /** As it is declared. */
  readonly numbers: NumbersLayout;
  /** The symbol that is printed for what each says. */
  readonly symbols: ReadonlyMap<string, string>;
}

/** Decimal signs with the group signs that can stand beside them. */
const SIGNS = [
  [',', ' '],
  ['.', ','],
  [',', '.'],
  ['.', ' '],
  ['.', '’'],
  [',', "'"],
] as const;
const NEGATIVE = ['-', '−', '–', '({n})', '{n}-', '−{n}'] as const;
const SYMBOLS = ['–', '—', '…', ':', 'x', 'n/a', '*', '..', '***', '/'] as const;

type Some<T> = readonly [T, ...T[]];
const areSome = <T>(all: readonly T[]): all is Some<T> => all.length > 0;

/**
 * Draws other signs for a document's numbers: of decimals and groups, of numbers below zero, and for what stands where
 * there is no number. What it declares besides, and what it has no need of, stays; no sign has two meanings.
 */
export function otherNotation({ notation, plan }: DocumentDescription, choices: Choices): OtherNotation {
  const own = [notation, ...plan.tables.map((table) => table.notation), ...gridNotations(plan)];
  const affixes = [...new Set(own.flatMap((each) => each.affixes))];
  const marks = own.flatMap((each) => each.marks.flatMap(({ before, behind }) => [before, behind]));
  const forms = plan.tables.flatMap(({ columns }) =>
    columns.flatMap((set) => set.columns.flatMap((each) => (each.role === 'parts' ? each.form.signs : []))),
  );
  const taken = new Set([...affixes, ...marks, ...forms].join(''));
  const isFree = (text: string): boolean => [...text.replace('{n}', '')].every((sign) => !taken.has(sign));
  const free = <T extends string>(all: readonly T[], otherwise: T): T => {
    const left = all.filter(isFree);
    const one = areSome(left) ? choices.one(left) : otherwise;
    for (const sign of one.replace('{n}', '')) taken.add(sign);
    return one;
  };
  const isOwn = ([decimal, group]: (typeof SIGNS)[number]): boolean =>
    (notation.groups.length === 0 || notation.groups.includes(group)) &&
    (notation.decimal.length === 0 || notation.decimal.includes(decimal));
  const pairs = SIGNS.filter((pair) => !isOwn(pair) && pair.every((sign) => !taken.has(sign)));
  const [decimal, group] = areSome(pairs) ? choices.one<(typeof SIGNS)[number]>(pairs) : [',', ' '];
  for (const sign of [decimal, group]) taken.add(sign);
  const isFractional = own.some((each) => each.decimal.length > 0);
  const isGrouped = own.some((each) => each.groups.length > 0);
  const isBelowZero = own.some((each) => each.negative.length > 0);
  const negative = isBelowZero ? free(NEGATIVE, '-') : undefined;
  const symbols = new Map<SymbolMeaning, string>();
  for (const [symbol, meaning] of own.flatMap((each) => each.symbols))
    if (!symbols.has(meaning)) symbols.set(meaning, free(SYMBOLS, symbol));
  const meanings = [...symbols].map(([meaning, symbol]): [string, Meaning] => [symbol, meaning]);
  return {
    symbols,
    numbers: {
      ...(isFractional && { decimal }),
      ...(isGrouped && { group: [group] }),
      ...(negative !== undefined && { negative: [negative] }),
      ...(meanings.length > 0 && { symbols: Object.fromEntries(meanings) }),
      ...(affixes.length > 0 && { affixes }),
    },
  };
}

function gridNotations({ annexes }: DocumentDescription['plan']): readonly Notation[] {
  return annexes.flatMap(({ elements }) =>
    elements.flatMap((element) =>
      element.kind === 'grid'
        ? element.body.flatMap((item) => (item.kind === 'row' ? [item.form.notation] : []))
        : [],
    ),
  );
}

/** What a document says, its symbols printed by others. */
export function inOtherSymbols(contents: Contents, { symbols }: OtherNotation): Contents {
  const other = (content: Content): Content =>
    content.kind === 'symbol' && content.printed !== ''
      ? { ...content, printed: symbols.get(content.says.kind) ?? content.printed }
      : content;
  return {
    ...contents,
    slots: new Map([...contents.slots].map(([slot, content]) => [slot, other(content)])),
  };
}
