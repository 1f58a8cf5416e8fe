import type { QuantityWords } from '../../../languages/quantity-words.ts';

/** What stands between a number and the word for its unit. */
export interface Tail {
  /** Prefix of the unit's code: `thousand`. */
  readonly prefix: string | null;
  /** Whether the number, its multiple or its per cent sign stands in the ablative: `from 6,5 %`. */
  readonly ablative: boolean;
  readonly percent: boolean;
  readonly qualifier: 'more_than' | 'about' | null;
  /** Behind all of it, where the word for the unit may follow. */
  readonly to: number;
}

/** Reads the multiple or the per cent sign behind a number, and `more than`, `about` or `and older` behind that. */
export function tailOf(text: string, from: number, ending: string | null, words: QuantityWords): Tail {
  let to = from;
  let last = ending ?? '';
  let prefix: string | null = null;
  const take = (pattern: RegExp): string | undefined => {
    const [found] = pattern.exec(text.slice(to)) ?? [];
    if (found !== undefined) to += found.length;
    return found;
  };
  const percent = take(/^\s?%/) !== undefined;
  if (percent) last = take(/^\s?-\s?\p{L}+/u) ?? last;
  else {
    const [space = ''] = /^\s?-?/.exec(text.slice(to)) ?? [];
    const multiple = words.magnitudes.find(({ words: name }) => name.test(text.slice(to + space.length)));
    if (multiple !== undefined) {
      to += space.length;
      last = (take(multiple.words) ?? '').replace(/\.$/, '');
      prefix = multiple.prefix;
    }
  }
  const ablative = words.ablative.test(last);
  const qualifier = shadeAt(text, to, words);
  if (qualifier !== null) {
    take(/^\s(?:\([^()]*\)\s)?/);
    take(new RegExp(`(?:${words.orMore.source})|^\\p{L}+(?: \\p{L}+(?=\\s))??`, 'u'));
  }
  return { prefix, ablative: ablative && qualifier === null, percent, qualifier, to };
}

/** The shade that the words at a place give: `more than`, `about`; a bracket may stand before them. */
export function shadeAt(text: string, place: number, words: QuantityWords): 'more_than' | 'about' | null {
  const rest = text.slice(place).replace(/^\s(?:\([^()]*\)\s)?/, '');
  if (words.moreThan.test(rest) || words.orMore.test(rest)) return 'more_than';
  return words.about.test(rest) ? 'about' : null;
}
