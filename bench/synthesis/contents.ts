import { type Source, stagesOf } from '../../pipeline/build.ts';
import type { SlotValue } from '../../pipeline/identities/verdict.ts';
import type { RunningText } from '../../pipeline/normalise/prose/running-text.ts';
import { arithmeticOf, type CellContent } from '../../pipeline/normalise/reading/cell-content.ts';
import type { DocumentDescription } from '../../pipeline/template/document.ts';
import type { Notation } from '../../pipeline/template/notation.ts';
import type { Choices } from './choices.ts';
import { otherValues } from './other-values.ts';

/** What a slot says, and how it is printed where it is no number. */
export type Content =
  | {
      readonly kind: 'number';
      /** The digits with a point: `-12162.5`. */
      readonly value: string;
      readonly marks: readonly string[];
      /** Whether it stands in a declared sentence within its cell. */
      readonly isInSentence: boolean;
      /** What stands before and behind it and says nothing of its size. */
      readonly affixes: readonly [before: string, behind: string];
      /** As its source prints it. */
      readonly printed: string;
    }
  | {
      readonly kind: 'symbol';
      readonly says: CellContent;
      readonly printed: string;
      readonly columns: number;
    };

/** What a document says: in its tables, slot by slot, and in its running text. */
export interface Contents {
  readonly slots: ReadonlyMap<number, Content>;
  /** The text before the annexes, where the source holds it. */
  readonly text: RunningText | undefined;
  /** What its sentences say, slot by slot: it is printed as it stands. */
  readonly said: ReadonlyMap<number, SlotValue>;
}

/** Reads what the source of a document says. Throws a SourceFault where it cannot be read. */
export async function contentsOf(source: Source, document: DocumentDescription): Promise<Contents> {
  const normalised = await stagesOf(
    () => source,
    document,
    async (_, make) => make(),
  ).normalise();
  const { slots: planned, tables } = document.plan;
  const notations = new Map(
    tables.flatMap(({ steps, notation }) =>
      steps.flatMap((step) =>
        step.kind === 'row' ? step.slots.map(({ index }) => [index, notation] as const) : [],
      ),
    ),
  );
  const slots = new Map<number, Content>();
  const said = new Map<number, SlotValue>();
  for (const { values, raw, reading } of normalised.cells) {
    for (const { slot, content } of values) {
      if (planned[slot]?.paragraph !== null) {
        said.set(slot, arithmeticOf(content, planned[slot]));
        continue;
      }
      const printed = raw.replace(/\s+/g, ' ').trim();
      slots.set(
        slot,
        content.kind === 'number'
          ? {
              kind: 'number',
              value: content.value,
              marks: content.marks,
              isInSentence: reading === 'sentence',
              printed,
              affixes: affixesOf(printed, notations.get(slot) ?? document.notation),
            }
          : { kind: 'symbol', says: content, printed, columns: values.length },
      );
    }
  }
  return { slots, said, text: normalised.text };
}

function affixesOf(printed: string, { affixes }: Notation): readonly [string, string] {
  const bare = affixes.filter((affix) => !affix.includes('{n}'));
  const before = bare.find((affix) => printed.startsWith(affix)) ?? '';
  const behind = bare.find((affix) => printed.endsWith(affix)) ?? '';
  return [before, behind === '' ? '' : ` ${behind}`];
}

/** The same document with other numbers, for which the identities hold that held; `kept` slots stay. */
export function withOtherValues(
  contents: Contents,
  document: DocumentDescription,
  kept: ReadonlySet<number>,
  choices: Choices,
): Contents {
  const { plan, instances } = document;
  const values: (SlotValue | undefined)[] = [];
  for (const [slot, value] of contents.said) values[slot] = value;
  for (const [slot, content] of contents.slots) {
    values[slot] =
      content.kind === 'number'
        ? arithmeticOf({ kind: 'number', value: content.value, marks: content.marks }, plan.slots[slot])
        : arithmeticOf(content.says);
  }
  const bounds = new Map(
    [...boundsOf(document)].filter(
      ([slot]) => contents.slots.get(slot)?.kind === 'number' && !kept.has(slot),
    ),
  );
  const others = otherValues({ values, instances, bounds }, choices);
  return {
    ...contents,
    slots: new Map(
      [...contents.slots].map(([slot, content]) => {
        const other = others[slot];
        if (content.kind !== 'number' || other?.kind !== 'number') return [slot, content];
        return [slot, { ...content, value: other.value.toFixed(other.decimals) }];
      }),
    ),
  };
}

/** What the columns of each slot admit. */
function boundsOf({
  plan,
}: DocumentDescription): ReadonlyMap<number, { readonly minimum: number; readonly maximum: number }> {
  const bounds = new Map<number, { readonly minimum: number; readonly maximum: number }>();
  for (const { index } of plan.slots)
    bounds.set(index, { minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY });
  for (const element of plan.annexes.flatMap(({ elements }) => elements)) {
    if (element.kind !== 'grid') continue;
    for (const item of element.body) {
      if (item.kind === 'heading') continue;
      for (const [column, { index }] of item.slots.entries()) {
        const form = item.form.columns[column];
        if (form !== undefined) bounds.set(index, form);
      }
    }
  }
  for (const { forms } of plan.tables) for (const [slot, form] of forms) bounds.set(slot, form);
  return bounds;
}
