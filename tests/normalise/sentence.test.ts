import { describe, expect, it } from 'vitest';
import { kk } from '../../pipeline/locale/kk.ts';
import { inkOf } from '../../pipeline/locale/look-alikes.ts';
import { matchSentence } from '../../pipeline/normalise/tables/words/sentence.ts';
import { UNDECLARED } from '../../pipeline/template/notation.ts';
import type { SentencePart, Slot } from '../../pipeline/template/plan.ts';
import { slotsFor } from '../made-up-slots.ts';
import { inkFor } from './made-up-ink.ts';

const slots = slotsFor({ told: { keys: { name: ['a', 'b'] } } });

function slot(index: number): Slot {
  const [first] = slots.slice(index);
  if (first === undefined) throw new Error(`no slot ${index}`);
  return first;
}

const text = (words: string): SentencePart => ({ kind: 'text', text: words, ink: inkOf(words) });
const optional = (words: string): SentencePart => ({ kind: 'optional', ink: inkOf(words) });
const value = (index: number): SentencePart => ({ kind: 'value', slot: slot(index), months: false });
const months = (index: number): SentencePart => ({ kind: 'value', slot: slot(index), months: true });

/** The values of a sentence by their slot, and what stands behind it; or the part at which it stops. */
function read(sentence: string, parts: readonly SentencePart[]): unknown {
  const ink = inkFor(sentence);
  const match = matchSentence(0, { parts }, { ink, language: kk, notation: UNDECLARED });
  if (!match.ok) return { stops: match.part, at: ink.folded.slice(match.reached) };
  const values = match.values.map(({ slot: { index }, cell: { content } }) => [
    index,
    content.kind === 'number' ? content.value : content.kind,
  ]);
  return { values, rest: ink.folded.slice(match.to) };
}

describe('a sentence', () => {
  it('gives the numbers between its words', () => {
    const parts = [text('барлығы'), value(0), text('өтініш, үлесі ('), value(1), text('%) болды.')];
    expect(read('барлығы 2 566\nөтініш, үлесі (5,3\n%) болды. Содан', parts)).toEqual({
      values: [
        [0, '2566'],
        [1, '5.3'],
      ],
      rest: inkOf('Содан'),
    });
  });

  it('tells two numbers apart by the words between them', () => {
    const parts = [text('2015 жылы –'), value(0), optional(';'), text('2016 жылы –'), value(1)];
    expect(read('2015 жылы – 134 2016 жылы – 1 000', parts)).toEqual({
      values: [
        [0, '134'],
        [1, '1000'],
      ],
      rest: '',
    });
  });

  it('takes letter-spaced digits for a number only among letter-spaced words', () => {
    const parts = [text('болды'), value(0), text('құрбан')];
    expect(read('болды 5 9 құрбан', parts)).toMatchObject({ at: '9құрбан' });
    expect(read('б о л д ы  5 9  қ ұ р б а н', parts)).toEqual({ values: [[0, '59']], rest: '' });
  });

  it('reads spans of time as months', () => {
    const parts = [text('('), months(0), months(1), text('дейін)')];
    const months14 = {
      values: [
        [0, '7'],
        [1, '168'],
      ],
      rest: '',
    };
    expect(read('(7 айдан 14 жылға дейін)', parts)).toEqual(months14);
    expect(read('(7 а й д а н 14\n\n\n\nжылға дейін)', parts)).toEqual(months14);
    expect(read('(7 күннен 14 жылға дейін)', parts)).toMatchObject({ stops: months(0) });
  });

  it('may leave out what is optional', () => {
    const parts = [value(0), optional('адам'), text('келді.')];
    expect(read('5 адам келді.', parts)).toEqual({ values: [[0, '5']], rest: '' });
    expect(read('5 келді.', parts)).toEqual({ values: [[0, '5']], rest: '' });
    expect(read('5 қалды.', parts)).toMatchObject({ stops: text('келді.') });
  });

  it('stops at the first part that does not stand there, and says where', () => {
    const parts = [text('барлығы'), value(0), text('өтініш')];
    expect(read('барлығы көп өтініш', parts)).toEqual({ stops: value(0), at: inkOf('көп өтініш') });
    expect(read('барлығы 1 03 өтініш', parts)).toMatchObject({ stops: text('өтініш') });
    expect(read('барлығы 5 арыз', parts)).toEqual({ stops: text('өтініш'), at: inkOf('арыз') });
    expect(read('бәрі 5', parts)).toMatchObject({ stops: text('барлығы') });
  });
});
