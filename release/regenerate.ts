import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { openDocument } from '../pipeline/command-line/folders.ts';
import { onlyDocument, publishedOf } from '../pipeline/command-line/published.ts';
import { BUILD } from '../pipeline/command-line/stage-values.ts';
import { fault } from '../pipeline/page/finding.ts';
import { OUTPUT } from '../pipeline/publish/folder/kinds.ts';
import { refuseUnlessReplaceable } from '../pipeline/publish/folder/replace.ts';
import { type CommandDescription, EXIT, runCommand } from './command.ts';
import { renderJson, renderTerminal } from './compare/render.ts';
import type { World } from './fetch/download.ts';
import { realWorld } from './fetch/world.ts';
import { type Regenerated, regenerate } from './regenerate/regenerate.ts';
import { reviewMarkdown } from './regenerate/review.ts';
import { removeReviews, writeReviews } from './regenerate/review-files.ts';
import type { StartReader } from './verify/database.ts';

const FOR_REVIEW = 10;

const REGENERATE: CommandDescription = {
  name: 'regenerate',
  summary: `Asks the register for the document, builds the newest there is into a folder of its own, checks it, and says
how it differs from the published output, which it leaves alone. What is for review is written beside DIR as DIR.md and DIR.json.`,
  words: [],
  options: {
    document: { type: 'string', text: 'the folder under sources/; needed when there are several' },
    out: {
      type: 'string',
      text: 'the folder of the new output; build/regenerated when it is not named (build/regenerated-NAME of a document that is not published in output/)',
    },
  },
  exits: { [EXIT.done]: 'nothing new', [EXIT.fault]: 'failed', [FOR_REVIEW]: 'new data, ready for review' },
};

/**
 * Runs the command from its words; gives its exit code: `await regenerateCommand(['--out', 'build/new'])`. `start` is
 * how DuckDB is started that reads what was built.
 */
export function regenerateCommand(
  words: readonly string[],
  world: World = realWorld((text) => console.error(text)),
  start?: StartReader,
): Promise<number> {
  return runCommand(REGENERATE, words, async ({ texts }) => {
    const { name, out: published, kept } = publishedOf(texts.get('document') ?? onlyDocument());
    const own = kept === BUILD ? 'build/regenerated' : `build/regenerated-${name}`;
    const out = (texts.get('out') ?? own).replace(/\/+$/, '');
    refusePublished(out, published);
    const document = openDocument(texts.get('document') ?? name);
    await refuseUnlessReplaceable(out, OUTPUT);
    await removeReviews(out);
    const result = await regenerate(document, { published, regenerated: out }, world, start);
    if (result.kind === 'nothing new') {
      console.log(`nothing new: ${result.fetched}`);
      return EXIT.done;
    }
    await report(document.head.id, out, result);
    return FOR_REVIEW;
  });
}

async function report(
  id: string,
  out: string,
  result: Extract<Regenerated, { readonly kind: 'for review' }>,
): Promise<void> {
  const { snapshot, difference } = result;
  await writeReviews(out, { md: reviewMarkdown(id, result), json: renderJson(difference) });
  console.log(renderTerminal(difference));
  console.log(`\nfor review: ${out}.md, ${out}.json and ${out}/, built from ${snapshot.file}`);
}

/** What is published is for people to change. */
function refusePublished(out: string, published: string): void {
  const within = relative(realPath(published), realPath(out));
  if (within === '..' || within.startsWith('../')) return;
  const expected = `a folder outside ${published}: this command never publishes`;
  throw fault({ kind: 'output', place: { file: out }, expected, found: 'one inside' });
}

/** Where a path leads, through links; itself where nothing is yet. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}
