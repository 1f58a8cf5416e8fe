import { parse, type Selector, SelectorType } from 'css-what';

/** What pseudo-classes and parts of elements browsers know; a rule that names another is none. */
const KNOWN = new Set(
  `active active-view-transition any-link autofill buffering checked current default defined dir disabled empty enabled
first first-child first-of-type focus focus-visible focus-within fullscreen future has has-slotted host host-context hover in-range
indeterminate interest-source interest-target invalid is lang last-child last-of-type left link matches modal muted not nth-child
nth-last-child nth-last-of-type nth-of-type only-child only-of-type open optional out-of-range past paused picture-in-picture
placeholder-shown playing popover-open read-only read-write required right root scope seeking stalled state target target-current
user-invalid user-valid valid visited volume-locked where xr-overlay
after backdrop before checkmark column cue details-content file-selector-button first-letter first-line grammar-error highlight
marker part picker picker-icon placeholder scroll-button scroll-marker scroll-marker-group search-text selection slotted
spelling-error target-text view-transition view-transition-group view-transition-image-pair view-transition-new
view-transition-old`.split(/\s+/),
);
const OF_THIS_MAKER = /^-webkit-/;
/** Names of the same in other sheets, and what is the same where no part of a page is made by a script. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/:-webkit-any\(|:matches\(/gi, ':is('],
  [/:-webkit-any-link\b/gi, ':any-link'],
  [/:defined\b/gi, ':not(:not(*))'],
  [/:dir\(\s*rtl\s*\)/gi, ':is([dir=rtl i],[dir=rtl i] :not([dir=ltr i],[dir=ltr i] *))'],
  [/:dir\(\s*ltr\s*\)/gi, ':not([dir=rtl i],[dir=rtl i] :not([dir=ltr i],[dir=ltr i] *))'],
  [/\[\*?\|(?!=)/g, '['],
  // All elements of a page of HTML are of one namespace.
  [/(^|[\s>+~,(])(?:\*|[\w-]+)?\|(?=[\w*-])/g, '$1'],
];

/** Whether browsers know all that a selector names. What only one of another maker knows makes a rule none. */
export function isSelector(selector: string): boolean {
  const parsed = parsedSelector(selector);
  return parsed?.every((each) => each.every(isKnown)) ?? false;
}

/** The same selector in the words that are judged here. */
export function inKnownWords(selector: string): string {
  return SAME.reduce((written, [name, same]) => written.replace(name, same), selector);
}

function isKnown(part: Selector): boolean {
  if (part.type !== SelectorType.Pseudo && part.type !== SelectorType.PseudoElement) return true;
  const isNamed = KNOWN.has(part.name) || OF_THIS_MAKER.test(part.name);
  // What does not hold in these is left out, and the rule stays.
  if (/^(?:is|where|matches)$/.test(part.name) || !Array.isArray(part.data)) return isNamed;
  return isNamed && part.data.every((each) => each.every(isKnown));
}

function parsedSelector(selector: string): readonly (readonly Selector[])[] | undefined {
  try {
    return parse(selector);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
