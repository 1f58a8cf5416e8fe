import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckOutcome, evaluate, evaluateAll } from '../../pipeline/identities/verdict.ts';
import { bind, slotsFor, valuesOf } from '../made-up-slots.ts';

/** What comes of a statement over `a`, `b`, `c`, `d` with these printed values. */
function outcome(says: string, ...printed: readonly string[]): CheckOutcome | undefined {
  const names = ['a', 'b', 'c', 'd'].slice(0, printed.length);
  const slots = slotsFor({ t: { keys: { name: names } } });
  const [instance] = bind(says, slots, new Map(names.map((name) => [name, { table: 't', key: 'name' }])));
  if (instance === undefined) throw new Error(`no instance of ${says}`);
  return evaluate(instance, valuesOf(printed));
}

function verdict(says: string, ...printed: readonly string[]): string {
  return outcome(says, ...printed)?.verdict ?? 'says nothing';
}

describe('an equality', () => {
  it.each([
    ['a = b + c', ['3', '1', '2'], 'holds'],
    ['a = b + c', ['4', '1', '2'], 'rounding'],
    ['a = b + c', ['5', '1', '2'], 'broken'],
    ['a = b + c', ['8114,2', '5111,8', '3002,4'], 'holds'],
    ['a = b + c', ['4181,3', '3153,6', '1027,5'], 'broken'],
    ['a = 100 * b / c', ['101,4', '16673,1', '16440,1'], 'holds'],
    ['a = 100 * b / c', ['101,5', '16673,1', '16440,1'], 'broken'],
    ['a = b / c', ['2,5', '1000', '400'], 'holds'],
    ['a * b = c / d', ['2', '3', '12', '2'], 'holds'],
    ['a * b = c / d', ['2,0', '3,0', '14,0', '2,0'], 'broken'],
    ['a - b = c', ['-5', '2', '-7'], 'holds'],
    ['a = b', ['6,5', '6,5'], 'holds'],
    ['a = b', ['6,5', '6,54'], 'holds'],
    ['a = b', ['6,5', '6,6'], 'rounding'],
    ['a = b', ['6,5', '6,7'], 'broken'],
  ])('%s with %j: %s', (says, printed, expected) => {
    expect(verdict(says, ...printed)).toBe(expected);
  });

  it('counts a nil as nothing and says nothing of a missing value', () => {
    expect(verdict('a = b + c', '3,4', '3,4', '-')).toBe('holds');
    expect(verdict('a = b + c', '3,4', '3,4', '·')).toBe('holds');
    expect(verdict('a = b + c', '3,4', '-', '-')).toBe('broken');
    expect(verdict('a = b + c', '3,4', '3,4', '…')).toBe('says nothing');
    expect(verdict('a = b / c', '3,4', '3,4', '-')).not.toBe('holds');
  });

  it('tells both sides, their difference, and how far rounding may part them', () => {
    const found = outcome('a = b + c', '5', '1,0', '2,0');
    expect(found).toMatchObject({ left: 5, right: 3, difference: 2 });
    expect(found?.tolerance).toBeCloseTo(0.6, 9);
  });

  it('of any number and its parts holds, and is broken when a digit of the whole is changed', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 3, max: 9 }), ([b = 0, c = 0, d = 0], off) => {
        const whole = b + c + d;
        expect(verdict('a = b + c + d', ...[whole, b, c, d].map(String))).toBe('holds');
        expect(verdict('a = b + c + d', ...[whole + off, b, c, d].map(String))).toBe('broken');
      }),
    );
  });
});

describe('a sum of all parts', () => {
  it.each([
    [['3', '1', '2'], 'holds'],
    [['4', '1', '2'], 'rounding'],
    [['2', '1', '2'], 'rounding'],
    [['5', '1', '2'], 'broken'],
    [['1', '1', '2'], 'broken'],
    [['3,1', '1,0', '2,0'], 'rounding'],
    [['3,2', '1,0', '2,0'], 'broken'],
    [['2,9', '1,0', '2,0'], 'rounding'],
    [['3', '3', '-'], 'holds'],
    [['3', '3', '…'], 'says nothing'],
  ])('stands for half the last digit of each to either side: %j %s', (printed, expected) => {
    expect(verdict('a = sum(t[name≠a])', ...printed)).toBe(expected);
  });
});

