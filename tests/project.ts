import './needs-report.ts';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { layerOf } from '../pipeline/extract/source-layer.ts';
import { readTextFile } from '../pipeline/extract/text-file.ts';
import type { TextLayer } from '../pipeline/extract/text-layer.ts';
import type { NormalisedDocument } from '../pipeline/normalise/document.ts';
import { normalise } from '../pipeline/normalise/normalise.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import { once, remembered } from '../pipeline/page/remembered.ts';
import type { Source } from '../pipeline/page/source.ts';
import type { DocumentDescription } from '../pipeline/template/document.ts';
import { type ValidatedDocument, validate } from '../pipeline/validate/validate.ts';

/** The project's own document, read once for a file of tests. */
export const document = openDocument('kz-icescr-2');

/** Its text layer as it is committed. */
export const source = openSource(undefined, document);

/** The source with its white space tidied as `extract` tidies it. */
export const text = readTextFile(source.bytes, source.file).text;

/** The annexes alone, from the stamp of the first on: all that the tables are read from. */
export const annexes = text.slice(beginOfAnnexes(text));

/** Where the stamp of the first annex stands. */
export function beginOfAnnexes(text: string): number {
  return beginOf(text, document.plan.annexes[0]?.stamp ?? '');
}

/** Where a declared phrase stands, however its words are wrapped. */
export function beginOf(text: string, phrase: string): number {
  return text.search(asPrinted(phrase));
}

/** A declared phrase however its words are wrapped and spaced. */
export function asPrinted(phrase: string): RegExp {
  const letters = [...phrase.replace(/\s/g, '')].map((letter) =>
    letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'),
  );
  return new RegExp(letters.join('\\s*'), 'u');
}

/** The text layer of a text that a test made up. */
export function layerOfText(madeUp: string): TextLayer {
  return layerOf(sourceOf(madeUp));
}

/** The same as a source. */
export function sourceOf(madeUp: string): Source {
  return readTextFile(new TextEncoder().encode(madeUp), 'made-up.txt');
}

/** Reads a made-up text as the project's document. */
export function read(madeUp: string): NormalisedDocument {
  return normalise(sourceOf(madeUp), document);
}

/** What each place holds: `poverty_rate:KZ.U.2010 percent` -> `3.7`, nil, missing; with its footnote marks. */
export function contents({ cells }: NormalisedDocument): ReadonlyMap<string, string> {
  return new Map(
    cells.flatMap(({ values }) =>
      values.map(({ slot, content }): [string, string] => {
        const { cellId = '', column = '' } = document.plan.slots[slot] ?? {};
        const said = content.kind === 'number' ? [content.value, ...content.marks].join(' ') : content.kind;
        return [`${cellId} ${column}`, said];
      }),
    ),
  );
}

/** The whole report as it is printed, read and checked once a process by the first who asks. */
export const whole = (): Whole => wholeOf(document);

/** What is read of a source, and what the checks make of it. */
export interface Whole {
  readonly normalised: NormalisedDocument;
  readonly validated: ValidatedDocument;
}

const wholeOf = remembered((document: DocumentDescription): Whole => {
  const normalised = normalise(readTextFile(source.bytes, source.file), document);
  return { normalised, validated: validate(normalised, document) };
});

/** What comes of a made-up text: how it differs from the annexes in what it says, or why it is refused. */
export type Outcome =
  | { readonly kind: 'read'; readonly differences: readonly string[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** The outcome of a text that says all that the annexes say. */
export const SAME: Outcome = { kind: 'read', differences: [] };

/** How made-up texts are held against what a document prints. */
export interface Comparison {
  /** What it says as the source prints it. */
  readonly expected: () => ReadonlyMap<string, string>;
  /** Reads a made-up text and holds it against that. */
  readonly outcomeOf: (madeUp: string) => Outcome;
  /** The same for a source, with what is known of its cells. */
  readonly outcomeOfSource: (pages: Source) => Outcome;
}

/** The comparison with a text that prints all that a description declares. */
export function comparisonWith(description: DocumentDescription, printed: string): Comparison {
  const expected = once(() => contents(normalise(sourceOf(printed), description)));
  const outcomeOfSource = (pages: Source): Outcome => {
    try {
      const found = contents(normalise(pages, description));
      const places = [...new Set([...expected().keys(), ...found.keys()])];
      const differences = places
        .filter((place) => expected().get(place) !== found.get(place))
        .map((place) => `${place}: expected ${expected().get(place)}, found ${found.get(place)}`);
      return { kind: 'read', differences };
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      return { kind: 'refused', reasons: error.message.split('\n') };
    }
  };
  return { expected, outcomeOfSource, outcomeOf: (madeUp) => outcomeOfSource(sourceOf(madeUp)) };
}

/** The comparison with all annexes. */
export const { expected, outcomeOf, outcomeOfSource } = comparisonWith(document, annexes);
