import { type BuildSummary, build as buildFrom } from '../build.ts';
import { extractByPlaces } from '../extract/extract.ts';
import type { PageRange } from '../extract/pdf/source.ts';
import { sha256 } from '../page/sha256.ts';
import type { Source } from '../page/source.ts';
import { type Drafted, drafted } from './draft/drafted.ts';
import { openDocument, openSource } from './folders.ts';

export type { BuildSummary } from '../build.ts';
export type { PageRange } from '../extract/pdf/source.ts';
export { type Finding, type FindingKind, type Place, renderFinding, SourceFault } from '../page/finding.ts';
export type { Box, Span } from '../page/place.ts';
export type { Block, Furniture, Page, Paragraph, Source, Unit, UnseenInk } from '../page/source.ts';
export { type Cell, cellText, type Table, type ToldBy, tableTexts } from '../page/table.ts';
export type { Hidden, Line, Print, Token } from '../page/token.ts';
export type { Drafted } from './draft/drafted.ts';

/** A file: its name, which tells its kind and is used in messages, and its bytes. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Everything that is printed in a file, page by page, with its place: lines, tables with their cells, furniture, and what
 * nobody can see. Nothing is declared for it. Throws a `SourceFault` where the file cannot be read.
 *
 *     const { pages } = await look({ name: 'report.pdf', bytes });
 *     for (const { blocks } of pages) for (const block of blocks) if (block.kind === 'table') console.log(tableTexts(block));
 */
export function look({ name, bytes }: NamedFile, pages?: PageRange): Promise<Source> {
  return extractByPlaces(bytes, name, { range: pages });
}

/**
 * The declarations of a document as they are drafted from what is seen in a file: the files of its folder by their paths.
 * Nothing is written. `document` is the name of the folder that they are meant for.
 */
export async function draft(file: NamedFile, document: string, pages?: PageRange): Promise<Drafted> {
  const source = await look(file, pages);
  return drafted({
    id: document,
    source,
    file: { file: file.name.replace(/^.*[\\/]/, ''), sha256: sha256(file.bytes) },
  });
}

/**
 * Builds a document from its folder: reads its source, proves it, and replaces the folder `out`, all or nothing. Throws a
 * `SourceFault` with every finding where the source or a declaration is at fault; `out` is then as it was.
 *
 * @param folder the folder with document.yaml, as a path such as `./sources/rain`
 * @param source a file to read in place of the one that the document names
 */
export function build(folder: string, out: string, source?: string): Promise<BuildSummary> {
  const path = /[/\\]/.test(folder) ? folder : `./${folder}`;
  const document = openDocument(path);
  return buildFrom(openSource(source, document), document, out, () => undefined, {});
}
