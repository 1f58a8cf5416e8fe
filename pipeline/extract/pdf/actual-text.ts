import { endOfString, entriesOf, type RawObjects, referred, stringOf } from './dictionaries.ts';
import { OPS } from './pdfjs.ts';
import type { ContentStream } from './streams.ts';
import { type StructureText, structureTexts } from './structure-text.ts';

/** One mark of a content stream: its tag, or nothing where one ends, and what the file says that it stands for. */
interface Mark {
  readonly tag: string | undefined;
  /** What the mark itself says. */
  readonly actual?: string | undefined;
  /** The name under which the resources say more of it. */
  readonly property?: string | undefined;
}

interface MarkedStream {
  readonly marks: readonly Mark[];
  /** The dictionary of the stream: a form has resources of its own. */
  readonly dictionary: string;
}

/** What a file says of some of its text that it stands for (`/ActualText`): in its content, its resources, its structure. */
export interface ActualTexts {
  readonly streams: readonly MarkedStream[];
  readonly objects: RawObjects;
  readonly structure: readonly StructureText[];
}

const NAME = 'ActualText';
/**
 * What a file says that its text stands for. pdf.js hands on the marks without it, so that it is read from the bytes:
 * the marks of a stream, in their order, are found again among those of a page.
 */
export function actualTextsIn(streams: Iterable<ContentStream>, all: RawObjects): ActualTexts {
  const isSaid = [...all.values()].some((text) => text.includes(NAME));
  const objects = isSaid ? all : new Map<number, string>();
  const marked: MarkedStream[] = [];
  for (const { content, dictionary } of streams) {
    if (content?.includes(NAME) || (isSaid && content?.includes('BDC')))
      marked.push({ marks: marksOf(content.toString('latin1')), dictionary });
  }
  return { streams: marked, objects, structure: structureTexts(objects) };
}

/** What the operators of a page that begin marked content say of it, by their numbers; `page` is its object. */
export function actualTextsOf(
  { streams, objects }: ActualTexts,
  page: number | undefined,
  operators: readonly number[],
  operands: readonly unknown[],
): ReadonlyMap<number, string> {
  const actual = new Map<number, string>();
  if (streams.length === 0) return actual;
  const marks = operators.flatMap((operator, index): (Mark & { readonly index: number })[] => {
    if (operator === OPS.endMarkedContent) return [{ index, tag: undefined }];
    if (operator !== OPS.beginMarkedContent && operator !== OPS.beginMarkedContentProps) return [];
    const args: unknown = operands[index];
    return [{ index, tag: tagOf(Array.isArray(args) ? args[0] : args) }];
  });
  const ofPage = propertiesOf(page === undefined ? undefined : objects.get(page), objects);
  for (const { marks: own, dictionary } of streams) {
    const said = own.some(({ property }) => property !== undefined)
      ? withProperties(own, propertiesOf(dictionary, objects) ?? ofPage, objects)
      : own;
    if (said.every((mark) => mark.actual === undefined)) continue;
    for (let from = 0; from + said.length <= marks.length; from += 1) {
      if (!said.every(({ tag }, at) => marks[from + at]?.tag === tag)) continue;
      for (const [at, mark] of said.entries()) {
        const place = marks[from + at];
        if (mark.actual !== undefined && place !== undefined) actual.set(place.index, mark.actual);
      }
    }
  }
  return actual;
}

/** A tag as it is written; pdf.js hands on some as objects that have it for their name. */
function tagOf(tag: unknown): string {
  return String(typeof tag === 'object' && tag !== null ? Reflect.get(tag, 'name') : tag);
}

type Properties = ReadonlyMap<string, string>;

/** The named properties of marks in the resources of a page, which it may have from those around it, or of a form. */
function propertiesOf(
  dictionary: string | undefined,
  objects: RawObjects,
  levels = 8,
): Properties | undefined {
  const own = entriesOf(dictionary);
  const resources = referred(own.get('Resources'), objects);
  if (resources !== undefined) return entriesOf(referred(entriesOf(resources).get('Properties'), objects));
  const parent = own.get('Parent');
  return parent === undefined || levels === 0
    ? undefined
    : propertiesOf(referred(parent, objects), objects, levels - 1);
}

function withProperties(
  marks: readonly Mark[],
  properties: Properties | undefined,
  objects: RawObjects,
): readonly Mark[] {
  return marks.map((mark) => {
    if (mark.property === undefined) return mark;
    const said = entriesOf(referred(properties?.get(mark.property), objects)).get(NAME);
    return { ...mark, actual: stringOf(referred(said, objects)) };
  });
}

const TOKEN = /%[^\r\n]*|<<|>>|<([\da-fA-F\s]*)>|\/([^\s()<>[\]{}/%]*)|\(|[^\s()<>[\]{}/%]+|[[\]{}]/g;
const INLINE_PICTURE_ENDS = /\sEI(?=\s|$)/g;

/** The marks of a content stream in their order. */
function marksOf(content: string): readonly Mark[] {
  const marks: Mark[] = [];
  let operands: string[] = [];
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(content); token !== null; token = TOKEN.exec(content)) {
    const [word, hex, name] = token;
    if (word.startsWith('%')) continue;
    if (word === '(') {
      const end = endOfString(content, token.index) + 1;
      operands.push(`=${stringOf(content.slice(token.index, end)) ?? ''}`);
      TOKEN.lastIndex = end;
    } else if (hex !== undefined) operands.push(`=${stringOf(word) ?? ''}`);
    else if (name !== undefined) operands.push(`/${name}`);
    else if (word === 'ID') {
      INLINE_PICTURE_ENDS.lastIndex = TOKEN.lastIndex;
      TOKEN.lastIndex =
        INLINE_PICTURE_ENDS.exec(content) === null ? content.length : INLINE_PICTURE_ENDS.lastIndex;
      operands = [];
    } else if (/^[A-Za-z'"*]/.test(word) && !['true', 'false', 'null', 'R'].includes(word)) {
      if (word === 'EMC') marks.push({ tag: undefined });
      else if (word === 'BMC' || word === 'BDC') marks.push(markOf(operands));
      operands = [];
    }
  }
  return marks;
}

function markOf(operands: readonly string[]): Mark {
  const tag = operands[0]?.slice(1) ?? '';
  const [, property] = operands;
  if (operands.length === 2 && property?.startsWith('/')) return { tag, property: property.slice(1) };
  const actual = operands[operands.indexOf(`/${NAME}`) + 1];
  return operands.includes(`/${NAME}`) && actual?.startsWith('=')
    ? { tag, actual: actual.slice(1) }
    : { tag };
}
