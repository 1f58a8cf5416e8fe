/** A rule of a style sheet: what it says of the elements that a selector names, or of what is printed before or behind them. */
export interface CssRule {
  readonly selector: string;
  readonly pseudo: Pseudo | undefined;
  readonly declarations: Declared;
}

/** Where a style puts text that the markup does not hold. */
export type Pseudo = 'before' | 'after';

/** What a rule or an attribute `style` says, by property. Values are in lower case but for `content`. */
export type Declared = ReadonlyMap<string, { readonly value: string; readonly isForced: boolean }>;

/** Nothing else decides what is read. */
const PROPERTIES = new Set(
  `display visibility opacity color clip clip-path text-decoration text-decoration-line vertical-align font-size
font-variant-position white-space text-align text-indent list-style list-style-type content position left right top
bottom margin-left transform float order flex-direction direction unicode-bidi width height max-width max-height
overflow filter content-visibility background-color background-image border-top border-bottom`.split(/\s+/),
);
const COMMENTS = /\/\*[\s\S]*?\*\/|<!--|-->/g;
const STRINGS = /"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/g;
/** A block of rules for some media or others: its rules have braces of their own. */
const GROUP = /@(media|supports|layer)([^{]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/gi;
const PSEUDO = /::?(before|after)$/i;
const FONT_SIZE =
  /(?:^|\s)((?:[\d.]+(?:em|%|rem|px|pt)|0|(?:xx-|x-)?(?:small|large)|smaller|larger))(?:\s*\/\s*\S+)?\s/;
/** A colour by itself, without a picture or a gradient, which may be of any. */
const PLAIN_COLOUR = /^(?:#[\da-f]+|[a-z]+|(?:rgb|hsl)a?\([^()]*\))$/;
/** The screen that a page is taken to be read on. */
const SCREEN: Readonly<Record<string, number>> = { px: 1280, em: 80, rem: 80 };
const WIDTH = /^\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)$/;

/** The rules of a style sheet for a screen of the usual size, in their order. */
export function rulesOf(css: string): readonly CssRule[] {
  const bare = css.replace(COMMENTS, ' ').replace(STRINGS, withoutSyntax);
  const plain = bare.replace(GROUP, (_, kind: string, condition: string, rules: string) =>
    holds(kind.toLowerCase(), condition.trim().toLowerCase()) ? rules : ' ',
  );
  // What stands behind the last brace is no rule.
  return plain
    .split('}')
    .slice(0, -1)
    .flatMap((rule) => {
      const [body, selectors] = rule.split('{').reverse();
      if (body === undefined || selectors === undefined) return [];
      const declarations = declaredIn(body);
      if (declarations.size === 0) return [];
      return selectorsOf(selectors.slice(selectors.lastIndexOf(';') + 1)).map((selector) => ({
        selector: selector.replace(PSEUDO, '') || '*',
        pseudo: pseudoOf(selector),
        declarations,
      }));
    });
}

/** What the attribute `style` of an element says, or the body of a rule. */
export function declaredIn(body: string): Declared {
  const declarations = new Map<string, { value: string; isForced: boolean }>();
  for (const each of body.replace(STRINGS, withoutSyntax).split(';')) {
    const colon = each.indexOf(':');
    const property = each.slice(0, colon).trim().toLowerCase();
    const said = each.slice(colon + 1).trim();
    const bare = said.replace(/!\s*important$/i, '').trimEnd();
    const value = property === 'content' ? bare : bare.toLowerCase();
    for (const [name, own] of colon < 0 ? [] : longhands(property, value)) {
      if (PROPERTIES.has(name)) declarations.set(name, { value: own, isForced: bare !== said });
    }
  }
  return declarations;
}

/** What a property says that sets several at once, as far as these decide what is read. */
function longhands(property: string, value: string): readonly (readonly [string, string])[] {
  switch (property) {
    case 'font': {
      const size = FONT_SIZE.exec(`${value} `)?.[1];
      return size === undefined ? [] : [['font-size', size]];
    }
    case 'background': {
      const isPlain = PLAIN_COLOUR.test(value) && value !== 'none';
      return [
        ['background-color', isPlain ? value : 'transparent'],
        ['background-image', isPlain || value === 'none' ? 'none' : value],
      ];
    }
    case 'border':
      return [
        ['border-top', value],
        ['border-bottom', value],
      ];
    case 'overflow-x':
    case 'overflow-y':
      return [['overflow', value]];
    default:
      return [[property, value]];
  }
}

/** Signs of the syntax within a string, written as CSS escapes: what parts rules stands between them alone. */
function withoutSyntax(text: string): string {
  const inner = text.slice(1, -1).replace(/[;{},"]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
  return `"${inner.replace(/\\\n/g, '')}"`;
}

/** The selectors of a list: a comma in brackets parts none, as in `:is(td, th) b`. */
function selectorsOf(list: string): readonly string[] {
  const selectors = [''];
  let depth = 0;
  for (const sign of list) {
    depth += Number(sign === '(') - Number(sign === ')');
    if (sign === ',' && depth <= 0) selectors.push('');
    else selectors.push(`${selectors.pop() ?? ''}${sign}`);
  }
  return selectors.map((each) => each.trim()).filter((each) => each !== '' && !each.startsWith('@'));
}

function pseudoOf(selector: string): Pseudo | undefined {
  const name = PSEUDO.exec(selector)?.[1]?.toLowerCase();
  return name === 'before' || name === 'after' ? name : undefined;
}

/** Whether what a condition stands before is for a screen, and for browsers of today. */
function holds(kind: string, condition: string): boolean {
  if (kind === 'layer') return true;
  if (kind === 'supports') return !condition.startsWith('not');
  return condition.split(',').some((query) => {
    const [media = 'all', ...features] = query
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^only /, '')
      .replace(/^\(/, 'all and (')
      .split(' and ');
    return /^(?:screen|all|)$/.test(media) && features.every(fits);
  });
}

function fits(feature: string): boolean {
  const [, side, amount, unit = 'px'] = WIDTH.exec(feature) ?? [];
  const screen = SCREEN[unit];
  if (amount === undefined || screen === undefined) return false;
  return side === 'min' ? Number(amount) <= screen : Number(amount) >= screen;
}
