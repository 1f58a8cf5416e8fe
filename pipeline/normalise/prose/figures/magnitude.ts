import type { QuantityWords } from '../../../locale/quantity-words.ts';

/** What stands between a number and the word for its unit. */
export interface Tail {
  /** Prefix of the unit's code: `thousand`. */
  readonly prefix: string | null;
  /** Whether the number, its multiple or its per cent sign stands in the ablative: `from 6,5 %`. */
  readonly ablative: boolean;
  readonly percent: boolean;
  readonly qualifier: 'more_than' | 'about' | null;
  /** Whether it stands for what was counted before: `more than 10 thousand of them`. */
  readonly ofThem: boolean;
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
  const shade = shadeAt(text, to, words);
  const ofThem = words.ofThem.test(text.slice(to).trimStart());
  const qualifier = shade?.qualifier ?? null;
  return {
    prefix,
    ablative: ablative && shade === undefined,
    percent,
    qualifier,
    ofThem,
    to: shade?.to ?? to,
  };
}

/** The shade that the words at a place give, and where they end; a bracket may stand before them. */
export function shadeAt(
  text: string,
  place: number,
  { moreThan, orMore, about }: QuantityWords,
): { readonly qualifier: 'more_than' | 'about'; readonly to: number } | undefined {
  const [gap = ''] = /^\s(?:\([^()]*\)\s)?/.exec(text.slice(place)) ?? [];
  const from = place + gap.length;
  const rest = text.slice(from);
  const more = orMore.exec(rest) ?? moreThan.exec(rest);
  const shade = more ?? about.exec(rest);
  if (shade === null) return undefined;
  return { qualifier: more === null ? 'about' : 'more_than', to: from + shade[0].trimEnd().length };
}
