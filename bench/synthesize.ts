import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDocument, openSource } from '../pipeline/command-line/folders.ts';
import { SourceFault } from '../pipeline/page/finding.ts';
import { contentsOf } from './synthesis/contents.ts';
import { KINDS, type Kind, printedAnew } from './synthesis/synthetic.ts';
import { differences, truthFiles } from './synthesis/truth.ts';

const USAGE = `usage: npm run synthesize -- DOCUMENT [--as text|pdf|html] [--seed N] [--count N] --out DIR

Prints the declared tables of a document (a folder under sources/, or any by its path) with other values, for which its
identities hold as before, in another typesetting. DIR/SEED-KIND/ gets the file, truth/TABLE.csv with what it says, and
setting.json with how it is set. The same seed gives the same bytes; --count makes as many, of seeds that follow each
other. --check reads each again and says what is refused, and what is read as something else: the exit status is 1 then.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string', default: 'text,pdf,html' },
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

async function synthesize(name: string, kinds: readonly Kind[], out: string | undefined): Promise<number> {
  const document = openDocument(name);
  const known = await contentsOf(openSource(undefined, document), document);
  let wrong = 0;
  let refused = 0;
  const first = Number(values.seed);
  for (let seed = first; seed < first + Number(values.count); seed += 1) {
    for (const kind of kinds) {
      const { name: file, bytes, contents, setting } = printedAnew(document, known, kind, seed);
      const folder = join(out ?? '', `${seed}-${kind}`);
      if (out !== undefined) {
        if (existsSync(folder)) throw new Error(`${folder}: expected no such folder yet`);
        write(join(folder, file), bytes);
        for (const [table, text] of truthFiles(document, contents)) write(join(folder, 'truth', table), text);
        write(join(folder, 'setting.json'), `${JSON.stringify(setting, null, 2)}\n`);
      }
      if (!values.check) continue;
      try {
        const different = differences(document, contents, await contentsOf({ file, bytes }, document));
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
