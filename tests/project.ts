import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { readTextFile } from '../pipeline/extract/text-file.ts';
import type { TextLayer } from '../pipeline/extract/text-layer.ts';
import { SourceFault } from '../pipeline/finding.ts';
import { type NormalisedDocument, normalise } from '../pipeline/normalise/normalise.ts';

/** The project's own document, read once for a file of tests. */
export const document = openDocument('kz-icescr-2');

/** Its text layer as it is committed. */
export const source = openSource(undefined, document);

/** The text layer of a text that a test made up. */
export function layerOfText(text: string): TextLayer {
  return readTextFile(new TextEncoder().encode(text), 'made-up.txt');
}

/** Reads a made-up text as the project's document. */
export function read(text: string): NormalisedDocument {
  return normalise(layerOfText(text), document);
}

/** The source with its white space tidied as `extract` tidies it. */
export const text = readTextFile(source.bytes, source.file).text;

/** The annexes alone, from the stamp of the first on: all that the tables are read from. */
export const annexes = text.slice(text.search(asPrinted(document.plan.annexes[0]?.stamp ?? '')));

/** A declared phrase however its words are wrapped. */
export function asPrinted(phrase: string): RegExp {
  const words = phrase.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+'), 'u');
}

/** What each place of the document holds: `poverty_rate:KZ.U.2010 percent` -> `3.7`, nil, missing; with marks. */
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

let expectedContents: ReadonlyMap<string, string> | undefined;

/** How a made-up text differs from the source's annexes in what it says, or what the engine refuses it for. */
export function differences(text: string): readonly string[] {
  try {
    const found = contents(read(text));
    expectedContents ??= contents(read(annexes));
    const expected = expectedContents;
    return [...new Set([...expected.keys(), ...found.keys()])].flatMap((place) =>
      expected.get(place) === found.get(place)
        ? []
        : [`${place}: expected ${expected.get(place)}, found ${found.get(place)}`],
    );
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.message.split('\n');
  }
}
