import { docxSource } from '../../../pipeline/extract/docx/source.ts';
import { linesOf } from '../../../pipeline/page/source.ts';
import { tableTexts } from '../../../pipeline/page/table.ts';
import { textOf } from '../../../pipeline/page/token.ts';
import { madeUpDocx, type OtherParts } from './made-up-docx.ts';

/** The lines of a document, each with the kind of its block. */
export function lines(body: string, others?: OtherParts): readonly string[] {
  return docxSource(madeUpDocx(body, others), 'made-up.docx').pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => linesOf(block).map(({ tokens }) => `${block.kind}: ${textOf(tokens)}`)),
  );
}

/** The texts of the rows of its tables. */
export function cells(body: string, others?: OtherParts): readonly (readonly string[])[] {
  const { pages } = docxSource(madeUpDocx(body, others), 'made-up.docx');
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? tableTexts(block) : [])),
  );
}
