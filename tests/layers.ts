import { readPdf } from '../pipeline/extract/pdf/source.ts';
import { layerOf } from '../pipeline/extract/source-layer.ts';
import { readTextFile } from '../pipeline/extract/text-file.ts';
import type { TextLayer } from '../pipeline/extract/text-layer.ts';
import { sourceOfText } from '../pipeline/extract/text-source.ts';
import { textOf } from '../pipeline/page/token.ts';

/** The text layer of a PDF, with what was left out of it: running heads and page numbers. */
export interface PdfLayer extends TextLayer {
  readonly furniture: readonly { readonly page: number; readonly text: string }[];
}

export async function pdfLayer(bytes: Uint8Array, file: string): Promise<PdfLayer> {
  const source = await readPdf(bytes, file);
  const furniture = source.pages.flatMap(({ number, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'furniture'
        ? block.lines.map(({ tokens }) => ({ page: number, text: textOf(tokens) }))
        : [],
    ),
  );
  return { ...layerOf(source), furniture };
}

/** The text layer of a text file. */
export function fileLayer(bytes: Uint8Array, file: string): TextLayer {
  return layerOf(readTextFile(bytes, file));
}

/** A text as a layer, with nothing taken out of it. */
export function plainLayer(text: string, file: string): TextLayer {
  return layerOf(sourceOfText(text, file));
}
