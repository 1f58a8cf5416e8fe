import type { Element } from 'domhandler';
import { SETTINGS } from './settings.ts';
import { at, childrenOf, numberAt, switchAt, valueAt } from './xml.ts';

/** How a run is printed, as far as that decides what is read; undefined where nothing is said. */
export interface RunLook {
  readonly vanish?: boolean | undefined;
  readonly struck?: boolean | undefined;
  /** `superscript`, `subscript` or `baseline`. */
  readonly align?: string | undefined;
  /** How far it is raised, in half points. */
  readonly position?: number | undefined;
  /** In half points. */
  readonly size?: number | undefined;
  /** Six digits, or `auto`, which is seen on any ground. */
  readonly colour?: string | undefined;
  /** The colour of what lies under it alone. */
  readonly ground?: Ground | undefined;
  /** How much further apart its letters stand than usually, in points. */
  readonly spacing?: number | undefined;
  /** How wide its letters are, in parts of a hundred. */
  readonly width?: number | undefined;
  /** Whether it is read from right to left. */
  readonly isFromRight?: boolean | undefined;
  /** The font of its Latin letters and digits. */
  readonly font?: string | undefined;
}

/** What lies under text: six digits or a name of a colour, nothing of its own, or something of more than one. */
export type Ground = string | 'none' | 'unknown';

const SIX_DIGITS = /^[\da-f]{6}$/i;
/** Colours of themes that are paper and ink in most. */
const THEMES: Readonly<Record<string, string>> = {
  background1: 'FFFFFF',
  light1: 'FFFFFF',
  bg1: 'FFFFFF',
  lt1: 'FFFFFF',
  text1: '000000',
  dark1: '000000',
  tx1: '000000',
  dk1: '000000',
};
/** Letters of which the edge is drawn, in another colour than theirs. */
const OUTLINES = ['w:outline', 'w:shadow', 'w:emboss', 'w:imprint'];

/** What the properties of a run say of how it is printed. */
export function ownRun(properties: Element | undefined): RunLook {
  const strikes = [switchAt(properties, 'w:strike'), switchAt(properties, 'w:dstrike')];
  const said = strikes.filter((each) => each !== undefined);
  return {
    vanish: switchAt(properties, 'w:vanish'),
    struck: said.length === 0 ? undefined : said.includes(true),
    align: valueAt(properties, 'w:vertAlign'),
    position: numberAt(properties, 'w:position'),
    size: numberAt(properties, 'w:sz'),
    colour: colourOf(properties),
    ground: groundOf(properties),
    font: at(properties, 'w:rFonts')?.attribs['w:ascii'],
    spacing: pointsOf(numberAt(properties, 'w:spacing')),
    width: numberAt(properties, 'w:w'),
    isFromRight: switchAt(properties, 'w:rtl'),
  };
}

/** What is said in twentieths of a point. */
export function pointsOf(twentieths: number | undefined): number | undefined {
  return twentieths === undefined ? undefined : twentieths / 20;
}

/** A fill of letters stands over their colour; one that is not plain, and letters in outline, are of none that is known. */
function colourOf(properties: Element | undefined): string | undefined {
  if (OUTLINES.some((name) => switchAt(properties, name) === true)) return 'auto';
  const fill = at(properties, 'w14:textFill');
  if (fill === undefined) return themed(at(properties, 'w:color')?.attribs, 'w:val', 'w:themeColor');
  const plain = at(fill, 'w14:solidFill', 'w14:srgbClr') ?? at(fill, 'w14:solidFill', 'w14:schemeClr');
  const isClear = Number(at(plain, 'w14:alpha')?.attribs['w14:val'] ?? 0) > SETTINGS.clearest.value;
  if (at(fill, 'w14:noFill') !== undefined || isClear) return 'transparent';
  const colour = plain?.attribs['w14:val'];
  return colour === undefined ? 'auto' : (THEMES[colour] ?? (SIX_DIGITS.test(colour) ? colour : 'auto'));
}

/** A colour that is said, or that of a theme as most have it; another of a theme is not known. */
function themed(
  said: Readonly<Record<string, string>> | undefined,
  own: string,
  theme: string,
): string | undefined {
  const [colour, name] = [said?.[own], said?.[theme]];
  if (name === undefined || (colour !== undefined && colour !== 'auto')) return colour;
  return THEMES[name] ?? 'unknown';
}

/** The ground that a run, a paragraph or a cell has of its own; undefined where it says nothing of it. */
export function groundOf(properties: Element | undefined): Ground | undefined {
  const marked = valueAt(properties, 'w:highlight');
  if (marked !== undefined && marked !== 'none') return marked;
  const shade = at(properties, 'w:shd');
  if (shade === undefined) return undefined;
  const { 'w:val': pattern = 'clear' } = shade.attribs;
  const fill = themed(shade.attribs, 'w:fill', 'w:themeFill') ?? 'auto';
  const colour = themed(shade.attribs, 'w:color', 'w:themeColor') ?? 'auto';
  if (pattern === 'nil') return 'none';
  const own = pattern === 'clear' ? fill : pattern === 'solid' ? colour : 'unknown';
  return own === 'auto' ? (pattern === 'solid' ? '000000' : 'none') : own;
}

/** Whether a style hides, strikes out or moves letters somewhere in what it is of. */
export function redraws(element: Element): boolean {
  const { vanish, struck, align = 'baseline', position = 0 } = ownRun(at(element, 'w:rPr'));
  if (vanish === true || struck === true || align !== 'baseline' || position !== 0) return true;
  return childrenOf(element, 'w:tblStylePr').some(redraws);
}

/** Whether properties lay something under the text. */
export function hasGround(element: Element): boolean {
  return (
    !['none', undefined].includes(groundOf(element)) || childrenOf(element).some((child) => hasGround(child))
  );
}

/** What the style of a paragraph and the style of letters both say turns it off again, by the standard. */
export function toggled(paragraph: RunLook, letters: RunLook): RunLook {
  const isOne = (one: boolean | undefined, other: boolean | undefined): boolean | undefined =>
    one === true && other !== undefined ? !other : (other ?? one);
  const all = over(paragraph, letters);
  return {
    ...all,
    vanish: isOne(paragraph.vanish, letters.vanish),
    struck: isOne(paragraph.struck, letters.struck),
  };
}

/** What is said nearer to the text holds, and of what is not said there, what is said for all of it. */
export function over<T extends object>(all: T, own: T): T {
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...all, ...said };
}
