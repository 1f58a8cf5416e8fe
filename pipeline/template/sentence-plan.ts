import type { IdentityLayout } from '../identities/instance.ts';
import { inkOf } from '../locale/look-alikes.ts';
import { fillIn, LayoutFault, membersOf } from './dimension.ts';
import { count, entry, listOf, written } from './forms.ts';
import { identitiesSchema } from './identities.ts';
import type { ListLayout, SentenceLayout } from './layout.ts';
import type { SentencePart, SentencePlan, Slot } from './plan.ts';
import { addSlot, type Planning } from './slots.ts';

const TOKEN = /(\{[\w:]+\}|\[[^[\]]*\])/;

/** Spells out a sentence whose values belong to several tables. */
export function planSentence(file: string, layout: SentenceLayout, planning: Planning): SentencePlan {
  const slots = new Map(
    Object.entries(layout.values).map(([name, { table, unit, ...codes }]) => [
      name,
      addSlot(planning, table, 'value', codes, unit),
    ]),
  );
  return {
    kind: 'sentence',
    file,
    table: [...slots.values()][0]?.table ?? 'text',
    parts: partsOf(layout.text, slots),
  };
}

/** Spells out a quote: each `{name}` is the row of `quoted_figure` that bears its name. */
export function planQuote(file: string, { paragraph, text }: QuoteLayout, planning: Planning): SentencePlan {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const slots = new Map(
    names.map((name) => [
      name,
      addSlot(planning, 'quoted_figure', 'value', { quote: name }, undefined, paragraph),
    ]),
  );
  return { kind: 'sentence', file, table: 'quoted_figure', parts: partsOf(text, slots) };
}

/** Spells out a list as one sentence: its opening, an item for each code, its closing. */
export function planList(file: string, layout: ListLayout, planning: Planning): SentencePlan {
  const [dimension] = Object.entries(layout.items);
  if (dimension === undefined) throw new LayoutFault('a dimension of the items', 'none');
  const [key, form] = dimension;
  const items = membersOf(key, form, planning.codelists).flatMap(({ code }) => {
    const codes = { [key]: code };
    const text = fillIn(layout.text, codes);
    const names = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '');
    const slots = new Map(names.map((name) => [name, addSlot(planning, layout.dataset, name, codes)]));
    return partsOf(text, slots);
  });
  return {
    kind: 'sentence',
    file,
    table: layout.dataset,
    parts: [...partsOf(layout.opening, new Map()), ...items, ...partsOf(layout.closing ?? '', new Map())],
  };
}

function partsOf(text: string, slots: ReadonlyMap<string, Slot>): SentencePart[] {
  return text
    .split(TOKEN)
    .filter((token) => token.trim() !== '')
    .map((token): SentencePart => {
      const inner = token.slice(1, -1);
      if (token.startsWith('[')) return { kind: 'optional', ink: inkOf(inner) };
      if (!token.startsWith('{')) return { kind: 'text', text: token.trim(), ink: inkOf(token) };
      const [name = '', form] = inner.split(':');
      const slot = slots.get(name);
      if (slot === undefined)
        throw new LayoutFault('a value for each {name} of a text', `none for {${name}}`);
      return { kind: 'value', slot, months: form === 'months' };
    });
}

/** A fragment of a sentence of the running text in which `{name}` is a number that an annex prints too. */
export interface QuoteLayout {
  readonly paragraph: number;
  readonly text: string;
}

/** `quotes.yaml`: where the running text repeats the annexes, and what it must then agree with. */
export interface Quotes {
  readonly quotes: readonly QuoteLayout[];
  readonly identities: readonly IdentityLayout[];
}

/** The JSON schema of `quotes.yaml`. */
export const quotesSchema = entry(
  {
    quotes: listOf(
      entry({ paragraph: count, text: written('\\{\\w+\\}', 'a text with a {value} in it') }, {}),
    ),
    identities: identitiesSchema,
  },
  {},
);
