import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fault } from '../../page/finding.ts';
import { hiddenIn } from '../../page/hidden-characters.ts';
import type { Source } from '../../page/source.ts';
import type { InkPage, InkToken, Rule } from '../layout/ink.ts';
import { type GriddedPage, withGrids } from '../layout/page.ts';
import { sourceOfGrids } from '../layout/source.ts';
import { actualTextsIn } from './actual-text.ts';
import { entriesOf, type RawObjects, referred } from './dictionaries.ts';
import type { PageInk } from './drawing/ink.ts';
import { type ReadableInk, readableInk } from './drawing/readable.ts';
import { BrokenPage, drawnPage, type FileParts, structureOf } from './drawn-page.ts';
import { UnreadableFont } from './fonts.ts';
import { objectsIn } from './objects.ts';
import { openPdf, unreadable } from './open.ts';
import { contentStreams, hasContent, lackOf } from './streams.ts';
import { tableMarks } from './table-marks.ts';
import { taggedTables } from './tags.ts';
import { sidewaysTokens, tokensOf } from './tokens.ts';
import { unnamedFonts } from './unnamed-fonts.ts';

const NO_INK = /\/Separation\s*\/None\b|\/DeviceN\s*\[\s*(?:\/None\s*)+\]/;
const OVERPRINTS = /\/(?:OP|op)\s+true\b/;
/** A bullet may have no name, a text must have. */
const MOST_NAMELESS = 0.03;

/** Which pages of a file are read, both 1-based and read themselves. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a PDF by the places of its glyphs: every page with its tables, paragraphs and furniture, and their text.
 *
 * Throws a finding when the file is no PDF, is damaged or encrypted, or holds pictures of text only.
 */
export async function readPdf(bytes: Uint8Array, file: string, range?: PageRange): Promise<Source> {
  const { document, brokenOff, close } = await openPdf(bytes, file);
  try {
    const objects = objectsIn(bytes);
    refuseNoInk(objects, file);
    refuseDrawnByProgram(objects, file);
    const mayBeInTables = tableMarks(objects);
    const pages: GriddedPage[] = [];
    const notes: string[] = [];
    const streams = { all: new Set<number>(), blank: new Set<number>(), broken: new Set<number>() };
    const shared: FileParts = {
      shownOf: await layersOf(document, objects),
      overprints: [...objects.values()].some((text) => OVERPRINTS.test(text)),
      fonts: new Map(),
      unnamed: unnamedFonts(objects),
      objects,
      actualTexts: actualTextsIn(contentStreams(bytes, objects, streams), objects),
      brokenOff,
    };
    const last = Math.min(range?.last ?? document.numPages, document.numPages);
    let letters = 0;
    let nameless = 0;
    for (let number = range?.first ?? 1; number <= last; number += 1) {
      const page = await document.getPage(number);
      const lack = lackOf(page.ref?.num, objects, streams);
      if (lack !== undefined) throw new BrokenPage(number, lack);
      const drawn = await drawnPage(page, shared);
      if (drawn.isEmpty && hasContent(page.ref?.num, objects, streams))
        throw new BrokenPage(number, 'nothing of its content is an operator');
      const ink = readableInk(drawn.ink);
      const gridded = withGrids(inkPage(drawn.ink, ink, number));
      const isTagged = drawn.isMarkedWhole && mayBeInTables(page.ref?.num, marksOf(gridded.free));
      const tagged = isTagged ? taggedTables(await structureOf(page)) : [];
      page.cleanup();
      letters += ink.glyphs.length + ink.turned.length;
      nameless += drawn.nameless;
      if (drawn.isRecognised) notes.push(recognised(number));
      pages.push({ ...gridded, ink: { ...gridded.ink, tagged } });
    }
    if (letters === 0 && range === undefined) throw noText(file);
    if (nameless > MOST_NAMELESS * letters) throw withoutCharacters(file);
    const source = sourceOfGrids(pages, file, 'point', notes);
    refuseHidden(source);
    return source;
  } catch (error) {
    if (error instanceof UnreadableFont) throw withoutFont(file, error);
    throw error instanceof BrokenPage ? withoutEnd(file, error) : unreadable(error, file);
  } finally {
    await close();
  }
}

/**
 * Tells when a layer is seen: as it is switched, on the screen, and in print. Some say of themselves that the one shows
 * them and not the other, or that they are for one language or one size on the screen, and programs differ in whether
 * they heed that.
 */
async function layersOf(document: PDFDocumentProxy, objects: RawObjects): Promise<FileParts['shownOf']> {
  const switched = switchedLayers(objects);
  const ways = await Promise.all(
    ['any', 'display', 'print'].map((intent) => document.getOptionalContentConfig({ intent })),
  );
  return (layer) => {
    if (switched.length > 0 && switched.some((id) => JSON.stringify(layer)?.includes(id))) return 'at times';
    const shown = ways.filter((way) => way.isVisible(layer)).length;
    if (shown === 0) return 'never';
    return shown === ways.length ? 'always' : 'at times';
  };
}

