import type { SentencePlan } from '../../../template/plan.ts';
import type { Ink } from '../../reading/ink.ts';
import { SETTINGS } from '../../settings.ts';
import type { Context, Step } from './element-step.ts';
import { matchSentence, type SentenceMatch } from './sentence.ts';

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
