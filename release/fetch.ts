import { openDocument } from '../pipeline/command-line/folders.ts';
import { type CommandDescription, EXIT, runCommand } from './command.ts';
import { type Fetched, fetchDocument } from './fetch/fetch.ts';
import { realWorld } from './fetch/world.ts';

const description: CommandDescription = {
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

process.exitCode = await runCommand(description, process.argv.slice(2), async ({ texts }) => {
  const document = openDocument(texts.get('document'));
  const fetched = await fetchDocument(
    document,
    realWorld((text) => console.error(text)),
  );
  console.log(summaryOf(fetched));
  return EXIT.done;
});
