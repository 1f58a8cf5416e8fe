import { describe, expect, it } from 'vitest';
import type { Instance } from '../../pipeline/identities/instance.ts';
import { LanguageFault } from '../../pipeline/identities/language.ts';
import { bind, slotsFor } from '../made-up-slots.ts';

const slots = slotsFor({
  heads: { keys: { region: ['KZ', 'A', 'B'], area: ['_T', 'U', 'R'], year: ['2010', '2011'] } },
  sizes: { keys: { region: ['KZ', 'A', 'B'], size: ['1', '5+'], year: ['2010', '2011'] } },
  indicators: { keys: { indicator: ['births', 'deaths'], year: ['2010', '2011', '2012'] } },
  totals: { keys: { dataset: ['heads'], key: ['U', 'R'] } },
  terms: { keys: { year: ['2010', '2011'] }, columns: ['shortest', 'longest'] },
});
const codes = new Map(
  ['births', 'deaths'].map((code) => [code, { table: 'indicators', key: 'indicator' }] as const),
);

/** An instance as its name and the cells that take part in it. */
function shown({ checkId, slots: own }: Instance): string {
  return `${checkId}: ${own.map((index) => cellOf(index)).join(' ')}`;
}

function cellOf(index: number): string {
  const slot = slots[index];
  return slot === undefined ? '?' : slot.table === 'terms' ? `${slot.cellId}.${slot.column}` : slot.cellId;
}

function instances(says: string): readonly string[] {
  return bind(says, slots, codes).map(shown);
}

describe('a statement holds for each choice of its free keys', () => {
  it('such as each region in each year', () => {
    const found = instances('heads[area=_T] = heads[area=U] + heads[area=R]');
    expect(found).toHaveLength(6);
    expect(found).toContain('check:A.2011: heads:A._T.2011 heads:A.U.2011 heads:A.R.2011');
  });

  it('over the codes of a sum', () => {
    expect(instances('heads[region=KZ, area=U] = sum(heads[region≠KZ, area=U])')).toEqual([
      'check:2010: heads:KZ.U.2010 heads:A.U.2010 heads:B.U.2010',
      'check:2011: heads:KZ.U.2011 heads:A.U.2011 heads:B.U.2011',
    ]);
  });

  it('over all codes of a key, between tables', () => {
    const found = instances('heads[area=_T] = sum(sizes[size=*])');
    expect(found).toHaveLength(6);
    expect(found[0]).toContain('heads:KZ._T.2010 sizes:KZ.1.2010 sizes:KZ.5+.2010');
  });

  it('for several codes of a key, and for all but some', () => {
    expect(instances('heads[region=A/B, area=_T] = heads[area=U]')).toHaveLength(4);
    expect(instances('heads[region≠KZ, area=_T] = heads[area=U]')).toHaveLength(4);
  });

  it('with the year before, where there is one', () => {
    expect(instances('births = deaths[year=previous]')).toEqual([
      'check:2011: indicators:births.2011 indicators:deaths.2010',
      'check:2012: indicators:births.2012 indicators:deaths.2011',
    ]);
    expect(instances('births[year=previous] = deaths')).toHaveLength(2);
  });

  it('with codes that stand bare', () => {
    expect(instances('births = deaths')).toHaveLength(3);
    expect(instances('births[year=2010] = 5')).toEqual(['check: indicators:births.2010']);
  });

  it('where a key of one table names the codes of another', () => {
    expect(instances('totals[dataset=heads] = sum(heads[area=@key, region=A, year=*])')).toEqual([
      expect.stringContaining('heads:A.U.2010 heads:A.U.2011 totals:heads.U'),
      expect.stringContaining('heads:A.R.2010 heads:A.R.2011 totals:heads.R'),
    ]);
  });

  it('with columns of one table', () => {
    expect(instances('terms.shortest <= terms.longest')).toEqual([
      'check:2010: terms:2010.shortest terms:2010.longest',
      'check:2011: terms:2011.shortest terms:2011.longest',
    ]);
  });
});

describe('a statement that names what is not printed is refused', () => {
  it.each([
    ['crowds = 1', '"crowds"'],
    ['heads[colour=red] = 1', '"colour"'],
    ['heads[area=Q] = 1', 'a code of area'],
    ['terms = 1', 'one column of terms'],
    ['heads[area=_T] = sizes', 'a choice of "size"'],
    ['1 = heads', 'a printed value on the left'],
    ['births = deaths[year=1999]', 'a code of year'],
  ])('%s', (says, message) => {
    expect(() => bind(says, slots, codes)).toThrow(LanguageFault);
    expect(() => bind(says, slots, codes)).toThrow(message);
  });
});
