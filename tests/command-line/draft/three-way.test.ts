import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kept } from '../../../pipeline/command-line/draft/three-way.ts';

const lines = (...texts: readonly string[]): string => `${texts.join('\n')}\n`;

describe('drafting again', () => {
  it('takes in what is new where a person has changed nothing', () => {
    expect(kept(lines('a', 'b'), lines('a', 'b'), lines('a', 'c'))).toBe(lines('a', 'c'));
  });

  it('keeps lines that a person has changed, added or removed, and takes in what is new elsewhere', () => {
    const base = lines('title: x', 'columns:', '- a', '- b', 'rows:', '- c');
    const mine = lines('title: mine', 'columns:', '- a', 'rows:', '- c', '- d');
    const other = lines('title: y', 'columns:', '- a', '- b', 'blank: nil', 'rows:', '- c');
    expect(kept(base, mine, other)).toBe(lines('title: mine', 'columns:', '- a', 'rows:', '- c', '- d'));
    const elsewhere = lines('id: 1', 'title: x', 'columns:', '- a', '- b', 'rows:', '- c');
    expect(kept(base, mine, elsewhere)).toContain('title: mine');
  });

  it('never loses a line that a person wrote', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, text, fc.nat(8), (base, others, own, at) => {
        const mine = [...base.slice(0, at), ...own.map((line) => `mine ${line}`), ...base.slice(at)];
        const merged = kept(lines(...base), lines(...mine), lines(...others)).split('\n');
        expect(merged.filter((line) => line.startsWith('mine'))).toEqual(
          mine.filter((line) => line.startsWith('mine')),
        );
      }),
    );
  });

  it('changes nothing of what a person has where the draft says the same again', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (base, mine) => {
        expect(kept(lines(...base), lines(...mine), lines(...base))).toBe(lines(...mine));
      }),
    );
  });
});
