import { parse, type Selector, SelectorType } from 'css-what';
import type { Document, Element, ParentNode } from 'domhandler';
import { isPlaced } from './boxes.ts';
import { type Colour, colourOf } from './colour.ts';
import { holdsOnScreen } from './css-conditions.ts';
import {
  type CssRule,
  type Declarations,
  type Declared,
  declaredIn,
  INITIAL,
  type Pseudo,
  rulesOf,
} from './css-rules.ts';
import { SETTINGS } from './settings.ts';
import { markupText, selected } from './tree.ts';

/** What the style sheets of a page say of its elements, and of what they print before and behind them. */
export interface StyleSheet {
  readonly of: (element: Element, pseudo?: Pseudo) => Declarations;
  /** Rules that name elements in a way that is not known, and would hide, raise or print something. */
  readonly unknown: readonly string[];
  /** The colours that may lie under any text, as they are painted by what a style puts anywhere. */
  readonly loose: readonly (Colour | undefined)[];
  /** Whether none stands in another file, which is not read. */
  readonly isWhole: boolean;
}

const NOTHING_SAID: Declarations = new Map();
const MOST_NAMED = SETTINGS.mostNamed.value;
const NAMED = /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/;

/** How much what is said weighs, the gravest first: by force, by layer, by ids, by classes, by names of elements. */
type Weight = readonly number[];

interface Weighed {
  readonly value: string;
  readonly weight: Weight;
}

type Found = Map<Element, Map<string, Weighed>>;

/**
 * The `<style>` elements of a page and the attributes `style`, for a screen of the usual size. Linked style sheets are
 * other files.
 */
export function styleSheetOf(tree: Document): StyleSheet {
  const sheets = (selected(tree, 'style') ?? []).filter(
    ({ attribs: { media = '', type = '' } }) => /^(?:text\/css)?$/i.test(type.trim()) && holdsOnScreen(media),
  );
  const rules = rulesOf(sheets.map(markupText).join('\n'));
  const layers = [...new Set(rules.flatMap(({ layer }) => layer ?? []))];
  const found: Record<Pseudo | 'itself', Found> = {
    itself: new Map(),
    before: new Map(),
    after: new Map(),
    marker: new Map(),
    'first-letter': new Map(),
    'first-line': new Map(),
  };
  const unknown: string[] = [];
  for (const rule of rules) {
    const elements = selected(tree, rule.selector);
    if (elements === undefined && !OF_A_BROWSER.test(rule.selector) && isTelling(rule))
      unknown.push(rule.selector);
    if (elements === undefined || elements.length === 0) continue;
    const weigh = weightOf(rule, layers);
    for (const element of elements) say(found[rule.pseudo ?? 'itself'], element, rule.declarations, weigh);
  }
  for (const element of selected(tree, '[style]') ?? []) {
    say(found.itself, element, declaredIn(element.attribs.style ?? ''), OF_THE_ELEMENT);
  }
  const told = (element: Element, pseudo?: Pseudo): Declarations => {
    const own = found[pseudo ?? 'itself'].get(element);
    return own === undefined ? NOTHING_SAID : valuesOf(own, element, found);
  };
  return { of: told, unknown, loose: looseIn(tree, found, told), isWhole: otherSheets(tree) === 0 };
}

/**
 * The grounds that lie under text they are not around: those of columns, and of what stands apart from the text, with all
 * that is printed before and behind elements.
 */
function looseIn(
  tree: Document,
  found: Readonly<Record<Pseudo | 'itself', Found>>,
  told: StyleSheet['of'],
): readonly (Colour | undefined)[] {
  const columns = selected(tree, 'col, colgroup') ?? [];
  const styles = [
    ...columns.map((element) => told(element)),
    ...[...found.itself.keys()].map((element) => told(element)).filter(isApart),
    ...(['before', 'after'] as const).flatMap((pseudo) =>
      [...found[pseudo].keys()].map((element) => told(element, pseudo)).filter(isApart),
    ),
  ];
  const said = [
    ...styles.flatMap((style) =>
      [style.get('background-color') ?? [], style.get('background-image') ?? []].flat(),
    ),
    ...columns.flatMap(({ attribs }) => attribs.bgcolor?.toLowerCase() ?? []),
  ];
  return said.filter((ground) => !/^(?:transparent|none|inherit)$/.test(ground)).map(colourOf);
}

function isApart(style: Declarations): boolean {
  return isPlaced(style) && style.get('display') !== 'none';
}

/** Parts that browsers add to pages, and states in which a page is used. */
const OF_A_BROWSER =
  /::|:-|:(?:focus|target|user|autofill|fullscreen|modal|open|playing|paused|muted|host|state)/i;

function isTelling({ declarations }: CssRule): boolean {
  return ['display', 'visibility', 'opacity', 'color', 'font-size', 'content', 'vertical-align'].some(
    (name) => declarations.has(name),
  );
}

/** How many style sheets of a page stand in other files. */
export function otherSheets(tree: Document): number {
  const imports = (selected(tree, 'style') ?? []).flatMap(
    (style) => markupText(style).match(/@import\b/gi) ?? [],
  );
  return (selected(tree, 'link[rel~=stylesheet i]') ?? []).length + imports.length;
}

function say(
  found: Found,
  element: Element,
  declarations: Declared,
  weigh: (isForced: boolean) => Weight,
): void {
  const own = found.get(element) ?? new Map<string, Weighed>();
  found.set(element, own);
  for (const [property, { value, isForced }] of declarations) {
    const weight = weigh(isForced);
    if (isAtLeast(weight, own.get(property)?.weight)) own.set(property, { value, weight });
  }
}

/** Of two that weigh the same the later one holds. */
function isAtLeast(weight: Weight, other: Weight | undefined): boolean {
  const at = weight.findIndex((each, place) => each !== other?.[place]);
  return other === undefined || at < 0 || (weight[at] ?? 0) > (other[at] ?? 0);
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
  if (depth > MOST_NAMED) return undefined;
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

/** What stands in the element holds over all layers. */
const OF_THE_ELEMENT = (isForced: boolean): Weight => [Number(isForced), Number.POSITIVE_INFINITY];

/** A later layer holds over those before it, and what is in none over all; by force, it is the other way round. */
function weightOf({ selector, layer }: CssRule, layers: readonly string[]): (isForced: boolean) => Weight {
  const rank = selector === INITIAL ? -1 : layer === undefined ? layers.length : layers.indexOf(layer);
  const own = specificity(parse(selector)[0] ?? []);
  return (isForced) => [Number(isForced), isForced ? -rank : rank, ...own];
}

/** How particular a selector is, as CSS reckons it: ids, classes and attributes, names of elements. */
function specificity(selector: readonly Selector[]): Weight {
  const parts = selector.map(ofPart);
  return NONE.map((_, place) => parts.reduce((sum, part) => sum + (part[place] ?? 0), 0));
}

const NONE = [0, 0, 0];
const ID = [1, 0, 0];
const CLASS = [0, 1, 0];
const NAME = [0, 0, 1];

function ofPart(part: Selector): Weight {
  switch (part.type) {
    case SelectorType.Tag:
    case SelectorType.PseudoElement:
      return NAME;
    case SelectorType.Attribute:
      return part.name === 'id' && part.action === 'equals' ? ID : CLASS;
    case SelectorType.Pseudo: {
      if (part.name === 'where') return NONE;
      if (!/^(?:is|not|has|matches)$/.test(part.name) || !Array.isArray(part.data)) return CLASS;
      return part.data.map(specificity).reduce((most, each) => (isAtLeast(each, most) ? each : most), NONE);
    }
    default:
      return NONE;
  }
}
