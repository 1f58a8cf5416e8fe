import type { AtRule, ChildNode, Rule } from 'postcss';
import parseSafely from 'postcss-safe-parser';
import { isColour } from './colour.ts';
import { holdsOnScreen, isSupported } from './css-conditions.ts';
import { reckoned } from './css-lengths.ts';
import { longhands } from './css-longhands.ts';
import { inKnownWords, isSelector } from './css-selectors.ts';
import { SETTINGS } from './settings.ts';

/** A rule of a style sheet: what it says of the elements that a selector names, or of what is printed before or behind them. */
export interface CssRule {
  readonly selector: string;
  readonly pseudo: Pseudo | undefined;
  readonly declarations: Declared;
  /** The name of the `@layer` that it stands in; empty for one without a name. */
  readonly layer: string | undefined;
}

/** Where a style puts text that the markup does not hold, and parts of text that it draws by themselves. */
export type Pseudo = 'before' | 'after' | 'marker' | 'first-letter' | 'first-line';

/** What styles say of an element: the value of each property. */
export type Declarations = ReadonlyMap<string, string>;

/** What a rule or an attribute `style` says, by property. Values are in lower case but for `content` and own properties. */
export type Declared = ReadonlyMap<string, { readonly value: string; readonly isForced: boolean }>;

