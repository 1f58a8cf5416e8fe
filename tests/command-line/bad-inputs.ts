import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import '../needs-report.ts';
import type { Source } from '../../pipeline/build.ts';
import { openSource } from '../../pipeline/command-line/folders.ts';
import { type DocumentDescription, readDocument } from '../../pipeline/template/document.ts';
import {
  type DocumentSchemas,
  readDocumentSchemas,
} from '../../pipeline/template/schema/document-schemas.ts';
import { beginOfAnnexes } from '../project.ts';
import { annexesOf, type Part, partOfEdit, partOfFile } from './part-of-report.ts';

/** A bad input: the true source or a file of the project with an edit, or a file of its own; and what must be said. */
export interface BadInput {
  /** What is wrong, in words. */
  readonly headline: string;
  /** The file of the project that is edited; the text layer when it is not named. */
  readonly file?: string;
  /** The error has to do with the running text, which is read only then: it takes as long as all tables. */
  readonly running_text?: boolean;
  /**
   * The layout of the tables that the error has to do with; `all` where tables that stand apart have. Else it has to do with
   * what is edited: the layout itself, or the tables of the text that are.
   */
  readonly concerns?: string;
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
const DOCUMENT = 'sources/kz-icescr-2';
const TEXT_LAYER = `${DOCUMENT}/text-layer.txt`;
const project = new Map([...textsBelow(DOCUMENT), ...textsBelow('schemas')]);
/** Half of the declarations, and half of the time that it takes to read them. */
const OF_RUNNING_TEXT = ['outline', 'quotes', 'series'].map((name) => `${DOCUMENT}/${name}.yaml`);
/** The schemas as they are, read once. */
const trueSchemas = schemasOf(new Map());
const truth = describeWith(new Map(), true);
const annexesAlone = withoutRunningText(project.get(TEXT_LAYER) ?? '');
const annexes = annexesOf(annexesAlone, truth);
/** The source of which all of this is told, and what is declared of it. */
export interface Reading {
  readonly source: Source;
  readonly document: DocumentDescription;
}

/** The annexes of the report with nothing wrong, as bad inputs are made from them. */
export const trueReading: Reading = { source: asText(annexesAlone), document: truth };

/** All bad inputs by their names. */
export const badInputs: ReadonlyMap<string, BadInput> = new Map(
  readdirSync(FIXTURES)
    .filter((file) => file.endsWith('.yaml'))
    .map((file): [string, BadInput] => {
      const text = readFileSync(join(FIXTURES, file), 'utf8');
      return [file.replace('.yaml', ''), { ...parse(text), headline: text.slice(2, text.indexOf('.\n')) }];
    }),
);

/** A bad input as it is read: the text and the declarations, one of them edited, of all that the edit can concern. */
export function readingOf(input: BadInput, folder: string): Reading {
  const { file = TEXT_LAYER, running_text: isRunningText = false, given } = input;
  const isWhole = isRunningText || input.concerns === 'all';
  const whole = isRunningText ? (project.get(TEXT_LAYER) ?? '') : annexesAlone;
  if (given !== undefined) return { source: openSource(give(given, folder), truth), document: truth };
  if (file === TEXT_LAYER) {
    const edited = edit(input, whole);
    if (isWhole) return { source: asText(edited), document: truth };
    const { text, annexes: within } = partOfEdit(annexes, edited);
    return { source: asText(text), document: { ...truth, plan: { ...truth.plan, annexes: within } } };
  }
  const edited: [string, string] = [file, edit(input, project.get(file) ?? '')];
  const layout = input.concerns === undefined ? file : `${DOCUMENT}/tables/${input.concerns}.yaml`;
  const part = isWhole ? undefined : partOfFile(annexes, layout);
  const head = part === undefined ? [] : [headOf(part)];
  return {
    source: asText(part?.text ?? whole),
    document: describeWith(new Map([...head, edited]), isRunningText, part),
  };
}

function asText(text: string): Source {
  return { file: 'text-layer.txt', bytes: new TextEncoder().encode(text) };
}

/** The head of the document with the annexes of a part alone. */
function headOf({ annexes }: Part): readonly [string, string] {
  const file = `${DOCUMENT}/document.yaml`;
  const name = ({ file }: { readonly file: string }): string => /([\w-]+)\.yaml$/.exec(file)?.[1] ?? '';
  const lines = annexes.map(
    ({ annex, elements }) => `  ${annex}: [${[...new Set(elements.map(name))].join(', ')}]\n`,
  );
  const text = project.get(file) ?? '';
  return [file, text.replace(/^annexes:\n( .*\n)+/m, `annexes:\n${lines.join('')}`)];
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

/** Puts a source of its own into a folder. */
function give(given: NonNullable<BadInput['given']>, folder: string): string {
  const { name, text = '', hex, copy_of: original, keep_bytes: kept, append = '' } = given;
  const path = join(folder, name);
  const bytes =
    hex !== undefined ? Buffer.from(hex, 'hex') : original ? readFileSync(original) : Buffer.from(text);
  if (given.folder) mkdirSync(path);
  else if (!given.missing) writeFileSync(path, Buffer.concat([bytes.subarray(0, kept), Buffer.from(append)]));
  return path;
}

/**
 * The project's declarations, some of them edited: those of the running text only where it is read, of the layouts those
 * of a part alone where one is.
 */
function describeWith(
  edited: ReadonlyMap<string, string>,
  hasRunningText: boolean,
  part?: Part,
): DocumentDescription {
  const layouts = part?.annexes.flatMap(({ elements }) => elements.map(({ file }) => file));
  const isNeeded = (path: string): boolean =>
    edited.has(path) ||
    (layouts !== undefined && path.startsWith(`${DOCUMENT}/tables/`)
      ? layouts.some((file) => file.endsWith(path))
      : hasRunningText || !OF_RUNNING_TEXT.includes(path));
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

/** The text files below a folder, by the path that a user would name. */
function textsBelow(top: string): ReadonlyMap<string, string> {
  const paths = readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => join(top, path));
  const files = paths.filter((path) => statSync(path).isFile());
  return new Map(files.sort().map((path) => [path, readFileSync(path, 'utf8')]));
}
