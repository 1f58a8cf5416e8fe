import type { Content } from '../../bench/synthesis/contents.ts';
import { type Printed, printedAnnexes, type Writing } from '../../bench/synthesis/printed-annexes.ts';
import { type Typesetting, typeset as typesetText } from '../../bench/synthesis/typesetting.ts';
import type { Slot } from '../../pipeline/template/plan.ts';
import { document } from '../project.ts';
import { printedAt } from './printed-values.ts';
import { sentenceTexts } from './sentence-texts.ts';

/** The only row whose first cell is a sentence, and the only text that spans columns: from 2007 to 2011. */
const WAGE = 'minimum_wage';
const NOT_IN_FORCE = 'норма 2012 жылы енгізілді';

/** The annexes of the report, those of a plan, with the values that readers transcribed. */
export function transcribedAnnexes(way: Writing, plan = document.plan): readonly Printed[] {
  return printedAnnexes(
    {
      plan,
      contentOf,
      sentences: sentenceTexts({ optional: way.optional, number: way.number }),
      noteText: (list, mark) =>
        document.codelists.get(list)?.entries.find(({ code }) => code === mark)?.fields.text_kk ?? '',
    },
    way,
  );
}

/** The same as a text, in another way than the source prints them. */
export function typeset(way: Typesetting, plan = document.plan): string {
  return typesetText(transcribedAnnexes(way, plan), way);
}

function contentOf(slot: Slot): Content {
  const { value, status, marks } = printedAt(slot);
  const symbol = (kind: 'nil' | 'missing' | 'not_in_force', printed: string, columns: number): Content => ({
    kind: 'symbol',
    says: { kind },
    printed,
    columns,
  });
  switch (status) {
    case 'X':
      return symbol('not_in_force', NOT_IN_FORCE, columnsOf(slot));
    case 'Z':
    case 'M':
      return symbol('nil', '-', 1);
    case 'O':
      return symbol('missing', '…', 1);
    default: {
      const isInSentence = slot.codes.indicator === WAGE && slot.codes.year === firstYear(slot);
      return { kind: 'number', value, marks, isInSentence, affixes: ['', ''], printed: value };
    }
  }
}

/** The slots of the row of a slot, in printed order. */
function rowOf({ index }: Slot): readonly Slot[] {
  for (const element of document.plan.annexes.flatMap(({ elements }) => elements)) {
    const items = element.kind === 'grid' ? element.body : [];
    for (const item of items)
      if (item.kind === 'row' && item.slots.some((slot) => slot.index === index)) return item.slots;
  }
  return [];
}

function firstYear(slot: Slot): string | undefined {
  return rowOf(slot)[0]?.codes.year;
}

function columnsOf(slot: Slot): number {
  return rowOf(slot).filter((each) => printedAt(each).status === 'X').length;
}
