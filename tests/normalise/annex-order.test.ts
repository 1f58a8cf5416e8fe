import { describe, expect, it } from 'vitest';
import { type Finding, SourceFault } from '../../pipeline/page/finding.ts';
import { annexes, beginOf, document, read } from '../project.ts';

const places = document.plan.annexes.map(({ stamp }) => beginOf(annexes, stamp));
const annex = (at: number): string => annexes.slice(places[at], places[at + 1] ?? annexes.length);

function findingsOf(text: string): readonly Finding[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SourceFault) return error.findings;
    throw error;
  }
  return [];
}

describe('another order than the declared one', () => {
  it('of annexes is told once, by the stamp that comes before its place', () => {
    const order = [0, 2, 1, ...places.keys()].filter((at, index, all) => all.indexOf(at) === index);
    expect(findingsOf(order.map(annex).join(''))).toMatchObject([
      { expected: 'annex 2 to begin here', found: 'the stamp of annex 3, before its place' },
    ]);
  });

  it('of tables is told once, by the title that comes before its place', () => {
    const [first = 0, second = 0, third = 0] = [2010, 2011, 2012].map((year) =>
      beginOf(annexes, `${year} жылы табыстардағы теңсіздік`),
    );
    const [one, other] = [annexes.slice(first, second), annexes.slice(second, third)];
    expect(findingsOf(annexes.slice(0, first) + other + one + annexes.slice(third))).toMatchObject([
      {
        expected: 'income_inequality 2010 to begin here',
        found: expect.stringMatching(/^"2011 жылы .+" of income_inequality 2011, before its place$/),
      },
    ]);
  });
});
