import type { Box } from '../../page/place.ts';
import type { Rule } from './ink.ts';

/** Whether one of some rules stands strictly between two places and is one that is meant. */
export type RulesAt = (low: number, high: number, isMeant: (rule: Rule) => boolean) => boolean;

/**
 * The rules of one axis, looked up by where they stand: a page with tables has hundreds, and hundreds of words and
 * parts of borders that each are held against those beside them alone.
 *
 *     const uprights = rulesAt(rules, 'upright');
 *     uprights(left, right, ({ from, to }) => from < y && to > y); // is there one between two words of a line?
 */
export function rulesAt(rules: readonly Rule[], axis: Rule['axis']): RulesAt {
  const sorted = rules.filter((rule) => rule.axis === axis).sort((one, other) => one.at - other.at);
  return (low, high, isMeant) => {
    let first = 0;
    for (let end = sorted.length; first < end; ) {
      const middle = (first + end) >> 1;
      if ((sorted[middle]?.at ?? Infinity) > low) end = middle;
      else first = middle + 1;
    }
    for (let index = first; index < sorted.length; index += 1) {
      const rule = sorted[index];
      if (rule === undefined || rule.at >= high) return false;
      if (isMeant(rule)) return true;
    }
    return false;
  };
}

/** The box of a rule, which is as thin as nothing. */
export function boxOf({ axis, at, from, to }: Rule): Box {
  return axis === 'level'
    ? { left: from, right: to, top: at, bottom: at }
    : { left: at, right: at, top: from, bottom: to };
}
