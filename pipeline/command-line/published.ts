import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fault } from '../page/finding.ts';
import { declaredOutput } from '../template/output-line.ts';
import { unreadable } from './faults.ts';
import { BUILD } from './stage-values.ts';

/** The folder of the documents of a project, one folder each. */
export const SOURCES = 'sources';
const OUTPUT = 'output';
/** Where documents are published that share a project, each in a folder of its name. */
export const OUTPUTS = 'outputs';

/** Where a document is declared, where it is published, and where its stages leave their values for the next command. */
export interface Published {
  readonly name: string;
  readonly folder: string;
  readonly out: string;
  readonly kept: string;
}

/** The documents of the project: the names of the folders under sources/. None where that folder is not there. */
export function documentNames(): readonly string[] {
  if (!existsSync(SOURCES)) return [];
  try {
    return readdirSync(SOURCES)
      .filter((name) => lstatSync(join(SOURCES, name)).isDirectory())
      .sort();
  } catch (error) {
    throw unreadable(SOURCES, 'a folder that can be read', error);
  }
}

/** The only document of the project. Throws a SourceFault where there is none, or several. */
export function onlyDocument(): string {
  const names = documentNames();
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  throw fault({
    kind: 'file',
    place: { file: SOURCES },
    expected: 'one document',
    found: names.length === 0 ? 'none' : names.join(', '),
    action:
      names.length === 0
        ? 'etl draft FILE --document NAME declares one; --document PATH names any folder'
        : 'name one with --document',
  });
}

/**
 * What a command publishes: the document that it names, or every document of the project. Throws a SourceFault where a
 * file to read or a folder to publish to is named and it is not said for which of several documents.
 */
export function publishedBy(wanted: {
  readonly document: string | undefined;
  readonly source: string | undefined;
  readonly out: string | undefined;
}): readonly Published[] {
  const { document, source, out } = wanted;
  if (document !== undefined) return [publishedOf(document, out)];
  const names = documentNames();
  if (names.length > 1 && (source !== undefined || out !== undefined))
    return [publishedOf(onlyDocument(), out)];
  return names.map((name) => publishedOf(name, out));
}

/**
 * Where a document goes, by its name or by the path of its folder: to the folder that its document.yaml declares as
 * `output`, else to output/ where it is the only one, else to outputs/NAME/. So a document that is put beside another
 * changes nothing of it. `named` is a folder that a person names instead. Throws a SourceFault where two documents would
 * go to the same folder.
 */
export function publishedOf(document: string, named?: string): Published {
  const isPath = /[/\\]/.test(document);
  const folder = isPath ? resolve(document) : join(SOURCES, document);
  const names = documentNames();
  const name = basename(folder);
  const isOfProject = dirname(resolve(folder)) === resolve(SOURCES);
  const others = names.filter((each) => each !== name || !isOfProject);
  // What a folder elsewhere declares is true of the project that it was made for.
  const declared = isOfProject || names.length === 0 ? declaredIn(folder) : undefined;
  const own = declared ?? (others.length === 0 ? OUTPUT : `${OUTPUTS}/${name}`);
  const other = named === undefined && others.find((each) => isSamePlace(own, ownPlace(each, names)));
  if (other) throw sharedPlace(isOfProject ? folder : document, own, other);
  const out = named ?? own;
  return { name, folder, out, kept: own === OUTPUT ? BUILD : join(BUILD, 'documents', name) };
}

/** Where a document of the project goes. */
function ownPlace(name: string, names: readonly string[]): string {
  return declaredIn(join(SOURCES, name)) ?? (names.length === 1 ? OUTPUT : `${OUTPUTS}/${name}`);
}

/**
 * Refuses a folder for a preview in which a document of the project is published, or which lies in one, or above one:
 * what is partial never takes the place of what is whole.
 */
export function refusePublishedFolder(out: string): void {
  const names = documentNames();
  const published = [OUTPUT, OUTPUTS, ...names.map((name) => ownPlace(name, names))];
  const place = published.find((each) => isSamePlace(out, each));
  if (place === undefined) return;
  throw fault({
    kind: 'output',
    place: { file: out },
    expected: 'a folder for a preview, apart from what is published',
    found: `${place}/, which is for whole documents`,
    action: 'name another with --out, such as build/preview',
  });
}

function declaredIn(folder: string): string | undefined {
  const file = join(folder, 'document.yaml');
  return existsSync(file) ? declaredOutput(readFileSync(file, 'utf8')) : undefined;
}

/** Whether one of two folders is the other or lies in it. */
function isSamePlace(a: string, b: string): boolean {
  const [inner, outer] = [`${resolve(a)}/`, `${resolve(b)}/`];
  return inner.startsWith(outer) || outer.startsWith(inner);
}

function sharedPlace(folder: string, out: string, other: string): Error {
  return fault({
    kind: 'layout',
    place: { file: join(folder, 'document.yaml') },
    expected: 'a folder of its own for what is published',
    found: `${out}/, where ${SOURCES}/${other} is published`,
    action: 'declare another one as output in document.yaml, or name one with --out',
  });
}
