import type { Plan, SentencePlan, Slot } from '../../pipeline/template/plan.ts';
import type { Choices } from './choices.ts';
import type { Content } from './contents.ts';
import type { Writing } from './printed-annexes.ts';

/** The sentences of the annexes in printed order. */
export function sentencesOf({ annexes }: Plan): readonly SentencePlan[] {
  return annexes.flatMap(({ elements }) => elements).filter((element) => element.kind === 'sentence');
}

/** The slots of sentences that say spans of time in words (`1 жылдан 14 жылға`): they are printed as they were. */
export function slotsInWords(plan: Plan): ReadonlySet<number> {
  const worded = sentencesOf(plan).filter(isInWords);
  return new Set(
    worded.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'value' ? [part.slot.index] : []))),
  );
}

function isInWords({ parts }: SentencePlan): boolean {
  return parts.some((part) => part.kind === 'value' && part.months);
}

/** Each sentence with its values in it; one of several wordings where there are several. */
export function sentenceTexts(
  plan: Plan,
  printed: readonly string[],
  contentOf: (slot: Slot) => Content,
  way: Pick<Writing, 'number' | 'optional'>,
  choices: Choices,
): readonly string[] {
  return sentencesOf(plan).map((sentence, index) => {
    if (isInWords(sentence)) return printed[index] ?? '';
    return sentence.parts
      .map((part) => {
        if (part.kind === 'text') return part.text;
        if (part.kind === 'optional') return way.optional ? part.ink : '';
        if (part.kind === 'either') return part.texts[choices.below(part.texts.length)] ?? '';
        const content = contentOf(part.slot);
        return content.kind === 'number' ? way.number(content.value) : content.printed;
      })
      .join(' ');
  });
}