/** The names, as pdf.js writes them, of layers that programs switch by the language or by how large the page is shown. */
function switchedLayers(objects: RawObjects): readonly string[] {
  return [...objects].flatMap(([number, text]) => {
    const own = entriesOf(text);
    if (own.get('Type') !== '/OCG') return [];
    const usage = entriesOf(referred(own.get('Usage'), objects));
    return usage.has('Zoom') || usage.has('Language') ? [`"${number}R`] : [];
  });
}

function recognised(page: number): string {
  return `page ${page} is a picture; the text that was recognised in it is read, and nobody sees it`;
}

function marksOf(tokens: readonly InkToken[]): ReadonlySet<number> {
  return new Set(tokens.flatMap(({ mark }) => (mark >= 0 ? [mark] : [])));
}

/** A page before its tags are asked for. */
function inkPage(drawn: PageInk, ink: ReadableInk, number: number): InkPage {
  const unseen = drawn.glyphs.filter(({ hidden }) => hidden !== undefined);
  const dotted = ink.dots.flatMap(({ left, right, top, bottom }): Rule[] => [
    { axis: 'upright', at: (left + right) / 2, from: top, to: bottom },
    { axis: 'level', at: (top + bottom) / 2, from: left, to: right },
  ]);
  return {
    number,
    width: ink.width,
    height: ink.height,
    tokens: tokensOf(ink),
    sideways: sidewaysTokens(ink.turned),
    unseen: [
      ...tokensOf({ glyphs: unseen, rules: [] }),
      ...tokensOf({ glyphs: ink.struck, rules: [] }).map(struckOut),
      ...sidewaysTokens(drawn.turned.filter(({ hidden }) => hidden !== undefined)),
    ],
    rules: [...ink.rules, ...dotted],
    fills: ink.fills,
    drawn: [
      ...ink.specks.map(({ box }) => ({ box, isPicture: false })),
      ...ink.pictures.map((box) => ({ box, isPicture: true })),
    ],
    tagged: [],
  };
}

function struckOut(token: InkToken): InkToken {
  return { ...token, print: { ...token.print, struck: true } };
}

function refuseHidden({ file, text }: Source): void {
  const hidden = hiddenIn(text.replaceAll('\ufffd', ''));
  if (hidden === undefined) return;
  const found = `the control character ${hidden.name}`;
  const action = 'export the PDF again, with its text searchable';
  throw fault({ kind: 'pdf', place: { file }, expected: 'plain text', found, action });
}

/** pdf.js draws in an ink that prints nothing what nobody sees on paper. */
function refuseNoInk(objects: RawObjects, file: string): void {
  if (![...objects.values()].some((text) => NO_INK.test(text))) return;
  const found = 'an ink that is told to print nothing (/None)';
  const action = 'print it to a new PDF';
  throw fault({ kind: 'pdf', place: { file }, expected: 'inks that are printed', found, action });
}

/** Some programs draw such a form anew, and others show the pages, which may hold anything. */
function refuseDrawnByProgram(objects: RawObjects, file: string): void {
  if (![...objects.values()].some((text) => /\/NeedsRendering\s+true\b/.test(text))) return;
  const found = 'a form that programs draw in place of its pages (XFA)';
  const action = 'print it to a new PDF';
  throw fault({ kind: 'pdf', place: { file }, expected: 'pages that say what is seen', found, action });
}

/** Such a file may be whole: its font may need another one, or a table of characters, that this machine has not. */
function withoutFont(file: string, { message }: UnreadableFont): Error {
  return fault({
    kind: 'pdf',
    place: { file },
    expected: 'fonts that say which characters their letters are',
    found: `one that does not (${message.split('\n')[0] ?? ''})`,
    action: 'print it to a new PDF, or export its text',
  });
}

/** Programs that show or print such a page do so as far as they can. */
function withoutEnd(file: string, { message }: BrokenPage): Error {
  return fault({
    kind: 'pdf',
    place: { file },
    expected: 'a whole PDF',
    found: `a damaged one (${message.split('\n')[0] ?? ''})`,
    action: 'fetch the file again, or print it to a new PDF and compare that with the page',
  });
}

function withoutCharacters(file: string): Error {
  return fault({
    kind: 'pdf',
    place: { file },
    expected: 'letters that name their characters',
    found: 'fonts without a table of characters',
    action: 'export the PDF again, with its text searchable',
  });
}

function noText(file: string): Error {
  return fault({
    kind: 'pdf',
    place: { file },
    expected: 'a PDF with a text layer',
    found: 'pictures of pages',
    action: 'run the scan through text recognition first',
  });
}
