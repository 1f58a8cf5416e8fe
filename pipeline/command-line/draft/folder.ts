import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { fault } from '../../page/finding.ts';
import { sha256 } from '../../page/sha256.ts';
import { type NumbersLayout, numbersSchema } from '../../template/notation.ts';
import { readYaml } from '../../template/yaml-file.ts';
import { bytesOf } from '../folders.ts';
import { kept } from './three-way.ts';

/** What became of a file that was drafted. */
export interface DraftedFile {
  readonly path: string;
  readonly lines: number;
  /** Lines that a person is to look at. */
  readonly todos: readonly string[];
  /** `new`, or `kept` where a person's lines stand in it, or `left` where it was there and no draft of it is known. */
  readonly became: 'new' | 'as before' | 'drafted anew' | 'kept' | 'left';
}

/** What a draft wrote is kept here, so that the next one can tell a person's lines from its own. */
const EARLIER = join('build', 'drafts');

/**
 * Writes the files of a draft into a document's folder. Where a person has changed a file since it was drafted, the
 * person's lines stand and only what the draft itself has to say anew is taken in. A file that no draft wrote is left.
 */
export function writeDraft(folder: string, files: ReadonlyMap<string, string>): readonly DraftedFile[] {
  return [...files].map(([path, text]) => writeDraftedFile(folder, path, text));
}

function writeDraftedFile(folder: string, path: string, text: string): DraftedFile {
  const file = join(folder, path);
  const earlier = join(EARLIER, folder.replace(/[^\w.-]+/g, '_'), path);
  const base = textOf(earlier);
  const mine = textOf(file);
  if (mine !== undefined && base === undefined) return told(file, mine, mine === text ? 'as before' : 'left');
  const whole = mine === undefined || base === undefined ? text : keptWhole(base, mine, text);
  if (whole !== mine) replace(file, whole);
  replace(earlier, text);
  if (mine === undefined) return told(file, whole, 'new');
  if (whole === text) return told(file, whole, whole === mine ? 'as before' : 'drafted anew');
  return told(file, whole, 'kept');
}

/** Where the lines of both make no declaration, such as the same key twice, the person's file stays as it is. */
function keptWhole(base: string, mine: string, text: string): string {
  const merged = kept(base, mine, text);
  return parseDocument(merged).errors.length === 0 ? merged : mine;
}

function told(path: string, text: string, became: DraftedFile['became']): DraftedFile {
  const lines = text.split('\n').slice(0, -1);
  const todos = lines
    .filter((line) => /^\s*# TODO /.test(line))
    .map((line) => line.trim().replace(/^# /, ''));
  return { path, lines: lines.length, todos, became };
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? new TextDecoder().decode(bytesOf(file)) : undefined;
}

/** A crash leaves the old file or the new one. */
function replace(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  writeFileSync(part, text, { flush: true });
  renameSync(part, file);
}

/** `numbers` of a document's folder as it stands there; undefined where there is none, or none that can be read. */
export function declaredNumbers(folder: string): NumbersLayout | undefined {
  const path = join(folder, 'document.yaml');
  const text = textOf(path);
  if (text === undefined) return undefined;
  const head: unknown = parse(text, { logLevel: 'silent' });
  if (typeof head !== 'object' || head === null || !('numbers' in head)) return undefined;
  const { numbers } = readYaml<{ readonly numbers: NumbersLayout }>(
    { path, text: stringify({ numbers: head.numbers }) },
    () => ({ type: 'object', properties: { numbers: numbersSchema } }),
  );
  return numbers;
}

/** Puts the source into the document's folder, or finds it there. One of that name with another content is not touched. */
export function placeSource(folder: string, name: string, bytes: Uint8Array): void {
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, bytes, { flag: 'wx', flush: true });
    return;
  }
  if (sha256(readFileSync(file)) === sha256(bytes)) return;
  throw fault({
    kind: 'document',
    place: { file },
    expected: 'the file that is drafted from, or none of its name',
    found: 'another one',
    action: 'draft it as another document, or move that file away yourself',
  });
}
