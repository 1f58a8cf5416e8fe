import type { Element } from 'domhandler';
import { fault } from '../../page/finding.ts';
import { hiddenIn } from '../../page/hidden-characters.ts';
import type { UnwrittenBlock } from './block.ts';
import { ADORNMENT, flow, type Sink } from './flow.ts';
import { keptBlocks } from './kept-text.ts';
import { gatherLines } from './lines.ts';
import { type Look, lookOf, PLAIN_LOOK } from './look.ts';
import { SETTINGS } from './settings.ts';
import type { StyleSheet } from './stylesheet.ts';
import { type Looking, readTable } from './table.ts';
import { elementsOf } from './tree.ts';

const DIGIT = /\p{Nd}/u;
/** Marks that say from where the text behind them is read: what they change is known, and they print nothing. */
const DIRECTIONS = /[\u061c\u200e\u200f]/g;
const SHOWN = SETTINGS.shown.value;

/** What is known of a page besides its tree. */
interface PageStyle {
  readonly sheet: StyleSheet;
  /** The element that is the document; all of the page is where there is none. */
  readonly part: Element | undefined;
  /** Named in findings. */
  readonly file: string;
}

/** What stands in a page, and what of its document is lost to who reads text. */
export interface ReadPage {
  readonly blocks: readonly UnwrittenBlock[];
  /** What is drawn in running text and is no text: `a formula behind "the share is"`. */
  readonly drawn: readonly string[];
  /** Text with numbers that the page does not show. */
  readonly hidden: readonly string[];
}

/** Reads a page in reading order; blocks around the document's own part are furniture, hidden ones come last. */
export function blocksIn(root: Element, { sheet, part, file }: PageStyle): ReadPage {
  const blocks: UnwrittenBlock[] = [];
  const drawn: string[] = [];
  const hidden: string[] = [];
  let before = '';
  const lines = gatherLines(false);
  const unseen = gatherLines(false);
  let isWithin = part === undefined;
  let first: Look | undefined;
  const flush = (): void => {
    const own = lines.taken();
    const kind = isWithin ? 'paragraph' : 'furniture';
    if (own.length > 0) blocks.push({ kind, lines: own, begins: first?.isCentred === false });
    first = undefined;
  };
  const within = (element: Element, put: () => void): void => {
    if (element === part) flush();
    isWithin ||= element === part;
    put();
    if (element === part) flush();
    isWithin &&= element !== part;
  };
  const walk = ({ element, look }: Looking): void =>
    within(element, () => {
      flow(element, look, sheet, sink);
      flush();
    });
  const table = (element: Element, look: Look): void => {
    flush();
    for (const caption of elementsOf(element).filter(({ name }) => name === 'caption'))
      walk({ element: caption, look: lookOf(caption, look, sheet) });
    const reading = readTable(element, look, {
      sheet,
      isSetting: !isWithin,
      seen: (text, own) => refuseUnreadable(text, own, file),
    });
    for (const each of reading.gone) {
      walk(each);
      unseen.end();
    }
    if (reading.kind === 'setting') {
      for (const cell of reading.cells) walk(cell);
    } else {
      for (const { text, look: own } of reading.unseen) hide(text, own);
      blocks.push({
        kind: 'table',
        table: reading.table,
        rowsToldBy: 'marked up',
        columnsToldBy: 'marked up',
      });
    }
  };
  const hide = (text: string, look: Look): void => {
    if (isWithin && DIGIT.test(text)) hidden.push(text.trim());
    unseen.add(text, look);
  };
  const sink: Sink = {
    text: (text, look) => {
      if (look.print.hidden !== undefined) {
        hide(text, look);
        return;
      }
      if (isWithin) refuseUnreadable(text, look, file);
      if (text.trim() !== '') {
        first ??= look;
        before = text.trim();
      }
      lines.add(text, look);
    },
    lineEnd: ({ isGone }) => (isGone ? unseen : lines).end(),
    edge: ({ isGone }) => (isGone ? unseen.end() : flush()),
    picture: (look, what) => {
      if (look.print.hidden !== undefined) return;
      lines.drawn(what);
      if (isWithin) drawn.push(before === '' ? what : `${what} behind "${before.slice(-SHOWN)}"`);
    },
    adornment: (look, what) => {
      if (look.print.hidden === undefined && what !== ADORNMENT) lines.drawn(what);
    },
    table: (element, look) => within(element, () => table(element, look)),
    within,
    kept: (element, look) => {
      const kept = isWithin ? keptBlocks(element, look, sheet, file) : undefined;
      if (kept === undefined) return false;
      flush();
      blocks.push(...kept);
      return true;
    },
  };
  walk({ element: root, look: lookOf(root, PLAIN_LOOK, sheet) });
  const notShown = unseen.taken();
  const last = notShown.length === 0 ? [] : [{ kind: 'unseen', lines: notShown, begins: false } as const];
  return { blocks: [...blocks, ...last], drawn, hidden };
}

/** A character that nobody sees, the sign for one that was lost, and text that is printed turned round, are no text. */
function refuseUnreadable(text: string, { isTurned }: Look, file: string): void {
  const turned = isTurned
    ? { at: 0, name: `of "${text.trim()}", whose direction is turned round` }
    : undefined;
  const hidden = hiddenIn(text.replace(DIRECTIONS, '')) ?? turned;
  if (hidden === undefined || text.trim() === '') return;
  const before = text.slice(Math.max(0, hidden.at - 20), hidden.at).trim();
  const where = before === '' ? '' : ` behind "${before}"`;
  throw fault({
    kind: 'encoding',
    place: { file },
    expected: 'text without control characters, bidi marks and lost characters',
    found: `the character ${hidden.name}${where}`,
    action: 'correct the page, or the charset that is declared for it',
  });
}
