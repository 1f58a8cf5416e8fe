import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { markupOf, openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import { inTemporaryFolder } from '../pipeline/publish/folder/scratch.ts';
import type { DocumentDescription } from '../pipeline/template/document.ts';
import { contentsOf } from './synthesis/contents.ts';
import { type Declaration, ofFile } from './synthesis/declared-anew.ts';
import { textDifferences } from './synthesis/running-text.ts';
import { inNotationOf, KINDS, type Kind, NOTATIONS, printedAnew } from './synthesis/synthetic.ts';
import { differences, truthFiles } from './synthesis/truth.ts';

const USAGE = `usage: npm run synthesize -- DOCUMENT [--as text|pdf|html] [--notation same|other|any] [--seed N] [--count N] --out DIR

Prints a document (a folder under sources/, or any by its path) with other values in its declared tables, for which its
identities hold as before, in another typesetting, and in half of them in another notation: other signs of decimals, of
groups, of numbers below zero and for what stands in a number's place (--notation says that of all). The running text of a
report stands before its annexes and says what it said, in other lines.
DIR/SEED-KIND/ID/ gets the file with what declares it, ready to be built, DIR/SEED-KIND/truth/TABLE.csv what it says, and
DIR/SEED-KIND/setting.json how it is set. The same seed gives the same bytes; --count makes as many, of seeds that follow
each other. --check reads each again and says what is refused, and what is read as something else: the exit status is 1
then.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string', default: 'text,pdf,html' },
    notation: { type: 'string', default: 'any' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    out: { type: 'string' },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Writes a file that is not there yet: what stands there already is somebody's. */
function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag: 'wx' });
}

/** The files that declare a document, by their path within its folder. */
function declarationOf(folder: string): Declaration {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const own = paths
    .filter((path) => /\.(ya?ml|csv|json)$/.test(path) && !/^(expected|output)\b/.test(path))
    .sort();
  return new Map(own.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

async function synthesize(name: string, kinds: readonly Kind[], out: string | undefined): Promise<number> {
  return inTemporaryFolder('synthesize', (scratch) => synthesizeIn(scratch, name, kinds, out));
}

async function synthesizeIn(
  scratch: string,
  name: string,
  kinds: readonly Kind[],
  out: string | undefined,
): Promise<number> {
  const original = openDocument(name);
  const known = await contentsOf(openSource(undefined, original), original);
  const files = declarationOf(original.folder);
  const read = (declared: Declaration): DocumentDescription => {
    const folder = join(mkdtempSync(join(scratch, 'run-')), original.head.id);
    for (const [path, text] of declared) write(join(folder, path), text);
    return openDocument(folder);
  };
  let wrong = 0;
  let refused = 0;
  const which = NOTATIONS.find((each) => each === values.notation) ?? 'any';
  const first = Number(values.seed);
  for (let seed = first; seed < first + Number(values.count); seed += 1) {
    const own = { document: original, known, files };
    const { document, ...printed } = inNotationOf(seed, own, read, which);
    for (const kind of kinds) {
      const made = printedAnew(document, printed.known, kind, seed);
      const { name: file, bytes, contents, setting } = made;
      const folder = join(out ?? '', `${seed}-${kind}`);
      if (out !== undefined) {
        if (existsSync(folder)) throw new Error(`${folder}: expected no such folder yet`);
        const declared = join(folder, original.head.id);
        write(join(declared, file), bytes);
        for (const [path, text] of ofFile(printed.files, made)) write(join(declared, path), text);
        for (const [table, text] of truthFiles(document, contents)) write(join(folder, 'truth', table), text);
        write(join(folder, 'setting.json'), `${JSON.stringify(setting, null, 2)}\n`);
      }
      if (!values.check) continue;
      try {
        const again = await contentsOf({ file, bytes, markup: markupOf(document) }, document);
        const different = [
          ...differences(document, contents, again),
          ...textDifferences(contents.text, again.text),
        ];
        if (different.length === 0) continue;
        wrong += 1;
        console.log(
          `${seed}-${kind}: READ AS SOMETHING ELSE ${JSON.stringify(setting)}\n  ${different.slice(0, 5).join('\n  ')}`,
        );
      } catch (error) {
        if (!(error instanceof SourceFault)) throw error;
        refused += 1;
        console.log(
          `${seed}-${kind}: refused ${JSON.stringify(setting)}\n  ${error.message.split('\n').slice(0, 2).join('\n  ')}`,
        );
      }
    }
  }
  const all = Number(values.count) * kinds.length;
  console.log(
    values.check
      ? `${all} documents: ${all - refused - wrong} read as they are, ${refused} refused, ${wrong} read as something else`
      : `${all} documents written to ${out}`,
  );
  return wrong === 0 ? 0 : 1;
}

const kinds = KINDS.filter((kind) => values.as.split(',').includes(kind));
const [name] = positionals;
if (values.help || name === undefined || kinds.length === 0 || (values.out === undefined && !values.check)) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else process.exitCode = await synthesize(name, kinds, values.out);
