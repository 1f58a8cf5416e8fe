import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '../../pipeline/identities/instance.ts';
import { evaluateAll } from '../../pipeline/identities/verdict.ts';
import { type Cause, causesOf } from '../../pipeline/validate/causes.ts';
import { neighbourFinder } from '../../pipeline/validate/neighbours.ts';
import { bind, slotsFor, valuesOf } from '../made-up-slots.ts';

/** A made-up orchard in numbers: for each thing that is counted, its values from 2001 on, as they are printed. */
type Printed = Readonly<Record<string, readonly string[]>>;

/** The causes of what is broken among printed values, each suspect by its name and year. */
function causes(printed: Printed, ...says: readonly string[]): readonly (Cause & { names: string[] })[] {
  const things = Object.keys(printed);
  const years = (printed[things[0] ?? ''] ?? []).map((_, index) => String(2001 + index));
  const slots = slotsFor({ t: { keys: { thing: things, year: years } } });
  const codes = new Map(things.map((thing) => [thing, { table: 't', key: 'thing' }]));
  const texts = slots.map(({ codes: { thing = '', year } }) => printed[thing]?.[Number(year) - 2001] ?? '…');
  // Whole numbers are counts.
  const values = valuesOf(texts).map((value) =>
    value?.kind === 'number' && value.decimals === 0 ? { ...value, exact: true } : value,
  );
  const instances = says.flatMap((statement): readonly Instance[] => bind(statement, slots, codes));
  const checks = evaluateAll(instances, values);
  const digits = texts.map((text) => text.replace(',', '.'));
  const evidence = { checks, values, printed: digits, neighboursOf: neighbourFinder(slots, values, checks) };
  return causesOf(evidence).map((cause) => ({
    ...cause,
    names: cause.suspects.map((slot) => Object.values(slots[slot]?.codes ?? {}).join(' ')),
  }));
}

describe('the cause of a contradiction', () => {
  it('is the number that does not go with the years beside it, not the one that does', () => {
    const [cause] = causes(
      { pounds: ['110,0', '151,3', '133,1'], pence: ['11000', '12100', '13310'] },
      'pounds = pence / 100',
    );
    expect(cause?.names).toEqual(['pounds 2002']);
    expect(cause?.fitting?.nearest).toBeCloseTo(121, 9);
    expect(cause?.suggestion, 'two digits are no small edit').toBeUndefined();
  });

  it('is suggested where one small edit of one number mends it and the years beside it agree', () => {
    const [cause] = causes(
      { pounds: ['110,0', '212,0', '133,1'], pence: ['11000', '12200', '13310'] },
      'pounds = pence / 100',
    );
    expect(cause?.names).toEqual(['pounds 2002']);
    expect(cause?.suggestion).toBe('122.0');
  });

  it('is not told where the years beside a number are wrong themselves', () => {
    const found = causes(
      { pounds: ['110,0', '151,3', '183,1'], pence: ['11000', '12100', '13310'] },
      'pounds = pence / 100',
    );
    expect(found[0]?.names).toEqual(['pounds 2002', 'pence 2002']);
    expect(found[0]?.suggestion).toBeUndefined();
  });

  it('is not suggested where an edit lies by chance among the many values that fit', () => {
    const [cause] = causes({ dollars: ['146,2'], tenge: ['21238'] }, 'dollars = tenge / 147.35');
    expect(cause?.names).toEqual(['dollars 2001', 'tenge 2001']);
    expect(cause?.suggestion).toBeUndefined();
  });

  it('is not suggested where an edit of another number of the same identity fits too', () => {
    const [cause] = causes({ all: ['50'], red: ['21'], green: ['28'] }, 'all = red + green');
    expect(cause?.names).toEqual(['all 2001', 'red 2001', 'green 2001']);
    expect(cause?.suggestion).toBeUndefined();
  });

  it('is no number that another identity pins', () => {
    const [cause] = causes(
      { all: ['51'], red: ['23'], green: ['28'], crates: ['23'], sacks: ['28'] },
      'all = red + green',
      'red = crates',
      'green = sacks',
      'all = crates + sacks + 1 - 1',
    );
    expect(cause).toBeUndefined();
    const [planted] = causes(
      { all: ['57'], red: ['23'], green: ['28'], crates: ['23'], sacks: ['28'] },
      'all = red + green',
      'red = crates',
      'green = sacks',
    );
    expect(planted?.names).toEqual(['all 2001']);
    expect(planted?.suggestion).toBe('51');
  });

  it('is all numbers of the identities where no single one can be it', () => {
    const [cause] = causes(
      { all: ['100'], red: ['30'], green: ['50'], redShare: ['41'] },
      'all = red + green',
      'redShare = 100 * red / all',
    );
    expect([...(cause?.names ?? [])].sort()).toEqual(['all 2001', 'green 2001', 'red 2001', 'redShare 2001']);
    expect(cause?.fitting).toBeUndefined();
  });

  it('where a limit is stated is what lies beyond it, the limit itself left out', () => {
    const [cause] = causes(
      { yearly: ['300'], killed: ['251'], twin: ['251'] },
      'killed > yearly',
      'killed = twin',
    );
    expect(cause?.names).toEqual(['yearly 2001']);
    expect(cause?.fitting).toMatchObject({ low: Number.NEGATIVE_INFINITY, high: 250 });
  });

  it('is found for a planted slip of a part, and never another number is suggested', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const number = fc.integer({ min: 10_000, max: 99_999 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 4 }), digit, (red, green, at, other) => {
        const slip = `${String(red).slice(0, at)}${other}${String(red).slice(at + 1)}`;
        fc.pre(slip !== String(red) && !slip.startsWith('0'));
        const printed = {
          all: [String(red + green)],
          red: [slip],
          green: [String(green)],
          twin: [String(red)],
        };
        for (const { suggestion, names } of causes(printed, 'all = red + green', 'red = twin')) {
          if (suggestion === undefined) continue;
          expect(names).toEqual(['red 2001']);
          expect(suggestion).toBe(String(red));
        }
      }),
      { numRuns: 40 },
    );
  });
});
