import type { Act } from './act.ts';
import type { Marks } from './marks.ts';

/** Standards cited by their own sign and number, without a word for the act. */
export function standards({ folded, words }: Marks): readonly Act[] {
  return [...folded.matchAll(words.standards)].map(({ index, 0: sign, groups }): Act => {
    const span = { from: index, to: index + sign.length };
    const number = groups?.number ?? null;
    const head = { ...span, type: 'standard', plural: false } as const;
    return { ...span, type: 'standard', issuer: null, number, date: null, title: null, head };
  });
}
