import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { sha256 } from '../../pipeline/page/sha256.ts';
import { kept } from '../kept.ts';
import type { CardContent, CardFrame } from './card.ts';
import { CARD, cardDrawing } from './card-drawing.ts';
import { cardFonts, FONT_FAMILY } from './card-fonts.ts';
import { coloured, readPalette } from './palette.ts';

/** Makes the picture of a card: PNG, the same bytes on every machine; undefined where the fonts lack a letter of it. */
export type CardPainter = (content: CardContent, frame: CardFrame) => Uint8Array | undefined;

/** The sign at contradicted points, which a font for text need not have, as a shape of its size. */
const FLAG = { text: /<text([^>]*)>▲<\/text>/g, shape: 'M-8 0.5L-4 -7.5L0 0.5Z' } as const;

/** The engine of this process: it can be started once. */
const ENGINE: { started?: Promise<void> } = {};

/**
 * The painter of the site's cards. It runs as WebAssembly, reads no font of the machine and nothing over the network;
 * what it has painted once is kept by its drawing.
 */
export async function cardPainter(): Promise<CardPainter> {
  const { resolve } = createRequire(import.meta.url);
  const module = readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm'));
  ENGINE.started ??= initWasm(module);
  await ENGINE.started;
  const fonts = cardFonts();
  const palette = readPalette();
  const fontBuffers = [fonts.plain.bytes, fonts.bold.bytes];
  const madeBy = sha256(Buffer.concat([module, ...fontBuffers]));
  return (content, frame) => {
    const svg = coloured(asXml(cardDrawing(content, frame, fonts)), palette);
    const letters = [...new Set(textsOf(svg))];
    if (!letters.every((letter) => fonts.plain.has(letter) && fonts.bold.has(letter))) return undefined;
    return kept('cards', `${sha256(svg + madeBy)}.png`, () => painted(svg, fontBuffers));
  };
}

/** A drawing as a reader of XML takes it: charts come from a document of HTML. */
function asXml(drawing: string): string {
  return drawing.replace(/&(?:#160|nbsp);/g, '\u00a0').replace(FLAG.text, `<path$1 d="${FLAG.shape}"/>`);
}

function textsOf(svg: string): string {
  return [...svg.matchAll(/>([^<>]+)</g)]
    .map(([, text = '']) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, '').replace(/\s/g, ' '))
    .join('');
}

function painted(svg: string, fontBuffers: Uint8Array[]): Uint8Array {
  const renderer = new Resvg(svg, {
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
    fitTo: { mode: 'width', value: CARD.width },
  });
  const image = renderer.render();
  const png = image.asPng();
  image.free();
  renderer.free();
  return png;
}
