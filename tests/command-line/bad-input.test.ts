import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import '../needs-report.ts';
import type { Source } from '../../pipeline/build.ts';
import { build, stagesOf } from '../../pipeline/build.ts';
import { openSource } from '../../pipeline/command-line/folders.ts';
import { renderFinding, SourceFault } from '../../pipeline/page/finding.ts';
import { type DocumentDescription, readDocument } from '../../pipeline/template/document.ts';
import {
  type DocumentSchemas,
  readDocumentSchemas,
} from '../../pipeline/template/schema/document-schemas.ts';
import { documentOf, fixtureFile } from '../made-up-document.ts';
import { beginOfAnnexes } from '../project.ts';

/** A bad input: the true source or a file of the project with an edit, or a file of its own; and what must be said. */
interface BadInput {
  /** The file of the project that is edited; the text layer when it is not named. */
  readonly file?: string;
  /** The error has to do with the running text, which is read only then: it takes as long as all tables. */
  readonly running_text?: boolean;
  /** Each text must stand there exactly once. */
  readonly edit?: readonly { readonly find: string; readonly replace: string }[];
  /** The file ends behind this text. */
  readonly ends_behind?: string;
  /** A source of its own, in an empty folder. */
  readonly given?: {
    readonly name: string;
    readonly text?: string;
    readonly hex?: string;
    readonly copy_of?: string;
    readonly keep_bytes?: number;
    readonly append?: string;
    readonly folder?: boolean;
    readonly missing?: boolean;
  };
  /** The output folder and what stands beside it, in an empty folder. */
  readonly out?: { readonly path: string; readonly beside?: Readonly<Record<string, string>> };
  readonly says: string;
}

const FIXTURES = 'tests/fixtures/bad-input';
const SMALL = 'family-of-tables';
const DOCUMENT = 'sources/kz-icescr-2';
const TEXT_LAYER = `${DOCUMENT}/text-layer.txt`;
const project = new Map([...filesBelow(DOCUMENT), ...filesBelow('schemas')]);
/** Half of the declarations, and half of the time that it takes to read them. */
const OF_RUNNING_TEXT = ['outline', 'quotes', 'series'].map((name) => `${DOCUMENT}/${name}.yaml`);
/** The schemas as they are, read once. */
const trueSchemas = schemasOf(new Map());
const truth = describeWith(new Map(), true);
const annexesAlone = withoutRunningText(project.get(TEXT_LAYER) ?? '');
/** The output that stood there before; no bad input may touch it. */
const OLD = { SHA256SUMS: `${'0'.repeat(64)}  csv/area.csv\n`, 'csv/area.csv': 'area\n' };

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a bad input gets one error and leaves the output alone:', () => {
  for (const name of readdirSync(FIXTURES).filter((each) => each.endsWith('.yaml'))) {
    const text = readFileSync(join(FIXTURES, name), 'utf8');
    const input: BadInput = parse(text);
    const sentence = `${name.replace('.yaml', '').replaceAll('-', ' ')} (${text.slice(2, text.indexOf('.\n'))})`;
    test(sentence, async () => {
      const beside = input.out?.beside ?? prefixed('out', OLD);
      for (const [path, content] of Object.entries(beside)) put(path, content);
      const before = filesBelow(folder);
      expect(await complaints(input)).toEqual([input.says]);
      expect(filesBelow(folder, input.given?.name)).toEqual(before);
      expect(input.says.split('\n')).toHaveLength(2);
    });
  }
});

test('the true source with the project as it is gets no error', async () => {
  const source = { file: 'text-layer.txt', bytes: new TextEncoder().encode(annexesAlone) };
  const { datasets } = await stagesOf(
    () => source,
    truth,
    async (_, make) => make(),
  ).validate();
  expect(datasets.length).toBeGreaterThan(20);
});

