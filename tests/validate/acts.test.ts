import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { registerIdInKazakhstan } from '../../pipeline/jurisdiction/kz/register.ts';
import type { Citation } from '../../pipeline/normalise/prose/citations.ts';
import { actsOf } from '../../pipeline/validate/acts.ts';
import { whole } from '../project.ts';

const { datasets } = whole().validated;
const rowsOf = (table: string): readonly Readonly<Record<string, unknown>>[] =>
  datasets.find(({ schema }) => schema.name === table)?.rows ?? [];

/** A citation that prints no more than is said. */
function citation(referenceId: string, said: Partial<Citation>): Citation {
  const none = {
    issuer: null,
    number: null,
    date: null,
    title: null,
    called: null,
    joint: null,
    article: null,
    part: null,
    point: null,
  };
  return { ...none, referenceId, paragraph: 1, type: 'law', quote: 'q', from: 0, to: 1, ...said };
}

/** Which references are of one act: `p1.1 p1.3`. */
function together(...citations: readonly Citation[]): readonly string[] {
  const { actOf } = actsOf(citations, () => undefined);
  const acts = new Map<string, string[]>();
  for (const [reference, act] of actOf) acts.set(act, [...(acts.get(act) ?? []), reference]);
  return [...acts.values()].map((own) => own.sort().join(' ')).sort();
}

describe('two references are of one act', () => {
  const approving = {
    type: 'decree',
    issuer: 'president',
    number: '7',
    date: '2014-01-02',
    called: { title: 'Programme of wells', basis: 'approved' },
  } as const;

  it("where one cites by its name what the other approves, which is that act's title", () => {
    const named = citation('p1.2', { type: 'programme', title: 'Programme of Wells' });
    const { rows, actOf } = actsOf([named, citation('p1.1', approving)], () => undefined);
    expect(rows).toMatchObject([
      {
        act_type: 'decree',
        number: '7',
        title_kk: 'Programme of wells',
        title_basis: 'approved',
        references: 2,
      },
    ]);
    expect(new Set(actOf.values()).size).toBe(1);
    expect(together(citation('p1.1', approving), { ...named, title: 'Programme of roads' })).toHaveLength(2);
  });

  it('where they are of one joint order, with the numbers of all and what their dates have in common', () => {
    const order = { type: 'order', title: 'On visits', joint: 'p1:5' } as const;
    const both = [
      citation('p1.1', { ...order, issuer: 'a', number: '9', date: '2015-11-25' }),
      citation('p1.2', { ...order, issuer: 'b', number: '7', date: '2015-12-10' }),
    ];
    const { rows } = actsOf(both, () => 'an id');
    expect(rows).toMatchObject([
      { act: 'order_9_7_2015', issuer: 'a b', number: '9 7', date: '2015', register_id: null, references: 2 },
    ]);
    const apart = citation('p1.3', { ...order, joint: 'p2:5', issuer: 'b', number: '8', date: '2015-12-10' });
    expect(together(...both, apart)).toHaveLength(2);
  });

  it('where a person has found so, whatever they print', () => {
    const citations = [
      citation('p1.1', { title: 'On wells', date: '2001' }),
      citation('p1.2', { title: 'On wells', date: '2002' }),
    ];
    const same = [{ references: { 'p1.1': 'q', 'p1.2': 'q' }, because: 'one law' }];
    expect(new Set(actsOf(citations, () => undefined, same).actOf.values()).size).toBe(1);
    expect(new Set(actsOf(citations, () => undefined).actOf.values()).size).toBe(2);
  });

  test.each([
    ['the same number and date', { number: '1', date: '2014-01-02' }, { number: '1', date: '2014-01-02' }],
    ['the same number of a year', { number: '1', date: '2014' }, { number: '1', date: '2014-01-02' }],
    ['the same title', { title: 'On schools' }, { title: 'On Schools' }],
    [
      'a title and a date, of which one prints more',
      { title: 'On schools', date: '2014-07' },
      { title: 'On schools', date: '2014-07-03' },
    ],
    ['the constitution', { type: 'constitution' }, { type: 'constitution' }],
  ] as const)('by %s', (_, a, b) => {
    expect(together(citation('p1.1', a), citation('p1.2', b))).toEqual(['p1.1 p1.2']);
  });

  test.each([
    ['another date', { title: 'On schools', date: '2001' }, { title: 'On schools', date: '2014' }],
    ['another number', { number: '1', date: '2014' }, { number: '2', date: '2014' }],
    [
      'another issuer',
      { number: '1', date: '2014', issuer: 'a' },
      { number: '1', date: '2014', issuer: 'b' },
    ],
    ['another kind', { title: 'On schools' }, { title: 'On schools', type: 'code' }],
    ['neither number nor title', { date: '2014-01-02' }, { date: '2014-01-02' }],
    ['a number without its date', { number: '1' }, { number: '1', date: '2014' }],
  ] as const)('but not with %s', (_, a, b) => {
    expect(together(citation('p1.1', a), citation('p1.2', b))).toEqual(['p1.1', 'p1.2']);
  });

  it('and a name that may be either of two acts is of none of them', () => {
    const [old, young, bare] = [{ date: '2007' }, { date: '2015' }, {}].map((said, at) =>
      citation(`p1.${at + 1}`, { title: 'Labour code', ...said }),
    );
    if (old === undefined || young === undefined || bare === undefined) throw new Error('three citations');
    expect(together(old, young, bare)).toEqual(['p1.1', 'p1.2', 'p1.3']);
  });
});

