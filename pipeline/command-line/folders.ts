import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Source } from '../build.ts';
import type { Markup } from '../extract/html/source.ts';
import { fault } from '../page/finding.ts';
import { sha256 } from '../page/sha256.ts';
import { rootAbove } from '../publish/folder/forbidden.ts';
import { type DocumentDescription, readDocument } from '../template/document.ts';
import { readDocumentSchemas } from '../template/schema/document-schemas.ts';
import { unreadable } from './faults.ts';
import { MOST_SOURCE_BYTES, MOST_TEXT_BYTES, mebibytes } from './limits.ts';
import { onlyDocument, SOURCES } from './published.ts';

const SCHEMAS = 'schemas';

/**
 * Reads a document's folder and the schemas: a folder under sources/ by its name, or any other by its path; without
 * either, the only one there is.
 */
export function openDocument(name: string | undefined): DocumentDescription {
  if (name !== undefined && /[/\\]/.test(name)) return openFolder(shortest(name));
  const names = entries(SOURCES).filter((each) => lstatSync(join(SOURCES, each)).isDirectory());
  const chosen = name ?? onlyDocument();
  if (!names.includes(chosen)) {
    throw fault({
      kind: 'file',
      place: { file: SOURCES },
      expected: `one of ${names.join(', ')}`,
      found: `"${chosen}"`,
    });
  }
  return openFolder(join(SOURCES, chosen));
}

/** A folder as it is told to a person: by its way from here, where it lies below. */
function shortest(folder: string): string {
  const way = relative('.', folder);
  return way === '' || way.startsWith('..') ? resolve(folder) : way;
}

/**
 * Reads a folder that declares a document. The schemas are the engine's own, or those beside where the command is
 * run; what a document adds to them stands in a folder of its name.
 */
function openFolder(folder: string): DocumentDescription {
  // Before all else below it is read, which may be a whole disk: a folder without this file declares nothing.
  const head = join(folder, 'document.yaml');
  if (!existsSync(head)) {
    const action = 'name the folder that holds it';
    throw fault({
      kind: 'file',
      place: { file: head },
      expected: 'this file',
      found: 'no such file',
      action,
    });
  }
  const shared = sharedSchemas();
  const own = join(folder, SCHEMAS);
  const schemas = readDocumentSchemas(
    { folder: shared, files: textFiles(shared, /^[^/]*\.json$/) },
    { folder: own, files: existsSync(own) ? textFiles(own, /^[^/]*\.json$/) : new Map() },
  );
  return readDocument(folder, textFiles(folder, /\.(ya?ml|csv)$/), schemas.general, schemas.own);
}

/** The folder of the schemas that every document shares. */
export function sharedSchemas(): string {
  return existsSync(SCHEMAS) ? SCHEMAS : join(rootAbove(import.meta.dirname), SCHEMAS);
}

/** Reads the source: the named file, or the document's own text layer, whose checksum must be the declared one. */
export function openSource(file: string | undefined, document: DocumentDescription): Source {
  const { folder, head } = document;
  const markup = markupOf(document);
  if (file !== undefined) return { file, bytes: bytesOf(file, undefined, mostBytesOf(file)), markup };
  if (head.text_layer.file === '') {
    const place = { file: join(folder, 'document.yaml') };
    const action = 'name the file with --source, or declare it: source: { file: ... }';
    throw fault({ kind: 'document', place, expected: 'the file that is to be read', found: 'none', action });
  }
  const own = join(folder, head.text_layer.file);
  const bytes = bytesOf(own, undefined, mostBytesOf(own));
  const found = sha256(bytes);
  if (found !== head.text_layer.sha256 && head.text_layer.sha256 !== '') {
    const expected = `the text layer with sha256 ${head.text_layer.sha256.slice(0, 12)}...`;
    const action = 'the source is never edited: restore it, or name another file with --source';
    throw fault({
      kind: 'document',
      place: { file: own },
      expected,
      found: `${found.slice(0, 12)}...`,
      action,
    });
  }
  return { file: own, bytes, markup };
}

/** What is declared of a document that is a page of HTML. */
export function markupOf({ head }: DocumentDescription): Markup {
  const { charset, part } = head.text_layer;
  return { charset, part };
}

/** A text of many megabytes is none. */
function mostBytesOf(file: string): number {
  return /\.txt$/i.test(file) ? MOST_TEXT_BYTES : MOST_SOURCE_BYTES;
}

/** The bytes of a file that a user named; `action` is what to do when it cannot be read. */
export function bytesOf(file: string, action?: string, most = MOST_SOURCE_BYTES): Uint8Array {
  const place = { file };
  try {
    const stat = statSync(file);
    if (!stat.isFile()) {
      const found = stat.isDirectory() ? 'a folder' : 'a pipe or a device';
      throw fault({ kind: 'file', place, expected: 'a file', found });
    }
    if (stat.size > most) {
      const expected = `a file of at most ${mebibytes(most)}`;
      throw fault({ kind: 'file', place, expected, found: mebibytes(stat.size) });
    }
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, 'a file that can be read', error, action);
  }
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const action = "run this in the project's folder";
    throw unreadable(folder, 'a folder that can be read', error, action);
  }
}

/** The text files of a folder and the folders in it, by their path within it. */
function textFiles(folder: string, name: RegExp): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (under: string): void => {
    for (const entry of entries(join(folder, under))) {
      const path = under === '' ? entry : `${under}/${entry}`;
      const stat = lstatSync(join(folder, path));
      if (stat.isDirectory()) walk(path);
      else if (stat.isFile() && name.test(entry)) {
        const bytes = bytesOf(join(folder, path), undefined, MOST_TEXT_BYTES);
        files.set(path, new TextDecoder('utf-8').decode(bytes));
      }
    }
  };
  walk('');
  return files;
}
