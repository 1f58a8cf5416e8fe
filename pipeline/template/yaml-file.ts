import type { ErrorObject } from 'ajv';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Finding, fault, SourceFault } from '../page/finding.ts';
import { refuseHidden } from '../page/hidden-characters.ts';
import { nearest } from '../page/nearest.ts';
import { checkOf } from './json-schema.ts';
import { plainWords } from './plain-words.ts';
import { isSameKey, keyText, StrangeKey, typedValue } from './yaml-value.ts';

const MOST_ALIASES = 20;
/** Characters of a value that a finding shows. */
const MOST_SHOWN = 60;

/** A file of a document's folder: where it stands, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Parses a YAML file and holds it against the JSON schema for its value; what comes out is typed by that schema.
 *
 * Every fault is a finding with the file's line: a tab, a key that stands twice, a misspelt key, a value of
 * the wrong type.
 */
export function readYaml<T>({ path, text }: SourceFile, schemaOf: (value: unknown) => object): T {
  const counter = new LineCounter();
  const document = parsed({ path, text }, counter);
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw fault({
      kind: 'layout',
      place: { file: path, line: broken.linePos?.[0].line ?? 1 },
      expected: 'valid YAML',
      found: broken.message.split('\n')[0] ?? broken.code,
    });
  }
  const schema = schemaOf(unfolded({ path, text }, document));
  const value = withLine({ path, text }, counter, () => typedValue(document, schema, true));
  refuseHidden(path, text, 'layout', value);
  const validate = checkOf<unknown>(schema);
  // What passes is of the type that the schema describes; mappings whose order counts are Maps in it.
  if (validate(value)) return typedValue(document, schema, false) as T;
  const lineOf = (pointer: readonly string[]): number => {
    for (let length = pointer.length; length >= 0; length -= 1) {
      const node = nodeAt(document, pointer.slice(0, length));
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  throw new SourceFault(decisive(validate.errors ?? []).map((error) => findingOf(path, error, lineOf)));
}

function parsed({ path, text }: SourceFile, counter: LineCounter): Document {
  return withLine({ path, text }, counter, () =>
    parseDocument(text, { lineCounter: counter, uniqueKeys: isSameKey, strict: true }),
  );
}

/** Tells a key that cannot be one with its line. */
function withLine<T>({ path }: SourceFile, counter: LineCounter, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof StrangeKey)) throw error;
    const place = { file: path, line: counter.linePos(error.offset).line };
    const expected = 'keys that are words or codes';
    throw fault({ kind: 'layout', place, expected, found: error.message, action: 'correct the file' });
  }
}

/** The node that a pointer leads to. */
function nodeAt(document: Document, pointer: readonly string[]): unknown {
  let node: unknown = document.contents;
  for (const part of pointer) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) node = node.items.find(({ key }) => isScalar(key) && keyText(key) === part)?.value;
    else node = isSeq(node) ? node.items[Number(part)] : undefined;
  }
  return node;
}

/** The document as plain values; an alias without an anchor, or a bomb of aliases, is a finding. */
function unfolded({ path, text }: SourceFile, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const alias = /: (\w+)$/.exec(error.message)?.[1] ?? '';
    const place = { file: path, line: lineNaming(text, `"*${alias}"`) };
    throw fault({ kind: 'layout', place, expected: 'valid YAML', found: error.message });
  }
}

/** Errors that an `oneOf` or `anyOf` only sums up say nothing to a person, unless there is no other. */
function decisive(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const telling = errors.filter(
    ({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf' && keyword !== 'if',
  );
  // A key that is not known is most often a misspelt one; that another is missing says the same again.
  const strange = telling.filter(({ keyword }) => keyword === 'additionalProperties');
  if (strange.length > 0) return strange;
  const deepest = Math.max(...telling.map(({ instancePath }) => instancePath.split('/').length));
  const deep = telling.filter(({ instancePath }) => instancePath.split('/').length === deepest);
  return deep.length > 0 ? deep : errors;
}

function findingOf(
  path: string,
  error: ErrorObject,
  lineOf: (pointer: readonly string[]) => number,
): Finding {
  const pointer = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const params: Readonly<Record<string, unknown>> = error.params;
  const extra = params.additionalProperty;
  const line = lineOf(typeof extra === 'string' ? [...pointer, extra] : pointer);
  return {
    kind: 'layout',
    place: { file: path, line },
    expected: typeof extra === 'string' ? 'a key that the format knows' : plainWords(error),
    found: typeof extra === 'string' ? `"${extra}"` : foundIn(error, pointer),
    action: typeof extra === 'string' ? `correct the file${meant(extra, error)}` : 'correct the file',
  };
}

/** The key that a strange one most likely stands for; where none is near, those that may stand there. */
function meant(key: string, { parentSchema }: ErrorObject): string {
  const known = Object.keys(propertiesOf(parentSchema));
  const near = nearest(key, known);
  if (near !== undefined) return `; did you mean "${near}"?`;
  return known.length === 0 ? '' : `; the keys that may stand there: ${known.join(', ')}`;
}

function propertiesOf(schema: unknown): object {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return {};
  const { properties } = schema;
  return typeof properties === 'object' && properties !== null ? properties : {};
}

/** The value that breaks a schema, cut short, and the keys that lead to it. */
function foundIn({ keyword, data }: ErrorObject, pointer: readonly string[]): string {
  const where = pointer.length === 0 ? 'the file' : `"${pointer.join('.')}"`;
  const value = keyword === 'required' ? 'none' : (JSON.stringify(data) ?? 'nothing');
  return `${value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}...` : value} in ${where}`;
}

/** The first line of a file that holds a word which the messages show in quotes; else the first line. */
export function lineNaming(text: string, ...messages: readonly string[]): number {
  const words = messages.flatMap((message) =>
    [...message.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word),
  );
  const at = words.map((word) => text.indexOf(word)).find((index) => index >= 0);
  return at === undefined ? 1 : text.slice(0, at).split('\n').length;
}
