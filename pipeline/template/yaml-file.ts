import type { ErrorObject } from 'ajv';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Finding, fault, SourceFault } from '../page/finding.ts';
import { grouped } from '../page/grouped.ts';
import { refuseHidden } from '../page/hidden-characters.ts';
import { nearest } from '../page/nearest.ts';
import { checkOf } from './forms.ts';
import { plainWords } from './plain-words.ts';
import { isSameKey, keyText, StrangeKey, typedValue } from './yaml-value.ts';
import { plainFault } from './yaml-words.ts';

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
      ...plainFault(broken.code),
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
  throw new SourceFault(
    together(decisive(validate.errors ?? [])).map((errors) => findingOf(path, errors, lineOf)),
  );
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
    const found =
      alias === '' ? 'too many values that stand for others' : `"*${alias}", which stands for no value`;
    throw fault({ kind: 'layout', place, expected: 'valid YAML', found, action: 'write the value out' });
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

/**
 * Errors of one value: where one of several forms is asked for, each says what it asks for. A form of another type than
 * the value was not meant where there is one of its type.
 */
function together(errors: readonly ErrorObject[]): readonly (readonly [ErrorObject, ...ErrorObject[]])[] {
  const isToldAgain = ({ keyword, instancePath, params }: ErrorObject): boolean =>
    keyword === 'propertyNames' &&
    errors.some((other) => other.instancePath === instancePath && other.propertyName === params.propertyName);
  const valueNamed = ({ params, instancePath, propertyName }: ErrorObject): string => {
    const extra: unknown = params.additionalProperty ?? params.missingProperty;
    return JSON.stringify([instancePath, extra, propertyName]);
  };
  const own = errors.filter((error) => !isToldAgain(error));
  const told = [...grouped(own, valueNamed).values()];
  const isOther = ({ keyword, instancePath }: ErrorObject): boolean =>
    keyword === 'type' &&
    told.some((group) => group.some((each) => each.keyword !== 'type' && each.instancePath === instancePath));
  return told.flatMap((group) => {
    const [first, ...others] = group.filter((error) => !isOther(error));
    return first === undefined ? [] : [[first, ...others] as const];
  });
}

function findingOf(
  path: string,
  errors: readonly [ErrorObject, ...ErrorObject[]],
  lineOf: (pointer: readonly string[]) => number,
): Finding {
  const [error] = errors;
  const pointer = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const params: Readonly<Record<string, unknown>> = error.params;
  const extra = params.additionalProperty ?? error.propertyName;
  const line = lineOf(typeof extra === 'string' ? [...pointer, extra] : pointer);
  const place = { file: path, line };
  if (typeof params.additionalProperty === 'string') {
    const expected = 'a key that the format knows';
    const action = `correct the file${meant(params.additionalProperty, error)}`;
    return { kind: 'layout', place, expected, found: `"${params.additionalProperty}"`, action };
  }
  return {
    kind: 'layout',
    place,
    expected: [...new Set(described(errors).map(plainWords))].join(' or '),
    found: typeof extra === 'string' ? `"${extra}"` : foundIn(error, pointer),
    action: 'correct the file',
  };
}

/** Of errors of one text that whose form is described: it says all that the others do. */
function described(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const own = errors.filter(({ keyword }) => keyword === 'pattern');
  return own.length > 0 ? own : errors;
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
  const value =
    keyword === 'required' ? 'none' : data === null ? 'nothing' : (JSON.stringify(data) ?? 'nothing');
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