/** What a build says of a bad input, with the names of files as the user gave them. */
async function complaints(input: BadInput): Promise<readonly string[]> {
  try {
    if (input.out !== undefined) {
      await buildSmall(input.out.path);
      return [];
    }
    const text = (input.running_text ? project.get(TEXT_LAYER) : annexesAlone) ?? '';
    const edited = edit(input, input.file === undefined ? text : (project.get(input.file) ?? ''));
    const document =
      input.file === undefined
        ? truth
        : describeWith(new Map([[input.file, edited]]), input.running_text === true);
    const source: Source =
      input.given === undefined
        ? {
            file: 'text-layer.txt',
            bytes: new TextEncoder().encode(input.file === undefined ? edited : text),
          }
        : openSource(give(input.given), document);
    await build(source, document, join(folder, 'out'), () => undefined, {});
    return [];
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return error.findings.map((finding) => renderFinding(finding).replaceAll(`${folder}/`, ''));
  }
}

/** What is wrong with a folder for the output is found after all reading: a small document will do. */
async function buildSmall(out: string): Promise<void> {
  const bytes = new TextEncoder().encode(fixtureFile(SMALL, 'input.txt'));
  const source = { file: 'input.txt', bytes };
  await build(source, documentOf(SMALL), isAbsolute(out) ? out : join(folder, out), () => undefined, {});
}

/** The annexes on the lines and pages where they stand, with nothing before them. */
function withoutRunningText(text: string): string {
  const start = beginOfAnnexes(text);
  return `${text.slice(0, start).replace(/[^\n\f]+/g, '')}${text.slice(start)}`;
}

function edit({ edit: edits = [], ends_behind: end }: BadInput, text: string): string {
  const once = (part: string): void =>
    expect(text.split(part), `"${part}" stands there once`).toHaveLength(2);
  let edited = text;
  for (const { find, replace } of edits) {
    once(find);
    edited = edited.replace(find, () => replace);
  }
  if (end === undefined) return edited;
  once(end);
  return edited.slice(0, edited.indexOf(end) + end.length);
}

function give(given: NonNullable<BadInput['given']>): string {
  const { name, text = '', hex, copy_of: original, keep_bytes: kept, append = '' } = given;
  const path = join(folder, name);
  const bytes =
    hex !== undefined ? Buffer.from(hex, 'hex') : original ? readFileSync(original) : Buffer.from(text);
  if (given.folder) mkdirSync(path);
  else if (!given.missing) writeFileSync(path, Buffer.concat([bytes.subarray(0, kept), Buffer.from(append)]));
  return path;
}

/** The project's declarations, some of them edited; those of the running text only where it is read. */
function describeWith(edited: ReadonlyMap<string, string>, hasRunningText: boolean): DocumentDescription {
  const isNeeded = (path: string): boolean =>
    hasRunningText || edited.has(path) || !OF_RUNNING_TEXT.includes(path);
  const declarations = within(DOCUMENT, /\.(ya?ml|csv)$/, edited);
  const needed = new Map([...declarations].filter(([path]) => isNeeded(`${DOCUMENT}/${path}`)));
  const isOfSchemas = [...edited.keys()].some((path) => path.endsWith('.json'));
  const { general, own } = isOfSchemas ? schemasOf(edited) : trueSchemas;
  return readDocument(DOCUMENT, needed, general, own);
}

function schemasOf(edited: ReadonlyMap<string, string>): DocumentSchemas {
  const schemasIn = (folder: string) => ({ folder, files: within(folder, /\.json$/, edited) });
  return readDocumentSchemas(schemasIn('schemas'), schemasIn(`${DOCUMENT}/schemas`));
}

/** The files of the project below a folder, some of them edited, by their path in it. */
function within(
  folder: string,
  ending: RegExp,
  edited: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    [...new Map([...project, ...edited])]
      .filter(([path]) => path.startsWith(`${folder}/`) && ending.test(path))
      .map(([path, text]) => [path.slice(folder.length + 1), text]),
  );
}

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function prefixed(prefix: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}/${path}`, text]));
}

/** The text files below a folder, by the path that a user would name; `without` is left out. */
function filesBelow(top: string, without?: string): ReadonlyMap<string, string> {
  const paths = readdirSync(top, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    paths.flatMap((path): [string, string][] => {
      const full = join(top, path);
      if (path === without || !statSync(full).isFile()) return [];
      return [[isAbsolute(top) ? relative(folder, full) : full, readFileSync(full, 'utf8')]];
    }),
  );
}
