import type { LegalLanguage } from '../../pipeline/jurisdiction/legal-language.ts';
import type { Plan, SentencePlan, Slot } from '../../pipeline/template/plan.ts';
import type { Content } from './contents.ts';
import type { Writing } from './printed-annexes.ts';

/** The sentences of the annexes in printed order. */
function sentencesOf({ annexes }: Plan): readonly SentencePlan[] {
  return annexes.flatMap(({ elements }) => elements).filter((element) => element.kind === 'sentence');
}

/**
 * A span of time in words, in the longest unit that it has a whole number of: `1 жылдан`, `18 айға`. Of the words for a
 * unit the first stands in the first place of a sentence's pair, the last in the second.
 */
function spanInWords(value: string, months: LegalLanguage['months'], isFirst: boolean): string {
  const whole = [...months].filter(([, length]) => Number(value) % length === 0);
  const longest = Math.max(...whole.map(([, length]) => length));
  const [word = '', length = 1] = whole.filter((each) => each[1] === longest).at(isFirst ? 0 : -1) ?? [];
  return `${Number(value) / length} ${word}`;
}

/** Each sentence with its values in it; one of several wordings where there are several. */
export function sentenceTexts(
  plan: Plan,
  months: LegalLanguage['months'],
  contentOf: (slot: Slot) => Content,
  way: Pick<Writing, 'number' | 'optional'>,
): readonly string[] {
  return sentencesOf(plan).map(({ parts }) => {
    let spans = 0;
    return parts
      .map((part) => {
        if (part.kind === 'text') return part.text;
        if (part.kind === 'optional') return way.optional ? part.ink : '';
        const content = contentOf(part.slot);
        if (content.kind !== 'number') return content.printed;
        if (!part.months) return way.number(content.value);
        spans += 1;
        return spanInWords(content.value, months, spans % 2 === 1);
      })
      .join(' ');
  });
}
