import type { IdentityLayout } from '../identities/instance.ts';
import { count, entry, listOf, written } from './forms.ts';
import { identitiesSchema } from './identities.ts';

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
