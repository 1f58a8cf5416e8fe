import { openDocument } from '../pipeline/command-line/folders.ts';
import { type CommandDescription, EXIT, runCommand } from './command.ts';
import type { World } from './fetch/download.ts';
import { type Fetched, fetchDocument } from './fetch/fetch.ts';
import { realWorld } from './fetch/world.ts';

const FETCH: CommandDescription = {
  name: 'fetch',
  summary:
    'Asks the register for the document and stores a new snapshot beside the older ones if its text is new.',
  words: [],
  options: { document: { type: 'string', text: 'the folder under sources/; needed when there are several' } },
};

function summaryOf(fetched: Fetched): string {
  if (fetched.kind !== 'new') return `nothing new: ${fetched.kind}`;
  const { folder, provenance } = fetched.snapshot;
  return `new snapshot: ${folder} (${provenance.bytes} bytes from ${provenance.final_url})`;
}

/** Runs the command from its words; gives its exit code: `await fetchCommand(['--document', 'orchards'])`. */
export function fetchCommand(
  words: readonly string[],
  world: World = realWorld((text) => console.error(text)),
): Promise<number> {
  return runCommand(FETCH, words, async ({ texts }) => {
    const document = openDocument(texts.get('document'));
    console.log(summaryOf(await fetchDocument(document, world)));
    return EXIT.done;
  });
}
