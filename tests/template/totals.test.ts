import { expect, it } from 'vitest';
import { totalsOf } from '../../pipeline/template/totals.ts';

/** What statements say: `crimes.region KZ`. */
function said(...statements: readonly string[]): readonly string[] {
  return [...totalsOf(statements)].flatMap(([table, keys]) =>
    [...keys].flatMap(([key, codes]) => [...codes].map((code) => `${table}.${key} ${code}`)),
  );
}

it.each([
  ['the sum of the others', 't[region=KZ] = sum(t[region≠KZ])', ['t.region KZ']],
  ['named parts', 't[area=_T] = t[area=U] + t[area=R]', ['t.area _T']],
  ['the sum on the left', 'sum(t[region≠KZ]) = t[region=KZ]', ['t.region KZ']],
  ['for one choice of another key', 't[sex=_T, area=U] = sum(t[sex≠_T, area=U])', ['t.sex _T']],
])('a code that is %s is a total', (_, says, expected) => {
  expect(said(says)).toEqual(expected);
});

it.each([
  ['another table', 'a[region=KZ] = sum(b[region≠KZ])'],
  ['one other value', 't[region=KZ] = t[region=AST]'],
  ['a difference', 't[kind=net] = t[kind=in] - t[kind=out]'],
  ['a bound', 't[region=KZ] between least(t[region≠KZ]) and greatest(t[region≠KZ])'],
  ['a sum over another key', 't[region=KZ] = sum(u[size=*])'],
  ['no statement at all', 't[region=KZ'],
])('but none where it is held against %s', (_, says) => {
  expect(said(says)).toEqual([]);
});
