import type { Element } from 'domhandler';
import { hiddenIn } from '../../page/hidden-characters.ts';
import type { Block } from '../../page/source.ts';
import type { Line } from '../../page/token.ts';
import { columnedSource } from '../columned-text.ts';
import type { UnwrittenLine } from '../source-text.ts';
import { plainCharacters } from '../text-file.ts';
import { WIDE_SPACE } from '../wide-characters.ts';
import type { UnwrittenBlock } from './block.ts';
import { flow, type Sink } from './flow.ts';
import type { Look } from './look.ts';
import type { StyleSheet } from './stylesheet.ts';

/** Elements whose letters are all as wide, and whose spaces and line ends stand as they are written. */
const KEPT = new Set('pre listing plaintext xmp'.split(' '));
/** The font that browsers give them where no style names another. */
const MONOSPACED = 'monospace';
const MONO = /mono|courier|consol|menlo|typewriter|fixed|terminal|inconsolata|\bcode\b/i;
const ENDS_IN_DIGIT = /\p{Nd}$/u;
const BEGINS_WITH_DIGIT = /^\p{Nd}/u;

/**
 * The blocks of a text that keeps its columns, `<pre>`, with its tables and paragraphs, as in a file of text. Undefined
 * where it holds more than plain text: a mark that is raised has no place in its columns.
 */
export function keptBlocks(
  element: Element,
  look: Look,
  sheet: StyleSheet,
  file: string,
): readonly UnwrittenBlock[] | undefined {
  const text = KEPT.has(element.name) && look.isKept ? plainTextIn(element, look, sheet) : undefined;
  if (text === undefined || hiddenIn(text) !== undefined) return undefined;
  const blocks = columnedSource(text, file).pages.flatMap((page) => page.blocks);
  return blocks.map((block, index) => unwritten(block, index === 0 && !look.isCentred));
}

/** What stands in an element, where all of it is printed alike; undefined where it is not. */
function plainTextIn(element: Element, outer: Look, sheet: StyleSheet): string | undefined {
  let text = '';
  const font = sheet.of(element).get('font-family') ?? MONOSPACED;
  let before = outer;
  let isPlain = outer.print.hidden === undefined && isMonospaced(font);
  const other = (): void => {
    isPlain = false;
  };
  const sink: Sink = {
    text: (own, look) => {
      // A digit that is a link of its own is no digit of the number before it.
      const isMark = look.apart !== before.apart && ENDS_IN_DIGIT.test(text) && BEGINS_WITH_DIGIT.test(own);
      text += own;
      isPlain &&= own.trim() === '' || (isAlike(look, outer) && !isMark);
      before = look;
    },
    lineEnd: () => {
      text += '\n';
    },
    edge: other,
    table: other,
    picture: other,
    adornment: other,
    within: (_, put) => put(),
    kept: () => false,
  };
  flow(element, outer, sheet, sink);
  return isPlain ? plainCharacters(text, WIDE_SPACE) : undefined;
}

function isMonospaced(fonts: string): boolean {
  return MONO.test(fonts.split(',')[0] ?? '');
}

function isAlike({ print, moved, isTurned, isFromRight, isKept, font }: Look, outer: Look): boolean {
  return (
    print.hidden === undefined &&
    print.stands === 'level' &&
    !print.struck &&
    print.size === outer.print.size &&
    moved === outer.moved &&
    !isTurned &&
    !isFromRight &&
    isKept &&
    (font === outer.font || isMonospaced(font))
  );
}

function unwritten(block: Block, begins: boolean): UnwrittenBlock {
  if (block.kind === 'table') {
    const { rows, columns, headRows, rowsToldBy, columnsToldBy } = block;
    const cells = block.cells.map(({ row, column, rowSpan, columnSpan, lines }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      lines: lines.flatMap(partedLine),
    }));
    return {
      kind: 'table',
      table: { rows, columns, headRows, isFromRight: false, cells },
      rowsToldBy,
      columnsToldBy,
    };
  }
  const lines = block.lines.map(({ tokens }) => withoutPlaces(tokens));
  return { kind: block.kind, lines, begins: block.kind === 'paragraph' && (begins || block.begins === true) };
}

/** A line of a cell without places; digits that stand further apart than by a space begin one of their own. */
function partedLine({ tokens }: Line): readonly UnwrittenLine[] {
  const lines: Line['tokens'][number][][] = [];
  for (const token of tokens) {
    const last = lines.at(-1);
    const before = last?.at(-1);
    const apart = (token.box?.left ?? 0) - (before?.box?.right ?? Infinity);
    const isApart = apart > 1 && ENDS_IN_DIGIT.test(before?.text ?? '') && BEGINS_WITH_DIGIT.test(token.text);
    if (last === undefined || isApart) lines.push([token]);
    else last.push(token);
  }
  return lines.map(withoutPlaces);
}

function withoutPlaces(tokens: Line['tokens']): UnwrittenLine {
  return {
    tokens: tokens.map(({ span: _, ...token }) => ({ ...token, box: undefined })),
    box: undefined,
    baseline: undefined,
  };
}
