import type { Element } from 'domhandler';
import { groundAttribute, inLook, UNKNOWN_GROUND } from './look.ts';
import { escaped } from './markup.ts';
import type { Numbering } from './numbering.ts';
import { type FieldState, type NoteMark, PICTURE, printsItself, runText, textBoxesIn } from './runs.ts';
import type { Ground, RunLook, Styles } from './styles.ts';
import { tableMarkup } from './tables.ts';
import { at, childrenOf } from './xml.ts';

/** What the body of a document rests on. */
export interface BodyContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly noteMark: NoteMark;
  /** A finding that says what cannot be read, and what to do. */
  readonly refused: (found: string, action: string) => Error;
}

/** Changes that were not decided yet: what is deleted or moved away is not what the document says. */
const DELETED = new Set(['w:del', 'w:moveFrom']);
const FORMULAS = new Set(['m:oMath', 'm:oMathPara']);
const FIRST_HEADING = 1;
const LAST_HEADING = 6;
const ACCEPT = 'accept or reject the changes in the word processor';

/** What stands in the body, in a cell, in a note or in a text box, as markup. */
export function bodyMarkup(body: Element, context: BodyContext): string {
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
  return markup + (open === undefined ? '' : paragraphMarkup(open));
}

/** The paragraphs and tables of a body, those in controls and inserted ones as well. */
function blocksOf(body: Element): readonly Element[] {
  return childrenOf(body).flatMap((element) => {
    if (['w:p', 'w:tbl', 'w:altChunk'].includes(element.name)) return [element];
    if (DELETED.has(element.name) || element.name === 'w:sectPr') return [];
    return blocksOf(element);
  });
}

function otherMarkup(element: Element, context: BodyContext): string {
  const { refused } = context;
  if (element.name === 'w:altChunk')
    throw refused('a part that is another file', 'open it in the word processor, and save it again');
  return tableMarkup(element, {
    cell: (cell) => bodyMarkup(cell, context),
    isColoured: context.styles.isColoured,
    undecided: () => refused('a cell that is deleted or merged, but not yet', ACCEPT),
  });
}

interface Paragraph {
  readonly tag: string;
  readonly align: string | undefined;
  readonly number: string;
  readonly ground: Ground | undefined;
  readonly text: string;
  readonly boxes: string;
}

function paragraphOf(paragraph: Element, context: BodyContext): Paragraph {
  const properties = at(paragraph, 'w:pPr');
  const { outline, align, numberingId, level, ground, run } = context.styles.paragraphOf(properties);
  const number = numberingId === undefined ? undefined : context.numbering(numberingId, level ?? 0);
  const isHidden = context.styles.runOf(at(properties, 'w:rPr'), run).vanish === true;
  return {
    tag: outline === undefined ? 'p' : `h${Math.min(LAST_HEADING, outline + FIRST_HEADING)}`,
    align,
    ground,
    number: number === undefined ? '' : inLook(`${escaped(number)} `, { vanish: isHidden }),
    text: inlineMarkup(paragraph, { ...context, fields: [], run }),
    boxes: boxesIn(paragraph)
      .map((box) => `<div${UNKNOWN_GROUND}>${bodyMarkup(box, context)}</div>\n`)
      .join(''),
  };
}

function paragraphMarkup({ tag, align, number, ground, text, boxes }: Paragraph): string {
  const style = align === 'center' || align === 'right' || align === 'end' ? ` align="${align}"` : '';
  // The number of an item without text is printed, and is no value of a cell.
  return `<${tag}${style}${groundAttribute(ground)}>${text === '' ? '' : number}${text}</${tag}>\n${boxes}`;
}

interface InlineContext extends BodyContext {
  readonly fields: FieldState;
  readonly run: RunLook;
}

function inlineMarkup(element: Element, context: InlineContext): string {
  return childrenOf(element)
    .map((child) => {
      if (child.name === 'w:r') {
        const look = context.styles.runOf(at(child, 'w:rPr'), context.run);
        return inLook(runText(child, context, look.font), look);
      }
      if (FORMULAS.has(child.name) || printsItself(child.attribs['w:instr'] ?? '')) return PICTURE;
      if (child.name === 'w:bdo' && child.attribs['w:val'] === 'rtl')
        return `<bdo dir="rtl">${inlineMarkup(child, context)}</bdo>`;
      const isText = !DELETED.has(child.name) && child.name !== 'w:pPr' && child.name !== 'w:sdtPr';
      return isText ? inlineMarkup(child, context) : '';
    })
    .join('');
}

function boxesIn(paragraph: Element): readonly Element[] {
  return childrenOf(paragraph).flatMap((child) => (DELETED.has(child.name) ? [] : textBoxesIn(child)));
}

/** Whether the mark that ends a paragraph is deleted. */
function isJoined(paragraph: Element): boolean {
  const mark = at(paragraph, 'w:pPr', 'w:rPr');
  return at(mark, 'w:del') !== undefined || at(mark, 'w:moveFrom') !== undefined;
}