/** Nothing else decides what is read; own properties (`--ground`) are named by these. */
const PROPERTIES = new Set(
  `display visibility opacity color -webkit-text-fill-color clip clip-path text-decoration text-decoration-color text-decoration-line vertical-align font-size
font-variant-position font-feature-settings font-family white-space text-align text-indent list-style list-style-type content position left right top
bottom margin-left margin-right margin-top padding-left padding-right transform float order flex-direction direction unicode-bidi width height max-width max-height
overflow filter content-visibility background-color background-image background-repeat border-image border-top border-bottom border-left border-right outline quotes table-layout background-clip -webkit-background-clip
text-shadow box-shadow -webkit-text-stroke -webkit-text-security zoom letter-spacing word-spacing mask mask-image mix-blend-mode animation animation-name
contain text-underline-offset text-combine-upright font-size-adjust line-height offset-path -webkit-text-stroke-width -webkit-text-stroke-color grid-area grid-row grid-column grid-row-start grid-column-start all`.split(
    /\s+/,
  ),
);
const AS_WRITTEN = new Set(['content', 'quotes']);
/** What is said in words that are all known: what is none is passed over, and the one before it holds. */
const WORDS: Readonly<Record<string, RegExp>> = {
  visibility: /^(?:visible|hidden|collapse|inherit|initial|unset|revert(?:-layer)?|var\(.*)$/,
  position:
    /^(?:static|relative|absolute|fixed|sticky|-webkit-sticky|inherit|initial|unset|revert(?:-layer)?|var\(.*)$/,
  float: /^(?:left|right|none|inline-start|inline-end|inherit|initial|unset|revert(?:-layer)?|var\(.*)$/,
  display:
    /^(?:none|contents|(?:(?:block|inline|run-in|flow|flow-root|table|flex|grid|ruby|math|list-item)(?:\s|$))+|inline-(?:block|table|flex|grid)|table-(?:row-group|header-group|footer-group|row|cell|column-group|column|caption)|ruby-(?:base|text)(?:-container)?|-webkit-(?:inline-)?(?:box|flex)|grid-lanes|inline-grid-lanes|inherit|initial|unset|revert(?:-layer)?|var\(.*)$/,
};
const COLOURS = new Set(['color', '-webkit-text-fill-color', 'background-color']);
/** Around a style sheet of the time when browsers printed what stands in `<style>`. */
const MARKUP_COMMENTS = /<!--|-->/g;
const PSEUDO = /(?::?:(before|after|first-letter|first-line)|::(marker))$/i;
const PSEUDOS: readonly Pseudo[] = ['before', 'after', 'marker', 'first-letter', 'first-line'];
/** A sign before a property (`*display`), by which it was hidden from all browsers but one of long ago. */
const HACK = /[*_$]$/;
/** What rules stand in. */
interface Around {
  /** What the rule around names, for which `&` stands; undefined outside of rules. */
  readonly parent?: string;
  readonly layer?: string;
  /** Whether anything is said to be a container: else no condition on one holds. */
  readonly hasContainers?: boolean;
  /** How many blocks stand around. */
  readonly depth?: number;
}

/**
 * The rules of a style sheet for a screen of the usual size, in their order: nested ones by what they name, as in
 * `tr { &.off { display: none } }`. What cannot be read of it is skipped, as browsers do.
 */
export function rulesOf(css: string): readonly CssRule[] {
  const hasContainers = /\bcontainer(?:-type)?\s*:/i.test(css);
  return rulesIn(nodesOf(css.replace(MARKUP_COMMENTS, ' ')), { hasContainers });
}

/** What the attribute `style` of an element says. */
export function declaredIn(style: string): Declared {
  return declarationsOf(nodesOf(style));
}

function nodesOf(css: string): readonly ChildNode[] {
  const root = parseSafely(css);
  return root.type === 'root' ? root.nodes : [];
}

function rulesIn(nodes: readonly ChildNode[], outer: Around): readonly CssRule[] {
  const around = { ...outer, depth: (outer.depth ?? 0) + 1 };
  if (around.depth > SETTINGS.deepest.value) return [];
  return nodes.flatMap((node) => {
    if (node.type === 'rule') {
      // One that is none makes all of the rule none.
      const isRule = node.selectors.every((each) =>
        isSelector(each.replace(/^\s*[>+~]/, '').replaceAll('&', '*')),
      );
      return isRule
        ? rulesNaming(
            node.selectors.map((each) => within(each, around.parent)),
            node,
            around,
          )
        : [];
    }
    return node.type === 'atrule' ? rulesUnder(node, around) : [];
  });
}

/** The rules of a block of its own, as far as it concerns this page on a screen. */
function rulesUnder(block: AtRule, around: Around): readonly CssRule[] {
  const nodes = block.nodes ?? [];
  switch (block.name.toLowerCase()) {
    case 'media':
      return holdsOnScreen(block.params) ? nestedIn(block, around) : [];
    case 'supports':
      return isSupported(block.params) ? nestedIn(block, around) : [];
    case 'container':
      // A container is taken to be as wide as the screen; what is asked of one by its name stands behind that.
      return around.hasContainers === true && holdsOnScreen(block.params.replace(/^[^(]*/, ''))
        ? nestedIn(block, around)
        : [];
    case 'scope':
      return rulesIn(nodes, {
        ...around,
        parent: /^\(([\s\S]*?)\)(?:\s*to\b|\s*$)/.exec(block.params)?.[1] ?? '*',
      });
    case 'property': {
      const first = nodes.find((node) => node.type === 'decl' && node.prop.toLowerCase() === 'initial-value');
      const value = first?.type === 'decl' ? first.value : undefined;
      const declarations: Declared = new Map(
        value === undefined ? [] : [[block.params.trim(), { value, isForced: false }]],
      );
      return [{ ...NO_RULE, selector: INITIAL, declarations }];
    }
    case 'layer': {
      const named = block.params.split(',').map((name) => name.trim().replace(/\..*/s, ''));
      if (block.nodes !== undefined)
        return nestedIn(block, { ...around, layer: around.layer ?? named[0] ?? '' });
      // `@layer base, theme;` tells the order of layers before they are there.
      return around.layer === undefined ? named.map((layer) => ({ ...NO_RULE, layer })) : [];
    }
    default:
      return [];
  }
}

/** Whom a value of an own property is said of where no rule says one: it holds least of all. */
export const INITIAL = ':where(:root)';
const NO_RULE: CssRule = {
  selector: ':not(*)',
  pseudo: undefined,
  declarations: new Map(),
  layer: undefined,
};

/** Rules in a block, and what a block within a rule says of the rule's own elements. */
function nestedIn(block: AtRule, around: Around): readonly CssRule[] {
  return around.parent === undefined
    ? rulesIn(block.nodes ?? [], around)
    : rulesNaming([around.parent], block, around);
}

function rulesNaming(selectors: readonly string[], body: Rule | AtRule, around: Around): readonly CssRule[] {
  const nodes = body.nodes ?? [];
  const declarations = declarationsOf(nodes);
  const own = selectors.map(
    (selector): CssRule => ({
      selector: inKnownWords(selector.replace(PSEUDO, '')) || '*',
      pseudo: pseudoOf(selector),
      declarations,
      layer: around.layer,
    }),
  );
  const parent = selectors.join(', ');
  return [
    ...(declarations.size === 0 ? [] : own),
    ...(parent.length > SETTINGS.longestSelector.value ? [] : rulesIn(nodes, { ...around, parent })),
  ];
}

/** What a selector names within the rule that it is nested in. */
function within(selector: string, parent: string | undefined): string {
  if (parent === undefined) return selector;
  const outer = `:is(${parent})`;
  return selector.includes('&') ? selector.replaceAll('&', outer) : `${outer} ${selector}`;
}

function pseudoOf(selector: string): Pseudo | undefined {
  const [, name, marker] = PSEUDO.exec(selector) ?? [];
  const own = (name ?? marker)?.toLowerCase();
  return PSEUDOS.find((each) => each === own);
}

function declarationsOf(nodes: readonly ChildNode[]): Declared {
  const declarations = new Map<string, { value: string; isForced: boolean }>();
  for (const node of nodes) {
    if (node.type !== 'decl' || HACK.test(node.raws.before ?? '')) continue;
    const isOwn = node.prop.startsWith('--');
    const property = isOwn ? node.prop : node.prop.toLowerCase();
    const said = node.value.replaceAll('\\\n', '');
    const value = isOwn || AS_WRITTEN.has(property) ? said : reckoned(said.toLowerCase());
    for (const [name, each] of longhands(property, value)) {
      const isOver = node.important === true || declarations.get(name)?.isForced !== true;
      const isValid = COLOURS.has(name) ? isColour(each) : (WORDS[name]?.test(each) ?? true);
      const isSaid = isOwn || (PROPERTIES.has(name) && isValid);
      if (isOver && isSaid) declarations.set(name, { value: each, isForced: node.important === true });
    }
  }
  return declarations;
}
