import type { Document } from 'domhandler';
import { fault } from '../../page/finding.ts';
import type { Block, Source } from '../../page/source.ts';
import { SourceText } from '../source-text.ts';
import type { UnwrittenBlock } from './block.ts';
import { blocksIn, type ReadPage } from './blocks.ts';
import { nameBoxTables } from './box-tables.ts';
import { decodedPage } from './characters.ts';
import { otherSheets, styleSheetOf } from './stylesheet.ts';
import { elementsOf, partOf, selected, treeOf } from './tree.ts';
import { htmlOfXml } from './xml-page.ts';

/** Browsers read such a file as XML, and all others as HTML, whatever they say of themselves. */
const XML = /\.xht(?:ml?)?$/i;

/** What is known of a page of HTML besides its bytes. */
export interface Markup {
  /** The charset, as the sender or the declaration names it. */
  readonly charset?: string | undefined;
  /** The CSS selector of the one element that is the document; all of the page where none is declared. */
  readonly part?: string | undefined;
}

/**
 * Reads a page of HTML as a person sees it in a browser: one page without places, its tables with the cells that the
 * markup names.
 *
 * Throws a finding when its characters cannot be read, when it holds no text, or when the declared part is not there.
 */
export function htmlSource(bytes: Uint8Array, file: string, { charset, part }: Markup = {}): Source {
  const page = decodedPage(bytes, file, charset);
  return sourceOfMarkup(XML.test(file) ? htmlOfXml(page, file) : page, file, part);
}

/** The same for markup whose characters are known. */
export function sourceOfMarkup(html: string, file: string, part?: string): Source {
  const tree = treeOf(html, file);
  const own = part === undefined ? undefined : partOf(tree, part, file);
  const sheet = styleSheetOf(tree);
  nameBoxTables(tree, sheet);
  const read = elementsOf(tree).map((root) => blocksIn(root, { sheet, part: own, file }));
  const blocks = read.flatMap((each) => each.blocks);
  if (!blocks.some(({ kind }) => kind === 'paragraph' || kind === 'table')) {
    throw fault({
      kind: 'file',
      place: { file },
      expected: 'a page of HTML with text',
      found: 'none that is seen',
      ...(selected(tree, 'frame, iframe, script')?.length !== 0 && {
        action:
          'what frames show and scripts write is not read: save the page as a browser shows it, or the page of the frame',
      }),
    });
  }
  const writer = new SourceText();
  const written = blocks.map((block) => writtenBlock(block, writer));
  const notes = [...unreadParts(tree), ...unknownRules(sheet.unknown), ...lostIn(read)];
  const page = {
    number: 1,
    width: 0,
    height: 0,
    span: { start: 0, end: writer.text.length },
    blocks: written,
  } as const;
  return { file, unit: 'none', text: writer.text, notes, pages: [page] };
}

/** What the page shows that stands in other files. */
function unreadParts(tree: Document): readonly string[] {
  const links = otherSheets(tree);
  const frames = (selected(tree, 'iframe, frame, object[data], embed[src]') ?? []).length;
  return [
    ...(links === 0
      ? []
      : [
          `${links} linked style sheets of the page are not read: what they hide is read, and what they print is not`,
        ]),
    ...(frames === 0
      ? []
      : [`${frames} frames of the page are not read: what they show stands in other files`]),
  ];
}

/** What the page shows in its text that is no text, and what it holds and does not show. */
function lostIn(read: readonly ReadPage[]): readonly string[] {
  const drawn = read.flatMap((each) => each.drawn);
  const hidden = read.flatMap((each) => each.hidden);
  return [
    ...(drawn.length === 0
      ? []
      : [`what is drawn in running text and is no text is not read: ${counted(drawn)}`]),
    ...(hidden.length === 0
      ? []
      : [`text with numbers that is not shown is not read: ${counted(hidden.map((text) => `"${text}"`))}`]),
  ];
}

function unknownRules(selectors: readonly string[]): readonly string[] {
  return selectors.length === 0
    ? []
    : [`what style sheets say of elements that they name in this way is not read: ${counted(selectors)}`];
}

/** The first of a list, and how many others there are. */
function counted([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}

function writtenBlock(block: UnwrittenBlock, writer: SourceText): Block {
  if (block.kind !== 'table') {
    const { kind, begins } = block;
    const lines = block.lines.map((line) => writer.line(line));
    return kind === 'paragraph' ? { kind, begins, lines, box: undefined } : { kind, lines, box: undefined };
  }
  const { rows, columns, headRows, isFromRight, cells } = block.table;
  return {
    kind: 'table',
    rows,
    columns,
    cells: writer.cells(cells).map((cell) => ({ ...cell, box: undefined })),
    headRows,
    rowsToldBy: block.rowsToldBy,
    columnsToldBy: block.columnsToldBy,
    ...(isFromRight && { isFromRight }),
    box: undefined,
  };
}
