import { Element, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { markupText, refuseDeep } from '../html/tree.ts';
import type { Parts } from './archive.ts';

const TEXTS = new Set(['w:t', 'm:t']);

/** The root element of a part; undefined where the file has no such part. */
export function rootOf(parts: Parts, path: string, file: string): Element | undefined {
  const xml = parts.get(path);
  if (xml === undefined) return undefined;
  const tree = parseDocument(xml, { xmlMode: true });
  refuseDeep(tree, file);
  return childrenOf(tree)[0];
}

/**
 * The elements below a node, or those of a name. What is written in several ways (`mc:AlternateContent`) is the first of
 * them, as a word processor takes it, and never all of them one behind the other.
 */
export function childrenOf(node: ParentNode | undefined, name?: string): readonly Element[] {
  const elements = (node?.children ?? []).filter((child) => child instanceof Element).flatMap(chosenOf);
  return name === undefined ? elements : elements.filter((element) => element.name === name);
}

/** The first element of a path below one: `at(paragraph, 'w:pPr', 'w:numPr')`. */
export function at(node: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((element, name) => childrenOf(element, name)[0], node);
}

/** `w:val` of the element at the end of a path. */
export function valueAt(node: Element | undefined, ...path: readonly string[]): string | undefined {
  return at(node, ...path)?.attribs['w:val'];
}

/** The same as a whole number. */
export function numberAt(node: Element | undefined, ...path: readonly string[]): number | undefined {
  const value = valueAt(node, ...path);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** A property that is on where it is named, unless it says that it is off; undefined where it is not named. */
export function switchAt(node: Element | undefined, ...path: readonly string[]): boolean | undefined {
  const element = at(node, ...path);
  if (element === undefined) return undefined;
  return !/^(?:0|false|off)$/.test(element.attribs['w:val'] ?? '');
}

function chosenOf(element: Element): readonly Element[] {
  if (element.name !== 'mc:AlternateContent') return [element];
  const ways = element.children.filter((child) => child instanceof Element);
  const way =
    ways.find(({ name }) => name === 'mc:Choice') ?? ways.find(({ name }) => name === 'mc:Fallback');
  const texts = ways.map(printedIn).filter((text) => text !== '');
  const isOne = texts.every((text) => text === texts[0]);
  // Which of several texts is printed depends on the word processor: none that can be read.
  return childrenOf(isOne || way === undefined ? way : withoutText(way));
}

function withoutText({ name, attribs, children }: Element): Element {
  const parts = children.map((child) => (child instanceof Element ? withoutText(child) : child));
  return TEXTS.has(name) ? new Element('w:object', {}) : new Element(name, attribs, parts);
}

function printedIn(element: Element): string {
  const own = TEXTS.has(element.name) ? markupText(element) : '';
  return own + element.children.map((child) => (child instanceof Element ? printedIn(child) : '')).join('');
}
