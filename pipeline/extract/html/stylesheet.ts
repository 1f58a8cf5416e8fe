import { parse, type Selector, SelectorType } from 'css-what';
import type { Document, Element, ParentNode } from 'domhandler';
import { holdsOnScreen } from './css-conditions.ts';
import { type CssRule, type Declared, declaredIn, type Pseudo, rulesOf } from './css-rules.ts';
import { markupText, selected } from './tree.ts';

/** What styles say of an element: the value of each property. */
export type Declarations = ReadonlyMap<string, string>;

/** What the style sheets of a page say of its elements, and of what they print before and behind them. */
export interface StyleSheet {
  readonly of: (element: Element, pseudo?: Pseudo) => Declarations;
}

const NOTHING_SAID: Declarations = new Map();
/** Of two rules the more particular one holds; before that, the later layer, and what stands in none. */
const BY_LAYER = 1e9;
const MOST_LAYERS = 999;
const OF_THE_ELEMENT = 2e12;
const BY_FORCE = 1e15;
/** Own properties that name each other. */
const DEEPEST = 8;
const NAMED = /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/;

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
  const sheets = (selected(tree, 'style') ?? []).filter(
    ({ attribs: { media = '', type = '' } }) => /^\s*(?:text\/css)?\s*$/i.test(type) && holdsOnScreen(media),
  );
  const rules = rulesOf(sheets.map(markupText).join('\n'));
  const layers = [...new Set(rules.flatMap(({ layer }) => layer ?? []))];
  const found: Record<Pseudo | 'itself', Found> = { itself: new Map(), before: new Map(), after: new Map() };
  for (const rule of rules) {
    const elements = selected(tree, rule.selector) ?? [];
    if (elements.length === 0) continue;
    const weigh = weightOf(rule, layers);
    for (const element of elements) say(found[rule.pseudo ?? 'itself'], element, rule.declarations, weigh);
  }
  for (const element of selected(tree, '[style]') ?? []) {
    say(found.itself, element, declaredIn(element.attribs.style ?? ''), () => OF_THE_ELEMENT);
  }
  const told = (element: Element, pseudo?: Pseudo): Declarations => {
    const own = found[pseudo ?? 'itself'].get(element);
    return own === undefined ? NOTHING_SAID : valuesOf(own, element, found);
  };
  return { of: told };
}

function say(
  found: Found,
  element: Element,
  declarations: Declared,
  weigh: (isForced: boolean) => number,
): void {
  const own = found.get(element) ?? new Map<string, Weighed>();
  found.set(element, own);
  for (const [property, { value, isForced }] of declarations) {
    const weight = weigh(isForced) + (isForced ? BY_FORCE : 0);
    if (weight >= (own.get(property)?.weight ?? 0)) own.set(property, { value, weight });
  }
}

/** What is said of an element, with own properties (`var(--ground)`) put in; what names one that is nowhere says nothing. */
function valuesOf(
  own: ReadonlyMap<string, Weighed>,
  element: Element,
  found: Readonly<Record<'itself', Found>>,
): Declarations {
  const values = [...own].flatMap(([property, { value }]): readonly (readonly [string, string])[] => {
    if (!NAMED.test(value)) return [[property, value]];
    const whole = withNamed(value, element, own, found.itself);
    return whole === undefined ? [] : [[property, property === 'content' ? whole : whole.toLowerCase()]];
  });
  return new Map(values);
}

function withNamed(
  value: string,
  element: Element,
  own: ReadonlyMap<string, Weighed>,
  found: Found,
  depth = 0,
): string | undefined {
  const [all = '', name = '', otherwise] = NAMED.exec(value) ?? [];
  if (all === '') return value;
  if (depth > DEEPEST) return undefined;
  const put = own.get(name)?.value ?? inherited(name, element, found) ?? otherwise?.trim();
  return put === undefined
    ? undefined
    : withNamed(
        value.replace(all, () => put),
        element,
        own,
        found,
        depth + 1,
      );
}

function inherited(name: string, element: Element, found: Found): string | undefined {
  for (let at: ParentNode | null = element; at !== null; at = at.parent) {
    const value = 'attribs' in at ? found.get(at)?.get(name)?.value : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** How particular a rule is; whichever is later holds among equals. By force, the order of layers is turned round. */
function weightOf({ selector, layer }: CssRule, layers: readonly string[]): (isForced: boolean) => number {
  const own = specificity(parse(selector)[0] ?? []) + 1;
  const rank = layer === undefined ? MOST_LAYERS : Math.min(layers.indexOf(layer), MOST_LAYERS - 1);
  return (isForced) => BY_LAYER * (isForced ? MOST_LAYERS - rank : rank) + own;
}

/** As CSS reckons it: names of elements, then classes and attributes, then ids, by thousands. */
function specificity(selector: readonly Selector[]): number {
  return selector.reduce((sum, part) => sum + ofPart(part), 0);
}

function ofPart(part: Selector): number {
  switch (part.type) {
    case SelectorType.Tag:
    case SelectorType.PseudoElement:
      return 1;
    case SelectorType.Attribute:
      return part.name === 'id' && part.action === 'equals' ? 1e6 : 1e3;
    case SelectorType.Pseudo:
      if (part.name === 'where') return 0;
      if (!/^(?:is|not|has|matches)$/.test(part.name) || !Array.isArray(part.data)) return 1e3;
      return Math.max(0, ...part.data.map(specificity));
    default:
      return 0;
  }
}
