import type { Element } from 'domhandler';
import { groundAttribute, inLook, UNKNOWN_GROUND } from './look.ts';
import type { Numbering } from './numbering.ts';
import { heightIn } from './row-height.ts';
import type { Ground, RunLook } from './run-look.ts';
import {
  escaped,
  type FieldState,
  isStale,
  type NoteMark,
  PICTURE,
  printsUnread,
  runText,
  textBoxesIn,
} from './runs.ts';
import { SETTINGS } from './settings.ts';
import type { Styles } from './styles.ts';
import { tableMarkup } from './tables.ts';
import { at, childrenOf, valueAt } from './xml.ts';

/** What the body of a document rests on. */
export interface BodyContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly noteMark: NoteMark;
  /** Whether it stands in a cell of a table. */
  readonly isCell?: boolean;
  /** A finding that says what cannot be read, and what to do. */
  readonly refused: (found: string, action: string) => Error;
}

/** Changes that were not decided yet: what is deleted or moved away is not what the document says. */
const DELETED = new Set(['w:del', 'w:moveFrom']);
const FORMULAS = new Set(['m:oMath', 'm:oMathPara']);
const FIRST_HEADING = 1;
const LAST_HEADING = 6;
/** What is printed there stands in another file, which only a word processor puts in. */
const OTHER_FILES = ['w:altChunk', 'w:subDoc'];
const ACCEPT = 'accept or reject the changes in the word processor';

/** What stands in the body, in a cell, in a note or in a text box, as markup. A field may go on over its paragraphs. */
export function bodyMarkup(body: Element, around: BodyContext): string {
  const context: FieldContext = { ...around, fields: [] };
  let markup = '';
  let open: Paragraph | undefined;
  for (const element of blocksOf(body)) {
    if (element.name === 'w:p') {
      const own = paragraphOf(element, context);
      // Where the end of a paragraph is deleted it goes on with the next.
      open =
        open === undefined
          ? own
          : { ...own, ...open, text: open.text + own.text, boxes: open.boxes + own.boxes };
      if (isJoined(element)) continue;
      markup += paragraphMarkup(open);
    } else {
      markup += open === undefined ? '' : paragraphMarkup(open);
      markup += otherMarkup(element, context);
    }
    open = undefined;
  }
  if (context.fields.some(({ stage }) => stage === 'instruction'))
    throw context.refused(
      'a field that does not end',
      'update the fields in the word processor, and save it again',
    );
  return markup + (open === undefined ? '' : paragraphMarkup(open));
}

/** The paragraphs and tables of a body, those in controls and inserted ones as well. */
function blocksOf(body: Element): readonly Element[] {
  return childrenOf(body).flatMap((element) => {
    if (['w:p', 'w:tbl', ...OTHER_FILES].includes(element.name)) return [element];
    if (DELETED.has(element.name) || element.name === 'w:sectPr') return [];
    return blocksOf(element);
  });
}

function otherMarkup(element: Element, context: BodyContext): string {
  const { refused } = context;
  if (OTHER_FILES.includes(element.name)) throw otherFile(context);
  if (context.styles.isRedrawn(valueAt(element, 'w:tblPr', 'w:tblStyle')))
    throw refused('a style of tables that hides, strikes out or raises text', 'take it off the table');
  return tableMarkup(element, {
    cell: (cell) => bodyMarkup(cell, { ...context, isCell: true }),
    heightOf: (cell, width) => heightIn(cell, width, context.styles),
    isColoured: context.styles.isColoured,
    displaced: () =>
      refused(
        'a row with fewer cells than the table has columns, which are as wide as other columns',
        'merge its cells in the word processor, and save it again',
      ),
    undecided: () => refused('a cell that is deleted or merged, but not yet', ACCEPT),
  });
}

function otherFile({ refused }: BodyContext): Error {
  return refused('a part that is another file', 'open it in the word processor, and save it again');
}

interface Paragraph {
  readonly tag: string;
  readonly align: string | undefined;
  readonly number: string;
  readonly ground: Ground | undefined;
  readonly isFromRight: boolean | undefined;
  readonly text: string;
  readonly boxes: string;
}

