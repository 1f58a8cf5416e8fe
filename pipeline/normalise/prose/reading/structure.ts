import { matchesOf } from '../../../page/matches.ts';
import type { Stretch } from '../../reading/phrase.ts';
import { SETTINGS } from '../settings.ts';
/** A sentence; items of a list belong to the sentence that opens it. */
export interface Sentence extends Stretch {
  /** Where the line that holds a place begins: the sentence's own start, or that of a list item. */
  readonly items: readonly number[];
}

/** What a text is made of, as far as the reading of figures and citations needs it. */
export interface Structure {
  readonly sentences: readonly Sentence[];
  /** Stretches in round brackets, the brackets included, outer ones first. */
  readonly brackets: readonly Stretch[];
  /** Stretches in quotation marks, the marks included. */
  readonly quotes: readonly Stretch[];
}

/**
 * Finds sentences, brackets and quotations. `abbreviations` fits the text before a full stop that ends none.
 *
 * A mark without a partner is passed over: the source closes quotations that nothing opened
 * (`"A" company" shares`) and leaves a space within the marks (`" Title"`).
 */
export function structureOf(text: string, abbreviations: RegExp): Structure {
  return { sentences: sentencesOf(text, abbreviations), brackets: bracketsOf(text), quotes: quotesOf(text) };
}

/** What a sentence may end with, or a line. */
const ENDS = /[.!?]["»)]*(?=\s+["«(]?\s?[\p{Lu}\d])|\n/gu;
const BRACKET = /[()]/g;
const QUOTE = /"/g;
const OPENS_ITEM = /[:;,]/;
/** Characters that an abbreviation and what stands before it may have. */
const LONGEST_ABBREVIATION = SETTINGS.longestAbbreviation.value;

function sentencesOf(text: string, abbreviations: RegExp): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let items: number[] = [0];
  for (const { index, 0: mark } of matchesOf(ENDS, text)) {
    if (mark === '\n') {
      if (OPENS_ITEM.test(text.slice(from, index).trimEnd().slice(-1))) {
        items.push(index + 1);
        continue;
      }
    } else if (
      abbreviations.test(text.slice(Math.max(from, index - LONGEST_ABBREVIATION), index).toLowerCase())
    )
      continue;
    const to = index + mark.length;
    sentences.push({ from, to, items });
    from = to;
    items = [to];
  }
  if (text.slice(from).trim() !== '') sentences.push({ from, to: text.length, items });
  return sentences.filter(({ from: start, to }) => text.slice(start, to).trim() !== '');
}

function bracketsOf(text: string): readonly Stretch[] {
  const open: number[] = [];
  const spans: Stretch[] = [];
  for (const { index, 0: mark } of matchesOf(BRACKET, text)) {
    if (mark === '(') open.push(index);
    else {
      const from = open.pop();
      if (from !== undefined) spans.push({ from, to: index + 1 });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

function quotesOf(text: string): readonly Stretch[] {
  const open: number[] = [];
  const spans: Stretch[] = [];
  for (const { index } of matchesOf(QUOTE, text)) {
    const opens =
      /(?:^|[\s(/])$/.test(text.slice(Math.max(0, index - 1), index)) &&
      (open.length === 0 || !/^"[\s.,;:)]/.test(text.slice(index, index + 2)));
    if (opens) open.push(index);
    else {
      const from = open.pop();
      if (from !== undefined) spans.push({ from, to: index + 1 });
    }
  }
  return spans.filter(({ to, from }) => to - from > 2).sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Whether a place lies within one of the spans. */
export function within(spans: readonly Stretch[], place: number): boolean {
  return spans.some(({ from, to }) => from <= place && place < to);
}

/** The innermost span that holds a place. */
export function innermost(spans: readonly Stretch[], place: number): Stretch | undefined {
  return spans.findLast(({ from, to }) => from <= place && place < to);
}

/** The sentence that holds a place. */
export function sentenceAt(sentences: readonly Sentence[], place: number): Sentence | undefined {
  return sentences.find(({ from, to }) => from <= place && place < to);
}
