import type { Element } from 'domhandler';
import { inFont } from '../fonts-of-signs.ts';
import { markupText } from '../html/tree.ts';
import { pointsOf } from './run-look.ts';
import { SETTINGS } from './settings.ts';
import { at, childrenOf } from './xml.ts';

/** Something that is printed and is no text: a picture, a formula, a sign of a font of signs. */
export const PICTURE = '<img>';
/** A tab parts what stands before and behind it further than a space in a number. */
const TAB = '&emsp;&emsp;';
const HYPHEN = '\u2011';
const SOFT_HYPHEN = '\u00ad';
/** Fonts of signs keep theirs where no characters are. */
const SIGN = '\ue000';
const SIGNS = /[\ue000-\uf8ff]/g;

/** Where the reading of a paragraph stands in a field: its instruction is not printed, its result is. */
export type FieldState = { stage: 'instruction' | 'result'; instruction: string }[];

/** What is no print of a run: how it looks, where a page was broken, and what is printed elsewhere. */
const SILENT = new Set(
  `w:rPr w:lastRenderedPageBreak w:annotationRef w:commentReference w:footnoteRef w:endnoteRef w:separator w:delText
w:continuationSeparator w:instrText w:delInstrText w:fldChar w14:conflictIns`.split(/\s+/),
);
/** Fields that print nothing where they have no result: entries of an index, what is asked of whoever prints. */
const UNPRINTED = /^\s*(?:$|(?:TC|XE|RD|TA|SET|ASK|FILLIN|PRIVATE|NEXT|NEXTIF|SKIPIF)\b)/i;
/** Fields that print what the file does not hold as their result: a formula, a number that is counted, a form. */
const PRINTED =
  /^\s*(?:EQ|SYMBOL|LISTNUM|AUTONUM\w*|FORMCHECKBOX|FORMDROPDOWN|ADVANCE|MACROBUTTON|GOTOBUTTON)\b/i;
/** Fields whose result is reckoned anew whenever the document is opened or printed: what the file holds is an old one. */
const REFRESHED =
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|DATE|TIME|EDITTIME|FILESIZE|NUMCHARS|NUMWORDS)\b/i;
/** What the notes of a document are counted by. */
export type NoteMark = (kind: 'footnote' | 'endnote', id: string, isCustom: boolean) => string;

/** What the runs of a paragraph have in common. */
interface RunContext {
  /** Goes on from run to run. */
  readonly fields: FieldState;
  readonly noteMark: NoteMark;
}

/**
 * The text of a run as markup, in a font. Of letters that are set into two lines of one, or squeezed into no room, nobody
 * can tell in which order they are read.
 */
export function runText(run: Element, context: RunContext, font: string | undefined): string {
  const text = partsText(run, context, font);
  return text !== '' && isSqueezed(run, text) ? PICTURE + text : text;
}

function isSqueezed(run: Element, text: string): boolean {
  const properties = at(run, 'w:rPr');
  const combined = at(properties, 'w:eastAsianLayout')?.attribs['w:combine'] ?? '0';
  const room = pointsOf(Number(at(properties, 'w:fitText')?.attribs['w:val'] ?? Infinity)) ?? 0;
  return /^(?:1|true|on)$/.test(combined) || room < SETTINGS.leastRoom.value * text.length;
}

function partsText(run: Element, context: RunContext, font: string | undefined): string {
  const { fields } = context;
  return childrenOf(run)
    .map((part) => {
      if (part.name === 'w:fldChar')
        return stepInField(part.attribs['w:fldCharType'], fields) + (isStale(part) ? PICTURE : '');
      const field = fields.at(-1);
      if (part.name === 'w:instrText' && field !== undefined) field.instruction += textOf(part);
      return fields.some(({ stage }) => stage === 'instruction') ? '' : partText(part, context, font);
    })
    .join('');
}

/** Steps on in a field, and tells what it prints that is not in the file. */
function stepInField(type: string | undefined, fields: FieldState): string {
  const field = fields.at(-1);
  if (type === 'begin') fields.push({ stage: 'instruction', instruction: '' });
  else if (type === 'separate' && field !== undefined) field.stage = 'result';
  else if (type === 'end') {
    fields.pop();
    if (field?.stage === 'instruction' && !UNPRINTED.test(field.instruction)) return PICTURE;
    if (REFRESHED.test(field?.instruction ?? '')) return PICTURE;
  }
  return '';
}

/** Whether a field prints something that stands nowhere in the file: one of its own, or the result that it has not. */
export function printsUnread(instruction: string, hasResult: boolean): boolean {
  return (
    PRINTED.test(instruction) || REFRESHED.test(instruction) || (!hasResult && !UNPRINTED.test(instruction))
  );
}

/** Whether a field is told to be reckoned anew before it is printed. */
export function isStale({ attribs }: Element): boolean {
  return /^(?:1|true|on)$/.test(attribs['w:dirty'] ?? '');
}

function partText(part: Element, context: RunContext, font: string | undefined): string {
  const { noteMark } = context;
  switch (part.name) {
    case 'w:t':
      return textIn(part, font);
    case 'w:ruby':
      return (['w:rubyBase', 'w:rt'] as const)
        .map((name) => {
          const text = childrenOf(at(part, name), 'w:r')
            .map((run) => runText(run, context, font))
            .join('');
          return name === 'w:rt' && text !== '' ? `<sup>${text}</sup>` : text;
        })
        .join('');
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
      return hasTextBox(part) ? '' : PICTURE;
    case 'w:softHyphen':
      return SOFT_HYPHEN;
    default:
      return SILENT.has(part.name) ? '' : PICTURE;
  }
}

function textOf(element: Element): string {
  return element.children.map(markupText).join('');
}

function textIn(element: Element, font: string | undefined): string {
  const text = inFont(textOf(element), font ?? '', SIGN);
  const isKept = element.attribs['xml:space'] === 'preserve';
  return escaped(isKept ? text : text.trim()).replace(SIGNS, PICTURE);
}

/** The text of a box is read behind the paragraph that it is tied to. */
function hasTextBox(drawing: Element): boolean {
  return textBoxesIn(drawing).length > 0;
}

export function textBoxesIn(element: Element): readonly Element[] {
  if (element.name === 'w:txbxContent') return [element];
  return childrenOf(element).flatMap(textBoxesIn);
}

/** Text as it stands in markup: none of it becomes a tag. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