function paragraphOf(paragraph: Element, context: FieldContext): Paragraph {
  const properties = at(paragraph, 'w:pPr');
  const { outline, align, numberingId, level, ground, isFromRight, height, run } =
    context.styles.paragraphOf(properties);
  const isHidden = context.styles.runOf(at(properties, 'w:rPr'), run).vanish === true;
  // What is hidden as a whole is not counted.
  const isCounted = numberingId !== undefined && !(isHidden && isAllHidden(paragraph, run, context.styles));
  const number = isCounted ? context.numbering(numberingId, level ?? 0) : undefined;
  const text = inlineMarkup(paragraph, { ...context, run });
  return {
    tag: outline === undefined ? 'p' : `h${Math.min(LAST_HEADING, outline + FIRST_HEADING)}`,
    align,
    ground,
    isFromRight,
    number: number === undefined ? '' : inLook(`${escaped(number)} `, { vanish: isHidden }),
    text:
      text !== '' && (isLow(height) || (context.isCell === true && isFramed(properties)))
        ? PICTURE + text
        : text,
    boxes: boxesIn(paragraph)
      .map(
        (box) => `<div${UNKNOWN_GROUND}>${context.isCell ? PICTURE : ''}${bodyMarkup(box, context)}</div>\n`,
      )
      .join(''),
  };
}

function isLow(height: number | undefined): boolean {
  return height !== undefined && height < SETTINGS.leastHeight.value;
}

/** Whether a paragraph stands in a frame, which may be anywhere on the page. */
function isFramed(properties: Element | undefined): boolean {
  const frame = at(properties, 'w:framePr');
  return frame !== undefined && frame.attribs['w:dropCap'] === undefined;
}

function isAllHidden(element: Element, run: RunLook, styles: Styles): boolean {
  return childrenOf(element).every((child) =>
    child.name === 'w:r'
      ? styles.runOf(at(child, 'w:rPr'), run).vanish === true
      : DELETED.has(child.name) || child.name === 'w:pPr' || isAllHidden(child, run, styles),
  );
}

function paragraphMarkup(paragraph: Paragraph): string {
  const { tag, align, number, ground, isFromRight, text, boxes } = paragraph;
  const direction = isFromRight === true ? ' dir="rtl"' : '';
  const style = align === 'center' || align === 'right' || align === 'end' ? ` align="${align}"` : '';
  return `<${tag}${style}${direction}${groundAttribute(ground)}>${number}${text}</${tag}>\n${boxes}`;
}

interface FieldContext extends BodyContext {
  readonly fields: FieldState;
}

interface InlineContext extends FieldContext {
  readonly run: RunLook;
}

function inlineMarkup(element: Element, context: InlineContext): string {
  return childrenOf(element)
    .map((child) => {
      if (child.name === 'w:r') {
        const look = context.styles.runOf(at(child, 'w:rPr'), context.run);
        return inLook(runText(child, context, look.font), look);
      }
      if (OTHER_FILES.includes(child.name)) throw otherFile(context);
      const { 'w:instr': instruction } = child.attribs;
      const isUnread = instruction !== undefined && printsUnread(instruction, childrenOf(child).length > 0);
      if (FORMULAS.has(child.name) || isUnread || isStale(child)) return PICTURE;
      if (child.name === 'w:bdo' && child.attribs['w:val'] === 'rtl')
        return `<bdo dir="rtl">${inlineMarkup(child, context)}</bdo>`;
      // A digit that is a link of its own is no digit of the number before it.
      if (child.name === 'w:hyperlink') return `<a href="#">${inlineMarkup(child, context)}</a>`;
      if (child.name === 'w:dir') {
        const direction = child.attribs['w:val'] === 'rtl' ? 'rtl' : 'ltr';
        return `<span dir="${direction}">${inlineMarkup(child, context)}</span>`;
      }
      const isText = !DELETED.has(child.name) && child.name !== 'w:pPr' && child.name !== 'w:sdtPr';
      return isText ? inlineMarkup(child, context) : '';
    })
    .join('');
}

function boxesIn(paragraph: Element): readonly Element[] {
  return childrenOf(paragraph).flatMap((child) => (DELETED.has(child.name) ? [] : textBoxesIn(child)));
}

/** Whether the mark that ends a paragraph is deleted, or it is the large letter that the next one begins with. */
function isJoined(paragraph: Element): boolean {
  const mark = at(paragraph, 'w:pPr', 'w:rPr');
  if (/^(?:drop|margin)$/.test(at(paragraph, 'w:pPr', 'w:framePr')?.attribs['w:dropCap'] ?? '')) return true;
  return at(mark, 'w:del') !== undefined || at(mark, 'w:moveFrom') !== undefined;
}
