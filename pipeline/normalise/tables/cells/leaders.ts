import type { Line } from '../../../page/token.ts';

/** Dots that lead from a label to its values: `North ........ 12`. One by itself among words is none. */
const LEADER = /^(?:[.·…_]{3,}|…|[.·_])$/u;

/** A line without the dots that lead to what stands behind it. */
export function withoutLeaders(line: Line): Line {
  const isLeader = line.tokens.map(({ text }) => LEADER.test(text));
  const end = isLeader.lastIndexOf(false);
  const isKept = (at: number): boolean =>
    isLeader[at] !== true ||
    (at < end &&
      isLeader[at - 1] !== true &&
      isLeader[at + 1] !== true &&
      line.tokens[at]?.text.length === 1);
  return { ...line, tokens: line.tokens.filter((_, at) => isKept(at)) };
}