describe('a bound', () => {
  it.each([
    ['a <= b', ['2', '3'], 'holds'],
    ['a <= b', ['3', '3'], 'holds'],
    ['a <= b', ['3,4', '3,3'], 'rounding'],
    ['a <= b', ['3,5', '3,3'], 'broken'],
    ['a >= b', ['3,5', '3,3'], 'holds'],
    ['a >= b', ['3,1', '3,3'], 'broken'],
    ['a > b', ['301', '300'], 'holds'],
    ['a > b', ['300', '300'], 'rounding'],
    ['a > b', ['300,4', '300'], 'holds'],
    ['a > b', ['299,9', '300'], 'broken'],
    ['a > 300', ['300,0', '0'], 'rounding'],
    ['a < b', ['4,9', '5'], 'holds'],
    ['a < b', ['5,1', '5'], 'broken'],
    ['a < b', ['5', '5'], 'rounding'],
    ['a between b and c', ['5', '3', '7'], 'holds'],
    ['a between b and c', ['5', '7', '3'], 'holds'],
    ['a between b and c', ['7,1', '7,0', '3,0'], 'rounding'],
    ['a between b and c', ['7,2', '7,0', '3,0'], 'broken'],
    ['a between b and c', ['2,8', '7,0', '3,0'], 'broken'],
  ])('%s with %j: %s', (says, printed, expected) => {
    expect(verdict(says, ...printed)).toBe(expected);
  });

  it('tells the side that it is nearest to or beyond, by how much, and how far rounding may part them', () => {
    expect(outcome('a > b', '301', '300')).toMatchObject({
      left: 301,
      right: 300,
      difference: 1,
      tolerance: 0.5,
    });
    expect(outcome('a <= 300', '299')).toMatchObject({ right: 300, difference: -1, tolerance: 0.5 });
    const above = outcome('a between b and c', '9', '7', '3,0');
    expect(above).toMatchObject({ left: 9, right: 7, difference: 2 });
    expect(above?.tolerance).toBeCloseTo(1, 9);
    expect(outcome('a between b and c', '2', '7', '3')).toMatchObject({ right: 3, difference: -1 });
  });

  it('that is stated in words is meant as it is printed: nothing is rounded away from it, and it is not met itself', () => {
    const says = 'counted > 1000 * told';
    const slots = slotsFor({ t: { keys: { name: ['counted', 'told'] } } });
    const names = new Map(['counted', 'told'].map((name) => [name, { table: 't', key: 'name' }]));
    const [instance] = bind(says, slots, names);
    const verdictFor = (counted: number): string | undefined => {
      const value = { kind: 'number', value: counted, decimals: 0, exact: true } as const;
      const told = { kind: 'number', value: 6, decimals: 0 } as const;
      return instance && evaluate(instance, [value, told])?.verdict;
    };
    expect(verdictFor(6001)).toBe('holds');
    expect(verdictFor(6000)).toBe('broken');
    expect(verdictFor(5994)).toBe('broken');
  });

  it('says nothing where a side can have no value or is missing', () => {
    expect(verdict('a between b and c', '5', '3', '·')).toBe('says nothing');
    expect(verdict('a between b and c', '·', '3', '7')).toBe('says nothing');
    expect(verdict('a between b and c', '5', '…', '7')).toBe('says nothing');
  });

  it('takes a nil for zero', () => {
    expect(verdict('a between b and c', '5', '-', '7')).toBe('holds');
    expect(verdict('a between b and c', '-', '3', '7')).toBe('broken');
    expect(verdict('a between b and c', '-', '-', '7')).toBe('holds');
  });
});

describe('a group', () => {
  const table = slotsFor({ t: { keys: { place: ['all', 'n', 's'] } } });
  const verdictOf = (says: string, ...printed: readonly string[]): string | undefined => {
    const [instance] = bind(says, table);
    return instance && evaluate(instance, valuesOf(printed))?.verdict;
  };

  it('adds up, with nils as nothing', () => {
    expect(verdictOf('t[place=all] = sum(t[place≠all])', '7', '3', '4')).toBe('holds');
    expect(verdictOf('t[place=all] = sum(t[place≠all])', '3', '3', '-')).toBe('holds');
    expect(verdictOf('t[place=all] = sum(t[place≠all])', '9', '3', '4')).toBe('broken');
    expect(verdictOf('t[place=all] = sum(t[place≠all])', '7', '3', '…')).toBeUndefined();
  });

  it('of one part is that part', () => {
    const [instance] = bind(
      't[place=all] = least(t[place≠all])',
      slotsFor({ t: { keys: { place: ['all', 'n'] } } }),
    );
    expect(instance && evaluate(instance, valuesOf(['3', '3']))?.verdict).toBe('holds');
    expect(instance && evaluate(instance, valuesOf(['3', '9']))?.verdict).toBe('broken');
  });

  it('has a greatest and a least', () => {
    const says = 't[place=all] between least(t[place≠all]) and greatest(t[place≠all])';
    expect(verdictOf(says, '3,5', '3,0', '4,0')).toBe('holds');
    expect(verdictOf(says, '4,2', '3,0', '4,0')).toBe('broken');
  });
});

it('all identities are evaluated, and those with a value that nobody has printed are left out', () => {
  const [instance] = bind('t[place=a] = t[place=b]', slotsFor({ t: { keys: { place: ['a', 'b'] } } }));
  const instances = instance === undefined ? [] : [instance];
  expect(evaluateAll(instances, valuesOf(['3', '3']))).toMatchObject([
    { instance, outcome: { verdict: 'holds' } },
  ]);
  expect(evaluateAll(instances, [])).toEqual([]);
  expect(evaluateAll(instances, [...valuesOf(['0']), { kind: 'absent' }])).toEqual([]);
});
