import type { Element } from 'domhandler';
import {
  type Ground,
  groundOf,
  hasGround,
  over,
  ownRun,
  pointsOf,
  type RunLook,
  redraws,
  toggled,
} from './run-look.ts';
import { SETTINGS } from './settings.ts';
import { at, childrenOf, numberAt, switchAt, valueAt } from './xml.ts';

/** A paragraph as its style and it itself say. */
interface ParagraphLook {
  /** 0 for a heading of the first level; undefined for text. */
  readonly outline?: number | undefined;
  readonly align?: string | undefined;
  readonly numberingId?: string | undefined;
  readonly level?: number | undefined;
  readonly ground?: Ground | undefined;
  readonly isFromRight?: boolean | undefined;
  /** How high its lines are, where they are no higher whatever stands in them, in points. */
  readonly height?: number | undefined;
  /** What is left free above and below it, in points. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly run: RunLook;
}

/** The styles of a document, by their ids. */
export interface Styles {
  readonly runOf: (properties: Element | undefined, paragraph: RunLook) => RunLook;
  readonly paragraphOf: (properties: Element | undefined) => ParagraphLook;
  /** Whether a style of tables, or one that it rests on, hides, strikes out or raises what stands in a table. */
  readonly isRedrawn: (id: string | undefined) => boolean;
  /** Whether a style of tables, or one that it rests on, colours any cells. */
  readonly isColoured: (id: string | undefined) => boolean;
}

/** A style may rest on others, this many at most: one that rests on itself has no end. */
const MOST_PARENTS = SETTINGS.mostParents.value;
const HEADING = /^heading ([1-9])$/i;
const BODY_TEXT = 9;
/** Reads `word/styles.xml`: hidden text and raised marks are mostly said by a style, not by the text. */
export function stylesOf(root: Element | undefined): Styles {
  const byId = new Map(childrenOf(root, 'w:style').map((style) => [style.attribs['w:styleId'] ?? '', style]));
  const defaults = at(root, 'w:docDefaults');
  const usual = childrenOf(root, 'w:style').find(
    ({ attribs }) => attribs['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attribs['w:default'] ?? ''),
  );
  /** A style and those it rests on, the most general first. */
  const chain = (id: string | undefined): readonly Element[] => {
    const found: Element[] = [];
    let style = id === undefined ? undefined : byId.get(id);
    while (style !== undefined && found.length < MOST_PARENTS) {
      found.unshift(style);
      style = byId.get(valueAt(style, 'w:basedOn') ?? '');
    }
    return found;
  };
  const runOf: Styles['runOf'] = (properties, paragraph) =>
    over(
      toggled(
        paragraph,
        chain(valueAt(properties, 'w:rStyle'))
          .map((style) => ownRun(at(style, 'w:rPr')))
          .reduce(over, {}),
      ),
      ownRun(properties),
    );
  const paragraphOf: Styles['paragraphOf'] = (properties) => {
    const styles = chain(valueAt(properties, 'w:pStyle') ?? usual?.attribs['w:styleId']);
    const looks = [
      ownParagraph(at(defaults, 'w:pPrDefault', 'w:pPr')),
      ...styles.map((style) => ({ ...ownParagraph(at(style, 'w:pPr')), outline: outlineOf(style) })),
      ownParagraph(properties),
    ];
    const runs = [at(defaults, 'w:rPrDefault', 'w:rPr'), ...styles.map((style) => at(style, 'w:rPr'))];
    const { outline = BODY_TEXT, ...look } = looks.reduce(over);
    return {
      ...look,
      outline: outline < BODY_TEXT ? outline : undefined,
      run: runs.map(ownRun).reduce(over, {}),
    };
  };
  const isColoured: Styles['isColoured'] = (id) => chain(id).some(hasGround);
  const isRedrawn: Styles['isRedrawn'] = (id) => chain(id).some(redraws);
  return { runOf, paragraphOf, isColoured, isRedrawn };
}

function ownParagraph(properties: Element | undefined): Omit<ParagraphLook, 'run'> {
  const spacing = at(properties, 'w:spacing');
  return {
    outline: numberAt(properties, 'w:outlineLvl'),
    align: valueAt(properties, 'w:jc'),
    numberingId: valueAt(properties, 'w:numPr', 'w:numId'),
    level: numberAt(properties, 'w:numPr', 'w:ilvl'),
    ground: groundOf(properties),
    isFromRight: switchAt(properties, 'w:bidi'),
    height: exactly(spacing, 'w:line', 'w:lineRule'),
    before:
      spacing?.attribs['w:before'] === undefined ? undefined : pointsOf(Number(spacing.attribs['w:before'])),
    after:
      spacing?.attribs['w:after'] === undefined ? undefined : pointsOf(Number(spacing.attribs['w:after'])),
  };
}

/** What is said to be so high and no higher, in points; undefined where it grows with what stands in it. */
export function exactly(element: Element | undefined, height: string, rule: string): number | undefined {
  return element?.attribs[rule] === 'exact' ? pointsOf(Number(element.attribs[height] ?? 0)) : undefined;
}

/** A style that is called `heading 2` is one, though it need not say so. */
function outlineOf(style: Element): number | undefined {
  const level = HEADING.exec(valueAt(style, 'w:name') ?? '')?.[1];
  return level === undefined ? numberAt(style, 'w:pPr', 'w:outlineLvl') : Number(level) - 1;
}