test.each([
  ['government_resolution', '209', '2014-03-04', 'P1400000209'],
  ['decree', '384', '2016', 'U1600000384'],
  ['law', '127-V', '2014-07-04', 'Z1400000127'],
  ['law', '354-IV', '2010-11-23', undefined],
  ['order', '534', '2014-12-19', undefined],
  ['draft_law', '412-5', '2015-11-18', undefined],
] as const)('the register id of %s %s of %s', (type, number, date, expected) => {
  expect(registerIdInKazakhstan(type, number, date)).toBe(expected);
});

describe('the acts of the report', () => {
  it('are those that a reader found at references taken at random, with article, part and point', () => {
    const golden: readonly Readonly<Record<string, string>>[] = parse(
      readFileSync('tests/golden/references.csv'),
      { columns: true },
    );
    const columns = ['reference_id', 'act', 'article', 'part', 'point'] as const;
    const told = (row: Readonly<Record<string, unknown>>): string =>
      columns.map((column) => row[column] || '-').join(' ');
    const found = new Map(rowsOf('legal_reference').map((row) => [row.reference_id, told(row)]));
    expect(golden.length).toBeGreaterThan(60);
    for (const row of golden) expect(found.get(row.reference_id)).toBe(told(row));
  });

  const acts = rowsOf('act');
  const references = rowsOf('legal_reference');

  it('are each cited, as often as they say', () => {
    for (const { act, references: count } of acts)
      expect(references.filter((each) => each.act === act)).toHaveLength(Number(count));
    expect(acts.reduce((sum, { references: count }) => sum + Number(count), 0)).toBe(references.length);
    expect(acts.length).toBeLessThan(references.length);
  });

  it('have no number but what a reference prints, and a register id that is marked as derived', () => {
    for (const { act, number, register_id, register_id_basis } of acts) {
      const printed = references.filter((each) => each.act === act).map((each) => each.number);
      const numbers = number === null ? [] : String(number).split(' ');
      expect(numbers.filter((each) => !printed.includes(each))).toEqual([]);
      expect(register_id_basis).toBe(register_id === null ? null : 'pattern');
    }
    expect(acts.filter(({ register_id }) => register_id !== null).length).toBeGreaterThan(8);
  });

  it('join what is cited in several paragraphs', () => {
    const labour = acts.find(({ title_kk }) => title_kk === 'Еңбек кодексі');
    expect([labour?.date, labour?.references]).toEqual(['2015-11-23', 16]);
    expect(acts.find(({ act }) => act === 'constitution')?.references).toBe(13);
  });
});
