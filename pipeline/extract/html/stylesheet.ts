import type { Document, Element } from 'domhandler';
import { type Declared, declaredIn, type Pseudo, rulesOf } from './css-rules.ts';
import { markupText, selected } from './tree.ts';

/** What styles say of an element: the value of each property. */
export type Declarations = ReadonlyMap<string, string>;

/** What the style sheets of a page say of its elements, and of what they print before and behind them. */
export interface StyleSheet {
  readonly of: (element: Element, pseudo?: Pseudo) => Declarations;
}

const NOTHING_SAID: Declarations = new Map();
const OF_THE_ELEMENT = 1e12;
const BY_FORCE = 1e15;

interface Weighed {
  readonly value: string;
  readonly weight: number;
}

type Found = Map<Element, Map<string, Weighed>>;

/**
 * The `<style>` elements of a page and the attributes `style`, for a screen of the usual size. Linked style sheets are
 * other files.
 */
export function styleSheetOf(tree: Document): StyleSheet {
  const css = (selected(tree, 'style') ?? []).map(markupText).join('\n');
  const found: Record<Pseudo | 'itself', Found> = { itself: new Map(), before: new Map(), after: new Map() };
  for (const { selector, pseudo, declarations } of rulesOf(css)) {
    const weight = weightOf(selector);
    for (const element of selected(tree, selector) ?? [])
      say(found[pseudo ?? 'itself'], element, declarations, weight);
  }
  for (const element of selected(tree, '[style]') ?? []) {
    say(found.itself, element, declaredIn(element.attribs.style ?? ''), OF_THE_ELEMENT);
  }
  const [itself, before, after] = [found.itself, found.before, found.after].map(withoutWeights);
  return {
    of: (element, pseudo) =>
      (pseudo === 'before' ? before : pseudo === 'after' ? after : itself)?.get(element) ?? NOTHING_SAID,
  };
}

function say(found: Found, element: Element, declarations: Declared, weight: number): void {
  const own = found.get(element) ?? new Map<string, Weighed>();
  found.set(element, own);
  for (const [property, { value, isForced }] of declarations) {
    const full = weight + (isForced ? BY_FORCE : 0);
    if (full >= (own.get(property)?.weight ?? 0)) own.set(property, { value, weight: full });
  }
}

function withoutWeights(found: Found): ReadonlyMap<Element, Declarations> {
  return new Map(
    [...found].map(([element, own]) => [
      element,
      new Map([...own].map(([property, { value }]) => [property, value])),
    ]),
  );
}

/** Of two rules the more particular one holds, whichever is later. */
function weightOf(selector: string): number {
  const ids = selector.match(/#[\w-]+/g)?.length ?? 0;
  const classes = selector.match(/\.[\w-]+|\[[^[\]]*\]|(?<!:):(?!:)[\w-]+/g)?.length ?? 0;
  const tags = selector.match(/(?:^|[\s>+~])[a-z][\w-]*/gi)?.length ?? 0;
  return 1e6 * ids + 1e3 * classes + tags + 1;
}
