import type { SentencePart, SentencePlan } from '../../../template/plan.ts';
import type { ReadCell, SentenceValue } from '../../reading/cell.ts';
import { Gap, type Ink } from '../../reading/ink.ts';
import { numbersAt } from '../../reading/number-in-words.ts';
import { matchPhrase } from '../../reading/phrase.ts';
import { SETTINGS } from '../../settings.ts';
import type { Context, Step } from './element-step.ts';

/** What was read of a sentence, or how far it could be read. */
type SentenceMatch =
  | { readonly ok: true; readonly to: number; readonly values: readonly SentenceValue[] }
  | { readonly ok: false; readonly reached: number; readonly part: SentencePart | undefined };

/**
 * Reads a sentence part by part: its words must stand there, each value is the number between two words.
 * A number is taken as far as the words behind it allow: `1 жылдан 14 жылға` gives 1 and 14. `5 9` is no number
 * among words that are not letter-spaced.
 */
export function matchSentence(
  at: number,
  { parts }: Pick<SentencePlan, 'parts'>,
  context: Pick<Context, 'ink' | 'language' | 'notation'>,
): SentenceMatch {
  const { ink } = context;
  let reached = at;
  let failed: SentencePart | undefined = parts[0];
  const fail = (index: number, part: SentencePart): undefined => {
    if (index >= reached) {
      reached = index;
      failed = part;
    }
    return undefined;
  };
  const walk = (index: number, position: number): readonly SentenceValue[] | undefined => {
    const part = parts[position];
    if (part === undefined) {
      reached = index;
      return [];
    }
    if (part.kind === 'value') {
      for (const { cell, to } of valuesAt(index, part, context)) {
        const rest = walk(to, position + 1);
        if (rest !== undefined) return [{ slot: part.slot, cell }, ...rest];
      }
      return fail(index, part);
    }
    for (const end of endsOf(ink, index, part)) {
      const rest = walk(end, position + 1);
      if (rest !== undefined) return rest;
    }
    return part.kind === 'optional' ? undefined : fail(index, part);
  };
  const values = walk(at, 0);
  return values === undefined ? { ok: false, reached, part: failed } : { ok: true, to: reached, values };
}

function endsOf(ink: Ink, at: number, part: Exclude<SentencePart, { kind: 'value' }>): readonly number[] {
  const match = (phrase: string): number => {
    const end = matchPhrase(ink, at, phrase);
    return end < 0 && ink.folded.startsWith(phrase, at) ? at + phrase.length : end;
  };
  return [match(part.ink), part.kind === 'optional' ? at : -1].filter((end) => end >= 0);
}

function valuesAt(
  at: number,
  { months }: Extract<SentencePart, { kind: 'value' }>,
  { ink, language, notation }: Pick<Context, 'ink' | 'language' | 'notation'>,
): readonly { readonly cell: ReadCell; readonly to: number }[] {
  const found: { cell: ReadCell; to: number }[] = [];
  const cell = (value: string, to: number): ReadCell => ({
    from: at,
    to,
    content: { kind: 'number', value, marks: [] },
    reading: 'sentence',
    columns: 1,
  });
  for (const { value, reading, to: end } of numbersAt(ink, at, notation)) {
    if (reading === 'letter_spaced' && !isLetterSpaced(ink, at)) continue;
    if (!months) found.push({ cell: cell(value, end), to: end });
    else {
      for (const [word, length] of language.months) {
        const to = matchPhrase(ink, end, word);
        if (to >= 0) found.push({ cell: cell(String(Number(value) * length), to), to });
      }
    }
  }
  return found.reverse();
}

/** Whether the characters before a place are letter-spaced: only then may the digits behind it be, `5 9` for 59. */
function isLetterSpaced({ gaps }: Ink, at: number): boolean {
  return gaps[at - 1] !== Gap.none && gaps[at - 2] !== Gap.none;
}

/** Reads the fragments of the running text that repeat the annexes; a source of annexes alone has none. */
export function readQuotes(context: Context, end: number, quotes: readonly SentencePlan[]): readonly Step[] {
  const { ink } = context;
  if (end === 0) return [];
  return quotes.map((quote): Step => {
    let furthest: SentenceMatch | undefined;
    for (const at of startsOf(ink, end, quote)) {
      const match = matchSentence(at, quote, context);
      if (match.ok) return { to: match.to, values: match.values };
      furthest = match;
    }
    const place = { file: context.layer.file, table: quote.table };
    const expected = `"${quote.parts.map((part) => (part.kind === 'text' ? part.ink : '...')).join('')}"`;
    const found = furthest === undefined ? 'no such sentence' : 'it with other words or without a number';
    return {
      to: 0,
      findings: [{ kind: 'anchor', place, expected, found, action: 'compare with the printed page' }],
    };
  });
}

/** Where a sentence may begin: at its first words, or a few characters before them if a number comes first. */
function* startsOf({ folded }: Ink, end: number, { parts }: SentencePlan): Generator<number> {
  const words = parts.find((part) => part.kind === 'text');
  if (words?.kind !== 'text') return;
  const head = words.ink.split('-')[0] || words.ink;
  for (let at = folded.indexOf(head); at >= 0 && at < end; at = folded.indexOf(head, at + 1)) {
    if (words === parts[0]) yield at;
    else
      for (let lead = SETTINGS.longestNumber.value; lead > 0; lead -= 1)
        if (!/\d/.test(folded[at - lead - 1] ?? '')) yield at - lead;
  }
}
