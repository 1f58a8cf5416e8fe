import type { Element } from 'domhandler';
import { escaped } from './markup.ts';
import type { RunLook } from './styles.ts';
import { at, childrenOf } from './xml.ts';

/** Something that is printed and is no text: a picture, a formula, a sign of a font of signs. */
export const PICTURE = '<img>';
/** A tab parts what stands before and behind it further than a space in a number. */
const TAB = '&emsp;&emsp;';
const HYPHEN = '\u2011';
/** Fonts of signs keep theirs where no characters are. */
const SIGNS = /[\ue000-\uf8ff]/g;

/** Where the reading of a paragraph stands in a field: its instruction is not printed, its result is. */
export type FieldState = ('instruction' | 'result')[];

/** What the notes of a document are counted by. */
export type NoteMark = (kind: 'footnote' | 'endnote', id: string, isCustom: boolean) => string;

/** The text of a run as markup; `fields` goes on from run to run. */
export function runText(run: Element, fields: FieldState, noteMark: NoteMark): string {
  return childrenOf(run)
    .map((part) => {
      if (part.name === 'w:fldChar') {
        stepInField(part.attribs['w:fldCharType'], fields);
        return '';
      }
      return fields.includes('instruction') ? '' : partText(part, noteMark);
    })
    .join('');
}

function stepInField(type: string | undefined, fields: FieldState): void {
  if (type === 'begin') fields.push('instruction');
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
  else if (type === 'end') fields.pop();
}

function partText(part: Element, noteMark: NoteMark): string {
  switch (part.name) {
    case 'w:t':
      return textIn(part);
    case 'w:tab':
    case 'w:ptab':
      return TAB;
    case 'w:br':
    case 'w:cr':
      return '<br>';
    case 'w:noBreakHyphen':
      return HYPHEN;
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const kind = part.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      return noteMark(kind, part.attribs['w:id'] ?? '', part.attribs['w:customMarkFollows'] !== undefined);
    }
    case 'w:sym':
    case 'w:object':
      return PICTURE;
    case 'w:drawing':
    case 'w:pict':
    case 'mc:AlternateContent':
      return hasTextBox(part) ? '' : PICTURE;
    default:
      return '';
  }
}

function textIn(element: Element): string {
  const text = element.children.map((child) => ('data' in child ? child.data : '')).join('');
  const isKept = element.attribs['xml:space'] === 'preserve';
  return escaped(isKept ? text : text.trim()).replace(SIGNS, PICTURE);
}

/** The text of a box is read behind the paragraph that it is tied to. */
function hasTextBox(drawing: Element): boolean {
  return textBoxesIn(drawing).length > 0;
}

export function textBoxesIn(element: Element): readonly Element[] {
  if (element.name === 'w:txbxContent') return [element];
  if (element.name === 'mc:AlternateContent') {
    // The same box in two ways of writing it.
    const chosen = at(element, 'mc:Choice') ?? at(element, 'mc:Fallback');
    return chosen === undefined ? [] : textBoxesIn(chosen);
  }
  return childrenOf(element).flatMap(textBoxesIn);
}

/** Text with the tags that say how it is printed. */
export function inLook(text: string, { vanish, struck, align, position = 0 }: RunLook): string {
  if (text === '') return '';
  const isRaised = align === 'superscript' || (align === undefined && position > 0);
  const isLowered = align === 'subscript' || (align === undefined && position < 0);
  const stands = isRaised ? wrapped('sup', text) : isLowered ? wrapped('sub', text) : text;
  const lined = struck === true ? wrapped('s', stands) : stands;
  return vanish === true ? `<span hidden>${lined}</span>` : lined;
}

function wrapped(tag: string, text: string): string {
  return `<${tag}>${text}</${tag}>`;
}
